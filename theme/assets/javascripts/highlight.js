/*
 * 从搜索结果打开的页面：标出所找的词（网址里的 ?h=）。
 * 词可能跨过几个元素（1<b>+8</b>）：一块里的文字连起来找，各元素里的那一截分别标出。
 */
(() => {
  const MOST = 1000;
  const BLOCK = "address, blockquote, caption, dd, div, dt, figcaption, h1, h2, h3, h4, h5, h6, li, p, pre, summary, td, th";
  const LEFT_OUT = "script, style, svg, select, button, .headerlink, [hidden]";

  const article = document.querySelector("article");
  const comparable = (text) => text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\p{L}/gu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
  const terms = comparable(new URLSearchParams(location.search).get("h") ?? "").split(/\s+/).filter(Boolean);
  if (!article || !terms.length) return;

  const blocks = new Map();
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(LEFT_OUT)) continue;
    const block = node.parentElement.closest(BLOCK) ?? article;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(node);
  }

  const places = (text) => {
    const covered = new Uint8Array(text.length);
    for (const term of terms)
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
        covered.fill(1, at, at + term.length);
    return covered;
  };

  let first = null;
  let marks = 0;
  const mark = (node, covered) => {
    const text = node.data;
    const pieces = [];
    for (let from = 0, to; from < text.length; from = to) {
      for (to = from + 1; to < text.length && covered[to] === covered[from]; to++);
      const piece = covered[from] ? document.createElement("mark") : document.createTextNode(text.slice(from, to));
      if (covered[from]) {
        piece.textContent = text.slice(from, to);
        piece.dataset.mdHighlight = "";
        first ??= piece;
        marks++;
      }
      pieces.push(piece);
    }
    node.replaceWith(...pieces);
  };

  for (const nodes of blocks.values()) {
    const covered = places(comparable(nodes.map((node) => node.data).join("")));
    let start = 0;
    for (const node of nodes) {
      const own = covered.subarray(start, (start += node.data.length));
      if (own.includes(1)) mark(node, own);
    }
    if (marks >= MOST) break;
  }

  for (let around = first?.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  if (!location.hash) first?.scrollIntoView({ block: "center" });
})();
