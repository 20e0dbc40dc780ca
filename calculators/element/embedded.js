/**
 * <cx-calculator metric="nps" lang="cs" promoters="50"> on a page that is not ours.
 *
 * | attribute | says |
 * | --- | --- |
 * | metric, lang | which calculator; without lang, the first that came for the metric |
 * | an input's id | what stands in it, as in addresses |
 * | theme, accent | light or dark; a colour in hex |
 *
 * Each script brings one metric in one language, and the first one also the element. What is
 * inside the element stays until its calculator is there, and the page can style it by custom
 * properties and parts. Nothing here needs more than the page's leave to run the script itself.
 */

import { dispatch, enliven, fill } from "./life.js";
import { keepLink } from "./link.js";
import { built } from "./markup.js";
import { dress } from "./theme.js";

const NAME = "cx-calculator";

/**
 * @typedef {object} Known  what the scripts of one page share; it stays the same in all versions
 * @property {Map<string, (host: HTMLElement) => (address: URLSearchParams) => void>} makers  by "nps.cs"
 * @property {Set<() => void>} waiting  elements whose script has not come yet
 */
const place = /** @type {any} */ (globalThis);
/** @type {Known} */
const known = (place[Symbol.for(NAME)] ??= { makers: new Map(), waiting: new Set() });

/** The name of this calculator, its styles, its markup and its definition: the build puts them here. */
const embeddedData = /** @type {any} */ ("EMBEDDED");

if (!known.makers.has(embeddedData[0])) known.makers.set(embeddedData[0], makeEmbedded);

/** @param {HTMLElement} host @returns {(address: URLSearchParams) => void} what puts values in */
function makeEmbedded(host) {
  const [, styles, markup, definition] = embeddedData;
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const root = /** @type {HTMLElement} */ (built(markup));
  shadow.replaceChildren(root);
  const calculator = enliven(root, host, definition);
  keepLink(calculator);
  // Later: a page that makes the element can listen first.
  setTimeout(() => dispatch(calculator, "cx-ready"));
  return (said) => {
    fill(calculator, said);
    dress(root, root, said.get("theme"), said.get("accent"));
  };
}

class EmbeddedElement extends HTMLElement {
  /** @type {ReturnType<typeof makeEmbedded> | undefined} */
  #set;
  /** Which calculator it is. @type {string | undefined} */
  #name;
  /** What the attributes said when it left the page. @type {Record<string, string>} */
  #left = {};
  /** Attributes of any name are inputs, so no list of names can be given beforehand. */
  #changes = new MutationObserver((changes) => this.#say(
    changes.map(({ attributeName }) => `${attributeName}`),
  ));
  /** Make what the attributes ask for, once its script is here. */
  #begin = () => {
    const { metric, lang } = this.#said();
    const [tag] = (lang ?? "").toLowerCase().split(/-(?!latn)/u);
    const name = [...known.makers.keys()].find((one) =>
      lang ? one === `${metric}.${tag}` : one.startsWith(`${metric}.`));
    if (!name) return;
    known.waiting.delete(this.#begin);
    if (name === this.#name) return;
    this.#name = name;
    this.#set = known.makers.get(name)?.(this);
    this.#say(this.getAttributeNames());
  };
  /** Styles that come late may set a colour. */
  #judge = () => this.#say([]);

  connectedCallback() {
    this.#changes.observe(this, { attributes: true });
    addEventListener("load", this.#judge);
    known.waiting.add(this.#begin);
    if (!this.#set) {
      this.#begin();
      return;
    }
    const said = this.#said();
    const changed = Object.keys(said).filter((name) => said[name] !== this.#left[name]);
    if (changed.length) this.#say(changed);
  }

  disconnectedCallback() {
    this.#changes.disconnect();
    removeEventListener("load", this.#judge);
    this.#left = this.#said();
    known.waiting.delete(this.#begin);
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.shadowRoot?.querySelector("input")?.focus(options);
  }

  /** @returns {Record<string, string>} */
  #said() {
    return Object.fromEntries([...this.attributes].map(({ name, value }) => [name, value]));
  }

  /** @param {string[]} names  of attributes to be heard; the look is always said whole */
  #say(names) {
    if (names.includes("metric") || names.includes("lang")) known.waiting.add(this.#begin);
    if (known.waiting.has(this.#begin)) this.#begin();
    const said = new URLSearchParams(this.#said());
    for (const name of [...said.keys()]) {
      if (!names.includes(name) && name !== "theme" && name !== "accent") said.delete(name);
    }
    this.#set?.(said);
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, EmbeddedElement);
for (const begin of known.waiting) begin();
