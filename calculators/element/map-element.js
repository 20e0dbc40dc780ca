/** <cx-journey map="retailer" lang="cs"> on a page that is not ours: the map, and nothing to do. */

import { built } from "./markup.js";
import { dress } from "./theme.js";

const MAP_NAME = "cx-journey";

/**
 * @typedef {object} KnownMaps  what the scripts of one page share; it stays the same in all versions
 * @property {Map<string, (host: HTMLElement) => void>} makers  by "retailer.cs"
 * @property {Set<() => void>} waiting  elements whose script has not come yet
 */
/** @type {KnownMaps} */
const knownMaps = /** @type {any} */ (globalThis)[Symbol.for(MAP_NAME)] ??=
  { makers: new Map(), waiting: new Set() };
/** The name of this map, its styles and its markup: the build puts them here. */
const mapData = /** @type {any} */ ("EMBEDDED");

if (!knownMaps.makers.has(mapData[0])) knownMaps.makers.set(mapData[0], showMap);

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
  #show = () => {
    this.#isAsked = false;
    const map = this.getAttribute("map");
    const [lang] = (this.getAttribute("lang") ?? "").toLowerCase().split(/-(?!latn)/u);
    const name = [...knownMaps.makers.keys()].find((one) =>
      lang ? one === `${map}.${lang}` : one.startsWith(`${map}.`));
    if (!name || !this.isConnected) return;
    knownMaps.waiting.delete(this.#show);
    knownMaps.makers.get(name)?.(this);
  };

  connectedCallback() {
    if (this.shadowRoot) return;
    knownMaps.waiting.add(this.#show);
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    knownMaps.waiting.delete(this.#show);
  }

  attributeChangedCallback() {
    // Once for all attributes that are set together.
    if (!this.#isAsked) setTimeout(this.#show);
    this.#isAsked = true;
  }
}

if (customElements.get(MAP_NAME)) for (const show of knownMaps.waiting) show();
else customElements.define(MAP_NAME, JourneyElement);
