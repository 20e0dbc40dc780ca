// What the words of a question may mean: terms of the index, beginnings of terms, slips, and words
// that are written apart or together.

import { asked, folded, isSyllable, isThai, stem, tokens } from "./search-analyzer.js"

/**
 * @typedef {import("./search-analyzer.js").Token} Token
 * @typedef {import("./search-files.js").Head} Head
 * @typedef {import("./search-files.js").SearchFiles} SearchFiles
 * @typedef {import("./search-files.js").Shard} Shard
 * @typedef {{term: string, weight: number, sections: number[], shown: string}} Meaning
 *   `sections`: distance to the one before and what the term says, in turn
 * @typedef {{term: string, meanings: Meaning[], isKnown: boolean, near: string[],
 *   isSlip?: boolean}} Meant  what a term may mean; `near`: words that pages have instead of one that
 *   none has; `isSlip`: some of them are a letter or two away
 */

/** Terms that a beginning or a slip may stand for. */
const EXPANSIONS = 24
const BEGINNING = 0.9
/** A word that everybody uses, and that says little of what is meant. */
const FAINT = 0.3
const SLIP = 0.4
/** A word of which no page has this form, and one that begins alike: "personalizing". */
const RELATED = 0.3
const SAME_BEGINNING = { letters: 5, share: 0.65 }
/** Terms whose forms are looked for on pages to be suggested, and sections in which they are. */
const SUGGESTING = { terms: 3, sections: 5 }
/** Letters of the shortest part of a word that is written together. */
const SHORTEST_PART = 3

export class Words {
  /**
   * @param {SearchFiles} files
   * @param {Head} head
   * @param {string} text the question, in Unicode's composed form (NFC)
   */
  constructor(files, head, text) {
    this.files = files
    this.head = head
    this.text = text
    this.words = asked(text, head.rules)
    const faint = new Set(head.rules.faint)
    /** How much each word counts. */
    this.weights = this.words.map((_, n) => (faint.has(folded(this.written(n))) ? FAINT : 1))
    /** @type {Meant[][]} what each word may mean, by its terms */
    this.found = []
  }

  /** Looks all words up. */
  async look() {
    this.found = await Promise.all(this.words.map((word) => this.meantBy(word)))
    for (const n of this.lost()) {
      if (isThai(this.written(n))) await this.asOneWord(n)
      else if (!(await this.joined(n)) && !this.found[n][0].isSlip) await this.apart(n)
    }
  }

  /** The numbers of the words that no page has. */
  lost() {
    return this.words.flatMap((_, n) => (this.found[n].every((one) => one.isKnown) ? [] : [n]))
  }

  /** Words that no page has after all. @param {number[]} numbers */
  lose(numbers) {
    for (const n of numbers) this.found[n] = [{ term: "", meanings: [], isKnown: false, near: [] }]
  }

  /** @param {number} n */
  written(n) {
    const word = this.words[n]
    return this.text.slice(word[0].start, word[word.length - 1].end)
  }

  /** @param {Token[]} word */
  meantBy(word) {
    return Promise.all(
      word.map(({ term, start, end }) =>
        this.meant(term, this.text.slice(start, end), end === this.text.length)
      )
    )
  }

  /**
   * What a term may mean.
   * @param {string} term
   * @param {string} word as it was typed
   * @param {boolean} isOpen the reader may still be typing it
   * @returns {Promise<Meant>}
   */
  async meant(term, word, isOpen) {
    /** @type {Map<string, Meaning>} */
    const meanings = new Map()
    /** @type {(shard: Shard, n: number, weight: number) => void} */
    const add = (shard, n, weight) => {
      const known = meanings.get(shard.terms[n])
      if (!known || known.weight < weight) meanings.set(shard.terms[n], meaning(shard, n, weight))
    }
    for (const shard of await this.files.shards(this.head, term))
      shard.terms.forEach((one, n) => {
        if (one === term) add(shard, n, 1)
        else if (one.startsWith(term) && (isOpen || term.length > 3))
          add(shard, n, (BEGINNING * term.length) / one.length)
      })
    const exact = meanings.get(term)
    if (exact) {
      // What goes on within a Thai syllable is another one: ถาม is not the beginning of ถามี.
      const isWhole = isThai(term) && !isSyllable(term)
      const found = isWhole ? [exact] : best(meanings)
      return { term, meanings: found, isKnown: true, near: [] }
    }
    const isKnown = isOpen && meanings.size > 0
    if (term.length <= (isThai(term) ? 2 : 3)) return { term, meanings: best(meanings), isKnown, near: [] }
    const plain = folded(word)
    const most = isThai(term) ? 1 : slips(plain)
    let isSlip = false
    for (const shard of await this.files.neighbours(this.head, term))
      shard.terms.forEach((one, n) => {
        const shown = folded(shard.shown[n] || one)
        const slip = distance(plain, shown, most)
        const isNear = slip <= most || distance(term, one, 1) === 1
        if (isNear) isSlip = true
        // Of a term the index knows one form, and this may be another one; but "jorney" is not "joined".
        if (isNear) add(shard, n, SLIP / Math.min(slip, 2))
        else if (isRelated(term, one)) add(shard, n, RELATED)
      })
    const found = best(meanings)
    // Two syllables are no word to suggest.
    const near = isThai(term) ? [] : found.map((one) => one.shown)
    return { term, meanings: found, isKnown, near, isSlip }
  }

  /**
   * Terms of which a form is like a lost word: the index knows one form of each, and "segemnt" is
   * not like "segments". The best are few, and the pages where they say most have their words.
   * @param {number} n
   * @returns {Promise<{term: string, shown: string, loudest: number[]}[]>}
   */
  async likely(n) {
    const plain = folded(this.written(n))
    if (plain.length <= SHORTEST_PART) return []
    const most = slips(plain)
    /** @type {{term: string, shown: string, loudest: number[], slip: number}[]} */
    const found = []
    for (const { terms, shown, sections } of await this.files.neighbours(this.head, plain))
      terms.forEach((term, at) => {
        const slip = formSlip(plain, term, this.head.rules.endings, most)
        if (slip > most) return
        found.push({ term, shown: shown[at] || term, loudest: loudest(sections[at]), slip })
      })
    return found.sort((one, two) => one.slip - two.slip).slice(0, SUGGESTING.terms)
  }

  /**
   * Tries a word together with the one before or behind it: "omni channel".
   * @param {number} n
   */
  async joined(n) {
    const [meant] = this.found[n]
    for (const other of [n - 1, n + 1].filter((one) => this.words[one])) {
      const [one, two] = [n, other].sort((a, b) => a - b)
      const whole = folded(this.written(one) + this.written(two))
      const meanings = await this.exact(stem(whole, this.head.rules))
      if (!meanings.length) continue
      meant.meanings.push(...meanings)
      this.found[other][0].meanings.push(...meanings)
      meant.isKnown = true
    }
    return meant.isKnown
  }

  /**
   * Tries a word as two: "landingpage".
   * @param {number} n
   */
  async apart(n) {
    const [meant] = this.found[n]
    const word = folded(this.written(n))
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      const parts = [word.slice(0, at), word.slice(at)].map((part) => stem(part, this.head.rules))
      const [one, two] = await Promise.all(parts.map((part) => this.exact(part)))
      if (!one.length || !two.length) continue
      meant.meanings.push(...one)
      meant.isKnown = true
      this.found.push([{ term: parts[1], meanings: two, isKnown: true, near: [] }])
      return
    }
  }

  /**
   * A slip tears a Thai word apart, so one that no page has is tried with the word before or behind
   * it as one word.
   * @param {number} n
   */
  async asOneWord(n) {
    for (const other of [n + 1, n - 1].filter((one) => this.words[one])) {
      const [one, two] = [n, other].sort((a, b) => a - b).map((at) => this.words[at])
      const [start, end] = [one[0].start, two[two.length - 1].end]
      if (one[one.length - 1].end !== two[0].start) continue
      const both = tokens(this.text.slice(start, end), this.head.rules)
      const meant = await this.meantBy(
        both.map((token) => ({ ...token, start: start + token.start, end: start + token.end }))
      )
      if (meant.some((part) => !part.meanings.length)) continue
      this.found[n] = this.found[other] = meant
      return
    }
  }

  /**
   * @param {string} term
   * @returns {Promise<Meaning[]>} one or none
   */
  async exact(term) {
    const [shard] = await this.files.shards(this.head, term)
    const n = shard ? shard.terms.indexOf(term) : -1
    return n < 0 ? [] : [meaning(shard, n, 1)]
  }
}

/**
 * @param {Shard} shard
 * @param {number} n
 * @param {number} weight
 * @returns {Meaning}
 */
function meaning(shard, n, weight) {
  const term = shard.terms[n]
  return { term, weight, sections: shard.sections[n], shown: shard.shown[n] || term }
}

/** @param {Map<string, Meaning>} meanings */
function best(meanings) {
  return [...meanings.values()].sort((one, two) => two.weight - one.weight).slice(0, EXPANSIONS)
}

/**
 * Whether a term has most of its beginning in common with another one, or begins with all of it.
 * @param {string} term  of the question
 * @param {string} other  of the index
 */
function isRelated(term, other) {
  let same = 0
  while (same < term.length && term[same] === other[same]) same++
  const least = SAME_BEGINNING.share * Math.max(term.length, other.length)
  return same >= SAME_BEGINNING.letters && (same === other.length || same >= least)
}

/**
 * Slips that a word of this length may have.
 * @param {string} word
 */
export function slips(word) {
  return word.length > 7 ? 2 : 1
}

/**
 * How many slips are between a word and the nearest form that a term may have; `most + 1` when more.
 * @param {string} word  folded
 * @param {string} term
 * @param {string[]} endings  of the language
 * @param {number} most
 */
function formSlip(word, term, endings, most) {
  // Forms are many; a term that is not the beginning of the word has none like it.
  if (distance(word.slice(0, term.length), term, 2 * most) > 2 * most) return most + 1
  return Math.min(...["", ...endings].map((ending) => distance(word, term + ending, most)))
}

/**
 * The sections of which a term says most.
 * @param {number[]} sections  as of a meaning
 */
function loudest(sections) {
  /** @type {[number, number][]} */
  const found = []
  let number = 0
  for (let at = 0; at < sections.length; at += 2)
    found.push([(number += sections[at]), sections[at + 1]])
  found.sort(([, one], [, two]) => two - one)
  return found.slice(0, SUGGESTING.sections).map(([one]) => one)
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
