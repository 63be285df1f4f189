/**
 * Sends the form of a widget in place, with errors beside their fields. Everything that is said stands
 * in the markup already or comes from the server. It is wrapped, with pow.js, into a function with the
 * style of what it shows as `css`, whose variable `begin` it sets.
 */

/**
 * @param {Element} widget the section that the form is in
 * @param {Element} host where events start
 * @return {function(HTMLFormElement)} what sends the form
 */
begin = (widget, host) => {
  const form = widget.querySelector("form");
  const apology = [...[...form.querySelectorAll(".no")].pop().childNodes];
  proof(form);
  dress(widget.getRootNode());
  return () => send(widget, host, form, apology);
};

/** Adds the style; a page of the server's own has it. */
const dress = (root) => {
  if (root != document) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch {
      root.append(Object.assign(document.createElement("style"), {textContent: css}));
    }
  }
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
  (form.elements.altcha.proof ??= solve(form.action.replace(/\?|$/, "/challenge$&")).catch(() => ""));

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

const send = async (widget, host, form, apology) => {
  const fields = form.elements;
  const notices = [...form.querySelectorAll(".no")];
  const notice = notices.at(-1);
  if (form.ariaBusy || !emit(host, "submit")) {
    return;
  }
  form.ariaBusy = "true";
  fields["submission-id"].value ||= uuid(); // kept for the next try, so that a retry is one sign-up
  form.querySelectorAll(".given").forEach((field) => {
    field.value = host.getAttribute("data-" + field.name) ?? field.value; // what the page tells of itself
  });
  notices.forEach((old) => {
    old.hidden = true;
  });
  widget.querySelectorAll(".e").forEach(withdraw);
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
    turnTo(received);
    emit(host, "success");
    if (answer.redirect) {
      leave(widget, answer.redirect);
    }
    return;
  }
  let next = notice;
  notice.replaceChildren(...(answer.message ? [answer.message] : apology));
  notice.hidden = false;
  if (answer["consent-version"]) {
    fields["consent-version"].value = answer["consent-version"];
  }
  answer.errors?.reverse().forEach(({field, message, suggestion}) => {
    const input = fields[field]?.focus ? fields[field] : fields[field]?.[0]; // the first of a group
    if (input?.closest(".f")) {
      next = input;
      const error = complain(next, field, message);
      if (suggestion) {
        fields["as-typed"].value = next.value; // so that sending it again keeps it
        suggest(error, next, suggestion);
      }
    }
  });
  turnTo(next);
  emit(host, "error");
  if (answer.challenge) {
    form.submit(); // to the page with the button; where that is forbidden, the words above stay
  }
};

/** Goes on to another page; from a frame of the server's own, which that page would not fit, by its host. */
const leave = (widget, url) => {
  const framed = widget.getRootNode() == document && parent != self;
  try {
    (framed ? top : window).location.assign(url);
  } catch {
    // a sandbox keeps its visitor here, where the thanks stand
  }
};

/** Moves a visitor on, also to what is only read. */
const turnTo = (element) => {
  if (element.tabIndex < 0) {
    element.tabIndex = -1;
  }
  element.focus();
};

/** What describes an input: a group's words describe the group. */
const described = (input) => input.closest("fieldset") ?? input;

/** Says beside an input what is to be mended. */
const complain = (input, field, message) => {
  const error = Object.assign(document.createElement("span"), {className: "e", id: "e-" + field, part: "error", textContent: message});
  const told = described(input);
  input.setAttribute("aria-invalid", "true");
  told.setAttribute("aria-describedby", `${told.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
  input.closest(".f").append(error);
  return error;
};

/** Takes back what was said. */
const withdraw = (error) => {
  const box = error.parentNode;
  const told = box.matches("fieldset") ? box : box.querySelector("[aria-describedby]");
  const rest = told.getAttribute("aria-describedby").replace(error.id, "").trim();
  if (rest) {
    told.setAttribute("aria-describedby", rest);
  } else {
    told.removeAttribute("aria-describedby");
  }
  box.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  error.remove();
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
        withdraw(error);
        input.focus();
      },
    }),
  );
