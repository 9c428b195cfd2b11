/*
 * Tables wider than their place on the page: they scroll sideways in a box of their own, which fades out where it goes
 * on, and a line above says so. All others need no box (data-tb-fits): the page scrolls them and their heads stick.
 */
(() => {
  const FRAMES = ".tb-table-wrap, .md-typeset__scrollwrap";
  const known = new Set();

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const noteOf = (frame, at) => {
    const button = (label, shape, way) => {
      const made = make("button", { type: "button", textContent: shape });
      made.setAttribute("aria-label", label);
      made.addEventListener("click", () => frame.scrollBy({ left: way * frame.clientWidth * 0.7 }));
      return made;
    };
    const words = make("span", { id: `tb-wide-${at}`, textContent: tongbaoText("表格较宽，左右滚动看其余各列") });
    const note = make("p", { className: "tb-wide-note" }, words, button(tongbaoText("向左滚动"), "←", -1), button(tongbaoText("向右滚动"), "→", 1));
    frame.before(note);
    frame.setAttribute("aria-describedby", words.id);
    return note;
  };

  const mount = (frame, at) => {
    let note = null;

    const showEdges = () => {
      const left = frame.scrollWidth - frame.clientWidth - frame.scrollLeft;
      const [isBefore, isAfter] = [frame.scrollLeft > 1, left > 1];
      frame.toggleAttribute("data-tb-before", isBefore);
      frame.toggleAttribute("data-tb-after", isAfter);
      const [back, on] = note.querySelectorAll("button");
      back.disabled = !isBefore;
      on.disabled = !isAfter;
    };

    const measure = () => {
      const isWide = frame.scrollWidth > frame.clientWidth + 1;
      frame.toggleAttribute("data-tb-fits", !isWide);
      if (isWide) {
        frame.tabIndex = 0;
        note ??= noteOf(frame, at);
        note.hidden = false;
        const head = frame.querySelector("thead");
        if (head) frame.style.setProperty("--tb-way", `${frame.clientHeight - head.offsetHeight}px`);
        showEdges();
      } else {
        frame.removeAttribute("tabindex");
        frame.removeAttribute("data-tb-before");
        frame.removeAttribute("data-tb-after");
        if (note) note.hidden = true;
      }
    };

    frame.addEventListener("scroll", () => { if (note) showEdges(); }, { passive: true });
    // A chart over time opens at its latest end.
    if (frame.firstElementChild?.tagName === "svg") frame.scrollLeft = frame.scrollWidth;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    if (frame.firstElementChild) observer.observe(frame.firstElementChild);
  };

  const find = () => {
    for (const frame of document.querySelectorAll(FRAMES)) {
      if (known.has(frame)) continue;
      known.add(frame);
      mount(frame, known.size);
    }
  };

  find();
  // Material boxes the tables of articles later, and the page that compares places draws its table when asked.
  const article = document.querySelector("article");
  if (article) new MutationObserver(find).observe(article, { childList: true, subtree: true });
})();
