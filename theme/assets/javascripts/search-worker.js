/*
 * 全文检索：在 Material 的检索界面之后，按原文逐字查找。
 *
 * Material 自带的检索按词建索引，中文的切词与读者的输入常常对不上：该有的找不到，不该有的排在前面。
 * 这里不切词：凡含有所输入文字的页面都找得到，不含的不出现。消息的编号与形状是 Material 的约定。
 */
"use strict"

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

const SNIPPET_BEFORE = 24
const SNIPPET_LENGTH = 96
const MOST_TERMS = 8

/* Material 打开页面后标字时，遇到这些字符就断开：1+8 会把页上每个 1 和 8 都标出来，不如不标。 */
const CUT = /[*+\-:~^]/

/* 只查一类页面：在词前写“通报：”“案例：”“区划：”。以地址分类。 */
const KINDS = {
  通报: /^bulletins\/[^/]+\/[^/]+\/./,
  案例: /^cases\/./,
  区划: /^divisions\/./,
}
const WRITTEN_KIND = new RegExp(`^\\s*(${Object.keys(KINDS).join("|")})[:：]`)

/* 页面：{ article: 章节, sections: [章节] }；章节另存小写半角的 title、text 供比较。 */
let pages = []

/* 全角字母、数字、空格与半角的视为相同，长度不变，位置因此可以对应。 */
function folded(text) {
  return text
    .replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .toLowerCase()
}

/* 从 PDF 贴来的部首和兼容字（⼤⺠）换成平常的字（大民），正文已经换过。对照表由程序写在索引的 config.ideographs 里。 */
const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g
let ordinary = new Map()

function canonical(text) {
  return text.replace(LOOK_ALIKE, c => ordinary.get(c) || c.normalize("NFKC"))
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

/* 索引里的 HTML 变成读者所见的文字：按它查找，显示时才重新转义。 */
function plain(html) {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim()
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name])
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}

function section(doc) {
  const title = plain(doc.title)
  const text = plain(doc.text)
  const isPage = !doc.location.includes("#")
  const tags = isPage && doc.tags || [] // 每节都带着整页的标签，只在页首列一次
  const kind = isPage && Object.keys(KINDS).find(each => each !== "区划" && KINDS[each].test(doc.location))
  return { isPage, kind, location: doc.location, title, text, tags, boost: doc.boost || 1,
    inTitle: folded(title), inText: folded(text), inTags: folded(tags.join("\n")) }
}

function setup({ config, docs }) {
  const [...pairs] = config.ideographs || ""
  ordinary = new Map(pairs.flatMap((c, i) => (i % 2 ? [] : [[c, pairs[i + 1]]])))
  const found = new Map()
  for (const doc of docs) {
    const [path] = doc.location.split("#")
    if (!found.has(path)) found.set(path, [])
    found.get(path).push(section(doc))
  }
  pages = [...found.values()].map(sections => ({ article: sections[0], sections }))
}

function occurrences(text, term, most) {
  let count = 0
  for (let at = text.indexOf(term); at >= 0 && count < most; at = text.indexOf(term, at + term.length)) count++
  return count
}

/* 标题相同最前，其次标题以之开头、标题含有、标签含有，最后看正文里出现几次。 */
function weight(part, term) {
  let score = 0
  if (part.inTitle === term) score += 100
  else if (part.inTitle.startsWith(term)) score += 60
  else if (part.inTitle.includes(term)) score += 40
  if (part.inTags.split("\n").includes(term)) score += 30
  const times = occurrences(part.inText, term, 5)
  return score + (times ? 4 + 2 * times : 0)
}

function marked(text, comparable, terms) {
  const covered = new Array(text.length).fill(false)
  for (const term of terms)
    for (let at = comparable.indexOf(term); at >= 0; at = comparable.indexOf(term, at + term.length))
      covered.fill(true, at, at + term.length)
  return text.replace(/[^]/g, (c, i) =>
    (covered[i] && !covered[i - 1] ? "<mark>" : "") + escaped(c) + (covered[i] && !covered[i + 1] ? "</mark>" : ""))
}

/* 摘录第一处命中前后的文字。 */
function snippet(part, terms) {
  const places = terms.map(term => part.inText.indexOf(term)).filter(at => at >= 0)
  if (!places.length) return ""
  const from = Math.max(0, Math.min(...places) - SNIPPET_BEFORE)
  const to = Math.min(part.text.length, from + SNIPPET_LENGTH)
  const body = marked(part.text.slice(from, to), part.inText.slice(from, to), terms)
  return `<p>${from > 0 ? "…" : ""}${body}${to < part.text.length ? "…" : ""}</p>`
}

function item(part, terms, score) {
  /* 页首是带路的：打开后，整页里读者所找的词都要标出。 */
  const isThere = term => part.isPage || part.inTitle.includes(term) || part.inText.includes(term)
  const found = Object.fromEntries(terms.filter(term => !CUT.test(term)).map(term => [term, isThere(term)]))
  const tags = [...new Set([part.kind, ...part.tags].filter(Boolean))]
  return { location: part.location, title: marked(part.title, part.inTitle, terms),
    text: snippet(part, terms), score, terms: found, ...(tags.length && { tags }) }
}

/* 一页的各章节，命中的在前；enough 说命中几个词才算。 */
function group(page, terms, enough) {
  const hits = terms.filter(term => page.sections.some(part =>
    part.inTitle.includes(term) || part.inTags.includes(term) || part.inText.includes(term)))
  if (hits.length < enough) return null
  const items = page.sections
    .map(part => ({ part, score: hits.reduce((sum, term) => sum + weight(part, term), 0) * part.boost }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const total = (items.length ? items[0].score : 0) + 1000 * hits.length
  const shown = items.map(({ part, score }) => item(part, hits, score))
  if (!items.some(({ part }) => part === page.article)) shown.push(item(page.article, hits, 0))
  return { total, shown }
}

function ranked(pages, terms, enough) {
  return pages
    .map(page => group(page, terms, enough))
    .filter(Boolean)
    .sort((a, b) => b.total - a.total)
    .map(({ shown }) => shown)
}

/* 整句查不到时，汉字拆成相邻两字再查，一半以上对得上才列出；字母数字不拆。 */
function pairs(terms) {
  const found = new Set()
  for (const term of terms)
    for (const part of term.match(/\p{Script=Han}+|\P{Script=Han}+/gu))
      if (part.length <= 2 || !/^\p{Script=Han}/u.test(part)) found.add(part)
      else for (let i = 0; i + 2 <= part.length; i++) found.add(part.slice(i, i + 2))
  return [...found]
}

function search(typed) {
  const query = canonical(typed)
  const kind = WRITTEN_KIND.exec(query)
  const among = kind ? pages.filter(({ article }) => KINDS[kind[1]].test(article.location)) : pages
  const words = kind ? query.slice(kind[0].length) : query
  const terms = [...new Set(folded(words).split(/\s+/).filter(Boolean))].slice(0, MOST_TERMS)
  if (!terms.length) return []
  const exact = ranked(among, terms, terms.length)
  if (exact.length) return exact
  const parts = pairs(terms)
  return parts.length > 1 ? ranked(among, parts, Math.ceil(parts.length / 2)) : []
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    setup(data)
    postMessage({ type: READY })
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: search(data) } })
  }
})
