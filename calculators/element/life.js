/** What gives life to the markup of a calculator, wherever it stands. */

import { LISTS } from "./cells.js";
import { CURRENCY } from "./currency.js";
import { Fields } from "./fields.js";
import { LATER } from "./later.js";
import { all } from "./page.js";
import { sentences, show } from "./showing.js";

const PAUSE_BEFORE_ANNOUNCING_MS = 500;

/**
 * @typedef {object} Calculator  what the parts of a calculator share
 * @property {HTMLElement} root
 * @property {HTMLElement} host  where events are dispatched
 * @property {any} definition  as `plugins/cxguide/metrics/browser.py` writes it
 * @property {string} tag  the language
 * @property {Fields} fields
 * @property {Record<string, any>} entered  like the next two, once something has been shown
 * @property {any} failure  the error, or null
 * @property {any} outcome  null while there is an error
 * @property {number} [announcement]  the timer of what screen readers are told
 * @property {typeof import("./more.js")} [more]  what most visitors never open, once it is here
 */

/**
 * Put the form where the worked example's inputs were, and listen to it.
 *
 * @param {HTMLElement} root  the markup that the build has written
 * @param {HTMLElement} host  the element that the page around knows
 * @param {any} definition
 * @returns {Calculator}
 */
export function enliven(root, host, definition) {
  root.querySelector(".cx-given")?.remove();
  for (const template of all(root, "template.cx-form")) template.replaceWith(template.content);
  const tag = root.lang;
  const fields = new Fields(/** @type {any} */ (root.querySelector("form")), definition, tag);
  /** @type {any} */
  const calculator = { root, host, definition, fields, tag };
  // All on the root itself: they go where it goes, and need no cleaning up.
  /** @type {(name: string, heard: (event: any) => void) => void} */
  const on = (name, heard) => root.addEventListener(name, heard, true);
  on("input", ({ target }) => {
    if (target.form === fields.form) typed(calculator, target);
    else show(calculator);
  });
  on("toggle", () => show(calculator));
  on("keydown", (event) => LISTS.list?.next(fields, event));
  on("paste", (event) => LISTS.list?.paste(fields, event));
  on("reset", () => setTimeout(() => {
    fields.forget();
    show(calculator);
    announce(calculator);
    tell(calculator);
  }));
  on("submit", (event) => event.preventDefault());
  on("click", (event) => LATER.taken?.(calculator, event));
  return calculator;
}

/** Put in what an address says. @param {Calculator} calculator @param {URLSearchParams} address */
export function fill(calculator, address) {
  const sign = CURRENCY.money?.fill(calculator.root, address);
  if (calculator.fields.fill(address) || sign) show(calculator);
}

/** @param {Calculator} calculator @param {HTMLInputElement} field */
function typed(calculator, field) {
  calculator.fields.typed(field);
  show(calculator);
  clearTimeout(calculator.announcement);
  calculator.announcement = setTimeout(() => announce(calculator), PAUSE_BEFORE_ANNOUNCING_MS);
  tell(calculator);
}

/** Tell host pages what came out. @param {Calculator} calculator */
function tell(calculator) {
  const { root, definition, entered, failure, outcome } = calculator;
  dispatch(calculator, failure ? "cx-error" : "cx-result", failure ?? {
    formulaVersion: definition.version,
    status: outcome.status,
    inputs: entered,
    ...CURRENCY.money?.taken(root),
    outputs: outcome.outputs,
  });
}

/** Tell screen readers the result once, when the visitor has stopped typing. @param {Calculator} calculator */
function announce(calculator) {
  // Screen readers pause between paragraphs in every language.
  calculator.root.querySelector(".cx-status")?.replaceChildren(
    ...sentences(calculator).map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    }),
  );
}

/** Tell host pages something. @param {Calculator} calculator @param {string} name @param {object} [detail] */
export function dispatch({ host, definition, tag }, name, detail) {
  host.dispatchEvent(new CustomEvent(name, {
    detail: { metric: definition.id, lang: tag, ...detail }, bubbles: true, composed: true,
  }));
}
