/** The script of a widget's own page: what improves the widget there. Without it the browser does all. */
const query = new URLSearchParams(location.search);
document.querySelectorAll(".given").forEach((field) => {
  field.value = query.get(field.name) ?? "";
});
improve(document.querySelector(".hb"), document.documentElement);
if (parent != self) {
  framed(document.currentScript.src.replace(/assets\/[^\/]*$/, ""));
}
// The page is here for its list, so what improves it need not wait for the visitor.
document.querySelector(".l")?.dispatchEvent(new Event("focusin", {bubbles: true}));
