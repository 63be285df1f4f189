/**
 * Proof of work: finds the number behind a challenge in ALTCHA's format, in slices so short that the
 * page never freezes. Plain JavaScript, since WebCrypto is absent on http: pages and a worker would
 * need a word in the page's policy. It is wrapped into a function whose variable `solve` it sets.
 */
const primes = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime)) {
    primes.push(number);
  }
}
const start = primes.slice(0, 8).map((prime) => ((Math.sqrt(prime) % 1) * 2 ** 32) | 0);
const constants = primes.map((prime) => ((Math.cbrt(prime) % 1) * 2 ** 32) | 0);
const turned = (word, by) => (word >>> by) | (word << (32 - by));

/** SHA-256 (FIPS 180-4, 6.2) of ASCII, as eight signed words. */
const hash = (text) => {
  const words = [];
  const length = text.length;
  for (let at = 0; at <= length; at++) {
    words[at >> 2] |= (text.charCodeAt(at) || 128) << (24 - (at % 4) * 8); // 128 ends the text
  }
  words[(((length + 8) >> 6) << 4) + 15] = length * 8;
  let state = start;
  for (let block = 0; block < words.length; block += 16) {
    const w = [];
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const before = w[i - 15];
      const last = w[i - 2];
      w[i] =
        i < 16
          ? words[block + i]
          : (turned(before, 7) ^ turned(before, 18) ^ (before >>> 3)) +
            w[i - 7] +
            (turned(last, 17) ^ turned(last, 19) ^ (last >>> 10)) +
            w[i - 16];
      w[i] |= 0;
      const one =
        h +
        (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
        ((e & f) ^ (~e & g)) +
        constants[i] +
        w[i];
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state = [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
  }
  return state;
};

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param {string} url where the challenge is
 * @return {Promise<string>} what proves the work, once it is old enough to be taken
 */
solve = async (url) => {
  const answer = await fetch(url, {credentials: "omit", referrerPolicy: "no-referrer"});
  const {algorithm, challenge, maxnumber, salt, signature} = await answer.json();
  const old = pause(1000);
  const wanted = challenge.match(/.{8}/g).map((word) => parseInt(word, 16) | 0);
  for (let number = 0; number <= maxnumber; number++) {
    if (hash(salt + number).every((word, i) => word == wanted[i])) {
      await old;
      return btoa(JSON.stringify({algorithm, challenge, number, salt, signature}));
    }
    if (number % 200 == 199) {
      await pause();
    }
  }
  throw url;
};
