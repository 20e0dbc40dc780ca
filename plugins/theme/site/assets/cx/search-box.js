// The search as readers see it: a field, results, the last searches; over a page or as a page.

import { SearchIndex, SHOWN } from "./search-index.js"
import { forget, recent, remember } from "./search-recent.js"
import { element, inShort, Results } from "./search-results.js"

/**
 * @typedef {import("./search-index.js").Answer} Answer
 * @typedef {import("./search-files.js").Head} Head
 */

const PAUSE_MS = 120

/**
 * Lets a field search, and shows what is found for what stands in it.
 * @param {HTMLElement} place  with the field, and with what is found
 * @param {URL} page  the search page
 */
export function wake(place, page) {
  const box = new SearchBox(place, page)
  const { defaultValue, maxLength, value } = box.field
  // Only what is typed obeys the greatest length of a field; without one it is -1.
  const cut = (/** @type {string} */ text) => (maxLength < 0 ? text : text.slice(0, maxLength))
  remember(cut(defaultValue)) // came by address: shared, or entered before this was there
  return box.ask(cut(value))
}

class SearchBox {
  /**
   * @param {HTMLElement} place
   * @param {URL} page
   */
  constructor(place, page) {
    const part = (/** @type {string} */ selector) => /** @type {any} */ (place.querySelector(selector))
    this.index = new SearchIndex(page)
    this.page = page
    this.title = document.title
    this.keepsAddress = !(place instanceof HTMLDialogElement)
    this.asking = 0
    this.hasFailed = false
    /** @type {HTMLInputElement} */
    this.field = part("input")
    /** @type {HTMLFormElement} */
    this.form = part("form")
    /** @type {HTMLElement} */
    this.output = part(".cx-search-output")
    /** @type {HTMLElement} */
    this.status = part(".cx-search-status")
    /** @type {HTMLElement} */
    this.results = part(".cx-search-results")
    /** @type {HTMLElement} */
    this.more = part(".cx-search-more")
    this.form.addEventListener("submit", (event) => this.submitted(event))
    this.field.addEventListener("input", () => this.typed())
    for (const one of [this.form, this.output])
      one.addEventListener("keydown", (event) => this.moved(/** @type {KeyboardEvent} */ (event)))
    this.results.addEventListener("click", () => remember(this.field.value))
  }

  typed() {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.ask(this.field.value), PAUSE_MS)
  }

  /** @param {Event} event */
  submitted(event) {
    remember(this.field.value)
    if (!this.keepsAddress && !this.hasFailed) return // the browser goes to the page of the results
    event.preventDefault()
    this.ask(this.field.value)
  }

  /**
   * Down and up go from the field through the links and back.
   * @param {KeyboardEvent} event
   */
  moved(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const stops = [this.field, ...this.output.querySelectorAll("a, button")]
    const at = stops.indexOf(/** @type {any} */ (document.activeElement))
    const next = /** @type {HTMLElement} */ (stops[at + (event.key === "ArrowDown" ? 1 : -1)])
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  /**
   * @param {string} question
   * @param {number} most how many pages are wanted
   */
  async ask(question, most = SHOWN) {
    const asking = ++this.asking
    if (this.field.value !== question) this.field.value = question
    const text = question.trim()
    // A place on the page is kept until something is asked.
    const place = text ? "" : location.hash
    if (this.keepsAddress) {
      history.replaceState(history.state, "", this.address(text) + place)
      document.title = text ? `${inShort(text)} – ${this.title}` : this.title
    }
    const late = setTimeout(() => {
      if (text && asking === this.asking) this.status.textContent = this.status.dataset.cxLoading ?? ""
    }, 400)
    try {
      const head = await this.index.head()
      const answer = text ? await this.index.ask(text, most) : null
      if (asking !== this.asking) return
      this.hasFailed = false
      if (answer) this.show(text, answer, head)
      else this.showRecent(head.words)
    } catch {
      if (asking === this.asking) this.showFailure()
    } finally {
      clearTimeout(late)
    }
  }

  /** @param {string} text */
  address(text) {
    const address = new URL(this.page)
    if (text) address.searchParams.set("q", text)
    return address.href
  }

  /**
   * @param {string} text
   * @param {Answer} answer
   * @param {Head} head
   */
  show(text, answer, head) {
    const { words } = head
    const found = new Results(head, new URL("../", this.page))
    const lost = inShort(answer.unknown.join(", "))
    this.status.textContent = !answer.count
      ? filled(words.nothing, { question: inShort(text) })
      : filled(words.found, { number: String(answer.count) }) +
        (lost ? ` · ${filled(words.unknown, { words: lost })}` : "")
    this.results.replaceChildren(...answer.pages.map((page) => found.item(page, answer.terms)))
    this.more.replaceChildren()
    if (answer.near.length && lost)
      this.more.append(element("p", {}, words.near), this.buttons(answer.near.slice(0, 4)))
    else if (!answer.count) this.more.append(element("p", {}, words.other))
    const shown = answer.pages.length
    if (answer.count > shown) this.more.append(this.furtherButton(words.further, text, shown))
    const all = element("a", { href: this.page.href }, words.all)
    const link = element("a", { href: this.address(text) }, words.link)
    if (!this.keepsAddress) this.more.append(element("p", {}, answer.count ? link : all))
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {number} shown
   */
  furtherButton(name, text, shown) {
    const button = element("button", { type: "button" }, name)
    button.addEventListener("click", async () => {
      await this.ask(text, shown + SHOWN)
      if (this.field.value.trim() !== text) return
      const next = this.results.children[shown]?.querySelector("a")
      next?.focus()
    })
    return button
  }

  showFailure() {
    this.hasFailed = true
    this.status.textContent = this.status.dataset.cxFailed ?? ""
    this.results.replaceChildren()
    this.more.replaceChildren()
  }

  /** @param {Record<string, string>} words */
  showRecent(words) {
    const kept = recent()
    this.status.textContent = ""
    this.results.replaceChildren()
    this.more.replaceChildren()
    if (!kept.length) return
    const button = element("button", { type: "button", class: "cx-search-forget" })
    button.append(words.forget)
    button.addEventListener("click", () => {
      forget()
      this.showRecent(words)
      this.field.focus()
    })
    this.more.append(element("p", {}, words.recent), this.buttons(kept), button)
  }

  /** @param {string[]} questions */
  buttons(questions) {
    const list = element("ul", { class: "cx-search-questions" })
    for (const question of questions) {
      const button = element("button", { type: "button" }, question)
      button.addEventListener("click", () => {
        this.field.focus()
        this.ask(question)
      })
      list.append(element("li", {}, button))
    }
    return list
  }
}

/**
 * @param {string} text
 * @param {Record<string, string>} values
 */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
