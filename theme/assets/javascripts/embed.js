/*
 * An embedded view: takes the reader's light or dark colours, and tells the page around it how high it is,
 * as { tongbaoHeight: pixels }, whenever that changes. The height is all that it tells, so anybody may hear it.
 */
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  };
  paint();
  dark.addEventListener("change", paint);

  if (window.parent === window) return;
  const tell = () => {
    const tongbaoHeight = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ tongbaoHeight }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
})();
