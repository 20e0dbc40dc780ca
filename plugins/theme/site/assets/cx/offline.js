// Lets a reader keep one language on the device; on the page that lists all pages of the language.
// Receives in the page: [data-cx-offline] with the address of its list of files, and in it elements
// for each state, [data-cx-when], and buttons, [data-cx-ask].

const root = new URL("../..", import.meta.url).href
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-cx-offline]"))
/** Address of the list, from the root */
const list = new URL(place?.dataset.cxOffline ?? "", location.href).href.slice(root.length)
const OURS = `cx-offline ${root} `
const MARK = new URL("cx-offline-kept.json", root).href

/** @param {string[]} states  those whose elements are to be seen */
function show(...states) {
  for (const one of place.querySelectorAll("[data-cx-when]"))
    one.hidden = !one.dataset.cxWhen.split(" ").some((state) => states.includes(state))
}

/** @returns {Promise<string | undefined>}  the address of the list that is kept */
async function keptList() {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(OURS))) {
    const mark = await (await caches.open(name)).match(MARK)
    if (mark) return (await mark.json()).address
  }
  return undefined
}

/**
 * @param {string} what  "keep", "renew" or "remove"
 * @param {(news: {files: number, of: number}) => void} [tell]
 */
async function ask(what, tell = () => {}) {
  await navigator.serviceWorker.register(`${root}cx-offline.js`, { scope: root })
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  await new Promise((done, failed) => {
    port1.onmessage = ({ data }) => {
      if (data.done) done()
      else if (data.fault) failed(new Error(data.fault))
      else tell(data)
    }
    active.postMessage({ ask: what, list }, [port2])
  })
}

async function showState(...states) {
  const found = await keptList()
  show(found === undefined ? "away" : found === list ? "kept" : "other", ...states)
}

/** @param {HTMLButtonElement} button */
async function obey(button) {
  const bar = place.querySelector("progress")
  bar.removeAttribute("value")
  show("busy")
  try {
    await ask(button.dataset.cxAsk, ({ files, of }) => Object.assign(bar, { max: of, value: files }))
    if (button.dataset.cxAsk === "remove")
      await (await navigator.serviceWorker.getRegistration(root))?.unregister()
    await showState()
  } catch {
    await showState("failed")
  }
  // The button that was pressed is gone; the other one, or the same again, has the focus.
  place.querySelector("button:not([hidden])")?.focus()
}

async function begin() {
  const found = await fetch(new URL(list, root)).then((answer) => answer.json(), () => undefined)
  const size = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: "megabyte", maximumFractionDigits: 1,
  })
  for (const button of place.querySelectorAll("[data-cx-ask]")) {
    if (found) button.textContent = button.textContent.replace("{size}", size.format(found.bytes / 1e6))
    button.addEventListener("click", () => obey(button))
  }
  if (!found && (await keptList()) === undefined) return
  place.hidden = false
  await showState()
  if (location.hash === `#${place.id}`) place.scrollIntoView()
  if (await navigator.serviceWorker.getRegistration(root)) await ask("renew").catch(() => {})
}

// Not on insecure addresses, and not in windows that keep nothing.
if (place && "serviceWorker" in navigator && "caches" in self) begin().catch(() => { place.hidden = true })
