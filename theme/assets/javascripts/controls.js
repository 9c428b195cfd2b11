/* What Material's drawer and search lack: buttons that a keyboard reaches, and an ear for input methods. */
(() => {
  const FIRST = { __drawer: ".md-sidebar--primary .md-nav__list a", __search: ".md-search__input" };

  for (const button of document.querySelectorAll("[data-tb-opens]")) {
    const toggle = document.getElementById(button.dataset.tbOpens);
    const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      show();
      // The link to the page itself may be hidden behind its table of contents.
      if (toggle.checked) [...document.querySelectorAll(FIRST[toggle.id])].find((part) => part.offsetParent)?.focus();
    });
    show();
  }

  // Material searches on keyup alone: not what is chosen from an input method, spoken or pasted with the mouse.
  const query = document.querySelector(FIRST.__search);
  query?.addEventListener("input", () => query.dispatchEvent(new Event("keyup")));

  document.addEventListener("keydown", (event) => {
    const drawer = document.getElementById("__drawer");
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    document.querySelector("[data-tb-opens='__drawer']").focus();
  });
})();
