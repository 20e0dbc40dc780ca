// The last questions, kept on the device only.

import { composed } from "./search-analyzer.js"

// Sites of several projects can share an origin.
const RECENT = `${new URL("../../", import.meta.url).pathname}cx-search`
const MOST_RECENT = 5

/** @returns {string[]} */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? "[]")
    const isList = Array.isArray(kept)
    return isList ? kept.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : []
  } catch {
    return [] // storage that is closed or holds something else: nothing is remembered
  }
}

/** @param {string} question */
export function remember(question) {
  const text = question.trim()
  const others = recent().filter((one) => !isSame(one, text))
  if (text) store([text, ...others].slice(0, MOST_RECENT))
}

/**
 * Whether two questions differ in nothing but capitals and the width of letters.
 * @param {string} one
 * @param {string} other
 */
function isSame(one, other) {
  const [first, second] = [one, other].map((text) => composed(text).toLowerCase())
  return first === second
}

export function forget() {
  store([])
}

/** @param {string[]} questions */
function store(questions) {
  try {
    if (questions.length) localStorage.setItem(RECENT, JSON.stringify(questions))
    else localStorage.removeItem(RECENT)
  } catch {
    // as above
  }
}
