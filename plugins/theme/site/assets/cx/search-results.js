// What was found, as readers see it: pages and their sections, an excerpt with its hits marked.

import { beginsThaiWord, syllableEnd, tokens } from "./search-analyzer.js"

/**
 * @typedef {import("./search-files.js").Head} Head
 * @typedef {import("./search-index.js").Foreign} Foreign
 * @typedef {import("./search-index.js").Page} Page
 * @typedef {import("./search-index.js").Section} Section
 * @typedef {import("./search-index.js").Terms} Terms
 * @typedef {[number, number, string]} Span  where words begin and end, and their language
 */

/** Characters of an excerpt, and of those the ones before its first hit. */
const EXCERPT = 170
const BEFORE = 50
/** What stands between two lines of a text. */
const BETWEEN_LINES = " · "
/** Characters of a question behind which it may end when it is repeated. */
const SHORT = 50

/** Two signs between which a line may be cut: no mark, no half of a pair, no Thai vowel before. */
const BEGINS_LETTER = /^[^เ-ไ\ud800-\udbff][^\p{M}ะาำๅ\udc00-\udfff]$/u

export class Results {
  /**
   * @param {Head} head of the index
   * @param {URL} root of the version, from which the addresses of its pages are counted
   */
  constructor(head, root) {
    this.head = head
    this.root = root
  }

  /**
   * A page that was found, with its sections.
   * @param {Page} page
   * @param {Terms} terms that are marked
   */
  item(page, terms) {
    const address = new URL(page.address || "./", this.root).href
    const [best] = page.sections
    const title = element("a", { href: address, class: "cx-search-page" })
    title.append(...this.marked(page.title, terms, spans(page.foreignTitle)))
    const item = element("li", {}, title)
    if (best.kind === "page") item.append(this.excerpt(best, terms))
    const parts = page.sections.filter((section) => section.kind !== "page")
    const list = element("ul", {})
    for (const section of parts) {
      const link = element("a", { href: `${address}#${section.id}` })
      const label = this.head.words[section.kind]
      if (label) link.append(element("small", {}, label), " ")
      link.append(...this.marked(section.title, terms, spans(section.foreignTitle)))
      const part = element("li", {}, link)
      if (section === best) part.append(this.excerpt(section, terms))
      list.append(part)
    }
    if (parts.length) item.append(list)
    return item
  }

  /**
   * The part of a section with most of the terms.
   * @param {Section} section
   * @param {Terms} terms
   */
  excerpt(section, terms) {
    const text = section.text.replaceAll("\n", BETWEEN_LINES)
    const hits = this.hits(text, terms)
    let [from, most] = [0, 0]
    for (const hit of hits) {
      const end = hit.start + EXCERPT - BEFORE
      const near = hits.filter((one) => one.start >= hit.start && one.end <= end)
      const count = new Set(near.map((one) => one.term)).size
      if (count > most) [from, most] = [Math.max(0, hit.start - BEFORE), count]
    }
    from = from && wordAfter(text, from)
    const to = from + EXCERPT < text.length ? wordAfter(text, from + EXCERPT - 20) : text.length
    /** @param {number} at  in the section; where that is in the excerpt */
    const place = (at) => {
      const lines = section.text.slice(0, at).split("\n").length - 1
      return Math.min(Math.max(at + lines * (BETWEEN_LINES.length - 1), from), to) - from
    }
    /** @type {Span[]} */
    const foreign = spans(section.foreign).map(([start, end, lang]) => [place(start), place(end), lang])
    const shown = this.marked(text.slice(from, to), terms, foreign.filter(([start, end]) => start < end))
    return element("p", {}, from ? "… " : "", ...shown, to < text.length ? " …" : "")
  }

  /**
   * @param {string} text
   * @param {Terms} terms
   */
  hits(text, terms) {
    const all = tokens(text, this.head.rules)
    const how = all.map(({ term }) => terms.get(term))
    return all.flatMap((one, n) => {
      const isBeside =
        (how[n - 1] && all[n - 1].end > one.start) || (how[n + 1] && all[n + 1].start < one.end)
      if (how[n] === "syllable" && !isBeside) {
        return { ...one, end: one.start + syllableEnd(text.slice(one.start, one.end)) }
      }
      const isWord = how[n] === "word" && beginsThaiWord(text, one.start)
      return isWord || how[n] === "all" || (how[n] && isBeside) ? one : []
    })
  }

  /**
   * The text with its hits marked, and the language of words that have another one.
   * @param {string} text
   * @param {Terms} terms
   * @param {Span[]} foreign
   */
  marked(text, terms, foreign) {
    /** @type {[number, number][]} */
    const hits = []
    for (const { start, end } of this.hits(text, terms)) {
      const last = hits[hits.length - 1]
      if (last && start <= last[1]) last[1] = Math.max(last[1], end)
      else hits.push([start, end])
    }
    /** @type {(string | Node)[]} */
    const parts = []
    let at = 0
    for (const [start, end, lang] of foreign) {
      parts.push(...cut(text, hits, at, start), element("span", { lang }, ...cut(text, hits, start, end)))
      at = end
    }
    return [...parts, ...cut(text, hits, at, text.length)]
  }
}

/**
 * A part of a text with its hits marked.
 * @param {string} text
 * @param {[number, number][]} hits
 * @param {number} from
 * @param {number} to
 */
function cut(text, hits, from, to) {
  /** @type {(string | Node)[]} */
  const parts = []
  let at = from
  for (const [start, end] of hits) {
    const [first, last] = [Math.max(start, at), Math.min(end, to)]
    if (first >= last) continue
    parts.push(text.slice(at, first), element("mark", {}, text.slice(first, last)))
    at = last
  }
  return [...parts, text.slice(at, to)]
}

/**
 * Where words of other languages stand, in their order.
 * @param {Foreign} [foreign]
 */
function spans(foreign = {}) {
  /** @type {Span[]} */
  const found = []
  for (const [lang, places] of Object.entries(foreign))
    for (let n = 0; n < places.length; n += 2) found.push([places[n], places[n + 1], lang])
  return found.sort(([one], [two]) => one - two)
}

/**
 * A question as it is repeated to the reader.
 * @param {string} question
 */
export function inShort(question) {
  const end = wordAfter(question, SHORT)
  return end < question.length ? `${question.slice(0, end).trimEnd()} …` : question
}

/**
 * The beginning of the next word, or of a next letter with its marks where no space is near.
 * @param {string} text
 * @param {number} at
 */
function wordAfter(text, at) {
  const space = text.indexOf(" ", at)
  if (space >= 0 && space <= at + 40) return space + 1
  while (at < text.length && !BEGINS_LETTER.test(text.slice(at - 1, at + 1))) at++
  return at
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
