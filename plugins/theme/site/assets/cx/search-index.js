// Asks the index that `cxguide/search/index.py` writes: which pages answer a question best.

import { asked, folded, stem, tokens } from "./search-analyzer.js"
import { place, ranked, together } from "./search-ranking.js"

/**
 * @typedef {import("./search-analyzer.js").Rules} Rules
 * @typedef {import("./search-analyzer.js").Token} Token
 * @typedef {{edition: string, sections: number, most: number, pages: number[], kinds: string,
 *   shards: string[], rules: Rules, words: Record<string, string>}} Head
 * @typedef {{terms: string[], shown: string[], sections: number[][]}} Shard
 * @typedef {{term: string, weight: number, sections: number[], shown: string}} Meaning
 * @typedef {{term: string, meanings: Meaning[], isKnown: boolean, near: string[]}} Meant
 * @typedef {{id: string, kind: string, title: string, text: string, score: number}} Section
 * @typedef {{address: string, title: string, score: number, sections: Section[]}} Page best first
 * @typedef {{pages: Page[], count: number, terms: Set<string>, unknown: string[],
 *   near: string[]}} Answer
 *   `unknown`: words that no page has; `near`: words that pages have instead
 */

/** Pages that are shown at first; as many are read for the order of the best. */
export const SHOWN = 10
/** Terms that a beginning or a slip may stand for. */
const EXPANSIONS = 24
const BEGINNING = 0.9
const SLIP = 0.4

export class SearchIndex {
  /** @param {URL} folder of the index of one version */
  constructor(folder) {
    this.folder = folder
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map()
  }

  /** @returns {Promise<Head>} */
  head() {
    return this.fetched("index.json", "")
  }

  /**
   * The answer to a question, as good as without a dictionary: exact terms, beginnings, slips.
   * @param {string} question
   * @param {number} most how many pages are wanted
   * @returns {Promise<Answer>}
   */
  async ask(question, most = SHOWN) {
    const head = await this.head()
    const text = question.normalize("NFC")
    const words = asked(text, head.rules)
    const found = await Promise.all(words.map((word) => this.word(head, text, word)))
    await this.joined(head, text, words, found)
    const pages = ranked(head, found)
    const best = await Promise.all(pages.slice(0, SHOWN).map((page) => this.page(head, page)))
    for (const page of best) page.score *= 1 + together(page, text, words, head.rules)
    best.sort((one, two) => two.score - one.score)
    const meant = found.flat()
    const further = pages.slice(SHOWN, Math.max(most, SHOWN)).map((page) => this.page(head, page))
    return {
      pages: [...best, ...(await Promise.all(further))],
      count: pages.length,
      terms: new Set(meant.flatMap((one) => one.meanings.map(({ term }) => term))),
      unknown: words.filter((_, n) => !isKnown(found[n])).map((word) => written(text, word)),
      near: [...new Set(meant.flatMap((one) => (one.isKnown ? [] : one.near)))]
    }
  }

  /**
   * @param {Head} head
   * @param {string} text the question
   * @param {Token[]} word
   */
  word(head, text, word) {
    return Promise.all(
      word.map(({ term, start, end }) =>
        this.meant(head, term, text.slice(start, end), end === text.length)
      )
    )
  }

  /**
   * What a word may mean: terms with a weight each.
   * @param {Head} head
   * @param {string} term
   * @param {string} word as it was typed
   * @param {boolean} isOpen the reader may still be typing it
   * @returns {Promise<Meant>}
   */
  async meant(head, term, word, isOpen) {
    const plain = folded(word)
    const shards = await this.shards(head, term)
    /** @type {Map<string, Meaning>} */
    const meanings = new Map()
    /** @type {(shard: Shard, n: number, weight: number) => void} */
    const add = (shard, n, weight) => {
      const known = meanings.get(shard.terms[n])
      if (!known || known.weight < weight)
        meanings.set(shard.terms[n], {
          term: shard.terms[n],
          weight,
          sections: shard.sections[n],
          shown: shard.shown[n] || shard.terms[n]
        })
    }
    for (const shard of shards)
      shard.terms.forEach((one, n) => {
        if (one === term) add(shard, n, 1)
        else if (one.startsWith(term) && (isOpen || term.length > 3))
          add(shard, n, (BEGINNING * term.length) / one.length)
      })
    let isKnown = meanings.has(term) || (isOpen && meanings.size > 0)
    /** @type {string[]} */
    let near = []
    if (!meanings.has(term) && term.length > (IS_THAI.test(term) ? 2 : 3)) {
      const most = plain.length > 7 && !IS_THAI.test(term) ? 2 : 1
      const slips = await this.neighbours(head, term)
      for (const shard of slips)
        shard.terms.forEach((one, n) => {
          const slip = Math.min(
            distance(plain, folded(shard.shown[n] || one), most),
            distance(term, one, 1)
          )
          if (slip <= most) add(shard, n, SLIP / slip)
        })
      near = best(meanings).map((one) => one.shown)
    }
    return { term, meanings: best(meanings), isKnown, near }
  }

  /**
   * Words that are written apart or together in the question, but not in the pages.
   * @param {Head} head
   * @param {string} text
   * @param {Token[][]} words
   * @param {Meant[][]} found what each may mean; of those that no page has, more is found here
   */
  async joined(head, text, words, found) {
    const lost = words.flatMap((_, n) => (isKnown(found[n]) ? [] : [n]))
    for (const n of lost) {
      const word = folded(written(text, words[n]))
      const [meant] = found[n]
      if (IS_THAI.test(word)) {
        await this.whole(head, text, words, found, n)
        continue
      }
      for (const other of [n - 1, n + 1].filter((one) => words[one])) {
        const [one, two] = [n, other].sort((a, b) => a - b).map((at) => words[at])
        const whole = folded(written(text, one) + written(text, two))
        const meanings = await this.exact(head, stem(whole, head.rules))
        if (meanings.length) {
          meant.meanings.push(...meanings)
          found[other][0].meanings.push(...meanings)
          meant.isKnown = true
        }
      }
      for (let at = 3; at <= word.length - 3 && !meant.isKnown; at++) {
        const parts = [word.slice(0, at), word.slice(at)].map((part) => stem(part, head.rules))
        const [one, two] = await Promise.all(parts.map((part) => this.exact(head, part)))
        if (one.length && two.length) {
          meant.meanings.push(...one)
          found.push([{ term: parts[1], meanings: two, isKnown: true, near: [] }])
          meant.isKnown = true
        }
      }
    }
  }

  /**
   * A slip tears a Thai word apart: what no page has is tried with the word before or behind it.
   * @param {Head} head
   * @param {string} text
   * @param {Token[][]} words
   * @param {Meant[][]} found
   * @param {number} n
   */
  async whole(head, text, words, found, n) {
    for (const other of [n + 1, n - 1].filter((one) => words[one])) {
      const [one, two] = [n, other].sort((a, b) => a - b).map((at) => words[at])
      const [start, end] = [one[0].start, two[two.length - 1].end]
      if (one[one.length - 1].end !== two[0].start) continue
      const both = tokens(text.slice(start, end), head.rules)
      const meant = await this.word(head, text.slice(start, end), both)
      if (meant.some((part) => !part.meanings.length)) continue
      found[n] = found[other] = meant
      return
    }
  }

  /**
   * @param {Head} head
   * @param {string} term
   * @returns {Promise<Meaning[]>}
   */
  async exact(head, term) {
    const [shard] = await this.shards(head, term)
    const n = shard ? shard.terms.indexOf(term) : -1
    if (n < 0) return []
    return [{ term, weight: 1, sections: shard.sections[n], shown: shard.shown[n] || term }]
  }

  /**
   * The files that hold the terms beginning with a word; of many, the first.
   * @param {Head} head
   * @param {string} beginning
   */
  shards(head, beginning) {
    const from = Math.max(0, place(head.shards, beginning))
    const to = Math.max(from, place(head.shards, beginning + "\uffff"))
    return this.fetchedShards(head, from, Math.min(to, from + 2))
  }

  /**
   * The files that hold words like a word: with its first letter, or its second one as the first.
   * @param {Head} head
   * @param {string} word
   */
  async neighbours(head, word) {
    const numbers = [...new Set(word.slice(0, 2))].flatMap((letter) => {
      const from = Math.max(0, place(head.shards, letter))
      const to = Math.max(from, place(head.shards, letter + "\uffff"))
      const at = Math.max(from, Math.min(to, place(head.shards, word)))
      const [low, high] = [Math.max(from, at - 2), Math.min(to, at + 2)]
      return Array.from({ length: high - low + 1 }, (_, n) => low + n)
    })
    const some = [...new Set(numbers)].map((n) => this.fetchedShards(head, n, n))
    return (await Promise.all(some)).flat()
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
    return Promise.all(numbers.map((n) => this.fetched(`terms-${n}.json`, head.edition)))
  }

  /**
   * @param {Head} head
   * @param {import("./search-ranking.js").Ranked} page
   * @returns {Promise<Page>}
   */
  async page(head, page) {
    const record = await this.fetched(`page-${page.number}.json`, head.edition)
    const shown = page.sections.map(([n, score]) => {
      const [id, kind, title, text] = record.sections[n - head.pages[page.number]]
      return { id, kind, title, text, score }
    })
    return {
      address: record.address,
      title: record.sections[0][2],
      score: page.score,
      sections: shown
    }
  }

  /**
   * @param {string} name
   * @param {string} edition
   */
  fetched(name, edition) {
    const kept = this.files.get(name)
    if (kept) return kept
    const url = new URL(name + (edition && `?${edition}`), this.folder)
    const file = fetch(url, edition ? {} : { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${url.pathname}`)
      return answer.json()
    })
    this.files.set(name, file)
    file.catch(() => this.files.delete(name))
    return file
  }
}

const IS_THAI = /[\u0e01-\u0e4e]/u

/** @param {Map<string, Meaning>} meanings */
function best(meanings) {
  return [...meanings.values()].sort((one, two) => two.weight - one.weight).slice(0, EXPANSIONS)
}

/** @param {Meant[]} word */
function isKnown(word) {
  return word.every((one) => one.isKnown)
}

/**
 * @param {string} text
 * @param {Token[]} word
 */
function written(text, word) {
  return text.slice(word[0].start, word[word.length - 1].end)
}

/**
 * How many letters are missing, too many, wrong or swapped; `most + 1` when more than that.
 * @param {string} one
 * @param {string} two
 * @param {number} most
 */
export function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1
  let before = new Array(two.length + 1).fill(0)
  let last = Array.from({ length: two.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1]
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[two.length]
}
