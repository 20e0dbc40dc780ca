// The search as readers see it: a field, results, the last searches; over a page or as a page.

import { SearchIndex, SHOWN } from "./search-index.js"
import { forget, recent, remember } from "./search-recent.js"
import { element, Results } from "./search-results.js"

/**
 * @typedef {import("./search-index.js").Answer} Answer
 * @typedef {import("./search-files.js").Head} Head
 */

const PAUSE_MS = 120

/** @type {Promise<HTMLDialogElement> | undefined} */
let dialog

/**
 * Opens the search over the page.
 * @param {HTMLAnchorElement} button leads to the search page
 */
export async function openSearch(button) {
  dialog ??= madeDialog(button)
  dialog.catch(() => (dialog = undefined))
  const shown = await dialog
  if (!shown.open) shown.showModal()
  const field = /** @type {HTMLInputElement} */ (shown.querySelector("input"))
  field.focus()
  field.select()
}

/**
 * Shows the search in the search page, with the question that its address holds.
 * @param {Element} place
 * @param {HTMLAnchorElement} button
 */
export async function showSearch(place, button) {
  await style()
  const asked = new URLSearchParams(location.search).get("q") ?? ""
  const box = await SearchBox.made(button)
  place.append(box.form, box.output)
  box.keepsAddress = true
  if (!location.hash) box.field.focus() // the address does not lead to something else on the page
  box.ask(asked)
}

/** @type {Promise<unknown> | undefined} */
let styled

/** The style sheet comes with the search, not with every page. */
function style() {
  styled ??= addedStyle()
  return styled
}

function addedStyle() {
  const link = element("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href })
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve
    document.head.append(link)
  })
}

/** @param {HTMLAnchorElement} button */
async function madeDialog(button) {
  await style()
  const box = await SearchBox.made(button)
  const made = element("dialog", { class: "cx-search cx-search-dialog", "aria-label": box.words.title })
  let isLeft = false
  const close = element("button", { type: "button", class: "cx-search-close" }, box.words.close)
  close.addEventListener("click", () => made.close())
  box.form.append(close)
  made.append(box.form, box.output)
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close()
  })
  // A result on this very page loads nothing, so the dialog has to go by itself.
  box.output.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    isLeft = true
    made.close()
  })
  made.addEventListener("close", () => {
    if (!isLeft) button.focus()
    isLeft = false
  })
  document.body.append(made)
  box.ask("")
  return made
}

class SearchBox {
  /** @param {HTMLAnchorElement} button */
  static async made(button) {
    const index = new SearchIndex(new URL(button.href))
    return new SearchBox(index, await index.head(), new URL(button.href))
  }

  /**
   * @param {SearchIndex} index
   * @param {Head} head
   * @param {URL} page the search page
   */
  constructor(index, head, page) {
    this.index = index
    this.head = head
    this.words = head.words
    this.page = page
    this.found = new Results(head, new URL("../", page))
    this.keepsAddress = false
    this.asking = 0
    this.field = element("input", {
      type: "search",
      name: "q",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search"
    })
    const label = element("label", {}, element("span", {}, this.words.question), this.field)
    this.form = element("form", { role: "search", action: page.href }, label)
    this.status = element("p", { role: "status", class: "cx-search-status" })
    this.results = element("ol", { class: "cx-search-results" })
    this.more = element("div", { class: "cx-search-more" })
    this.output = element("div", { class: "cx-search-output" }, this.status, this.results, this.more)
    this.form.addEventListener("submit", (event) => this.submitted(event))
    this.field.addEventListener("input", () => this.typed())
    for (const part of [this.form, this.output])
      part.addEventListener("keydown", (event) => this.moved(/** @type {KeyboardEvent} */ (event)))
    this.results.addEventListener("click", () => remember(this.field.value))
  }

  typed() {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.ask(this.field.value), PAUSE_MS)
  }

  /** @param {Event} event */
  submitted(event) {
    remember(this.field.value)
    if (!this.keepsAddress) return // the browser goes to the page of the results
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
    if (this.keepsAddress) history.replaceState(history.state, "", this.address(text) + place)
    if (!text) return this.showRecent()
    const late = setTimeout(() => {
      if (asking === this.asking) this.status.textContent = this.words.loading
    }, 400)
    try {
      const answer = await this.index.ask(text, most)
      if (asking === this.asking) this.show(text, answer)
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
   */
  show(text, answer) {
    const { words } = this
    const lost = answer.unknown.join(", ")
    this.status.textContent = !answer.count
      ? filled(words.nothing, { question: text })
      : filled(words.found, { number: String(answer.count) }) +
        (lost ? ` · ${filled(words.unknown, { words: lost })}` : "")
    this.results.replaceChildren(...answer.pages.map((page) => this.found.item(page, answer.terms)))
    this.more.replaceChildren()
    if (answer.near.length && lost)
      this.more.append(element("p", {}, words.near), this.buttons(answer.near.slice(0, 4)))
    if (answer.count > answer.pages.length) this.more.append(this.furtherButton(text, answer.pages.length))
    const all = element("a", { href: this.page.href }, words.all)
    const link = element("a", { href: this.address(text) }, words.link)
    if (!this.keepsAddress) this.more.append(element("p", {}, answer.count ? link : all))
  }

  /**
   * @param {string} text
   * @param {number} shown
   */
  furtherButton(text, shown) {
    const button = element("button", { type: "button" }, this.words.further)
    button.addEventListener("click", async () => {
      await this.ask(text, shown + SHOWN)
      if (this.field.value.trim() !== text) return
      const next = this.results.children[shown]?.querySelector("a")
      next?.focus()
    })
    return button
  }

  showFailure() {
    this.status.textContent = this.words.failed
    this.results.replaceChildren()
    this.more.replaceChildren()
  }

  showRecent() {
    const kept = recent()
    this.status.textContent = ""
    this.results.replaceChildren()
    this.more.replaceChildren()
    if (!kept.length) return
    const button = element("button", { type: "button", class: "cx-search-forget" })
    button.append(this.words.forget)
    button.addEventListener("click", () => {
      forget()
      this.showRecent()
      this.field.focus()
    })
    this.more.append(element("p", {}, this.words.recent), this.buttons(kept), button)
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
