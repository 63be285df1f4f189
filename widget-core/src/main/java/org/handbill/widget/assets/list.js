/**
 * A resource list in the hands of a visitor: search while they type, groups that bring the rest of
 * their entries, a link to one entry, a quick exit. All of it works without this script, through the
 * list's own page; here it happens in place. The server has rendered every entry, so this only chooses
 * and inserts them. It is wrapped into a function whose variable `start` it sets.
 */
const atOnce = 20; // how many entries are inserted at a time, so that no key press waits for thousands
const atATime = 2 ** 16; // bytes of entries that are read before keys and scrolling have their turn
const quiet = 400; // milliseconds without a key press before the result is announced
const refusedWithin = 3000; // milliseconds in which a policy against a player shows
const exitWithin = 5000; // milliseconds for three presses of Shift

const letters = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك",
};

/** What is typed as it is compared; the server has folded the entries by the same steps. */
const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(
      /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b-\u200f\u2060\ufeff'\u2018\u2019\u02bb\u02bc`]/g,
      "",
    )
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt() & 15)
    .replace(/[ßæœøđłıςٱىیةک]/g, (letter) => letters[letter])
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();

/** The words that are looked for; the server takes the same articles off. */
const wordsOf = (text) =>
  fold(text)
    .split(" ")
    .filter(Boolean)
    .map((word) => word.replace(/^(?:[وبفك]?ال|و?لل)(?=\p{L}{3})/u, ""));

const pause = () => new Promise((done) => setTimeout(done));

/** Throws where a policy forbids markup and the browser has no setHTML; the server answers then. */
const put = (element, markup) => {
  if (element.setHTML) {
    element.setHTML(markup, {sanitizer: {}});
  } else {
    element.innerHTML = markup;
  }
};

const rowsOf = (items) => {
  const rows = document.createElement("ul");
  put(rows, items.map((item) => item.markup).join(""));
  rows.setAttribute("role", "list");
  return rows;
};

/** An entry as the server rendered it, from what its first attribute says on. */
const itemOf = (row) => {
  const [start, words, group, languages, kind] = row.match(/^([^"]*)" data-g="(\d+)" data-l="([^"]*)" data-k="(\w+)"/);
  return {words, group: +group, languages: languages.split(" "), kind, markup: "<li" + row.slice(start.length)};
};

/** Reads all entries as they come, a little at a time, so that thousands hold up neither keys nor scrolling. */
const read = async (url) => {
  const answer = await fetch(url, {credentials: "omit", referrerPolicy: "no-referrer"});
  if (!answer.ok) {
    throw answer.status;
  }
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  const items = [];
  let head;
  let rest = "";
  const take = (text) => {
    const rows = (rest + text).split('<li data-f="');
    rest = rows.pop();
    head ??= rows.shift();
    items.push(...rows.map(itemOf));
  };
  for (let part; !(part = await reader.read()).done; ) {
    for (let at = 0; at < part.value.length; at += atATime) {
      take(decoder.decode(part.value.subarray(at, at + atATime), {stream: true}));
      await pause();
    }
  }
  if (head) {
    items.push(itemOf(rest.slice(0, rest.lastIndexOf("</li>") + 5)));
  }
  rowsOf(items.slice(0, 1)); // fails here, once, where nothing can be inserted
  return {titles: [...(head ?? rest).matchAll(/<b>([^]*?)<\/b>/g)].map(([, title]) => title), items};
};

/** @type {WeakMap<Element, Promise<Object>>} all entries of a list, asked for once */
const indexes = new WeakMap();
const failed = new WeakSet();

/** Lists with only what a search of their page found, so that clearing it shows all that there is. */
const searched = new WeakSet();
const timers = new WeakMap();

/** All entries; null where they cannot be had, so that the page behind the form takes over. */
const indexOf = (list) => {
  if (!indexes.has(list)) {
    indexes.set(
      list,
      read(list.dataset.list).catch(() => {
        failed.add(list);
        return null;
      }),
    );
  }
  return indexes.get(list);
};

const say = (list, words) => {
  list.querySelector(".n").textContent = words;
};

const counted = (list, count) =>
  count == 1 ? list.dataset.one : list.dataset.many.replace("#", count.toLocaleString(list.closest("[lang]").lang));

/** Says behind each choice how many entries it would find. */
const tell = (list, fields, counts) => {
  const {lang} = list.closest("[lang]");
  for (const name in counts) {
    [...(fields[name]?.options ?? [])].slice(1).forEach((option, i) => {
      const many = counts[name][name == "topic" ? i : option.value] ?? 0;
      option.text = option.text.replace(/[^(]*\)$/, many.toLocaleString(lang) + ")");
    });
  }
};

const search = async (list, form) => {
  const index = await indexOf(list);
  if (!index) {
    return;
  }
  const fields = form.elements;
  const topic = (fields.topic?.selectedIndex ?? 0) - 1;
  const language = fields["item-lang"]?.value;
  const kind = fields.kind?.value;
  const words = wordsOf(fields.q.value);
  const groups = list.querySelector(".g:not(.found)");
  list.querySelector(".found")?.remove();
  const part = searched.has(list);
  const typed = fields.q.value.trim();
  const asked = typed || topic >= 0 || language || kind;
  groups.hidden = !!(asked || part);
  list.querySelectorAll(".w,.l > .a").forEach((link) => {
    link.hidden = part;
  });
  clearTimeout(timers.get(list));
  const counts = {topic: {}, "item-lang": {}, kind: {}};
  const count = (name, value) => (counts[name][value] = (counts[name][value] ?? 0) + 1);
  const found = index.items.filter((item) => {
    if ((typed && !words.length) || !words.every((word) => item.words.includes(word))) {
      return false;
    }
    const of = topic < 0 || item.group == topic;
    const speaks = !language || item.languages.includes(language);
    const is = !kind || item.kind == kind;
    if (speaks && is) {
      count("topic", item.group);
    }
    if (of && is) {
      item.languages.forEach((tag) => count("item-lang", tag));
    }
    if (of && speaks) {
      count("kind", item.kind);
    }
    return of && speaks && is;
  });
  tell(list, fields, counts);
  if (!groups.hidden) {
    say(list, "");
    return;
  }
  timers.set(
    list,
    setTimeout(() => say(list, found.length ? counted(list, found.length) : list.dataset.none), quiet),
  );
  const place = document.createElement("div");
  place.className = groups.className + " found";
  groups.before(place);
  show(list, place, index.titles, found);
};

/** Shows the next of what was found, each group under its heading. */
const show = (list, place, titles, found, from = 0) => {
  const next = found.slice(from, from + atOnce);
  const level = list.getRootNode() == document ? "h2" : "h3";
  let last = place.querySelector(":scope > section:last-of-type");
  let first;
  for (let at = 0; at < next.length; ) {
    const {group} = next[at];
    const end = next.findIndex((item, i) => i > at && item.group != group);
    const rows = rowsOf(next.slice(at, end < 0 ? next.length : end));
    first ??= rows.firstChild;
    if (last?.dataset.g == group) {
      last.lastChild.append(...rows.childNodes);
    } else {
      last = document.createElement("section");
      last.dataset.g = group;
      const heading = document.createElement(level);
      put(heading, titles[group]);
      last.append(heading, rows);
      place.append(last);
    }
    at = end < 0 ? next.length : end;
  }
  ready(list);
  if (from) {
    first.querySelector("a").focus();
  }
  if (from + atOnce < found.length) {
    place.append(
      Object.assign(document.createElement("button"), {
        type: "button",
        className: "again",
        textContent: list.dataset.more,
        onclick() {
          this.remove();
          show(list, place, titles, found, from + atOnce);
        },
      }),
    );
  }
};

/** Brings the next entries of a group; without them the link leads to the group's own page. */
const bring = async (list, group, link, focused) => {
  const index = await indexOf(list);
  if (!index) {
    if (focused) {
      link.click();
    }
    return;
  }
  const number = [...group.parentNode.children].indexOf(group);
  const all = index.items.filter((item) => item.group == number);
  const there = group.querySelector(":scope > ul");
  const next = rowsOf(all.slice(there?.children.length ?? 0).slice(0, atOnce));
  const first = next.querySelector("a");
  if (there) {
    there.append(...next.childNodes);
  } else {
    link.parentNode.before(next);
  }
  if (group.querySelector(":scope > ul").children.length < all.length) {
    link.textContent = list.dataset.more;
  } else {
    link.parentNode.remove();
  }
  ready(list);
  if (focused) {
    first?.focus();
  }
};

/** An entry's title, without what its link says that it does. */
const titleOf = (row) => row.querySelector("a bdi").textContent;

/** Puts the button that copies an entry's link beside the entry that a visitor is at. */
const offer = ({target}) => {
  const row = target.closest?.("li[data-i]");
  if (!row || row.querySelector(".c")) {
    return;
  }
  const words = row.closest(".l").dataset.copy;
  const button = Object.assign(document.createElement("button"), {type: "button", className: "c", title: words});
  button.setAttribute("aria-label", words + ": " + titleOf(row));
  row.firstElementChild.append(button);
};

const copy = async (list, button) => {
  const row = button.closest("li");
  const url = list.dataset.page + "&item=" + row.dataset.i;
  try {
    if (navigator.share && matchMedia("(pointer:coarse)").matches) {
      await navigator.share({url, title: titleOf(row)});
    } else {
      await navigator.clipboard.writeText(url);
      say(list, list.dataset.copied);
      button.classList.add("done");
    }
  } catch (refused) {
    if (refused.name != "AbortError") {
      const label = document.createElement("label");
      const field = Object.assign(document.createElement("input"), {readOnly: true, value: url});
      label.append(list.dataset.by, " ", field);
      button.replaceWith(label);
      field.select();
    }
  }
};

/** What a link to a video says that it does: play here, or open beside the page. */
const call = (link, plays) => {
  const words = link.querySelector(".v");
  words.dataset.away ??= words.textContent;
  if (plays) {
    link.setAttribute("role", "button");
    words.textContent = " (" + link.closest(".l").dataset.play + ")";
  } else {
    link.removeAttribute("role");
    link.removeAttribute("data-player");
    words.textContent = words.dataset.away;
  }
};

/**
 * Makes the videos of a list playable in their places, but not in a frame that keeps players out; and
 * where nothing can be pointed at before it is pressed, puts its button beside every entry.
 */
const ready = (list) => {
  if (matchMedia("(hover:none)").matches) {
    list.querySelectorAll("li[data-i]").forEach((target) => offer({target}));
  }
  if (origin != "null") {
    list.querySelectorAll("a[data-player]:not([role])").forEach((link) => call(link, true));
  }
};

/** Shows the player of a video's host in the video's place; where the page forbids that, the video's page opens. */
const play = (link) => {
  const player = Object.assign(document.createElement("iframe"), {
    className: "p",
    src: link.dataset.player,
    title: link.querySelector("bdi").textContent,
    allow: "autoplay; picture-in-picture",
    allowFullscreen: true,
    referrerPolicy: "strict-origin-when-cross-origin",
  });
  const still = link.firstElementChild;
  const refused = ({blockedURI}) => {
    if (player.src.startsWith(blockedURI)) {
      player.remove();
      link.prepend(still);
      open(link.href, "_blank", "noopener");
    }
  };
  document.addEventListener("securitypolicyviolation", refused);
  setTimeout(() => document.removeEventListener("securitypolicyviolation", refused), refusedWithin);
  call(link, false);
  still.remove();
  link.before(player);
  player.focus();
};

/** Covers the page and goes, without a way back to it by the browser's button. */
const leave = (url) => {
  const cover = document.createElement("div");
  Object.assign(cover.style, {position: "fixed", inset: 0, zIndex: 2147483647, background: "#fff"});
  document.documentElement.append(cover);
  document.title = "…";
  try {
    top.location.replace(url);
  } catch {
    location.replace(url); // in a frame that may not lead its page elsewhere
  }
};

/** @param {Element} widget the section that the list is in */
start = (widget) => {
  const type = ({target}) => {
    const form = target.form;
    if (form?.role == "search") {
      search(form.closest(".l"), form);
    }
  };
  widget.addEventListener("input", type);
  const turn = (event) => {
    const form = event.target.form;
    if (form?.role == "search") {
      indexOf(form.closest(".l"));
    }
    offer(event);
  };
  widget.addEventListener("focusin", turn);
  const {activeElement} = widget.getRootNode();
  if (widget.contains(activeElement)) {
    turn({target: activeElement}); // what was done while this script was on its way
    type({target: activeElement});
  }
  widget.addEventListener("pointerover", offer);
  widget.addEventListener("keydown", (event) => {
    if (event.key == " " && event.target.role == "button") {
      event.preventDefault();
      event.target.click();
    }
  });
  widget.querySelectorAll(".l").forEach((list) => {
    ready(list);
    if (list.querySelector(".n")?.textContent) {
      searched.add(list);
    }
  });
  const unfold = ({target}) => {
    const link = target.open && target.querySelector(":scope > .a a");
    if (link && !target.querySelector(":scope > ul")) {
      bring(target.closest(".l"), target, link);
    }
  };
  widget.addEventListener("toggle", unfold, true);
  widget.querySelectorAll(".l details").forEach((target) => unfold({target}));
  widget.addEventListener("click", (event) => {
    const target = event.target;
    const list = target.closest?.(".l");
    const exit = target.closest?.("a[data-now]");
    const video = target.closest?.("a[role=button]");
    if (exit) {
      event.preventDefault();
      leave(exit.href);
    } else if (video && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      play(video);
    } else if (target.matches?.(".c")) {
      copy(list, target);
    } else if (list && !failed.has(list) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const form = target.type == "submit" && target.form;
      const more = target.closest("details > .a a");
      if (form || more) {
        event.preventDefault();
      }
      if (form) {
        search(list, form).then(() => failed.has(list) && form.submit());
      } else if (more) {
        bring(list, more.closest("details"), more, true);
      }
    }
  });

  let presses = [];
  const pressed = ({key, repeat, timeStamp}) => {
    const exit = widget.querySelector("a[data-now]");
    if (!widget.isConnected) {
      removeEventListener("keydown", pressed);
    } else if (!repeat) {
      presses = key == "Shift" ? [...presses.slice(-2), timeStamp] : [];
      if (exit && presses.length > 2 && timeStamp - presses[0] < exitWithin) {
        leave(exit.href);
      }
    }
  };
  if (widget.querySelector("a[data-now]")) {
    widget.querySelectorAll(".q [hidden]").forEach((words) => {
      words.hidden = matchMedia("(hover:none)").matches; // they tell of the keys
    });
    addEventListener("keydown", pressed);
  }
};
