// Which pages answer best: by what their sections say about the words of a question, and by words
// that stand together. `cxguide/search/index.py` has worked out how much a section says.

import { tokens } from "./search-analyzer.js"

/**
 * @typedef {import("./search-analyzer.js").Rules} Rules
 * @typedef {import("./search-analyzer.js").Token} Token
 * @typedef {import("./search-files.js").Head} Head
 * @typedef {import("./search-words.js").Meant} Meant
 * @typedef {import("./search-index.js").Page} Page
 * @typedef {{number: number, score: number, sections: [number, number][]}} Ranked
 *   a page by its number, and its sections with their scores, best first
 */

/** Sections of a page that are shown, at most. */
const SECTIONS = 3
/** What is shown says at least this share of what the best one says. */
const LEAST = { page: 0.12, section: 0.45 }
/** Of a page's score: what its best section says alone; the rest is what the page says in all. */
const ALONE = 0.8
/** How much less a word counts when not all of its terms are there. */
const WHOLE_WORD = 3
/** What it is worth that words stand together as in the question. */
const PHRASE = { title: 0.6, text: 0.25 }
/** What it is worth that the question has all words of the title, or of another name of the page. */
const WHOLE = { title: 1.2, name: 0.8 }
/** What it is worth that all words stand in one sentence. */
const ONE_LINE = 0.3
/** Terms of a Thai word that can be told from chance, and the share of it that stands together somewhere. */
const JUDGED = { terms: 3, share: 0.5 }
/** Between lines of a text: blocks and sentences. */
const LINE_END = /\n|(?<=[.!?…]) /u

/**
 * The pages by what they say about all words of the question.
 * @param {Head} head
 * @param {Meant[][]} found
 * @param {number[]} weights how much each word counts
 * @returns {Ranked[]} the best first, without those that say little
 */
export function ranked(head, found, weights) {
  /** @type {Map<number, Float64Array>} */
  const sections = new Map()
  const weight = (/** @type {number} */ n) => weights[n] ?? 1
  const rarity = found.map((word, n) => weight(n) * Math.max(...word.map((one) => rare(head, one))))
  found.forEach((word, n) => {
    for (const [section, impact] of said(head, word)) {
      let says = sections.get(section)
      if (!says) sections.set(section, (says = new Float64Array(found.length)))
      says[n] = weight(n) * impact
    }
  })
  /** @type {Map<number, Ranked & {said: Float64Array}>} */
  const pages = new Map()
  for (const [section, says] of sections) {
    const number = place(/** @type {any} */ (head.pages), /** @type {any} */ (section))
    let page = pages.get(number)
    if (!page) {
      page = { number, score: 0, said: new Float64Array(found.length), sections: [] }
      pages.set(number, page)
    }
    // Terms of a glossary have nothing to do with each other: each counts alone.
    if (head.kinds[section] !== "t")
      says.forEach((one, n) => (page.said[n] = Math.max(page.said[n], one)))
    page.sections.push([section, score(says, rarity)])
  }
  for (const page of pages.values()) {
    page.sections.sort((one, two) => two[1] - one[1] || one[0] - two[0])
    const best = page.sections[0][1]
    page.score = ALONE * best + (1 - ALONE) * score(page.said, rarity)
    page.sections = page.sections
      .filter(([, one]) => one >= LEAST.section * best)
      .slice(0, SECTIONS)
  }
  const order = [...pages.values()].sort(
    (one, two) => two.score - one.score || one.number - two.number
  )
  return order.filter((page) => page.score >= LEAST.page * order[0].score)
}

/**
 * What each section says about a word: as much as about its rarest term, much less when it has
 * not all of its terms. A term so frequent that its list is cut may be in any section.
 * @param {Head} head
 * @param {Meant[]} word
 */
function said(head, word) {
  /** @type {Map<number, {impact: number, terms: number}>} */
  const sections = new Map()
  let counted = 0
  for (const { meanings } of word) {
    const isWhole = meanings.every((one) => one.sections.length < 2 * head.most)
    if (isWhole) counted++
    for (const [section, impact] of impacts(meanings)) {
      const known = sections.get(section) ?? { impact: 0, terms: 0 }
      known.impact = Math.max(known.impact, impact)
      known.terms += isWhole ? 1 : 0
      sections.set(section, known)
    }
  }
  return [...sections].map(([section, { impact, terms }]) => {
    const share = counted ? terms / counted : 1
    return /** @type {[number, number]} */ ([section, impact * share ** WHOLE_WORD])
  })
}

/**
 * The most that any meaning of a term says, by section.
 * @param {import("./search-words.js").Meaning[]} meanings
 */
function impacts(meanings) {
  /** @type {Map<number, number>} */
  const most = new Map()
  for (const { weight, sections } of meanings)
    for (let at = 0, section = 0; at < sections.length; at += 2) {
      section += sections[at]
      most.set(section, Math.max(most.get(section) ?? 0, weight * sections[at + 1]))
    }
  return most
}

/**
 * How rare the sections with a term are.
 * @param {Head} head
 * @param {Meant} one
 */
function rare(head, one) {
  const most = Math.max(0, ...one.meanings.map((meaning) => meaning.sections.length / 2))
  return most ? Math.log(1 + head.sections / most) : 0
}

/**
 * What is said, and less when words of the question are missing; rare words count more.
 * @param {Float64Array} said
 * @param {number[]} rarity
 */
function score(said, rarity) {
  const all = rarity.reduce((sum, one) => sum + one, 0)
  const covered = rarity.reduce((sum, one, n) => sum + (said[n] ? one : 0), 0)
  const sum = said.reduce((one, two) => one + two, 0)
  return all ? (sum * covered) / all : 0
}

/**
 * How much a page gains because words stand together in it as in the question.
 * @param {Page} page
 * @param {string} text
 * @param {Token[][]} words
 * @param {Rules} rules
 */
export function together(page, text, words, rules) {
  const question = words.flatMap((word) => word.map((one) => one.term))
  const terms = (/** @type {string} */ said) => tokens(said, rules).map((one) => one.term)
  const names = [page.title, ...page.names].map(terms)
  const gain = Math.max(
    ...names.map((name, n) => {
      const isThere = name.length > 0 && name.every((term) => question.includes(term))
      const share = name.length / Math.max(question.length, name.length)
      return isThere ? (n ? WHOLE.name : WHOLE.title) * share : 0
    })
  )
  const pairs = neighbours(terms(text))
  if (!pairs.size) return gain
  const share = (/** @type {string[]} */ said) => {
    const there = neighbours(said)
    return [...pairs].filter((pair) => there.has(pair)).length / pairs.size
  }
  const titles = [...names, ...page.sections.map((one) => terms(one.title))]
  const texts = page.sections.map((one) => one.text.split(LINE_END).map(terms))
  return (
    gain +
    Math.max(
      PHRASE.title * Math.max(...titles.map(share)),
      PHRASE.text * Math.max(...texts.map((lines) => share(lines.flat())))
    ) +
    ONE_LINE * Math.max(...texts.flat().map((line) => inOneLine(line, words))) ** 2
  )
}

/**
 * The share of the words of a question that stand in a line.
 * @param {string[]} line its terms
 * @param {Token[][]} words
 */
function inOneLine(line, words) {
  const there = new Set(line)
  return words.filter((word) => word.every((one) => there.has(one.term))).length / words.length
}

/**
 * The numbers of the words that are found by chance: each two syllables stand somewhere, but nowhere
 * do half of them follow each other as in the word. Short ones are not judged.
 * @param {Page[]} pages the first ones
 * @param {Token[][]} words
 * @param {Rules} rules
 */
export function torn(pages, words, rules) {
  const isJudged = (/** @type {Token[]} */ word) => word.length >= JUDGED.terms
  if (!words.some(isJudged)) return []
  const said = pages.flatMap((page) =>
    [page.title, ...page.names, ...page.sections.flatMap((one) => [one.title, one.text])]
  )
  const there = said.map((text) => neighbours(tokens(text, rules).map((one) => one.term)))
  return words.flatMap((word, n) => {
    const pairs = [...neighbours(word.map((one) => one.term))]
    const share = (/** @type {Set<string>} */ some) => pairs.filter((pair) => some.has(pair)).length / pairs.length
    return isJudged(word) && !there.some((some) => share(some) >= JUDGED.share) ? [n] : []
  })
}

/** @param {string[]} terms */
function neighbours(terms) {
  return new Set(terms.slice(1).map((term, n) => `${terms[n]} ${term}`))
}

/**
 * The place of the last entry that is not above a term.
 * @param {string[]} sorted
 * @param {string} term
 */
export function place(sorted, term) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= term) low = middle + 1
    else high = middle
  }
  return low - 1
}
