/*
 * Boards: tables marked data-tb-board get sortable heads and, with a filter bar, filters by text and status.
 * The state lives in the address (#?text=…&status=…&sort=…), so that a view can be passed on.
 * A row marked data-tb-follows belongs to the one before it and goes where that goes. A row marked data-tb-group
 * is the head of its tbody; a sorted table has all rows in the first tbody, and no such heads. A row marked
 * data-tb-summary sums up the rows of its tbody: it stays where it is, in sight while any of them is.
 * Rows are read once; sorting moves them in one fragment, filtering flips `hidden`: one layout a change.
 */

/*
 * The text of the frame in the language of the page, which gives those of its scripts where it is not Chinese;
 * `values` take the places of %(name)s. It stands here because every page, and every embedded view, begins with this script.
 */
const tongbaoText = (() => {
  const given = document.getElementById("__messages");
  const texts = given ? JSON.parse(given.textContent) : {};
  return (text, values = {}) => (texts[text] ?? text).replace(/%\((\w+)\)s/g, (_, name) => values[name]);
})();

(() => {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const boards = [...document.querySelectorAll("table[data-tb-board]")];

  /** What a cell is sorted by: a number, a text, or null for a cell that is always last. */
  const keyOf = (cell) => {
    if (!cell) return null;
    const text = (cell.dataset.sort ?? cell.textContent).trim();
    const number = Number(text);
    return text === "" ? null : Number.isNaN(number) ? text : number;
  };

  const compare = (a, b) =>
    (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));

  const readHash = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");

  const readRows = (table) => {
    const found = [];
    const groups = [];
    const summaries = [];
    for (const home of table.tBodies) {
      for (const row of home.rows) {
        if ("tbFollows" in row.dataset) {
          found.at(-1)?.followers.push(row);
          continue;
        }
        if ("tbGroup" in row.dataset) {
          groups.push({ row, home });
          continue;
        }
        if ("tbSummary" in row.dataset) {
          summaries.push({ row, home });
          continue;
        }
        const statuses = new Set((row.dataset.status ?? "").split(" "));
        for (const cell of row.cells) for (const s of cell.dataset.status?.split(" ") ?? []) statuses.add(s);
        const head = row.querySelector("th[scope=row]") ?? row.cells[0];
        const text = head.textContent.toLowerCase();
        found.push({ row, home, followers: [], index: found.length, statuses, text, keys: [] });
      }
    }
    return { rows: found, groups, summaries };
  };

  const mount = (table, nth) => {
    const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    const { rows, groups, summaries } = readRows(table);
    const bar = document.querySelector(`[data-tb-filter="${table.id}"]`);
    const input = bar?.querySelector(".tb-filter__input");
    const boxes = [...(bar?.querySelectorAll(".tb-chip__box") ?? [])];
    const reset = bar?.querySelector(".tb-filter__reset");
    const count = bar?.querySelector(".tb-filter__count");
    const name = (key) => (nth ? `${nth}.${key}` : key);
    const state = { text: "", statuses: new Set(), column: -1, down: false };

    const load = () => {
      const query = readHash();
      const [, sign, column] = /^(-?)(\d+)$/.exec(query.get(name("sort")) ?? "") ?? [];
      state.text = query.get(name("text")) ?? "";
      state.statuses = new Set((query.get(name("status")) ?? "").split(",").filter(Boolean));
      state.column = column && Number(column) <= heads.length ? Number(column) - 1 : -1;
      state.down = sign === "-";
    };

    const save = () => {
      const query = readHash();
      const set = (key, value) => (value ? query.set(name(key), value) : query.delete(name(key)));
      set("text", state.text);
      set("status", [...state.statuses].join(","));
      set("sort", state.column < 0 ? "" : `${state.down ? "-" : ""}${state.column + 1}`);
      history.replaceState(history.state, "", String(query) ? `#?${query}` : location.pathname + location.search);
    };

    const sort = () => {
      const { column, down } = state;
      heads.forEach((head, at) => {
        if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      if (column >= 0) for (const r of rows) if (!(column in r.keys)) r.keys[column] = keyOf(r.row.cells[column]);
      const before = [...rows];
      rows.sort((a, b) => {
        if (column < 0) return a.index - b.index;
        const [x, y] = [a.keys[column], b.keys[column]];
        if (x === null || y === null) return (x === null) - (y === null) || a.index - b.index;
        return (down ? compare(y, x) : compare(x, y)) || a.index - b.index;
      });
      const bodyOf = (r) => (column < 0 ? r.home : table.tBodies[0]);
      if (rows.every((r, at) => r === before[at] && r.row.parentNode === bodyOf(r))) return;
      const fragments = new Map();
      for (const r of rows) {
        const body = bodyOf(r);
        if (!fragments.has(body)) fragments.set(body, document.createDocumentFragment());
        fragments.get(body).append(r.row, ...r.followers);
      }
      for (const [body, fragment] of fragments) body.append(fragment);
    };

    /** The head of a group stands where its rows do: not over a sorted table, nor over nothing. */
    const showGroups = () => {
      const shown = new Set(rows.filter((r) => !r.row.hidden).map((r) => r.home));
      for (const { row, home } of groups) row.hidden = state.column >= 0 || !shown.has(home);
      for (const { row, home } of summaries) row.hidden = !shown.has(home);
    };

    const filter = () => {
      const wanted = state.text.trim().toLowerCase();
      const { statuses } = state;
      let shown = 0;
      for (const r of rows) {
        const fits = r.text.includes(wanted) && (!statuses.size || [...statuses].some((s) => r.statuses.has(s)));
        if (r.row.hidden === fits) for (const row of [r.row, ...r.followers]) row.hidden = !fits;
        shown += fits;
      }
      showGroups();
      if (!bar) return;
      const isFiltered = Boolean(wanted || statuses.size);
      count.textContent = isFiltered ? tongbaoText("显示 %(shown)s 个，共 %(total)s 个", { shown, total: rows.length }) : tongbaoText("共 %(total)s 个", { total: rows.length });
      reset.hidden = !isFiltered;
    };

    const show = () => {
      if (input) input.value = state.text;
      for (const box of boxes) box.checked = state.statuses.has(box.value);
      sort();
      filter();
    };

    heads.forEach((head, column) => {
      if ("tbUnsorted" in head.dataset) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tb-sort";
      // A head that links to its indicator keeps the link: a button beside it sorts.
      const link = head.querySelector("a");
      if (link) button.setAttribute("aria-label", tongbaoText("按%(title)s排序", { title: link.textContent }));
      else button.append(...head.childNodes);
      button.addEventListener("click", () => {
        // First click: numbers from the top, text from A; then the other way; then as written.
        const first = rows.some((r) => typeof keyOf(r.row.cells[column]) === "number");
        if (state.column !== column) Object.assign(state, { column, down: first });
        else if (state.down === first) state.down = !first;
        else state.column = -1;
        sort();
        showGroups();
        save();
      });
      if (link) link.after(button);
      else head.append(button);
    });

    if (bar) {
      let pending = 0;
      input.addEventListener("input", () => {
        state.text = input.value;
        cancelAnimationFrame(pending);
        pending = requestAnimationFrame(() => { filter(); save(); });
      });
      for (const box of boxes) {
        box.addEventListener("change", () => {
          state.statuses = new Set(boxes.filter((b) => b.checked).map((b) => b.value));
          filter();
          save();
        });
      }
      reset.addEventListener("click", () => {
        Object.assign(state, { text: "", statuses: new Set() });
        show();
        save();
        input.focus();
      });
      bar.hidden = false;
    }

    addEventListener("hashchange", () => { load(); show(); });
    load();
    show();
  };

  boards.forEach((table, at) => mount(table, boards.length > 1 ? table.id || at + 1 : ""));
})();
