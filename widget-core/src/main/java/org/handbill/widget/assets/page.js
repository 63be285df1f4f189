/** The script of a widget's own page: the same form, sent in place. Without it the browser sends it. */
enhance(document, document.documentElement);
