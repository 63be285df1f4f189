/** The script of a widget's own page: the same form, sent in place. Without it the browser sends it. */
const base = document.currentScript.src.replace(/assets\/[^\/]*$/, "");
enhance(document, document.documentElement);
