// Asks the index that `cxguide/search/index.py` writes: which pages answer a question best.

import { asked, folded, stem, tokens } from "./search-analyzer.js"

/**
 * @typedef {import("./search-analyzer.js").Rules} Rules
 * @typedef {import("./search-analyzer.js").Token} Token
 * @typedef {{edition: string, sections: number, most: number, pages: number[], kinds: string, shards: string[], rules: Rules,
 *   words: Record<string, string>}} Head
 * @typedef {{terms: string[], shown: string[], sections: number[][]}} Shard
 * @typedef {{term: string, weight: number, sections: number[], shown: string}} Meaning
 * @typedef {{term: string, meanings: Meaning[], isKnown: boolean, near: string[]}} Meant
 * @typedef {{id: string, kind: string, title: string, text: string, score: number}} Section
 * @typedef {{address: string, title: string, score: number, sections: Section[]}} Page best first
 * @typedef {{pages: Page[], count: number, terms: Set<string>, unknown: string[], near: string[]}} Answer
 *   `unknown`: words that no page has; `near`: words that pages have instead
 */

/** Pages that are shown at first; as many are read for the order of the best. */
export const SHOWN = 10
const SECTIONS = 3
/** What is shown says at least this share of what the best one says. */
const LEAST = { page: 0.12, section: 0.45 }
/** Terms that a beginning or a slip may stand for. */
const EXPANSIONS = 24
const BEGINNING = 0.9
const SLIP = 0.4
/** Of a page's score: what its best section says alone; the rest is what the page says in all. */
const ALONE = 0.9
const COVERAGE = 1
/** How much less a word counts when not all of its terms are there. */
const WHOLE_WORD = 3
/** What it is worth that words stand together as in the question. */
const PHRASE = { title: 0.6, text: 0.25 }
const WHOLE_TITLE = 1.2
/** What it is worth that all words stand in one sentence. */
const ONE_LINE = 0.3

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
    const { pages, count } = ranked(head, found)
    const best = await Promise.all(pages.slice(0, SHOWN).map((page) => this.page(head, page)))
    for (const page of best) page.score *= 1 + together(page, text, words, head.rules)
    best.sort((one, two) => two.score - one.score)
    const further = pages.slice(SHOWN, Math.max(most, SHOWN)).map((page) => this.page(head, page))
    return {
      pages: [...best, ...(await Promise.all(further))],
      count,
      terms: new Set(found.flatMap((word) => word.flatMap((one) => one.meanings.map(({ term }) => term)))),
      unknown: words.filter((_, n) => !found[n].every((one) => one.isKnown)).map((word) => written(text, word)),
      near: [...new Set(found.flatMap((word) => word.flatMap((one) => (one.isKnown ? [] : one.near))))]
    }
  }

  /**
   * @param {Head} head
   * @param {string} text the question
   * @param {Token[]} word
   */
  word(head, text, word) {
    return Promise.all(
      word.map((one) => this.meant(head, one.term, text.slice(one.start, one.end), one.end === text.length))
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
    const add = (/** @type {Shard} */ shard, /** @type {number} */ n, /** @type {number} */ weight) => {
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
    const lost = words.flatMap((_, n) => (found[n].every((one) => one.isKnown) ? [] : [n]))
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
    return Promise.all([...new Set(numbers)].map((n) => this.fetchedShards(head, n, n))).then((all) =>
      all.flat()
    )
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
   * @param {{number: number, score: number, sections: [number, number][]}} page
   * @returns {Promise<Page>}
   */
  async page(head, page) {
    const record = await this.fetched(`page-${page.number}.json`, head.edition)
    const least = LEAST.section * page.sections[0][1]
    const telling = page.sections.filter(([, score]) => score >= least)
    const shown = telling.slice(0, SECTIONS).map(([n, score]) => {
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

/**
 * The place of the last entry that is not above a term.
 * @param {string[]} sorted
 * @param {string} term
 */
function place(sorted, term) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= term) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** @param {Map<string, Meaning>} meanings */
function best(meanings) {
  return [...meanings.values()].sort((one, two) => two.weight - one.weight).slice(0, EXPANSIONS)
}

/**
 * @param {string} text
 * @param {Token[]} word
 */
function written(text, word) {
  return text.slice(word[0].start, word[word.length - 1].end)
}

/**
 * What each section says about a word: as much as about its rarest term, much less when it has
 * not all of its terms. A term so frequent that its list is cut may be in any section.
 * @param {Head} head
 * @param {Meant[]} word
 */
function said(head, word) {
  /** @type {Map<number, {most: number, terms: number}>} */
  const sections = new Map()
  let counted = 0
  for (const { meanings } of word) {
    const isWhole = meanings.every((one) => one.sections.length < 2 * head.most)
    if (isWhole) counted++
    /** @type {Map<number, number>} */
    const best = new Map()
    for (const { weight, sections: postings } of meanings)
      for (let at = 0, section = 0; at < postings.length; at += 2) {
        section += postings[at]
        best.set(section, Math.max(best.get(section) ?? 0, weight * postings[at + 1]))
      }
    for (const [section, impact] of best) {
      const known = sections.get(section) ?? { most: 0, terms: 0 }
      known.most = Math.max(known.most, impact)
      known.terms += isWhole ? 1 : 0
      sections.set(section, known)
    }
  }
  for (const [, one] of sections)
    if (counted) one.most *= (one.terms / counted) ** WHOLE_WORD
  return sections
}

/**
 * The pages by what they say about all words of the question.
 * @param {Head} head
 * @param {Meant[][]} found
 */
function ranked(head, found) {
  /** @type {Map<number, Float64Array>} */
  const sections = new Map()
  const rarity = found.map((word) => Math.max(...word.map((one) => rare(head, one))))
  found.forEach((word, n) => {
    for (const [section, { most }] of said(head, word)) {
      let says = sections.get(section)
      if (!says) sections.set(section, (says = new Float64Array(found.length)))
      says[n] = most
    }
  })
  /** @type {Map<number, {number: number, score: number, said: Float64Array, sections: [number, number][]}>} */
  const pages = new Map()
  for (const [section, says] of sections) {
    const number = place(/** @type {any} */ (head.pages), /** @type {any} */ (section))
    let page = pages.get(number)
    if (!page) pages.set(number, (page = { number, score: 0, said: new Float64Array(found.length), sections: [] }))
    // Terms of a glossary have nothing to do with each other: each counts alone.
    if (head.kinds[section] !== "t")
      says.forEach((one, n) => (page.said[n] = Math.max(page.said[n], one)))
    page.sections.push([section, score(says, rarity)])
  }
  for (const page of pages.values()) {
    page.sections.sort((one, two) => two[1] - one[1] || one[0] - two[0])
    page.score = ALONE * page.sections[0][1] + (1 - ALONE) * score(page.said, rarity)
  }
  const order = [...pages.values()].sort((one, two) => two.score - one.score || one.number - two.number)
  const telling = order.filter((page) => page.score >= LEAST.page * order[0].score)
  return { pages: telling, count: telling.length }
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
  return all ? sum * (covered / all) ** COVERAGE : 0
}

/**
 * How much a page gains because words stand together in it as in the question.
 * @param {Page} page
 * @param {string} text
 * @param {Token[][]} words
 * @param {Rules} rules
 */
function together(page, text, words, rules) {
  const question = words.flatMap((word) => word.map((one) => one.term))
  const terms = (/** @type {string} */ said) => tokens(said, rules).map((one) => one.term)
  const title = terms(page.title)
  const isTitle = title.length > 0 && title.every((term) => question.includes(term))
  const gain = isTitle ? WHOLE_TITLE * (title.length / Math.max(question.length, title.length)) : 0
  const pairs = neighbours(terms(text))
  if (!pairs.size) return gain
  const share = (/** @type {string} */ said) => {
    const there = neighbours(terms(said))
    return [...pairs].filter((pair) => there.has(pair)).length / pairs.size
  }
  const titles = Math.max(share(page.title), ...page.sections.map((one) => share(one.title)))
  const texts = Math.max(...page.sections.map((one) => share(one.text)))
  const lines = Math.max(...page.sections.map((one) => inOneLine(one.text, words, terms)))
  return gain + Math.max(PHRASE.title * titles, PHRASE.text * texts) + ONE_LINE * lines ** 2
}

/**
 * The share of the words that stand in one line of a text: a sentence or a few.
 * @param {string} text
 * @param {Token[][]} words
 * @param {(text: string) => string[]} terms
 */
function inOneLine(text, words, terms) {
  const shares = text.split(/\n|(?<=[.!?…]) /u).map((line) => {
    const there = new Set(terms(line))
    return words.filter((word) => word.every((one) => there.has(one.term))).length / words.length
  })
  return Math.max(0, ...shares)
}

/** @param {string[]} terms */
function neighbours(terms) {
  return new Set(terms.slice(1).map((term, n) => `${terms[n]} ${term}`))
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
