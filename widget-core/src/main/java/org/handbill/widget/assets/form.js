/**
 * Sends the forms below a root in place, with errors beside their fields. It listens to clicks on the
 * button, since in a sandboxed frame a browser fires no submit event; Enter in a field clicks the
 * button too. Everything that is said stands in the markup already or comes from the server.
 *
 * Around it stand `base`, the server's address, and `load`, which brings the module of pow.js, or that of
 * list.js, which takes over a list when a visitor first turns to it.
 *
 * @param {Document|ShadowRoot} root what the form is in
 * @param {Element} host where events start
 */
const enhance = (root, host) => {
  let list;
  const turn = ({target}) =>
    target.form?.elements.altcha
      ? proof(target.form)
      : target.closest(".l") &&
        (list ??= (async () => (await load(base, "list")).default(root))().catch(() => ""));
  root.addEventListener("focusin", turn);
  turn({target: root.querySelector("[data-now]") ?? host}); // a quick exit cannot wait
  root.addEventListener("click", (event) => {
    const form = event.target.closest?.("button[type=submit]")?.form;
    if (form?.elements.altcha) {
      event.preventDefault();
      send(root, host, form);
    }
  });
};

/** @return {boolean} false when somebody on the page said no */
const emit = (host, name) =>
  host.dispatchEvent(
    new CustomEvent("handbill:" + name, {bubbles: true, composed: true, cancelable: name == "submit"}),
  );

/** A random UUID (RFC 9562, 5.4); crypto.randomUUID is absent on http: pages. */
const uuid = () =>
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16),
  );

/** The form's proof of work, begun with the first call; empty where it cannot be had. */
const proof = (form) =>
  (form.elements.altcha.proof ??= (async () =>
    (await load(base)).default(form.action.replace(/(?=\?)|$/, "/challenge")))().catch(() => ""));

const post = async (form) => {
  form.elements.altcha.value = await proof(form);
  const answer = await fetch(form.action, {
    method: "POST",
    headers: {Accept: "application/json"},
    body: new URLSearchParams(new FormData(form)),
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout?.(20000),
  });
  return answer.json();
};

const send = async (root, host, form) => {
  const fields = form.elements;
  const [failed, unreachable] = form.querySelectorAll(".no");
  if (form.ariaBusy || !emit(host, "submit")) {
    return;
  }
  form.ariaBusy = "true";
  fields["submission-id"].value ||= uuid(); // kept for the next try, so that a retry is one sign-up
  form.querySelectorAll(".given").forEach((field) => {
    field.value = host.getAttribute("data-" + field.name) ?? field.value; // what the page tells of itself
  });
  failed.hidden = unreachable.hidden = true;
  root.querySelectorAll(".e").forEach((error) => {
    error.textContent = "";
  });
  root.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  let answer;
  try {
    answer = await post(form);
    if (answer.challenge) {
      fields.altcha.proof = null; // it was too old, or used up
      answer = await post(form);
    }
  } catch {
    answer = {}; // the server was not reached
  }
  form.ariaBusy = null;
  if (answer.status == "received") {
    const received = form.nextElementSibling;
    form.hidden = true;
    received.hidden = false;
    received.focus();
    emit(host, "success");
    if (answer.redirect) {
      location.assign(answer.redirect);
    }
    return;
  }
  let next = unreachable;
  if (answer.message) {
    next = failed;
    next.textContent = answer.message;
  }
  next.hidden = false;
  if (answer["consent-version"]) {
    fields["consent-version"].value = answer["consent-version"];
  }
  answer.errors?.reverse().forEach(({field, message, suggestion}) => {
    const error = root.getElementById("e-" + field);
    if (error) {
      next = fields[field];
      next = next.focus ? next : next[0]; // the first of a group
      next.setAttribute("aria-invalid", "true");
      error.textContent = message;
      if (suggestion) {
        fields["as-typed"].value = next.value; // so that sending it again keeps it
        suggest(error, next, suggestion);
      }
    }
  });
  next.focus();
  emit(host, "error");
  if (answer.challenge) {
    form.submit(); // to the page with the button; where that is forbidden, the words above stay
  }
};

/** Offers a button that takes what was probably meant. */
const suggest = (error, input, suggestion) =>
  error.append(
    " ",
    Object.assign(document.createElement("button"), {
      type: "button",
      textContent: suggestion,
      onclick() {
        input.value = suggestion;
        input.removeAttribute("aria-invalid");
        error.textContent = "";
        input.focus();
      },
    }),
  );
