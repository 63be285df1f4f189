/**
 * The loader: puts widgets that the server rendered into the page it stands on, each in a shadow root
 * of its own. It is wrapped into a function of two parameters: `load`, as form.js has it, and `snippet`,
 * the fragment that came with the script, or nothing. While anything is missing, the link inside the
 * element remains.
 */
const tag = "handbill-widget";
const script = document.currentScript;
const [, base, own] = script.src.match(/^([^?#]*\/)(?:w\/([^\/]*)|embed(?:\/\w+)?\.js.*)$/);

/** What a script's or an element's name for a widget means as the address of its fragment. */
const address = (key) => base + "w/" + key.replace(/(?=\?)|$/, ".html");

const define = () => {
  /** @type {Map<string, Promise<string>|string>} */
  const fragments = new Map();
  /** @type {WeakMap<Element, string>} what an element shows or is about to show */
  const shown = new WeakMap();
  const enhanced = new WeakSet();
  const sheets = new Map();

  const keyOf = (element) => {
    const query = new URLSearchParams();
    for (const name of Widget.observedAttributes.slice(1)) {
      const value = element.getAttribute(name);
      if (value) {
        query.set(name, value);
      }
    }
    return element.dataset.handbill ?? element.getAttribute("widget") + (`${query}` && "?" + query);
  };

  /** The fragment's address; where the snippet names no language, the page's own counts. */
  const addressOf = (element) => {
    const key = keyOf(element);
    const named = address(key);
    const language = element.closest("[lang]")?.lang;
    return fragments.has(named) || !language || /[?&]lang=/.test(key)
      ? named
      : named + (/\?/.test(key) ? "&" : "?") + "lang=" + encodeURIComponent(language);
  };

  /** True where another script of this page will bring the fragment. */
  const awaited = (element) =>
    [...document.scripts].some((other) => other.src == address(keyOf(element)).replace(".html", ".js"));

  const fetched = async (url) => {
    const answer = await fetch(url, {credentials: "omit", referrerPolicy: "no-referrer"});
    if (!answer.ok) {
      throw answer.status;
    }
    return answer.text();
  };

  const styled = (root, css) => {
    try {
      let sheet = sheets.get(css);
      if (!sheet) {
        sheets.set(css, (sheet = new CSSStyleSheet()));
        sheet.replaceSync(css);
      }
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(Object.assign(document.createElement("style"), {textContent: css}));
    }
  };

  const place = (element, fragment) => {
    const [, css, markup] = fragment.match(/<style>([^]*?)<\/style>([^]*)<\/template>/);
    const root = element.shadowRoot ?? element.attachShadow({mode: "open"});
    try {
      if (root.setHTML) {
        root.setHTML(markup, {sanitizer: {}});
      } else {
        root.innerHTML = markup;
      }
    } catch (error) {
      root.append(document.createElement("slot")); // the link inside shows again
      throw error;
    }
    styled(root, css);
  };

  const show = async (element) => {
    const url = addressOf(element);
    if (shown.get(element) == url || !/\/w\/[a-z0-9-]+\.html/.test(url)) {
      return;
    }
    if (!fragments.has(url)) {
      if (awaited(element)) {
        return;
      }
      fragments.set(url, fetched(url));
    }
    const included = !shown.has(element) && element.shadowRoot;
    shown.set(element, url);
    try {
      const fragment = fragments.get(url);
      const html = included ? "" : fragment.then ? await fragment : fragment;
      if (!element.isConnected || shown.get(element) != url) {
        return;
      }
      if (!included) {
        place(element, html);
      }
      if (!enhanced.has(element)) {
        enhanced.add(element);
        enhance(element.shadowRoot, element);
      }
      emit(element, "ready");
    } catch (error) {
      shown.delete(element);
      fragments.delete(url);
      console.warn(`[handbill] ${url} cannot be shown (${error}), so its link stays. Open that address to see why.`);
    }
  };

  const scan = (root) => {
    if (root.dataset?.handbill) {
      show(root);
    }
    root.querySelectorAll?.("[data-handbill]," + tag).forEach(show);
  };

  class Widget extends HTMLElement {
    static get observedAttributes() {
      return ["widget", "lang", "member", "theme", "group"];
    }

    /** Takes a fragment that a script brought. */
    static add(url, fragment) {
      fragments.set(url, fragment);
      scan(document);
    }

    connectedCallback() {
      show(this);
    }

    attributeChangedCallback() {
      if (this.isConnected) {
        show(this);
      }
    }
  }

  if (snippet) {
    fragments.set(address(own.replace(".js", "")), snippet);
  }
  customElements.define(tag, Widget);
  scan(document);
  new MutationObserver((changes) =>
    changes.forEach((change) => change.addedNodes.forEach(scan)),
  ).observe(document, {childList: true, subtree: true});
};

const defined = customElements.get(tag);
if (!defined) {
  define();
} else if (snippet) {
  defined.add?.(address(own.replace(".js", "")), snippet);
}
