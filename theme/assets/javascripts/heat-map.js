/*
 * On a phone a heat map shows its divisions and one column, which the reader chooses above it. The choice lives in the
 * address (#?column=…), beside the filter of board.js. Which columns are hidden is up to heat-map.css.
 */
(() => {
  const table = document.querySelector(".tb-heat");
  const bar = table && document.querySelector(`[data-tb-filter="${table.id}"]`);
  if (!bar) return;
  const heads = [...table.tHead.rows[0].cells];
  const readHash = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");

  const select = document.createElement("select");
  select.className = "tb-choose__select";
  heads.forEach((head, at) => {
    if (at) select.add(new Option((head.querySelector("a") ?? head.firstChild).textContent, String(at + 1)));
  });
  const label = document.createElement("label");
  label.className = "tb-choose";
  label.append(tongbaoText("看哪一项"), select);
  bar.prepend(label);

  /** The column with most targets, of several the first: what only the county has to reach leaves all other rows empty. */
  const fullest = () => {
    const targets = heads.map((_, at) => table.querySelectorAll(`td[data-status]:nth-child(${at + 1})`).length);
    return Math.max(1, targets.indexOf(Math.max(...targets)));
  };

  /** The column in the address, else the fullest. */
  const wanted = () => {
    const column = Number(readHash().get("column"));
    if (column > 1 && column <= heads.length) return column - 1;
    return fullest();
  };

  const show = () => {
    const column = wanted();
    select.value = String(column + 1);
    for (const cell of table.querySelectorAll(".tb-chosen")) cell.classList.remove("tb-chosen");
    for (const row of table.rows) row.cells[column]?.classList.add("tb-chosen");
    table.dataset.tbChosen = "";
  };

  select.addEventListener("change", () => {
    const query = readHash();
    query.set("column", select.value);
    history.replaceState(history.state, "", `#?${query}`);
    show();
  });
  addEventListener("hashchange", show);
  show();
})();
