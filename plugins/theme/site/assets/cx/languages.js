/**
 * Languages at the door. The links to other versions keep the place in the page. A page that is
 * written in a language that the reader prefers says so once, in that language: nobody is sent
 * anywhere. What the reader has chosen stays on the device and ends the offer.
 */
"use strict";
{
  const { src } = document.currentScript;
  // Sites of several projects can share an origin.
  const KEY = `${new URL("../../", src).pathname}cx-language`;
  const VERSION = "a[data-cx-version]";
  let offer;

  for (const name of ["pointerdown", "focusin", "contextmenu", "click"]) {
    document.addEventListener(name, ({ target, type }) => {
      const link = target.closest?.(VERSION);
      if (!link) return;
      if (link.dataset.cxVersion !== "home") {
        link.search = location.search;
        link.hash = location.hash || section(link);
      }
      if (type === "click") decide(link.hreflang);
    });
  }

  document.addEventListener("click", ({ target }) => {
    const menu = document.querySelector(".cx-languages");
    if (!menu.contains(target)) menu.open = false;
  });

  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape") return;
    const menu = target.closest?.(".cx-languages[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (offer?.contains(target)) {
      stay();
    }
  });

  const link = preferred([...document.querySelectorAll(`.cx-languages ${VERSION}`)]);
  if (link && !isDecided()) show(link);

  /**
   * The section that is read, as the list of contents marks it. Who has come down to the languages
   * at the foot has left all sections behind.
   */
  function section(link) {
    const read = document.querySelector(".md-nav--secondary .md-nav__link--active");
    return link.closest("footer") ? "" : read?.hash ?? "";
  }

  /** The link to the version that the reader prefers to this one, as far as the page is written. */
  function preferred(links) {
    const written = links.filter((one) => one.dataset.cxVersion === "written");
    const current = written.find((one) => one.matches("[aria-current]"));
    if (!current) return;
    for (const tag of navigator.languages) {
      const wanted = locale(tag);
      const fitting = written.filter((one) => wanted && fits(locale(one.hreflang), wanted));
      if (fitting.includes(current)) return;
      if (fitting.length) {
        const likely = wanted.maximize();
        return fitting.find((one) => one.hreflang === tag) ??
          fitting.find((one) => locale(one.hreflang).maximize().script === likely.script) ??
          fitting[0];
      }
    }
  }

  /** Who names a script wants no other: sr-Latn is not sr, which is Cyrillic. */
  function fits(version, wanted) {
    const { language, script } = version.maximize();
    return language === wanted.language && (!wanted.script || script === wanted.script);
  }

  function locale(tag) {
    try {
      return new Intl.Locale(tag);
    } catch {
      return undefined; // browsers hand on whatever was typed into their settings
    }
  }

  async function show(link) {
    let texts;
    try {
      texts = await (await fetch(new URL("languages.json", src))).json();
    } catch {
      return; // no network
    }
    const words = texts[link.hreflang];
    if (!words || isDecided()) return;
    offer = element("aside", "cx-offer");
    offer.lang = link.hreflang;
    const text = element("p", "cx-offer__text", words.exists);
    text.id = "__offer";
    offer.setAttribute("aria-labelledby", text.id);
    const read = link.cloneNode();
    read.textContent = words.read;
    const close = element("button", "cx-offer__close", words.close);
    close.type = "button";
    close.addEventListener("click", stay);
    offer.append(text, read, close);
    // Early in the order of the keyboard; the styles put it at the foot of the window.
    document.querySelector(".cx-languages").closest("header").before(offer);
    makeRoom(); // before anything is painted
    uncover(document.activeElement);
    new ResizeObserver(makeRoom).observe(offer);
  }

  /** The page is told of it, not each of its elements: that would be all styles anew. */
  function makeRoom() {
    const { documentElement: root, body } = document;
    root.toggleAttribute("data-cx-offer", offer.isConnected);
    for (const one of [root, body]) one.style.setProperty("--cx-offer", `${offer.offsetHeight}px`);
  }

  /** A reader with a keyboard may be there already. Who has scrolled away from there stays away. */
  function uncover(focused) {
    const { top, bottom } = focused.getBoundingClientRect();
    if (focused === document.body || bottom < offer.getBoundingClientRect().top || top > innerHeight) return;
    focused.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function element(name, style, text = "") {
    const made = document.createElement(name);
    made.className = style;
    made.textContent = text;
    return made;
  }

  /** The reader closes the offer. */
  function stay() {
    decide(document.documentElement.lang);
  }

  function decide(tag) {
    try {
      localStorage.setItem(KEY, tag);
    } catch {
      // The reader has forbidden it; then there was no offer.
    }
    offer?.remove();
  }

  /** Where nothing can be remembered, the offer would come again on every page. */
  function isDecided() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return true;
    }
  }
}
