/**
 * Saves the reloading: each choice asks the server for the page anew, and takes over what has changed
 * in it. The preview is measured, so that the snippet keeps free what the widget takes.
 */
const form = document.getElementById("choices");
const frame = document.getElementById("frame");
const said = document.getElementById("said");
const pause = 150; // milliseconds after the last key
const patience = 2000; // milliseconds that a button says what it did

let height = new URLSearchParams(location.search).get("height");
let asking;
let waiting;
let touched = false;

const refresh = () => {
  clearTimeout(waiting);
  asking?.abort();
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  if (height) {
    query.set("height", height);
  }
  asking = new XMLHttpRequest();
  asking.responseType = "document"; // parses without a sink of Trusted Types
  asking.onload = () => take(asking.response);
  asking.open("GET", "./?" + query);
  asking.send();
};

/** @param {?Document} page as the server makes it for what is chosen now */
const take = (page) => {
  const next = page?.getElementById("frame");
  if (!next) {
    return;
  }
  const {search} = new URL(page.getElementById("address").href);
  if (page.documentElement.lang != document.documentElement.lang) {
    location.replace(search);
    return;
  }
  document.querySelectorAll("[data-swap]").forEach((old) => swap(old, page.getElementById(old.id)));
  page.querySelectorAll("#looks input").forEach(({id, type, value, placeholder}) =>
    Object.assign(document.getElementById(id), type == "color" ? {value} : {placeholder}),
  );
  const again = next.dataset.key != frame.dataset.key || (touched && next.dataset.width != frame.dataset.width);
  Object.assign(frame.dataset, next.dataset);
  frame.title = next.title;
  history.replaceState(null, "", search);
  if (again) {
    frame.contentWindow.location.replace(next.src);
  } else {
    dress();
  }
};

/** Puts a part of the new page into the place of the old; what names its state only with a new one. */
const swap = (old, next) => {
  if (!next || (old.dataset.swap && old.dataset.swap == next.dataset.swap)) {
    return;
  }
  const inside = (element) => [...element.querySelectorAll("a, button, input, select, summary")];
  const focused = inside(old).indexOf(document.activeElement);
  const open = [...old.querySelectorAll("details")].map((details) => details.open);
  next.querySelectorAll("details").forEach((details, i) => (details.open ||= open[i] ?? false));
  old.id == "advice" ? old.replaceChildren(...next.childNodes) : old.replaceWith(next);
  if (focused >= 0) {
    inside(document.getElementById(next.id))[focused]?.focus();
  }
};

const shown = () => frame.contentDocument?.querySelector("[data-handbill]");

/** Gives the page in the preview what a webmaster would give theirs. */
const dress = () => {
  const element = shown();
  if (!element) {
    return;
  }
  const {contentDocument: host, contentWindow: view, dataset} = frame;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(dataset.rules);
  host.querySelector("style")?.remove();
  host.adoptedStyleSheets = [sheet];
  host.documentElement.dir = dataset.dir;
  host.documentElement.dataset.ground = dataset.ground;
  element.style.cssText = dataset.inline;
  measure();
};

const measure = () => {
  const element = shown();
  const widget = element?.shadowRoot?.querySelector("[part=widget]");
  if (!widget) {
    return;
  }
  const natural = Math.ceil(widget.getBoundingClientRect().height);
  element.style.minHeight = frame.style.height = natural + "px";
  if (!natural || touched) {
    return;
  }
  const narrower = frame.dataset.narrower.match(/\d+/g) ?? [];
  const heights = [natural, ...narrower.map((width) => heightAt(width, element, widget))].join("-");
  if (heights != height) {
    height = heights;
    refresh();
  }
};

/** What a widget takes where its place is that wide; put back before anybody could see it. */
const heightAt = (width, element, widget) => {
  element.style.width = width + "px";
  const {height} = widget.getBoundingClientRect();
  element.style.width = "";
  return Math.ceil(height);
};

const arrive = () => {
  const host = frame.contentDocument;
  if (!shown()) {
    return;
  }
  touched = false;
  const watch = () => {
    const widget = shown().shadowRoot?.querySelector("[part=widget]");
    if (widget) {
      new frame.contentWindow.ResizeObserver(measure).observe(widget);
    }
  };
  host.addEventListener("handbill:ready", watch);
  for (const turn of ["pointerdown", "keydown"]) {
    host.addEventListener(turn, () => (touched = true)); // what opens now is not there at first
  }
  watch();
  dress();
};

/** Takes back what the last button said. */
let quiet = () => {};

const copy = async (button) => {
  const code = button.closest(".code").querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code); // on http: pages there is no other way
    document.execCommand("copy");
  }
  quiet();
  const label = button.textContent;
  said.textContent = button.textContent = button.dataset.done;
  const over = setTimeout(() => quiet(), patience);
  quiet = () => {
    clearTimeout(over);
    button.textContent = label;
    said.textContent = "";
  };
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const color = event.target.closest("[data-take]");
  if (button) {
    copy(button);
  } else if (color) {
    event.preventDefault();
    const field = form.elements[color.dataset.take];
    field.value = color.dataset.value;
    field.focus();
    refresh();
  }
});

if (form) {
  document.documentElement.classList.add("scripted");
  form.addEventListener("input", ({target}) => {
    const field = form.elements[target.dataset.for];
    if (field) {
      field.value = target.value;
    }
    clearTimeout(waiting);
    waiting = setTimeout(refresh, target.type == "text" || field ? pause : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh();
  });
  frame.addEventListener("load", arrive);
  if (frame.contentDocument?.readyState == "complete") {
    arrive();
  }
}
