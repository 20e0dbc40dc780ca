// Lets a reader keep one language on the device; on the page that lists all pages of the language.
// Receives in the page: [data-cx-offline] with the address of its list of files, and in it elements
// for each state, [data-cx-when], and buttons, [data-cx-ask]. What is kept only the worker knows.

const root = new URL("../..", import.meta.url).href
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-cx-offline]"))
/** Address of the list, from the root */
const list = new URL(place?.dataset.cxOffline ?? "", location.href).href.slice(root.length)

/** @param {string[]} states  those whose elements are to be seen */
function show(...states) {
  for (const one of place.querySelectorAll("[data-cx-when]"))
    one.hidden = !one.dataset.cxWhen.split(" ").some((state) => states.includes(state))
}

/** @returns {Promise<ServiceWorkerRegistration | undefined>}  ours, not that of a site around it */
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(root)
  return found?.scope === root ? found : undefined
}

/** @returns {Promise<ServiceWorker>}  `ready` would still give one that has left this page */
async function worker() {
  const { installing, waiting, active } = await navigator.serviceWorker.register(
    `${root}cx-offline.js`, { scope: root },
  )
  const one = active ?? waiting ?? installing
  while (one.state !== "activated") {
    if (one.state === "redundant") throw new Error("not installed")
    await new Promise((done) => one.addEventListener("statechange", done, { once: true }))
  }
  return one
}

/**
 * @param {string} what  as the worker knows it
 * @param {(news: {files: number, of: number}) => void} [tell]
 * @returns {Promise<string | undefined>}  what it answers
 */
async function ask(what, tell = () => {}) {
  const one = await worker()
  const { port1, port2 } = new MessageChannel()
  return new Promise((done, failed) => {
    port1.onmessage = ({ data }) => {
      if (data.done) done(data.found)
      else if (data.fault) failed(new Error(data.fault))
      else tell(data)
    }
    one.postMessage({ ask: what, list }, [port2])
  })
}

/** @returns {Promise<string | undefined>}  the address of the list that is kept */
const keptList = async () => ((await registered()) ? ask("which") : undefined)

/** @returns {Promise<{bytes: number} | null>}  null offline, and where the language is not offered */
async function offer() {
  try {
    // The browser's own cache still has lists that are gone.
    const found = await fetch(new URL(list, root), { cache: "no-cache" })
    return found.ok ? await found.json() : null
  } catch {
    return null
  }
}

/** @param {string[]} states  also to be seen */
async function showState(...states) {
  const found = await keptList()
  const isOffered = place.querySelector("[data-cx-ask=keep]") !== null
  const state = found === undefined ? "away" : found === list ? "kept" : "other"
  show(isOffered || state === "kept" ? state : `${state}-alone`, ...states)
}

/** @param {HTMLButtonElement} button */
async function obey(button) {
  const what = button.dataset.cxAsk
  const bar = place.querySelector("progress")
  bar.removeAttribute("value")
  show("busy")
  try {
    await ask(what, ({ files, of }) => Object.assign(bar, { max: of, value: files }))
    await showState(`done-${what}`)
  } catch {
    await showState("failed")
  }
  // The button that was pressed is gone; the other one, or the same again, has the focus. Where
  // there is none, what was done has it.
  const next = place.querySelector("button:not([hidden])") ?? place.querySelector("[role=status]")
  next.focus()
}

async function begin() {
  const offered = await offer()
  // The worker has led here. A page that is loaded again may have a connection.
  if (!offered && location.hash === "#not-kept") document.querySelector(".cx-not-kept").hidden = false
  if (!offered && (await keptList()) === undefined) return
  const size = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: "megabyte", maximumFractionDigits: 1,
  })
  for (const button of place.querySelectorAll("[data-cx-ask]")) {
    if (offered) button.textContent = button.textContent.replace("{size}", size.format(offered.bytes / 1e6))
    else if (button.dataset.cxAsk === "keep") button.remove()
    button.addEventListener("click", () => obey(button))
  }
  place.hidden = false
  await showState()
  if (location.hash === `#${place.id}`) place.scrollIntoView()
  if (await registered()) await ask("renew").catch(() => {})
}

// Not on insecure addresses, and not in windows that keep nothing.
if (place && "serviceWorker" in navigator && "caches" in self) begin().catch(() => { place.hidden = true })
