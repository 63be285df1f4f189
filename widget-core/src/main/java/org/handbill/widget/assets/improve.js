/**
 * Hands a widget over to the module that improves it, once its visitor turns to it: a form that sends
 * itself, a list that is searched in place. Around it stands `load`, which brings a module by its address:
 * the default export takes the widget and the element that its events start from, and gives back what
 * sends a form, if there is any.
 *
 * Clicks on the button are heard, not submissions: in a sandboxed frame a browser fires no submit
 * event, and Enter in a field clicks the button too.
 *
 * @param {Element} widget the section that holds all of it; its data-use names the module, or nothing
 * @param {Element} host where events start
 */
const improve = (widget, host) => {
  const {use} = widget.dataset;
  let ready;
  const turn = (event) => {
    const {target, type} = event;
    ready ??= load(use)
      .then((module) => module.default(widget, host))
      .catch(() => {});
    const form = type == "click" && target.closest("[type=submit]")?.form;
    if (form?.method == "post") {
      event.preventDefault();
      ready.then((send) => {
        if (send) {
          send(form);
        } else {
          form.querySelector(".no").hidden = false; // stays where a frame may not leave for the form's page
          form.submit();
        }
      });
    }
  };
  if (use) {
    widget.addEventListener("focusin", turn);
    widget.addEventListener("click", turn);
    if (widget.querySelector("[data-now]")) {
      turn({}); // a quick exit cannot wait
    }
  }
};
