/*
 * Two to four places side by side: /compare/#?programme=…&places=a,b,c
 * Reads the files of the programmes that the page links to (composing/compare), and puts their texts in a table.
 * The choice lives in the address, so that it can be passed on. Nothing is computed here.
 */
(() => {
  const home = document.querySelector("[data-tb-compare]");
  if (!home) return;
  const files = [...document.querySelectorAll("[data-tb-compare-file]")].map((link) => ({
    id: new URL(link.href).pathname.split("/").at(-1).replace(/\.json$/, ""),
    name: link.textContent,
    href: link.href,
  }));
  if (!files.length) return;
  const MOST = 4;
  const loaded = new Map();

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const state = { programme: files[0].id, places: [] };

  const readHash = () => {
    const found = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    const programme = found.get("programme");
    if (files.some((file) => file.id === programme)) state.programme = programme;
    state.places = (found.get("places") ?? "").split(",").filter(Boolean).slice(0, MOST);
  };

  const writeHash = () => {
    const chosen = state.places.filter(Boolean);
    const found = new URLSearchParams({ programme: state.programme, places: chosen.join(",") });
    history.replaceState(null, "", `#?${found}`);
  };

  /** In the offline edition, opened from a folder, no file can be asked for; the same data is there as a script. */
  window.tongbaoCompare = (id, data) => loaded.set(id, data);
  const loadScript = (href) =>
    new Promise((resolve, reject) => {
      const script = make("script", { src: href.replace(/\.json$/, ".js"), onload: resolve, onerror: reject });
      document.head.append(script);
    });

  const load = async (id) => {
    const { href } = files.find((file) => file.id === id);
    if (!loaded.has(id) && location.protocol === "file:") await loadScript(href);
    if (!loaded.has(id)) {
      const response = await fetch(href);
      if (!response.ok) throw new Error(response.statusText);
      loaded.set(id, await response.json());
    }
    return loaded.get(id);
  };

  const nameOf = (place, data) => {
    const same = data.places.filter((each) => each.name === place.name).length > 1;
    return same && place.within ? `${place.name}（${place.within}）` : place.name;
  };

  const chooser = (data, at) => {
    const select = make("select", { className: "tb-compare__select" });
    select.setAttribute("aria-label", tongbaoText("第%(number)s个地方", { number: at + 1 }));
    select.append(make("option", { value: "", textContent: at < 2 ? tongbaoText("选择地方") : tongbaoText("（不选）") }));
    for (const place of data.places) {
      select.append(make("option", { value: place.id, textContent: nameOf(place, data) }));
    }
    select.value = state.places[at] ?? "";
    select.addEventListener("change", () => {
      state.places[at] = select.value;
      writeHash();
      drawTable(data);
    });
    return select;
  };

  const cell = (found) => {
    const box = make("td");
    if (!found) {
      box.append("—");
      return box;
    }
    if (found.value) box.append(make("b", { textContent: found.value }));
    if (found.target) box.append(make("span", { className: "tb-small", textContent: tongbaoText("目标%(target)s", { target: found.target }) }));
    if (found.status) {
      const shape = make("i", { textContent: found.shape });
      shape.setAttribute("aria-hidden", "true");
      const lamp = make("span", { className: `tb-lamp tb-tone--${found.tone}` }, shape, found.status);
      box.append(make("span", { className: "tb-small" }, lamp, found.share ? ` ${found.share}` : ""));
    }
    return box;
  };

  let table = make("div");

  const drawTable = (data) => {
    const chosen = [...new Set(state.places.filter(Boolean))]
      .map((id) => data.places.find((each) => each.id === id))
      .filter(Boolean);
    const drawn = make("div");
    if (chosen.length < 2) {
      drawn.append(make("p", { textContent: tongbaoText("请至少选两个地方。") }));
    } else {
      const heads = chosen.map((place) => {
        const head = make("th", { textContent: nameOf(place, data) });
        head.scope = "col";
        head.append(make("span", { className: "tb-small", textContent: place.kind }));
        return head;
      });
      const first = make("th", { textContent: tongbaoText("指标") });
      first.scope = "col";
      const rows = data.indicators
        .filter((indicator) => chosen.some((place) => place.cells[indicator.id]))
        .map((indicator) => {
          const head = make("th", { textContent: indicator.name });
          head.scope = "row";
          return make("tr", {}, head, ...chosen.map((place) => cell(place.cells[indicator.id])));
        });
      const whole = make(
        "table",
        { className: "tb-table tb-stacked" },
        make("thead", {}, make("tr", {}, first, ...heads)),
        make("tbody", {}, ...rows),
      );
      // What kit/table.j2 does for the cards of a phone.
      chosen.forEach((place, at) => whole.style.setProperty(`--tb-${at + 2}`, JSON.stringify(nameOf(place, data))));
      const frame = make("div", { className: "tb-table-wrap", tabIndex: 0 }, whole);
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", `${data.programme}：${chosen.map((each) => each.name).join("、")}`);
      drawn.append(frame);
    }
    table.replaceWith(drawn);
    table = drawn;
  };

  const draw = async () => {
    const programme = make("select", { className: "tb-compare__select" });
    programme.setAttribute("aria-label", tongbaoText("工作"));
    for (const file of files) programme.append(make("option", { value: file.id, textContent: file.name }));
    programme.value = state.programme;
    programme.addEventListener("change", () => {
      state.programme = programme.value;
      writeHash();
      draw();
    });
    home.hidden = false;
    try {
      const data = await load(state.programme);
      const places = Array.from({ length: MOST }, (_, at) => chooser(data, at));
      table = make("div");
      home.replaceChildren(make("div", { className: "tb-compare__bar" }, programme, ...places), table);
      drawTable(data);
    } catch {
      home.replaceChildren(make("p", { textContent: tongbaoText("数据没有读到，请稍后再试，或者看看板。") }));
    }
  };

  addEventListener("hashchange", () => {
    readHash();
    draw();
  });
  readHash();
  draw();
})();
