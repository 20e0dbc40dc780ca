/**
 * <cx-calculator>: gives life to the worked example that the build has written.
 *
 * | what | name |
 * | --- | --- |
 * | state, on the element | data-cx-status, data-cx-error, data-cx-field |
 * | "ready" or "failed" once its second script was asked for | data-cx-more |
 * | inputs | name="<input id>" |
 * | outputs | data-cx-output="<id>", data-cx-value="<canonical number>" |
 * | events (bubbling, composed) | cx-ready, cx-result, cx-error |
 * | address | ?<input id>=<canonical number>, lists separated by commas; currency=<sign> |
 *
 * A change of these is a breaking change. Where a page has several calculators, an address that
 * ends in the id of one fills that one alone.
 */

import { LISTS } from "./cells.js";
import { CURRENCY } from "./currency.js";
import { Fields } from "./fields.js";
import { later } from "./later.js";
import { all } from "./page.js";
import { sentences, show } from "./showing.js";

const PAUSE_BEFORE_ANNOUNCING_MS = 500;

/**
 * @typedef {object} Calculator  what the parts of a calculator share
 * @property {HTMLElement} root
 * @property {any} definition  as `plugins/cxguide/metrics/browser.py` writes it
 * @property {string} tag  the language
 * @property {Fields} fields
 * @property {Record<string, any>} entered
 * @property {any} failure  the error, or null
 * @property {any} outcome  null while there is an error
 * @property {typeof import("./more.js")} [more]  what most visitors never open, once it is here
 */

export class CalculatorElement extends HTMLElement {
  /** @type {number | undefined} */
  #announcement;
  /** @type {Calculator | undefined} */
  #calculator;

  connectedCallback() {
    const source = this.querySelector("script.cx-definition");
    if (!source || this.#calculator) return;
    const calculator = this.#begin(JSON.parse(source.textContent ?? ""));
    this.#calculator = calculator;
    const { fields, definition } = calculator;
    // All on the element itself: they go where it goes, and need no cleaning up.
    /** @type {(name: string, heard: (event: any) => void) => void} */
    const on = (name, heard) => this.addEventListener(name, heard, true);
    on("input", ({ target }) => {
      if (target.form === fields.form) this.#typed(calculator, target);
      else show(calculator);
    });
    on("toggle", () => show(calculator));
    on("keydown", (event) => LISTS.list?.next(fields, event));
    on("paste", (event) => LISTS.list?.paste(fields, event));
    on("reset", () => setTimeout(() => {
      fields.forget();
      show(calculator);
      this.#announce(calculator);
      this.#tell(calculator);
    }));
    on("submit", (event) => event.preventDefault());
    on("click", ({ target }) => {
      const button = target.closest("[data-cx-take]");
      if (button) later(calculator).then((more) => more?.take(calculator, button));
    });
    this.#dispatch("cx-ready", { metric: definition.id, lang: this.lang });
  }

  disconnectedCallback() {
    clearTimeout(this.#announcement);
  }

  /** Put the form where the worked example's inputs were, and into it what the address says. */
  #begin(/** @type {any} */ definition) {
    this.querySelector(".cx-given")?.remove();
    for (const template of all(this, "template.cx-form")) template.replaceWith(template.content);
    const fields = new Fields(/** @type {any} */ (this.querySelector("form")), definition, this.lang);
    /** @type {Calculator} */
    const calculator = {
      root: this, definition, fields, tag: this.lang, entered: {}, failure: null, outcome: null,
    };
    const meant = location.hash && document.getElementById(location.hash.slice(1));
    // By its name: a calculator further down is not an instance of this class yet.
    if (meant && meant !== this && meant.localName === this.localName) return calculator;
    const address = new URLSearchParams(location.search);
    const sign = CURRENCY.money?.fill(this, address);
    if (fields.fill(address) || sign) show(calculator);
    return calculator;
  }

  #typed(/** @type {Calculator} */ calculator, /** @type {HTMLInputElement} */ field) {
    calculator.fields.typed(field);
    show(calculator);
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => this.#announce(calculator), PAUSE_BEFORE_ANNOUNCING_MS);
    this.#tell(calculator);
  }

  /** Tell host pages. */
  #tell(/** @type {Calculator} */ { definition, entered, failure, outcome }) {
    const { id, version } = definition;
    if (failure) this.#dispatch("cx-error", { ...failure, metric: id });
    else {
      const { status, outputs } = outcome;
      this.#dispatch("cx-result", {
        metric: id, formulaVersion: version, status, inputs: entered, outputs,
      });
    }
  }

  /** Tell screen readers the result once, when the visitor has stopped typing. */
  #announce(/** @type {Calculator} */ calculator) {
    // Screen readers pause between paragraphs in every language.
    this.querySelector(".cx-status")?.replaceChildren(...sentences(calculator).map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    }));
  }

  #dispatch(/** @type {string} */ name, /** @type {object} */ detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get("cx-calculator")) {
  customElements.define("cx-calculator", CalculatorElement);
}
