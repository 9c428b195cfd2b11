/* 大字: larger type over the whole site, remembered on this device. Runs before the body is drawn. */
(() => {
  const KEY = "tongbao.type";
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem(KEY, value); } catch { /* private window: this page only */ } };
  const apply = (type) => { root.dataset.tbType = type; };

  apply(stored() === "large" ? "large" : "normal");

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-tb-large-type]");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(root.dataset.tbType === "large"));
    button.hidden = false;
    button.addEventListener("click", () => {
      apply(root.dataset.tbType === "large" ? "normal" : "large");
      store(root.dataset.tbType);
      show();
    });
    show();
  });
})();
