/* Opens and closes the drawer and the search by buttons and keys, and loads the search when it is wanted. */
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

  // The search and the marks on a page that it leads to are loaded when they are wanted.
  const box = document.querySelector("[data-tb-search]");
  const load = (name) => {
    if (document.querySelector(`script[data-tb-script="${name}"]`)) return;
    const script = Object.assign(document.createElement("script"), { src: `${box.dataset.tbSearch}/${name}.js`, async: false });
    script.dataset.tbScript = name;
    document.head.append(script);
  };
  const search = document.getElementById("__search");
  const query = box?.querySelector("input");
  const open = (isOpen) => {
    if (search.checked !== isOpen) search.click();
  };
  query?.addEventListener("focus", () => {
    open(true);
    load("search-index");
    load("search");
  });
  box?.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) open(false);
  });
  const address = new URLSearchParams(location.search);
  if (query && address.get("q")) {
    query.value = address.get("q");
    open(true);
    query.focus();
  }
  if (query && address.get("h")) load("highlight");

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea");
    if (event.key === "/" && query && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open(true);
      query.focus();
    }
    if (event.key !== "Escape") return;
    for (const button of document.querySelectorAll("[data-tb-opens]")) {
      const toggle = document.getElementById(button.dataset.tbOpens);
      if (!toggle.checked) continue;
      toggle.click();
      // The button of the search is there on narrow windows alone.
      if (button.offsetParent) button.focus();
      else document.activeElement.blur();
    }
  });
})();
