// Asks the index that `cxguide/search/index.py` writes: which pages answer a question best.

import { composed, folded, isSyllable, isThai, tokens } from "./search-analyzer.js"
import { SearchFiles } from "./search-files.js"
import { ranked, together, torn } from "./search-ranking.js"
import { Words, distance, slips } from "./search-words.js"

/**
 * @typedef {import("./search-files.js").Head} Head
 * @typedef {import("./search-ranking.js").Ranked} Ranked
 * @typedef {Record<string, number[]>} Foreign  by language, where its words begin and end, in turn
 * @typedef {{id: string, kind: string, title: string, text: string, foreign?: Foreign,
 *   foreignTitle?: Foreign}} Section
 * @typedef {{address: string, title: string, foreignTitle?: Foreign, names: string[],
 *   score: number, sections: Section[]}} Page
 * @typedef {"all" | "word" | "part" | "syllable"} Marked  how a hit is marked: wherever it is; where
 *   it is a Thai word; beside others, since two syllables from inside of a Thai word say nothing by
 *   themselves; its first syllable, as no other was asked for
 * @typedef {Map<string, Marked>} Terms
 * @typedef {{pages: Page[], count: number, terms: Terms, unknown: string[], near: string[]}} Answer
 *   the best pages first; `unknown`: words that no page has; `near`: what pages have instead
 */

/** Pages that are shown at first; as many are read for the order of the best. */
export const SHOWN = 8

export class SearchIndex {
  /** @param {URL} folder of the index of one version */
  constructor(folder) {
    this.files = new SearchFiles(folder)
  }

  /** What the index says of itself, and the words of its language. */
  head() {
    return this.files.head()
  }

  /**
   * @param {string} question
   * @param {number} most how many pages are wanted
   * @returns {Promise<Answer>}
   */
  async ask(question, most = SHOWN) {
    const head = await this.head()
    const words = new Words(this.files, head, composed(question))
    await words.look()
    let found = await this.firstPages(head, words, most)
    const chance = torn(found.pages, words.words, head.rules)
    if (chance.length) {
      words.lose(chance)
      found = await this.firstPages(head, words, most)
    }
    const { pages, count } = found
    const lost = words.lost()
    const meant = words.found.flat()
    const near = count
      ? meant.flatMap((one) => (one.isKnown ? [] : one.near))
      : (await Promise.all(lost.map((n) => this.suggested(head, words, n)))).flat()
    return {
      pages,
      count,
      terms: marked(words.found),
      unknown: lost.map((n) => words.written(n)),
      near: [...new Set(near)]
    }
  }

  /**
   * How many pages say something of the words, and the first of them: the best in the order that
   * their texts give them.
   * @param {Head} head
   * @param {Words} words
   * @param {number} most
   */
  async firstPages(head, words, most) {
    const pages = ranked(head, words.found, words.weights)
    const [best, further] = await Promise.all([
      this.read(head, pages.slice(0, SHOWN)),
      this.read(head, pages.slice(SHOWN, most))
    ])
    for (const page of best) page.score *= 1 + together(page, words.text, words.words, head.rules)
    best.sort((one, two) => two.score - one.score)
    return { pages: [...best, ...further], count: pages.length }
  }

  /**
   * Words of the pages that are like one that none has, the likest first.
   * @param {Head} head
   * @param {Words} words
   * @param {number} n the number of the word
   * @returns {Promise<string[]>}
   */
  async suggested(head, words, n) {
    const plain = folded(words.written(n))
    const most = slips(plain)
    /** @type {Map<string, number>} */
    const found = new Map()
    const add = (/** @type {string} */ written) => {
      const slip = distance(plain, folded(written), most)
      if (slip <= most) found.set(written, slip)
    }
    for (const { term, shown, loudest } of await words.likely(n)) {
      add(shown)
      if (found.size) break // pages are much to fetch, and the likeliest term comes first
      const numbers = new Set(loudest.map((one) => head.pages.findLastIndex((first) => first <= one)))
      const records = await Promise.all([...numbers].map((one) => this.files.record(head, one)))
      const texts = records.flatMap((one) => [...one.names, ...one.sections.flatMap((each) => each.slice(2, 4))])
      for (const text of texts)
        for (const one of tokens(text, head.rules))
          if (one.term === term) add(text.slice(one.start, one.end).toLowerCase())
    }
    return [...found].sort(([, one], [, two]) => one - two).map(([written]) => written)
  }

  /**
   * @param {Head} head
   * @param {Ranked[]} pages
   * @returns {Promise<Page[]>}
   */
  read(head, pages) {
    return Promise.all(
      pages.map(async ({ number, score, sections }) => {
        const record = await this.files.record(head, number)
        const shown = sections.map(([n]) => {
          const [id, kind, title, text, foreign, foreignTitle] = record.sections[n - head.pages[number]]
          return { id, kind, title, text, foreign, foreignTitle }
        })
        const { address, names, sections: [[, , title, , , foreignTitle]] } = record
        return { address, title, foreignTitle, names, score, sections: shown }
      })
    )
  }
}

/**
 * @param {import("./search-words.js").Meant[][]} words what each word may mean, by its terms
 * @returns {Terms}
 */
function marked(words) {
  /** @type {Terms} */
  const terms = new Map()
  for (const word of words)
    for (const { term, meanings } of word) {
      const how = isSyllable(term) ? "syllable" : word.length > 1 ? "part" : isThai(term) ? "word" : "all"
      for (const meaning of meanings)
        if (!terms.has(meaning.term) || how !== "part") terms.set(meaning.term, how)
    }
  return terms
}
