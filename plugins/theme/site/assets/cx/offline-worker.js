// The service worker of reading offline: keeps the files of one language when a reader asks for
// that, answers from them when there is no connection, and renews them when the site has changed.
// It stores nothing of its own accord, and whatever is not kept goes the usual way.

/** Caches of ours begin so; several sites can share an origin. */
const OURS = `cx-offline ${registration.scope} `
/** Where a cache says what it holds; put last, so a cache that has it is complete. */
const MARK = new URL("cx-offline-kept.json", registration.scope).href
/** How long a kept page waits for a slow connection, in milliseconds. */
const PATIENCE = 4000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const AT_ONCE = 6

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(clients.claim()))

addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method === "GET" && request.url.startsWith(registration.scope))
    event.respondWith(answer(event, request))
})

/** What a page may ask for; what it gives is told when it is done. */
const ASKED = {
  /** The address of the list that is kept; without waiting for what is being fetched. */
  which: async () => (await kept())?.address,
  keep: ({ list }, tell) => inTurn(() => keep(list, tell)),
  renew: () => inTurn(() => renew()),
  remove: () => inTurn(leave),
}

addEventListener("message", (event) => {
  const [port] = event.ports
  const tell = (news) => port.postMessage(news)
  // A page that is newer than this worker may ask for what it does not know: that is a fault, too.
  const work = async () => ASKED[event.data.ask](event.data, tell)
  event.waitUntil(
    work()
      .then((found) => tell({ done: true, found }))
      .catch((fault) => tell({ fault: String(fault) })),
  )
})

/**
 * One after the other, also when a new worker takes the place of this one: two that fill, replace
 * and remove the same caches would take from each other what is complete.
 */
const inTurn = (work) => navigator.locks.request(OURS, work)

/** What is kept, if anything is: the cache with what its mark says. */
async function kept() {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(OURS))) {
    const cache = await caches.open(name)
    const mark = await cache.match(MARK)
    if (mark) return { cache, ...(await mark.json()) }
  }
  return null
}

async function answer(event, request) {
  const all = await kept()
  const copy = await all?.cache.match(request, { ignoreSearch: true, ignoreVary: true })
  if (!all || (!copy && request.mode !== "navigate")) return fetch(request)
  const fresh = fetch(request)
  if (request.mode === "navigate")
    event.waitUntil(fresh.then(() => inTurn(() => renew(HOUR))).catch(() => {}))
  try {
    return await (copy ? Promise.race([fresh, late()]) : fresh)
  } catch {
    return copy ?? Response.redirect(`${new URL(all.page, registration.scope)}#not-kept`)
  }
}

const late = () => new Promise((_, give) => setTimeout(give, PATIENCE))

/**
 * Keeps what a list names, in place of what was kept before: all of it or nothing.
 * @param {string} address  of the list
 * @param {(news: {files: number, of: number}) => void} tell
 */
async function keep(address, tell) {
  const list = await read(address)
  const facts = { address, edition: list.edition, page: list.page }
  const before = await kept()
  if (before?.address === address && before.edition === list.edition) return mark(before.cache, facts)
  const name = `${OURS}${address} ${list.edition}`
  await caches.delete(name)
  const cache = await caches.open(name)
  try {
    const left = [...list.files]
    let files = 0
    const work = async () => {
      for (let file = left.shift(); file !== undefined; file = left.shift()) {
        const url = new URL(file, registration.scope)
        const found = await fetch(url, { cache: "no-cache" })
        // Browsers show no page that was kept at another address than its own.
        if (!found.ok || found.redirected) throw new Error(`${found.status} ${url}`)
        await cache.put(url, found)
        tell({ files: ++files, of: list.files.length })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if ((await read(address)).edition !== list.edition) throw new Error("changed meanwhile")
    await mark(cache, facts)
  } catch (fault) {
    await caches.delete(name)
    throw fault
  }
  await remove(name)
}

/** Keeps the files anew if the site has changed since. @param {number} age  of what is good */
async function renew(age = 0) {
  const all = await kept()
  if (!all || Date.now() - all.when < age) return
  try {
    await keep(all.address, () => {})
  } catch (fault) {
    if (!isGone(fault.cause)) throw fault
    await outlive(all)
  }
}

/**
 * The list of what is kept is not there any more. What is kept stays for its reader, unless the
 * site offers nothing at all: then this worker is not there either. For a day that may be a fault
 * of the host.
 */
async function outlive({ cache, address, edition, page, over = Date.now() }) {
  const isOver = isGone((await fetch(location.href, { cache: "no-cache" })).status)
  if (isOver && Date.now() - over > DAY) await leave()
  else await mark(cache, { address, edition, page, ...(isOver && { over }) })
}

const isGone = (status) => status === 404 || status === 410

/** @param {string} [but]  the one that stays */
async function remove(but) {
  for (const name of await caches.keys())
    if (name.startsWith(OURS) && name !== but) await caches.delete(name)
}

/** Takes what is kept and this worker from the device. */
async function leave() {
  await remove()
  await registration.unregister()
}

const mark = (cache, facts) =>
  cache.put(MARK, new Response(JSON.stringify({ ...facts, when: Date.now() })))

async function read(address) {
  const found = await fetch(new URL(address, registration.scope), { cache: "no-cache" })
  if (!found.ok) throw new Error(`${found.status} ${address}`, { cause: found.status })
  return found.json()
}
