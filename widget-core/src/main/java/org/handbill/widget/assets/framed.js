const patience = 1000; // milliseconds for the page around to make the frame as high as it was told

/**
 * A widget's page in a frame: it tells the page around it how high it is, in its own words and in those of
 * WordPress (which names its frames by a secret behind the address's #), and it leads out of the frame what
 * would not fit into it. The messages hold nothing that anybody must not read.
 */
const framed = (base) => {
  const secret = location.hash.match(/[?&]secret=(\w+)/)?.[1];
  const root = document.documentElement;
  let told;
  let heard = true; // until it turns out that nobody listens

  const say = (message, value) => secret && parent.postMessage({message, value, secret}, "*");

  const high = () => Math.ceil(document.body.getBoundingClientRect().height);

  const tell = () => {
    const height = high();
    if (!height) {
      return; // the frame is not displayed
    }
    told = height;
    parent.postMessage({type: "handbill:height", height}, "*");
    say("height", height);
    if (heard) {
      root.style.overflowY = "hidden"; // a scroll bar that goes again would change the height again
      setTimeout(() => {
        heard = innerHeight >= told;
        root.style.overflowY = heard ? "hidden" : "";
      }, patience);
    }
  };

  new ResizeObserver(() => high() != told && tell()).observe(document.body);
  addEventListener("pageshow", tell);
  addEventListener("message", ({source, data}) => {
    if (source == parent && (data?.type == "handbill:hello" || data?.message == "ready")) {
      heard = true; // by a script that came late
      tell();
    }
  });

  /** Where a click leads, if that is away from this server. */
  const away = (target) => {
    const link = target.closest("a[href^=http]:not([data-now])");
    const form = !link && target.closest("button")?.form;
    const url = new URL((link?.href ?? form?.action) || base);
    if (url.href.startsWith(base)) {
      return {};
    }
    if (form) {
      url.search = new URLSearchParams(new FormData(form));
    }
    return {link, form, url: url.href};
  };

  /** In a sandbox that lets nothing out, WordPress leads to this page by itself; else the address is shown. */
  const stay = (url) => {
    const words = document.querySelector(".out");
    Object.assign(words.lastElementChild, {href: url, textContent: url});
    words.hidden = false;
    say("link", location.href.replace(/#.*/, ""));
  };

  document.addEventListener("click", (event) => {
    const {link, form, url} = event.defaultPrevented ? {} : away(event.target);
    if (link && origin != "null") {
      link.target ||= "_top";
    } else if (url && origin == "null") {
      event.preventDefault();
      if (!form || form.reportValidity()) {
        open(url, (link ?? form).target || "_top") || open(url) || stay(url);
      }
    }
  });
};
