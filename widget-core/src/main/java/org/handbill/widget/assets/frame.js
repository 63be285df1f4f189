/**
 * Gives every frame on the page that holds a widget of this script's server the height that the widget's page
 * asks for. Frames may come, go and move; the script may stand there twice.
 */
const base = document.currentScript.src.replace(/frame\.js.*$/, "");
const highest = 20000; // CSS pixels, more than any widget takes

const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(base + "w/"));

addEventListener("message", ({data, origin, source}) => {
  const height = data?.type == "handbill:height" && data.height;
  if (origin != new URL(base).origin || !Number.isInteger(height) || height < 1 || height > highest) {
    return;
  }
  frames().forEach((frame) => {
    if (frame.contentWindow == source) {
      const whole = getComputedStyle(frame).boxSizing == "border-box";
      const border = whole ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = height + border + "px"; // through the CSSOM, which no policy forbids
    }
  });
});

// Those that were there before this script told nobody; what the others hear is nothing to them.
frames().forEach((frame) => frame.contentWindow.postMessage({type: "handbill:hello"}, "*"));
