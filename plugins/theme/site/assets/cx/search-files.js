// The files of a search index, each fetched when it is wanted and then kept.

import { place } from "./search-ranking.js"

/**
 * @typedef {import("./search-analyzer.js").Rules} Rules
 * @typedef {{edition: string, sections: number, most: number, lengths: number[], pages: number[],
 *   kinds: string, shards: string[], rules: Rules, words: Record<string, string>}} Head
 *   `lengths`: how many sections each page has; `pages`: the number of the first one, added here
 * @typedef {{terms: string[], shown: string[], sections: number[][]}} Shard
 * @typedef {import("./search-index.js").Foreign} Foreign
 * @typedef {[id: string, kind: string, title: string, text: string, foreign?: Foreign,
 *   foreignTitle?: Foreign]} RecordedSection  `foreign`: words of its text in other languages
 * @typedef {{address: string, names: string[], sections: RecordedSection[]}} Record
 *   a page, what it is called besides, and its sections
 */

const INDEX = "index.json"
/** Files on each side of the one where a word would stand, in which words like it are looked for. */
const AROUND = 2
/** Files with the words that begin alike, at most. */
const MOST_ALIKE = 3

export class SearchFiles {
  /** @param {URL} folder of the index of one version */
  constructor(folder) {
    this.folder = folder
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map()
  }

  /** @returns {Promise<Head>} */
  async head() {
    const head = await this.fetched(INDEX)
    if (!head.pages) {
      let first = 0
      head.pages = head.lengths.map((/** @type {number} */ one) => (first += one) - one)
    }
    return head
  }

  /**
   * A page by its number.
   * @param {Head} head
   * @param {number} number
   * @returns {Promise<Record>}
   */
  record(head, number) {
    return this.fetched(`page-${head.edition}-${number}.json`)
  }

  /**
   * The files that hold the terms beginning with a word; of many, the first.
   * @param {Head} head
   * @param {string} beginning
   */
  shards(head, beginning) {
    const [from, to] = span(head, beginning)
    return this.fetchedShards(head, from, Math.min(to, from + MOST_ALIKE - 1))
  }

  /**
   * The files that hold words like a word: where it would stand, and where it would with its first
   * two letters swapped; of Latin letters, which are more, also with the next two.
   * @param {Head} head
   * @param {string} word
   */
  async neighbours(head, word) {
    const [one, two = "", three = ""] = word
    const beginnings = [word, two + one + word.slice(2)]
    if (word < "\u0e01") beginnings.push(one + three + two + word.slice(3))
    const found = [...new Set(beginnings)].map((other) => {
      const [from, to] = span(head, other[0])
      const at = Math.max(from, Math.min(to, place(head.shards, other)))
      return this.fetchedShards(head, Math.max(from, at - AROUND), Math.min(to, at + AROUND))
    })
    return [...new Set((await Promise.all(found)).flat())]
  }

  /**
   * @param {Head} head
   * @param {number} from
   * @param {number} to
   * @returns {Promise<Shard[]>}
   */
  fetchedShards(head, from, to) {
    if (!head.shards.length) return Promise.resolve([])
    const numbers = Array.from({ length: to - from + 1 }, (_, n) => from + n)
    return Promise.all(numbers.map((n) => this.fetched(`terms-${head.edition}-${n}.json`)))
  }

  /** @param {string} name */
  fetched(name) {
    const kept = this.kept.get(name)
    if (kept) return kept
    const url = new URL(name, this.folder)
    const file = fetch(url, name === INDEX ? { cache: "no-cache" } : {}).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${url.pathname}`)
      return answer.json()
    })
    this.kept.set(name, file)
    // The site may have been built anew, so the index that named the file is asked for again, too.
    file.catch(() => [INDEX, name].forEach((one) => this.kept.delete(one)))
    return file
  }
}

/**
 * The first and the last file with terms that begin with a word.
 * @param {Head} head
 * @param {string} beginning
 */
function span(head, beginning) {
  const from = Math.max(0, place(head.shards, beginning))
  return [from, Math.max(from, place(head.shards, beginning + "\uffff"))]
}
