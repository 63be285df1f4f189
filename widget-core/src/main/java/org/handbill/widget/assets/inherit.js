/** Gives a widget the colour that links have on the page, now and whenever that changes (inherit.css makes each change a transition). */
inherit = (widget, element) => {
  const link = element.querySelector("a");
  if (link && "inherit" in widget.dataset) {
    link.ontransitionend = () => widget.style.setProperty("--k", getComputedStyle(link).color);
    link.ontransitionend();
  }
};
