import { enhance } from "./form.js";
class HandbillWidget extends HTMLElement {
  connectedCallback() { const root = this.shadowRoot ?? this.attachShadow({mode: "open"}); root.setHTML?.("x", {sanitizer: {}}); enhance(root.querySelector("form")); }
}
if (!customElements.get("handbill-widget")) customElements.define("handbill-widget", HandbillWidget);
