/**
 * The loader: shows widgets that the server rendered, as the elements of the page ask for them. It is
 * wrapped into a function of three parameters: `load`, as improve.js has it, `base`, the server's
 * address, and `widgets`, which it sets to the element's class. While anything is missing, the link inside an element remains.
 */
const patience = 8000; // milliseconds until a server counts as down
const names = ["lang", "member", "theme", "group", "currency"];

/** @type {Map<string, Array|Promise<Array>>} by address: style sheet and markup */
const fragments = new Map();
/** @type {WeakMap<Element, string>} the address of what an element shows or is about to show */
const shown = new WeakMap();
const near = new WeakSet();

/** The address of what an element asks for; where it names no language, that of the page counts. */
const wanted = (element) => {
  const address = new URL(addressOf(element.dataset.handbill ?? element.getAttribute("widget") ?? ""));
  const query = address.searchParams;
  const add = (name, value) => value && query.set(name, value);
  names.forEach((name) => add(name, element.getAttribute(name)));
  if (!query.has("lang") && !fragments.has(address.href) && !awaited(address.href)) {
    add("lang", element.closest("[lang]")?.lang);
  }
  return address.href;
};

const fetched = async (address) => {
  const answer = await fetch(address, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout?.(patience),
  });
  if (!answer.ok) {
    throw answer.status;
  }
  const [, css, markup] = (await answer.text()).match(/<style>([^]*?)<\/style>([^]*)<\/template>/);
  return [sheetOf(css), markup];
};

const show = async (element) => {
  const address = wanted(element);
  if (shown.get(element) == address || !/\/w\/[a-z0-9-]+\.html/.test(address)) {
    return;
  }
  const first = !shown.has(element);
  const included = () => first && element.shadowRoot; // by the server, or by another script meanwhile
  if (!included() && !fragments.has(address)) {
    if (awaited(address)) {
      return;
    }
    if (!near.has(element)) {
      approach.observe(element);
      return;
    }
    fragments.set(address, fetched(address));
  }
  shown.set(element, address);
  try {
    const fragment = included() || (await fragments.get(address));
    if (shown.get(element) != address) {
      return; // it has been asked for something else since
    }
    if (!included()) {
      place(element, ...fragment);
    }
    settle(element);
  } catch (error) {
    shown.delete(element);
    if (fragments.delete(address)) {
      console.warn(`[handbill] ${address} is not shown (${error}). Its link stays; open that address to see why.`);
    }
  }
};

/** A widget below the fold waits until its reader is about a screen away. */
const approach = new IntersectionObserver(
  (changes) =>
    changes.forEach(({isIntersecting, target}) => {
      if (isIntersecting) {
        approach.unobserve(target);
        near.add(target);
        show(target);
      }
    }),
  {rootMargin: "99%"},
);

widgets = customElements.get(tag);
if (!widgets?.add) {
  widgets ??= class extends HTMLElement {
    static get observedAttributes() {
      return ["widget", ...names];
    }

    connectedCallback() {
      show(this);
    }

    attributeChangedCallback() {
      if (this.isConnected) {
        show(this);
      }
    }
  };
  widgets.show = show;
  /** Takes a fragment that a script brought, and says what that script's address said. */
  widgets.add = (own, ...fragment) => {
    fragments.set(addressOf(own), fragment);
    scan(document);
    return widgets;
  };
  if (!customElements.get(tag)) {
    customElements.define(tag, widgets);
  }
  watch();
}
