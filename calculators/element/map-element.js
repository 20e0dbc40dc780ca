/** <cx-journey map="retailer" lang="cs"> on a page that is not ours: the map, and nothing to do. */

import { built } from "./markup.js";
import { dress } from "./theme.js";

const MAP_NAME = "cx-journey";

/** @type {Map<string, (host: HTMLElement) => void>} */
const knownMaps = (/** @type {any} */ (globalThis)[Symbol.for(MAP_NAME)] ??= new Map());
/** The name of this map, its styles and its markup: the build puts them here. */
const mapData = /** @type {any} */ ("EMBEDDED");

if (!knownMaps.has(mapData[0])) knownMaps.set(mapData[0], showMap);

/** @param {HTMLElement} host */
function showMap(host) {
  const [name, styles, markup] = mapData;
  const [journey, lang] = name.split(".");
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  box.className = "cx-map-box";
  box.append(built(markup));
  shadow.replaceChildren(box);
  dress(box, box, host.getAttribute("theme"), host.getAttribute("accent"));
  host.dispatchEvent(new CustomEvent("cx-ready", {
    detail: { journey, lang }, bubbles: true, composed: true,
  }));
}

class JourneyElement extends HTMLElement {
  static observedAttributes = ["map", "lang", "theme", "accent"];
  #isAsked = false;

  connectedCallback() {
    if (!this.shadowRoot) this.attributeChangedCallback();
  }

  attributeChangedCallback() {
    // Once for all attributes that are set together.
    if (!this.#isAsked) setTimeout(() => this.#show());
    this.#isAsked = true;
  }

  #show() {
    this.#isAsked = false;
    const map = this.getAttribute("map");
    const lang = this.getAttribute("lang")?.toLowerCase();
    const name = [...knownMaps.keys()].find((one) =>
      lang ? one === `${map}.${lang}` : one.startsWith(`${map}.`));
    if (name && this.isConnected) knownMaps.get(name)?.(this);
  }
}

if (!customElements.get(MAP_NAME)) customElements.define(MAP_NAME, JourneyElement);
else {
  // Elements that have waited for this map.
  for (const element of document.querySelectorAll(MAP_NAME)) {
    /** @type {any} */ (element).connectedCallback();
  }
}
