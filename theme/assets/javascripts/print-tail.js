/*
 * A bulletin's tail (版记) belongs at the foot of its last sheet, which no style sheet can ask a browser for. Columns break as
 * pages do: for a moment the text is set in columns as large as the type area, and what is left free below the tail becomes room
 * above it: inside the block that does not break, for at the head of a sheet a margin is dropped. Without this script the tail
 * follows the text.
 */
(() => {
  /** What rounding to whole pixels may add must not push the tail over to a sheet of its own. */
  const SPARE_PIXELS = 2;

  const tail = document.querySelector(".tb-tail");
  if (!tail) return;
  const sheets = [...document.querySelectorAll("link[rel=stylesheet][media]")];
  const isAloneOnSheet = (part) => [part, ...part.querySelectorAll("table")].some((each) => getComputedStyle(each).page === "wide");

  /** Returns what `measure` does while the page looks as it is printed. */
  function asPrinted(measure) {
    const media = sheets.map((sheet) => sheet.media);
    for (const sheet of sheets) sheet.media = sheet.media === "print" ? "all" : "not all";
    document.documentElement.classList.add("tb-measuring");
    const parts = [document.querySelector("[data-md-component=announce]"), ...tail.closest("article").children];
    // After a sheet that lies on its side the text begins anew.
    const before = parts.slice(0, parts.findLastIndex((part) => part && isAloneOnSheet(part)) + 1);
    const shown = before.filter((part) => part && !part.hidden);
    for (const part of shown) part.hidden = true;
    try {
      return measure();
    } finally {
      for (const part of shown) part.hidden = false;
      document.documentElement.classList.remove("tb-measuring");
      sheets.forEach((sheet, at) => { sheet.media = media[at]; });
    }
  }

  addEventListener("beforeprint", () => {
    tail.style.breakInside = "avoid";
    const room = asPrinted(() => document.body.getBoundingClientRect().bottom - tail.getBoundingClientRect().bottom);
    tail.style.paddingTop = `${Math.max(0, room - SPARE_PIXELS)}px`;
  });
  addEventListener("afterprint", () => tail.removeAttribute("style"));
})();
