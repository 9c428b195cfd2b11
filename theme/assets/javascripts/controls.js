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

  // A kind of page to search in stands before the words (通报：整改); the search itself reads it there.
  const kinds = [...document.querySelectorAll("[data-tb-search-kind]")];
  const KIND = new RegExp(`^\\s*(${kinds.map((each) => each.dataset.tbSearchKind).filter(Boolean).join("|")})[:：]`);
  const showKind = () => {
    const written = KIND.exec(query.value)?.[1] ?? "";
    for (const each of kinds) each.setAttribute("aria-pressed", String(each.dataset.tbSearchKind === written));
  };
  for (const button of kinds) {
    button.addEventListener("click", () => {
      const kind = button.dataset.tbSearchKind;
      query.value = (kind && `${kind}：`) + query.value.replace(KIND, "").trimStart();
      query.focus();
      query.dispatchEvent(new Event("input"));
    });
  }
  query?.addEventListener("input", showKind);
  query?.form.addEventListener("reset", () => setTimeout(showKind));

  document.addEventListener("keydown", (event) => {
    const drawer = document.getElementById("__drawer");
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    document.querySelector("[data-tb-opens='__drawer']").focus();
  });
})();
