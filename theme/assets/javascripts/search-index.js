/*
 * 全文检索：按原文逐字查找，不切词。凡含有所输入文字的页面都找得到，不含的不出现。
 *
 * 先查“字与相邻两字 → 哪些页”（search/pairs），再读那些页的文字（search/texts）逐一核对。这些文件都是脚本，
 * 从文件夹直接打开网站时也读得到；每个脚本交来它的种类、编号、整个索引的版本和内容。
 * 字的写法与 generators/publishing/search/comparable.py 相同，键的分法与 postings.py 相同。
 */
(() => {
  const EDGE = "\n"; // 标题的首尾
  const MOST_TERMS = 8;
  const MOST_TIMES = 5;
  const MOST_CHUNKS = 8; // 一次至多读几份文字，才去找更靠前的
  const BATCH = 5;
  const MANY = 4;
  const OF_DATA = /(^|\/)open-data\/$/; // 说明数据文件的页：什么词都有，不是读者要找的
  const SNIPPET_BEFORE = 24;
  const SNIPPET_LENGTH = 96;

  const home = new URL("../../search/", document.currentScript.src);
  const asked = new Map();
  const loaded = new Map();

  const load = (kind, number, version) => {
    const name = `${kind}/${number}`;
    const found = loaded.get(name) ?? new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = () => {
        loaded.delete(name);
        reject(new Error(name));
      };
      asked.set(name, (written, content) => {
        asked.delete(name);
        // 网站刚更新过：索引与文字不是同一次生成的。
        if (kind !== "index" && written !== version) fail();
        else resolve({ version: written, content });
      });
      script.onload = () => {
        script.remove();
        if (asked.delete(name)) fail();
      };
      script.onerror = fail;
      script.src = new URL(`${kind === "index" ? kind : name}.js${version && `?v=${version}`}`, home);
      document.head.append(script);
    });
    loaded.set(name, found);
    return found;
  };

  /* 全角字母、数字、标点与半角的视为相同，大小写也是；长度不变，位置因此可以对应。 */
  const comparable = (text) => {
    const half = text
      .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replace(/\u3000/g, " ");
    const lower = half.toLowerCase();
    if (lower.length === half.length && !half.includes("Σ")) return lower;
    const small = (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c);
    return [...half].map(small).join("");
  };

  /* 从 PDF 贴来的部首和兼容字（⼤⺠）换成平常的字（大民），正文已经换过。 */
  const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;
  const canonical = (text, ordinary) => text.replace(LOOK_ALIKE, (c) => ordinary.get(c) ?? c.normalize("NFKC"));

  /* 升序的编号，写成每个之前空几个；-n 是紧接着的 n 个。 */
  const numbers = (gaps) => {
    const found = [];
    let next = 0;
    for (const gap of gaps) {
      if (gap >= 0) next += gap;
      for (let left = Math.max(1, -gap); left; left--) found.push(next++);
    }
    return found;
  };

  const opened = ({ version, content }) => {
    const places = content.chunks.flatMap((size, chunk) => Array.from({ length: size }, (_, at) => [chunk, at]));
    const further = new Set(numbers(content.further));
    const pages = places.map((_, leaf) => leaf);
    for (const leaf of further) pages[leaf] = pages[leaf - 1];
    const [...pairs] = content.ideographs;
    const ordinary = new Map(pairs.flatMap((c, i) => (i % 2 ? [] : [[c, pairs[i + 1]]])));
    const facets = content.facets.map(([name, values]) => {
      const of = new Map();
      for (const [value, gaps] of values)
        for (const page of numbers(gaps)) of.set(page, [...(of.get(page) ?? []), value]);
      return { name, of, values: values.map(([value]) => value) };
    });
    return { version, shards: content.shards, places, pages, ordinary, facets };
  };

  const keysOf = (term) => {
    const [...letters] = term;
    return letters.length === 1 ? letters : letters.slice(1).map((c, i) => letters[i] + c);
  };

  const lists = async (index, key) => {
    let hash = 0;
    for (const c of key) if (c !== EDGE) hash = (hash * 31 + c.codePointAt(0)) % 65521;
    const { content } = await load("pairs", hash % index.shards, index.version);
    const [texts, titles, tags, ...often] = content[key] ?? [];
    const times = new Map();
    often.forEach((gaps, i) => numbers(gaps).forEach((leaf) => times.set(leaf, i + 2)));
    const [inTexts, inTitles, inTags] = [texts, titles, tags].map((gaps) => new Set(numbers(gaps ?? [])));
    return { inTexts, inTitles, inTags, times };
  };

  const common = (sets) => {
    const [first, ...rest] = [...sets].sort((a, b) => a.size - b.size);
    return [...first].filter((leaf) => rest.every((set) => set.has(leaf)));
  };

  /* 可能含有一个词的页面：至多得几分，在哪几段里。 */
  const candidates = async (index, term) => {
    const [...letters] = term;
    // 长的词隔一对取一对，每个字仍都在内：多出来的页，核对时去掉。
    const keys = keysOf(term).filter((_, i, { length }) => length < MANY || i % 2 === 0 || i === length - 1);
    const found = await Promise.all(keys.map((key) => lists(index, key)));
    const [inTexts, inTitles, inTags] = ["inTexts", "inTitles", "inTags"].map((name) => common(found.map((each) => each[name])));
    // 哪些标题以它开头、结尾，只在有标题或标签含有它时才要问。
    const edges = inTitles.length || inTags.length ? [EDGE + letters[0], letters.at(-1) + EDGE] : [];
    const [begin, end] = await Promise.all(edges.map((key) => lists(index, key)));
    const scores = new Map();
    const add = (leaf, score) => scores.set(leaf, (scores.get(leaf) ?? 0) + score);
    for (const leaf of inTexts)
      add(leaf, 4 + 2 * Math.min(...found.map(({ times }) => times.get(leaf) ?? 1)));
    for (const leaf of inTitles)
      add(leaf, !begin.inTitles.has(leaf) ? 40 : end.inTitles.has(leaf) ? 100 : 60);
    for (const leaf of inTags)
      add(leaf, begin.inTags.has(leaf) && end.inTags.has(leaf) ? 30 : 0);
    const pages = new Map();
    for (const [leaf, score] of scores) {
      const page = pages.get(index.pages[leaf]) ?? { score: 0, leaves: [] };
      pages.set(index.pages[leaf], page);
      page.score = Math.max(page.score, score);
      page.leaves.push(leaf);
    }
    return pages;
  };

  const occurrences = (text, term) => {
    let count = 0;
    for (let at = text.indexOf(term); at >= 0 && count < MOST_TIMES; at = text.indexOf(term, at + term.length)) count++;
    return count;
  };

  /* 标题相同最前，其次标题以之开头、标题含有、标签相同，最后看正文里出现几次。 */
  const weight = (part, term) => {
    let score = 0;
    if (part.inTitle === term) score += 100;
    else if (part.inTitle.startsWith(term)) score += 60;
    else if (part.inTitle.includes(term)) score += 40;
    if (part.inTags.includes(term)) score += 30;
    const times = occurrences(part.inText, term);
    return score + (times ? 4 + 2 * times : 0);
  };

  /* 文字分成 [文字, 是否命中] 的小段。 */
  const marked = (text, inText, terms) => {
    const covered = new Uint8Array(text.length);
    for (const term of terms)
      for (let at = inText.indexOf(term); at >= 0; at = inText.indexOf(term, at + term.length))
        covered.fill(1, at, at + term.length);
    const pieces = [];
    for (let from = 0, to; from < text.length; from = to) {
      for (to = from + 1; to < text.length && covered[to] === covered[from]; to++);
      pieces.push([text.slice(from, to), Boolean(covered[from])]);
    }
    return pieces;
  };

  /* 摘录第一处命中前后的文字。 */
  const snippet = (part, terms) => {
    const places = terms.map((term) => part.inText.indexOf(term)).filter((at) => at >= 0);
    if (!places.length) return [];
    const from = Math.max(0, Math.min(...places) - SNIPPET_BEFORE);
    const to = Math.min(part.text.length, from + SNIPPET_LENGTH);
    const shown = marked(part.text.slice(from, to), part.inText.slice(from, to), terms);
    return [...(from ? [["…", false]] : []), ...shown, ...(to < part.text.length ? [["…", false]] : [])];
  };

  const partOf = (anchor, title, text, tags) =>
    ({ anchor, title, text, inTitle: comparable(title), inText: comparable(text), inTags: tags.map(comparable) });

  const shownPart = (part, terms) =>
    ({ anchor: part.anchor, title: marked(part.title, part.inTitle, terms), text: snippet(part, terms) });

  /* 核对一页：读它的文字，命中够了才是结果；命中的章节在前，同一节只列一次。 */
  const verified = async (index, { page, leaves }, terms, enough) => {
    const read = await Promise.all(leaves.map(async (leaf) => {
      const [chunk, at] = index.places[leaf];
      return (await load("texts", chunk, index.version)).content[at];
    }));
    const [[location, title, kind, tags]] = read;
    const parts = read.flatMap(([, , , , sections]) =>
      sections.map(([anchor, name, text]) => partOf(anchor, name, text, anchor ? [] : tags)));
    const head = parts.find((part) => !part.anchor) ?? partOf("", title, "", tags);
    const has = (part, term) =>
      part.inTitle.includes(term) || part.inText.includes(term) || part.inTags.some((tag) => tag.includes(term));
    const hits = terms.filter((term) => [head, ...parts].some((part) => has(part, term)));
    if (hits.length < enough) return null;
    // 页名就是所查的，仍照原来的算；否则排在别的页后面。
    const isLower = OF_DATA.test(location) && !hits.every((term) => head.inTitle.includes(term));
    const scored = parts
      .map((part) => ({ part, score: hits.reduce((sum, term) => sum + weight(part, term), 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const best = [...new Map(scored.map(({ part }) => [part.anchor, part]).reverse()).values()].reverse();
    const lead = best.find((part) => !part.anchor) ?? head;
    return { page, location, tags: [...new Set([kind, ...tags])].filter(Boolean), terms: hits, total: (isLower ? 0 : scored[0]?.score ?? 0) + 1000 * hits.length,
      head: shownPart(lead, hits), parts: best.filter((part) => part.anchor).map((part) => shownPart(part, hits)) };
  };

  /* 结果一批批核对、给出：得分不低于余下各页所能得的，才轮到。 */
  const results = (index, pages, terms, enough, isSure) => {
    const found = [];
    let at = 0;
    let given = 0;
    const next = async (count) => {
      const taken = [];
      const chunks = new Set();
      while (taken.length < count && (at < pages.length || found.length)) {
        const isNext = found.length && (at >= pages.length || found[0].total >= pages[at].bound);
        if (isNext || (found.length && chunks.size >= MOST_CHUNKS)) {
          taken.push(found.shift());
          given++;
          continue;
        }
        // 剩下的多半不是：已有结果就先给，其余等读者要。
        if (taken.length && chunks.size >= MOST_CHUNKS) break;
        const batch = pages.slice(at, (at += BATCH));
        for (const { leaves } of batch) for (const leaf of leaves) chunks.add(index.places[leaf][0]);
        const read = await Promise.all(batch.map((each) => verified(index, each, terms, enough)));
        found.push(...read.filter(Boolean));
        found.sort((a, b) => b.total - a.total || a.page - b.page);
      }
      return taken;
    };
    const left = () => Math.max(0, pages.length - at);
    const count = () => ({ pages: given + found.length + left(), isExact: isSure || !left() });
    const hasMore = () => Boolean(found.length || left());
    return { next, count, hasMore };
  };

  const look = async (index, terms, enough, chosen) => {
    const perTerm = await Promise.all(terms.map((term) => candidates(index, term)));
    const pages = new Map();
    for (const found of perTerm)
      for (const [page, { score, leaves }] of found) {
        const sum = pages.get(page) ?? { page, hits: 0, bound: 0, leaves: [] };
        pages.set(page, sum);
        sum.hits++;
        sum.bound += 1000 + score;
        sum.leaves = [...new Set([...sum.leaves, ...leaves])];
      }
    const all = [...pages.values()].filter(({ hits }) => hits >= enough);
    const values = new Map(index.facets.map(({ name }) => [name, new Set()]));
    const kept = all.filter(({ page }) => {
      const missed = index.facets.filter(({ name, of }) => chosen[name] && !of.get(page)?.includes(chosen[name]));
      for (const { name, of } of index.facets)
        if (missed.every((each) => each.name === name)) for (const value of of.get(page) ?? []) values.get(name).add(value);
      return !missed.length;
    });
    kept.sort((a, b) => b.bound - a.bound || a.page - b.page);
    const isSure = terms.every((term) => [...term].length <= 2);
    const facets = index.facets.map((facet) =>
      ({ name: facet.name, values: facet.values.filter((value) => values.get(facet.name).has(value)) }));
    return { ...results(index, kept, terms, enough, isSure), facets };
  };

  /* 整句查不到时，汉字拆成相邻两字再查，一半以上对得上才列出；字母数字不拆，单个的字不查，到处都有。 */
  const halves = (terms) => {
    const found = new Set();
    for (const term of terms)
      for (const part of term.match(/\p{Script=Han}+|\P{Script=Han}+/gu))
        for (const piece of /^\p{Script=Han}/u.test(part) ? keysOf(part) : [part]) found.add(piece);
    return [...found].filter((piece) => [...piece].length > 1);
  };

  const search = async (index, typed, chosen, count) => {
    const words = comparable(canonical(typed, index.ordinary)).split(/\s+/).filter(Boolean);
    const terms = [...new Set(words)].slice(0, MOST_TERMS);
    if (!terms.length) return null;
    const whole = await look(index, terms, terms.length, chosen);
    const first = await whole.next(count);
    const parts = halves(terms);
    const isChosen = Object.values(chosen).some(Boolean);
    if (first.length || parts.length < 2 || (isChosen && whole.facets.some(({ values }) => values.length)))
      return { ...whole, first };
    const near = await look(index, parts, Math.ceil(parts.length / 2), chosen);
    return { ...near, first: await near.next(count), isNear: true };
  };

  const prepared = (fresh) => load("index", 0, fresh).then(opened);
  let ready;

  window.tongbaoSearch = (kind, number, version, content) => asked.get(`${kind}/${number}`)?.(version, content);

  /* 查找；没有可查的文字为 null。chosen 为各类范围里选定的值。找到的先给 count 页，在 first，其余用 next(count) 要。 */
  window.tongbaoSearch.find = async (typed, chosen, count) => {
    try {
      ready ??= prepared("");
      return await search(await ready, typed, chosen, count);
    } catch {
      loaded.clear();
      ready = prepared(String(Date.now()));
      ready.catch(() => { ready = undefined; });
      return search(await ready, typed, chosen, count);
    }
  };
})();
