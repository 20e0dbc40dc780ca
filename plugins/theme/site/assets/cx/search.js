// Opens the search over the page, by its button or Ctrl+K, and wakes it where it is wanted: its field
// stands in the page and takes what is typed, all else is loaded then.

/** @type {HTMLAnchorElement | null} */
const button = document.querySelector("[data-cx-search=button]")
/** @type {HTMLElement | null} */
const page = document.querySelector("[data-cx-search=page]")
/** @type {HTMLTemplateElement | null} */
const template = document.querySelector("[data-cx-search=window]")

// All parts at once: one way to the server and back, where each would find the next one only then.
const PARTS = ["box", "results", "recent", "index", "words", "files", "ranking", "analyzer"]

/** @type {HTMLDialogElement | undefined} */
let dialog
/** @type {Promise<void> | undefined} */
let woken
let isLoading = false

/**
 * Loads what the search needs besides its field, and shows what is found for it; where that did not
 * work, the next time again.
 * @param {HTMLElement} place
 */
function wake(place) {
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
  if (!woken) {
    isLoading = true
    woken = load()
      .finally(() => (isLoading = false))
      .then((box) => box.wake(place, new URL(button.href)))
      .catch(() => {
        woken = undefined
        status.textContent = status.dataset.cxFailed ?? ""
      })
      .finally(() => place.toggleAttribute("data-cx-ready", true))
  }
  setTimeout(() => {
    const isAsked = place.querySelector("input").value.trim()
    if (isLoading) status.textContent = isAsked && (status.dataset.cxLoading ?? "")
  }, 400)
}

async function load() {
  const [box] = await Promise.all([...PARTS.map((part) => import(`./search-${part}.js`)), style()])
  return box
}

/** The style sheet comes with the search, not with every page. */
function style() {
  const link = document.createElement("link")
  Object.assign(link, { rel: "stylesheet", href: new URL("search.css", import.meta.url).href })
  return new Promise((resolve, reject) => {
    link.onload = resolve
    link.onerror = (event) => {
      link.remove()
      reject(event)
    }
    document.head.append(link)
  })
}

/** @param {HTMLElement} place */
function fieldOf(place) {
  const field = /** @type {HTMLInputElement} */ (place.querySelector("input"))
  const form = /** @type {HTMLFormElement} */ (field.form)
  field.addEventListener("focus", () => wake(place))
  field.addEventListener("input", () => wake(place))
  form.addEventListener("submit", (event) => {
    if (woken && !isLoading) return
    event.preventDefault() // the page of the results has to load as much, and without a network it does not come
    field.defaultValue = field.value // as of an address with a question
    wake(place)
  })
  return field
}

/**
 * Leads to the field: that of the page, or of the window over it.
 * @param {Event} event
 */
function open(event) {
  if (!template) return
  event.preventDefault()
  if (!page) dialog ??= madeDialog(template)
  if (dialog && !dialog.open) dialog.showModal()
  const field = /** @type {HTMLInputElement} */ ((page ?? dialog).querySelector("input"))
  field.focus()
  field.select()
}

/** @param {HTMLTemplateElement} template */
function madeDialog(template) {
  const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
  const made = /** @type {HTMLDialogElement} */ (content.firstElementChild)
  fieldOf(made)
  made.addEventListener("click", (event) => {
    const on = /** @type {Element} */ (event.target)
    const leads = on.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey
    // A result on this very page loads nothing, so the dialog has to go by itself.
    if (on === made || on.closest(".cx-search-close") || leads) made.close()
  })
  document.body.append(made)
  return made
}

button?.addEventListener("click", (event) => {
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button
  if (opensElsewhere || page) return
  button.focus() // Safari gives a link that is clicked no focus, so none could come back to it
  open(event)
})
document.addEventListener("keydown", (event) => {
  // Where a keyboard writes no Latin letters, the place of the key counts; otherwise what it writes.
  const key = /^[a-z]$/i.test(event.key) ? event.key : event.code
  if (/^(key)?k$/i.test(key) && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) open(event)
})

if (page && button) {
  page.hidden = false
  const field = fieldOf(page)
  field.value = field.defaultValue = new URLSearchParams(location.search).get("q") ?? ""
  // An address may lead to something else on the page; nothing of the search is loaded for that.
  const isWanted = field.value || !location.hash
  if (!location.hash) field.focus()
  if (isWanted) wake(page)
  else page.toggleAttribute("data-cx-ready", true)
}
