/** Puts fragments into elements of the page, each in a shadow root of its own. */
const tag = "handbill-widget";

/** The address of a fragment, from what a snippet or the address of a script says of it. */
const addressOf = (key) => new URL(base + "w/" + key.replace(/(\.js)?(\?|$)/, ".html$2")).href;

/** True where a script of this page will bring the fragment, or has. */
const awaited = (address) => [...document.scripts].some(({src}) => src == address.replace(".html", ".js"));

/** A style sheet, or its text where that is all a browser takes. */
const sheetOf = (css) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    css = sheet;
  } catch {
    // then the text will do
  }
  return css;
};

/** Throws, with the link still there, where a policy forbids markup and the browser has no setHTML. */
const place = (element, sheet, markup) => {
  const box = document.createElement("div");
  if (box.setHTML) {
    box.setHTML(markup, {sanitizer: {}});
  } else {
    box.innerHTML = markup + (sheet.trim ? `<style>${sheet}</style>` : "");
  }
  const root = element.shadowRoot ?? element.attachShadow({mode: "open"});
  root.replaceChildren(box);
  root.adoptedStyleSheets = [sheet]; // means nothing to a browser that takes no more than its text
};

/** What is done once with a fragment that stands in an element, whoever put it there. */
const settle = (element) => {
  const widget = element.shadowRoot.querySelector("[data-use]");
  if (widget) {
    improve(widget, element);
    widget.removeAttribute("data-use");
    inherit?.(widget, element);
    element.dispatchEvent(new CustomEvent("handbill:ready", {bubbles: true, composed: true}));
  }
};

/** Shows the elements below a node. */
const scan = (node) => {
  if (node.dataset?.handbill) {
    show(node);
  }
  node.querySelectorAll?.("[data-handbill]," + tag).forEach(show);
};

/** Shows the elements of the page, and those that are added or changed from now on. */
const watch = () => {
  scan(document);
  new MutationObserver((changes) =>
    changes.forEach(({attributeName, addedNodes, target}) => (attributeName ? [target] : addedNodes).forEach(scan)),
  ).observe(document, {childList: true, subtree: true, attributeFilter: ["lang", "data-handbill"]});
};
