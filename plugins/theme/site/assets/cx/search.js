// Opens the search over the page, by its button or Ctrl+K; the rest is loaded when it is wanted.

/** @type {HTMLAnchorElement | null} */
const button = document.querySelector("[data-cx-search=button]")
const place = document.querySelector("[data-cx-search=page]")

// All parts at once: one way to the server and back, where each would find the next one only then.
const PARTS = ["box", "results", "recent", "index", "words", "files", "ranking", "analyzer"]
const load = async () => {
  const [box] = await Promise.all(PARTS.map((part) => import(`./search-${part}.js`)))
  return box
}

/** @param {Event} event */
function open(event) {
  if (!button) return
  event.preventDefault()
  load()
    .then((box) => box.openSearch(button))
    .catch(() => location.assign(button.href)) // the browser says best that there is no connection
}

button?.addEventListener("click", (event) => {
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button
  if (!opensElsewhere && !place) open(event)
})
document.addEventListener("keydown", (event) => {
  const isCtrlK = event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey
  if (!place && isCtrlK) open(event)
})
if (place && button) load().then((box) => box.showSearch(place, button))
