// Which words are the same to a reader who searches. The twin of `cxguide/search/analyzer.py`,
// where the reasons stand; the vectors in tests/cases/search hold both together.

/**
 * @typedef {{shortest: number, rounds: number, endings: string[], alike: [string, string][],
 *   common: string[], faint: string[]}} Rules
 * @typedef {{term: string, start: number, end: number}} Token positions as JavaScript counts them
 */

const LETTERS = new Map(
  (
    "а=a б=b в=v г=g д=d ђ=dj е=e ж=z з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s " +
    "т=t ћ=c у=u ф=f х=h ц=c ч=c џ=dz ш=s đ=dj ø=o ł=l ß=ss æ=ae œ=oe ı=i " +
    "๐=0 ๑=1 ๒=2 ๓=3 ๔=4 ๕=5 ๖=6 ๗=7 ๘=8 ๙=9"
  )
    .split(" ")
    .map((one) => /** @type {[string, string]} */ (one.split("=")))
)
const THAI = "\u0e01-\u0e4e"
const MARKS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
const IGNORED = "\u00ad\u200b\u200c\u200d\u2060"
const TONES = "\u0e47-\u0e4e"
const LETTER = "\\p{L}\\p{N}"
const WORD = new RegExp(
  `(?:[${LETTER}]|[${MARKS}${IGNORED}]|(?<=[${LETTER}_])['’](?=[${LETTER}]))+`,
  "gu"
)
const RUN = new RegExp(`[${THAI}${IGNORED}]+|[^${THAI}]+`, "gu")
const NOT_HEARD = new RegExp(`[${IGNORED}'’]`, "gu")
const CLUSTER = new RegExp(`[เ-ไ]?[^เ-ไ][ะ-ฺๅๆ${TONES}${IGNORED}]*|[เ-ไ]`, "gu")
const SARA_AM_APART = new RegExp(`\u0e4d([${TONES}]*)\u0e32`, "gu")
const SILENT = new RegExp(`[${TONES}${IGNORED}]`, "gu")
const THAI_SIGN = new RegExp(`[${THAI}]`, "u")
const THAI_OR_WORD = new RegExp(
  `[${THAI}${IGNORED}]+|(?:(?![${THAI}])[${LETTER}${MARKS}${IGNORED}'’])+`,
  "gu"
)
const IS_THAI = new RegExp(`^[${THAI}]`, "u")
const ENDS_THAI = new RegExp(`[${THAI}]$`, "u")

/** @type {WeakMap<Rules, Map<string, string>>} the same words stand in every result */
const STEMS = new WeakMap()

/**
 * The text in signs of one width, and the Thai vowel ำ as one (NFKC makes it two).
 * @param {string} text
 */
export function composed(text) {
  return text.normalize("NFKC").replace(SARA_AM_APART, "$1\u0e33")
}

/** @param {string} word */
export function folded(word) {
  const lower = composed(word).toLowerCase().replace(NOT_HEARD, "")
  const letters = [...lower.normalize("NFC")]
    .map((sign) => LETTERS.get(sign) ?? sign)
    .join("")
  return [...letters.normalize("NFD")]
    .filter((sign) => sign < "\u0300" || sign > "\u036f")
    .map((sign) => LETTERS.get(sign) ?? sign)
    .join("")
}

/**
 * @param {string} word folded
 * @param {Rules} rules
 */
export function stem(word, rules) {
  let stems = STEMS.get(rules)
  if (!stems) STEMS.set(rules, (stems = new Map()))
  let found = stems.get(word)
  if (found === undefined) stems.set(word, (found = cut(word, rules)))
  return found
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
function cut(word, rules) {
  if (/\p{Nd}/u.test(word)) return word
  const most = Math.max(0, ...rules.endings.map((ending) => ending.length))
  for (let round = 0; round < rules.rounds; round++) {
    let length = Math.min(most, word.length - rules.shortest)
    while (length > 0 && !rules.endings.includes(word.slice(-length))) length--
    if (length <= 0) break
    word = alike(word.slice(0, -length), rules)
  }
  return alike(word, rules)
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
function alike(word, rules) {
  for (const [end, counts] of rules.alike)
    if (word.endsWith(end) && word.length - end.length + counts.length >= rules.shortest)
      word = word.slice(0, word.length - end.length) + counts
  return word
}

/**
 * The terms of a text, in its order.
 * @param {string} text in Unicode's composed form (NFC)
 * @param {Rules} rules
 * @returns {Token[]}
 */
export function tokens(text, rules) {
  /** @type {Token[]} */
  const found = []
  for (const word of text.matchAll(WORD))
    for (const run of word[0].matchAll(RUN)) {
      const start = word.index + run.index
      if (IS_THAI.test(run[0])) found.push(...thai(run[0], start))
      else {
        const term = stem(folded(run[0]), rules)
        if (term) found.push({ term, start, end: start + run[0].length })
      }
    }
  return found
}

/**
 * The words that a question is about, each as its terms: without the words of which questions are
 * made, unless it has no others. A Thai word has a term for each pair of its syllables; where the
 * browser does not know Thai words, what stands between spaces is one.
 * @param {string} text in Unicode's composed form (NFC)
 * @param {Rules} rules
 * @returns {Token[][]}
 */
export function asked(text, rules) {
  const isThai = rules.common.some((word) => IS_THAI.test(word))
  let rest = text
  for (const word of isThai ? byLength(rules.common) : [])
    rest = rest.replaceAll(word, " ".repeat(word.length))
  const telling = words(rest, rules).filter(([one, ...more]) =>
    isThai
      ? more.length || !isSyllable(one.term)
      : !rules.common.includes(folded(text.slice(one.start, one.end)))
  )
  return telling.length ? telling : words(text, rules)
}

/** @param {string[]} words the longest first */
function byLength(words) {
  return [...words].sort((one, two) => two.length - one.length)
}

/**
 * @param {string} text
 * @param {Rules} rules
 * @returns {Token[][]}
 */
function words(text, rules) {
  const parts = thaiWords(text)
  /** @type {Map<string, Token[]>} */
  const found = new Map()
  for (const part of parts)
    for (const run of part.segment.matchAll(THAI_OR_WORD)) {
      const start = part.index + run.index
      const terms = tokens(run[0], rules).map((one) => ({
        term: one.term,
        start: start + one.start,
        end: start + one.end
      }))
      const name = terms.map((one) => one.term).join(" ")
      if (name && !found.has(name)) found.set(name, terms)
    }
  return [...found.values()]
}

/** @param {string} written */
export function isThai(written) {
  return IS_THAI.test(written)
}

/** @param {string} written */
export function isSyllable(written) {
  return isThai(written) && syllableEnd(written) === written.length
}

/**
 * Where the first Thai syllable ends, or what is written like one.
 * @param {string} written
 */
export function syllableEnd(written) {
  return written.match(CLUSTER)?.[0].length ?? written.length
}

/**
 * Whether a Thai word begins at a place of a text; where the browser does not know, it may.
 * @param {string} text
 * @param {number} at
 */
export function beginsThaiWord(text, at) {
  if (!Intl.Segmenter) return true
  return new Intl.Segmenter("th", { granularity: "word" }).segment(text).containing(at)?.index === at
}

/**
 * The text cut at the ends of Thai words; one syllable says nothing without the word behind it, and
 * the last one without that before it.
 * @param {string} text
 */
function thaiWords(text) {
  if (!THAI_SIGN.test(text) || !Intl.Segmenter) return [{ index: 0, segment: text }]
  /** @type {{index: number, segment: string}[]} */
  const parts = []
  let isShort = false
  for (const { index, segment } of new Intl.Segmenter("th", { granularity: "word" }).segment(text)) {
    if (isShort && IS_THAI.test(segment)) parts[parts.length - 1].segment += segment
    else parts.push({ index, segment })
    isShort = isSyllable(segment)
  }
  const [before, last] = parts.slice(-2)
  if (last && isSyllable(last.segment) && ENDS_THAI.test(before.segment)) {
    before.segment += last.segment
    parts.pop()
  }
  return parts
}

/**
 * @param {string} run
 * @param {number} start
 */
function thai(run, start) {
  const clusters = [...run.matchAll(CLUSTER)]
    .map((one) => ({
      term: composed(one[0]).replace(SILENT, ""),
      start: start + one.index,
      end: start + one.index + one[0].length
    }))
    .filter((one) => one.term)
  if (clusters.length === 1) return clusters
  return clusters.slice(1).map((one, n) => ({
    term: clusters[n].term + one.term,
    start: clusters[n].start,
    end: one.end
  }))
}
