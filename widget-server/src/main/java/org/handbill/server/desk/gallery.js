/** Copies snippets, and writes into each the height that its widget takes, so that nothing shifts. */
const said = document.getElementById("said");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
    const label = button.textContent;
    said.textContent = button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = label;
      said.textContent = "";
    }, 2000);
  });
}

document.querySelector("form").addEventListener("change", (event) => event.currentTarget.requestSubmit());

/** @param {Element} card @param {number} height in CSS pixels */
const reserve = (card, height) => {
  for (const code of card.querySelectorAll("code[data-reserve]")) {
    const text = code.textContent;
    code.textContent =
      code.dataset.reserve == "div"
        ? text.replace(/("[^"]*")( style="[^"]*")?>/, `$1 style="min-height:${Math.ceil(height / 16)}rem">`)
        : text.replace(
            /(<handbill-widget [^>]*>)(<svg.*?<\/svg>)?/,
            `$1<svg height="${Math.ceil(height)}" width="0" aria-hidden="true"></svg>`,
          );
  }
};

document.addEventListener("handbill:ready", (event) => {
  const widget = event.target;
  const card = widget.closest("article");
  new ResizeObserver(() => reserve(card, widget.getBoundingClientRect().height)).observe(widget);
});
