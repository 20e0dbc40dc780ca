/**
 * The calculators of a page that exists in several languages: what a visitor has entered goes along
 * to the same page in another one. It is kept for this tab alone until that page takes it, and in
 * no address, so no server learns of it.
 */

import { CalculatorElement } from "./cx-calculator.js";
import { LISTS } from "./cells.js";
import { CURRENCY } from "./currency.js";
import { fill } from "./life.js";
import { all } from "./page.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** What the links to the page's other versions have. */
const VERSION_LINK = "a[data-cx-version]";

for (const { calculator } of elements()) takeOver(calculator);
document.addEventListener("cx-ready", (/** @type {any} */ { target }) => {
  if (target instanceof CalculatorElement) takeOver(target.calculator);
});
document.addEventListener("click", (/** @type {any} */ { target }) => {
  const link = target.closest(VERSION_LINK);
  if (link) for (const { calculator } of elements()) handOver(calculator, link.pathname);
});

/** @returns {any[]} */
function elements() {
  return all(document, "cx-calculator");
}

/** @param {Calculator | undefined} calculator @param {string} path  of the page that is to take it */
function handOver(calculator, path) {
  if (!calculator) return;
  const key = path + calculator.root.id;
  inStorage((storage) => {
    // The example has other amounts of money in another language.
    if (calculator.fields.isExample()) return storage.removeItem(key);
    const said = new URLSearchParams(calculator.fields.canonicalTexts());
    CURRENCY.money?.carry(calculator.root, said);
    storage.setItem(key, JSON.stringify([`${said}`, unread(calculator.fields)]));
  });
}

/** @param {Calculator | undefined} calculator */
function takeOver(calculator) {
  if (!calculator) return;
  const key = location.pathname + calculator.root.id;
  inStorage((storage) => {
    const kept = storage.getItem(key);
    if (!kept) return;
    storage.removeItem(key);
    const [said, typed] = JSON.parse(kept);
    // After the address: it was entered later.
    fill(calculator, new URLSearchParams(said));
    putBack(calculator.fields, typed);
  });
}

/** What cannot be read, as it was typed: an address only has "NaN" for it. @param {any} fields @returns {string[]} */
function unread(fields) {
  const entered = fields.entered();
  return fields.inputs.flatMap((/** @type {any} */ { id, list }) => {
    const { value } = fields.control(id);
    const values = [entered[id]].flat();
    const texts = list ? LISTS.list.items(value) : [value];
    return texts.filter((/** @type {string} */ _, /** @type {number} */ at) => Number.isNaN(values[at]));
  });
}

/** @param {any} fields @param {string[]} typed  in place of each "NaN" */
function putBack(fields, typed) {
  for (const { id } of fields.inputs) {
    const control = fields.control(id);
    control.value = control.value.replace(/NaN/gu, () => typed.shift());
    LISTS.list.spread(fields, id);
  }
}

/** @param {(storage: Storage) => void} use */
function inStorage(use) {
  try {
    use(sessionStorage);
  } catch {
    // The visitor allows none.
  }
}
