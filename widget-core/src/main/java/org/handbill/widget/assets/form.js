/**
 * Sends the forms below a root in place, with errors beside their fields. It listens to clicks on the
 * button, since in a sandboxed frame a browser fires no submit event; Enter in a field clicks the
 * button too. Everything that is said stands in the markup already or comes from the server.
 *
 * @param {Document|ShadowRoot} root what the form is in
 * @param {Element} host where events start
 */
const enhance = (root, host) => {
  root.addEventListener("click", (event) => {
    const form = event.target.closest?.("button[type=submit]")?.form;
    if (form) {
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

const send = async (root, host, form) => {
  const fields = form.elements;
  const [failed, unreachable] = form.querySelectorAll(".no");
  if (form.ariaBusy || !emit(host, "submit")) {
    return;
  }
  form.ariaBusy = "true";
  fields["submission-id"].value ||= uuid(); // kept for the next try, so that a retry is one sign-up
  failed.hidden = unreachable.hidden = true;
  root.querySelectorAll(".e").forEach((error) => {
    error.textContent = "";
  });
  root.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  let answer, problem;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      headers: {Accept: "application/json"},
      body: new URLSearchParams(new FormData(form)),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout?.(20000),
    });
    problem = answer.status == 422 && (await answer.json());
  } catch {
    answer = null;
  }
  form.ariaBusy = null;
  if (answer?.ok) {
    const received = form.nextElementSibling;
    form.hidden = true;
    received.hidden = false;
    received.focus();
    emit(host, "success");
    return;
  }
  let next = problem ? failed : unreachable;
  next.hidden = false;
  if (problem) {
    if (problem["consent-version"]) {
      fields["consent-version"].value = problem["consent-version"];
    }
    problem.errors.reverse().forEach(({field, message}) => {
      const input = fields[field];
      const error = root.getElementById("e-" + field);
      if (input && error) {
        error.textContent = message;
        input.setAttribute("aria-invalid", "true");
        next = input;
      }
    });
  }
  next.focus();
  emit(host, "error");
};
