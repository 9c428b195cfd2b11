/* Real buttons for Material's drawer and search, which it opens by check boxes that no keyboard reaches. */
(() => {
  for (const button of document.querySelectorAll("[data-tb-opens]")) {
    const toggle = document.getElementById(button.dataset.tbOpens);
    const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      show();
      if (toggle.id === "__drawer" && toggle.checked) document.querySelector(".md-sidebar--primary a[href]")?.focus();
    });
    show();
  }

  document.addEventListener("keydown", (event) => {
    const drawer = document.getElementById("__drawer");
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    document.querySelector("[data-tb-opens='__drawer']").focus();
  });
})();
