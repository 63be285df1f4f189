/**
 * The script of one widget: shows the fragment that comes with it in each element that names it, and
 * leaves all else on the page to the loader, which it fetches then. It is wrapped into a function of
 * parameters: `load`, as improve.js has it, the path of the loader's module, and of the fragment its
 * style, its markup, and `inherit` where it needs that.
 */
const [, base, own] = document.currentScript.src.match(/^([^?#]*\/)w\/(.*)/);
const sheet = sheetOf(style);
const shown = new WeakSet();
let loading;

const rest = () =>
  (loading ??= load(base + loader).then((module) => module.default(load, base).add(own, sheet, markup)));

const show = (element) => {
  const address = addressOf(element.dataset.handbill ?? "");
  if (loading || shown.has(element)) {
    return;
  }
  if (address == addressOf(own)) {
    shown.add(element);
    if (!element.shadowRoot) {
      place(element, sheet, markup);
    }
    settle(element);
  } else if (!awaited(address)) {
    rest();
  }
};

const defined = customElements.get(tag);
if (defined?.add) {
  defined.add(own, sheet, markup);
} else {
  watch();
  if (!defined) {
    customElements.define(
      tag,
      class extends HTMLElement {
        async connectedCallback() {
          (await rest()).show(this);
        }
      },
    );
  }
}
