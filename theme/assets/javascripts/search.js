/* 搜索框：输入时查找，列出结果和可选的范围。查找本身在 search-index.js。 */
(() => {
  const PAGES = 10;
  const SECTIONS = 3;
  const PAUSE = 150;

  const { base, translations } = JSON.parse(document.getElementById("__config").textContent);
  const box = document.querySelector("[data-tb-search]");
  const [form, input, status, list, more, facets] = [
    ".md-search__form", ".md-search__input", ".md-search-result__meta", ".md-search-result__list",
    ".tb-search-more", ".tb-search-facets",
  ].map((name) => box.querySelector(name));
  const chosen = {};
  let asked = 0;
  let found = null;

  const said = (key, number = "") => translations[`search.result.${key}`].replace("#", number);

  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const written = (pieces) => pieces.map(([text, isHit]) => (isHit ? make("mark", "", text) : text));

  const link = (result, part, tag, ...further) => {
    const address = new URL(result.location, new URL(base, location));
    // 直接从文件夹打开时，没有服务器替人找到 index.html。
    if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    address.searchParams.set("h", result.terms.join(" "));
    address.hash = part.anchor;
    const text = part.text.length ? [make("p", "", ...written(part.text))] : [];
    const article = make("div", "md-search-result__article md-typeset", make(tag, "", ...written(part.title)), ...text, ...further);
    const anchor = make("a", "md-search-result__link", article);
    anchor.href = address;
    return anchor;
  };

  const item = (result) => {
    const tags = result.tags.length ? [make("p", "md-tags", ...result.tags.map((tag) => make("span", "md-tag", tag)))] : [];
    const sections = result.parts.map((part) => link(result, part, "h2"));
    const hidden = sections.splice(SECTIONS);
    const key = hidden.length === 1 ? "more.one" : "more.other";
    const summary = make("summary", "", make("div", "", said(key, hidden.length)));
    const rest = hidden.length ? [make("details", "md-search-result__more", summary, ...hidden)] : [];
    return make("li", "md-search-result__item", link(result, result.head, "h1", ...tags), ...sections, ...rest);
  };

  const count = () => {
    const { pages, isExact } = found.count();
    if (!pages) return said("none");
    if (found.isNear) return said("near", pages);
    if (!isExact) return said("about", pages);
    return pages === 1 ? said("one") : said("other", pages);
  };

  const showFacets = () => {
    const shown = (found?.facets ?? []).filter(({ name, values }) => values.length > 1 || chosen[name]);
    facets.hidden = !shown.length;
    const focused = document.activeElement?.dataset.tbFacet;
    facets.replaceChildren(...shown.map(({ name, values }) => {
      const select = make("select", "", new Option(said("all"), ""), ...values.map((value) => new Option(value)));
      if (chosen[name] && !values.includes(chosen[name])) select.append(new Option(chosen[name]));
      select.value = chosen[name] ?? "";
      select.dataset.tbFacet = name;
      select.setAttribute("aria-label", name);
      select.addEventListener("change", () => {
        chosen[name] = select.value;
        run();
      });
      return make("label", "", `${name} `, select);
    }));
    if (focused) facets.querySelector(`[data-tb-facet="${CSS.escape(focused)}"]`)?.focus();
  };

  const show = (items) => {
    list.append(...items.map(item));
    more.hidden = !found?.hasMore();
    status.textContent = found ? count() : said("placeholder");
  };

  const run = async () => {
    const number = ++asked;
    const isAsked = () => number === asked;
    if (input.value.trim()) status.textContent = said("initializer");
    else for (const name of Object.keys(chosen)) delete chosen[name];
    try {
      const result = await tongbaoSearch.find(input.value, chosen, PAGES);
      if (!isAsked()) return;
      found = result;
      list.replaceChildren();
      showFacets();
      show(found?.first ?? []);
    } catch {
      if (isAsked()) status.textContent = said("failed");
    }
  };

  more.addEventListener("click", async () => {
    const number = asked;
    const before = list.children.length;
    const items = await found.next(PAGES).catch(() => null);
    if (number !== asked) return;
    if (!items) {
      status.textContent = said("failed");
      return;
    }
    show(items);
    list.children[before]?.querySelector("a").focus();
  });

  let pause;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(run, PAUSE);
  };
  input.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  input.addEventListener("compositionend", soon);
  form.addEventListener("reset", () => setTimeout(() => {
    input.focus();
    run();
  }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });

  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a, summary")].filter((each) => each.offsetParent);
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
  });

  run();
})();
