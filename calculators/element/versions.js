/**
 * The calculators of a page that exists in several languages: what a visitor has entered goes along
 * to the same page in another one. It is kept for this tab alone until that page takes it, and in
 * no address, so no server learns of it.
 */

import { CalculatorElement } from "./cx-calculator.js";
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
    storage.setItem(key, `${said}`);
  });
}

/** @param {Calculator | undefined} calculator */
function takeOver(calculator) {
  if (!calculator) return;
  const key = location.pathname + calculator.root.id;
  inStorage((storage) => {
    // After the address: it was entered later.
    fill(calculator, new URLSearchParams(storage.getItem(key) ?? ""));
    storage.removeItem(key);
  });
}

/** @param {(storage: Storage) => void} use */
function inStorage(use) {
  try {
    use(sessionStorage);
  } catch {
    // The visitor allows none.
  }
}
