/** The script of a widget's own page: the same form, sent in place. Without it the browser sends it. */
const base = document.currentScript.src.replace(/assets\/[^\/]*$/, "");
const query = new URLSearchParams(location.search);
document.querySelectorAll(".given").forEach((field) => {
  field.value = query.get(field.name) ?? "";
});
enhance(document, document.documentElement);
// The page is here for its list, so what improves it need not wait for the visitor.
document.querySelector(".l")?.dispatchEvent(new Event("focusin", {bubbles: true}));
