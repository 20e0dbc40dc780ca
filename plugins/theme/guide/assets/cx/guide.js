// What a page of the guide does beside being read: light and dark, the list of contents that
// follows, the way back to the top, closed parts that open when they are wanted. Without this
// script all is there to read and to follow; the device then chooses light or dark.
(() => {
  const root = document.documentElement
  const device = matchMedia("(prefers-color-scheme: dark)")
  // The place and the form in which Material for MkDocs kept the choice: readers keep theirs.
  const kept = new URL("../..", document.currentScript.src).pathname + ".__palette"

  /** @returns {string | undefined}  what the reader chose, if the device lets us know */
  function choice() {
    try {
      return JSON.parse(localStorage.getItem(kept))?.color?.scheme
    } catch {
      return undefined
    }
  }

  function showScheme(scheme = choice()) {
    const known = scheme === "slate" || scheme === "default"
    root.dataset.mdColorScheme = known ? scheme : device.matches ? "slate" : "default"
  }

  // Now, before anything is shown; again when the device, another tab or the way back changes it.
  showScheme()
  device.addEventListener("change", () => showScheme())
  addEventListener("storage", () => showScheme())

  /** @param {HTMLElement} button  leads from one scheme to the other */
  function changeScheme(button) {
    const scheme = button.dataset.cxFrom === "slate" ? "default" : "slate"
    try {
      localStorage.setItem(kept, JSON.stringify({ color: { scheme } }))
    } catch {
      // Then the choice holds for this page.
    }
    showScheme(scheme)
    // The button is gone; the way back has its place.
    document.querySelector(`.cx-scheme[data-cx-from="${scheme}"]`)?.focus()
  }

  const drawer = () => /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"))

  function closeDrawer() {
    const box = drawer()
    if (box) box.checked = false
  }

  /** Closes the drawer also for the keyboard: what has the focus in it would hold it open. */
  function leaveDrawer() {
    closeDrawer()
    if (document.activeElement?.closest(".md-sidebar--primary")) drawer()?.focus()
  }

  /** @param {Element} element  @returns {number}  from the top of the window, also of what is hidden */
  function topOf(element) {
    let shown = element
    while (!shown.getClientRects().length && shown.parentElement) shown = shown.parentElement
    return shown.getBoundingClientRect().top
  }

  /** @param {Element} list  @returns {[HTMLAnchorElement, Element][]}  links and their headings */
  function entries(list) {
    const links = /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("a[href^='#']")])
    return links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      return heading ? [[link, heading]] : []
    })
  }

  /**
   * Marks where the reader is in a list of contents, and keeps that in sight.
   *
   * First all that is asked is asked, and what that returns then writes: in turns, a browser would
   * lay out the page as often. A page that has not been scrolled is not asked at all.
   */
  function followed(list, line) {
    const box = list.closest(".md-sidebar__scrollwrap")
    const all = entries(list)
    let before = null
    return () => {
      const passed = scrollY > 0 ? all.filter(passes(line)) : []
      const current = passed.at(-1)?.[0] ?? null
      return () => mark(passed, current)
    }

    function mark(passed, current) {
      for (const [at, [link]] of all.entries()) {
        link.classList.toggle("md-nav__link--passed", at < passed.length)
        link.classList.toggle("md-nav__link--active", link === current)
      }
      if (current?.getClientRects().length && current !== before && box && box.scrollHeight > box.clientHeight)
        box.scrollTop = box.scrollTop + current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2
      before = current
    }
  }

  /** @param {() => number} line  @returns {(entry: [Element, Element]) => boolean}  whether it is read */
  function passes(line) {
    const end = scrollY + innerHeight >= Math.floor(root.scrollHeight) ? Infinity : line()
    return ([, heading]) => topOf(heading) < end
  }

  /** The way to the top is there while the reader scrolls upwards, unless it lies over the focus. */
  function offered(button) {
    let before = scrollY
    return () => {
      const now = scrollY
      const isInTheWay = isOver(button, document.activeElement)
      return () => {
        if (now !== before) button.hidden = now > before || now <= 0
        if (isInTheWay) button.hidden = true
        before = now
      }
    }
  }

  /** @param {Element} button  @param {Element | null} focused  @returns {boolean} */
  function isOver(button, focused) {
    if (!focused || focused === button || focused === document.body) return false
    const [above, below] = [button.getBoundingClientRect(), focused.getBoundingClientRect()]
    return above.left < below.right && above.right > below.left &&
      above.top < below.bottom && above.bottom > below.top
  }

  /** Opens what the address leads into. Browsers do so since 2022 to 2025. */
  function reveal() {
    let target = null
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      // Not an address of ours.
    }
    const closed = []
    for (let one = target?.closest("details"); one; one = one.parentElement?.closest("details"))
      if (!one.open) closed.push(one)
    for (const one of closed) one.open = true
    if (closed.length) target.scrollIntoView()
  }

  /** Paper shows what is closed on the screen. */
  function opensOnPaper() {
    let opened = []
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll(".md-content details:not([open])")]
      for (const one of opened) one.open = true
    })
    addEventListener("afterprint", () => {
      for (const one of opened) one.open = false
    })
  }

  /** A keyboard can scroll code that is wider than its place. */
  function markWideCode() {
    for (const code of document.querySelectorAll("pre > code"))
      if (code.scrollWidth > code.clientWidth) code.tabIndex = 0
      else code.removeAttribute("tabindex")
  }

  /** Links to what this device can do: not on insecure addresses, for one. */
  function showOffers() {
    if (!("serviceWorker" in navigator && "caches" in self)) return
    for (const link of document.querySelectorAll("[data-cx-offer=offline]")) link.hidden = false
  }

  document.addEventListener("DOMContentLoaded", () => {
    const header = document.querySelector(".md-header")
    const main = document.querySelector(".md-main")
    const top = /** @type {HTMLElement | null} */ (document.querySelector(".md-top"))
    const grid = main?.firstElementChild
    // Where a heading counts as read: what the bar covers, and most of the space above a page.
    const line = () => header.offsetHeight + (grid ? 0.8 * (grid.offsetTop - main.offsetTop) : 0)
    const work = [...document.querySelectorAll(".md-nav--secondary")].map((list) => followed(list, line))
    if (top) work.push(offered(top))

    let waits = false
    const scrolled = () => {
      waits = false
      for (const write of work.map((ask) => ask())) write()
    }
    const soon = () => {
      if (!waits) requestAnimationFrame(scrolled)
      waits = true
    }
    addEventListener("scroll", soon, { passive: true })
    addEventListener("resize", () => {
      soon()
      markWideCode()
    })
    soon()
    markWideCode()
    reveal()
    opensOnPaper()
    showOffers()
    addEventListener("hashchange", () => {
      closeDrawer()
      reveal()
    })
    document.addEventListener("click", (event) => {
      const element = /** @type {Element} */ (event.target)
      const button = /** @type {HTMLElement | null} */ (element.closest(".cx-scheme"))
      if (button) changeScheme(button)
      if (element.closest(".md-top")) scrollTo(0, 0)
      if (element.closest(".md-sidebar--primary a[href*='#']")) closeDrawer()
    })
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leaveDrawer()
      // It is drawn as a button, so it is used as one.
      if (event.key === "Enter" && event.target === drawer()) drawer().click()
    })
    document.addEventListener("focusin", (event) => {
      const element = /** @type {Element} */ (event.target)
      if (element !== drawer() && !element.closest(".md-sidebar--primary")) closeDrawer()
      soon()
    })
  })
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return
    showScheme()
    closeDrawer()
  })
})()
