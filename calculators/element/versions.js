/**
 * The calculators of a page that exists in several languages: what a visitor has entered goes along
 * to the same page in another one. It is kept for this tab alone until that page takes it; a page in
 * another tab is told by this one. It stands in no address, so no server learns of it.
 */

import { CalculatorElement } from "./cx-calculator.js";
import { LISTS } from "./cells.js";
import { CURRENCY } from "./currency.js";
import { fill } from "./life.js";
import { all } from "./page.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** @typedef {[id: string, entered: string]} Entered  of a calculator; empty for its example */

/** What the links to the page's other versions have. */
const VERSION_LINK = "a[data-cx-version]";

/** To a tab with the page of a link, or to the tab that has opened this one. @type {BroadcastChannel | undefined} */
let tab;

takeAllOver();
document.addEventListener("cx-ready", (/** @type {any} */ { target }) => {
  if (target instanceof CalculatorElement) takeOver(target.calculator);
});
// However a link is opened, one of these comes first.
for (const name of ["pointerdown", "contextmenu", "click"]) {
  document.addEventListener(name, (/** @type {any} */ event) => {
    const link = event.target.closest(VERSION_LINK);
    if (!link) return;
    const staysHere = name === "click" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (staysHere) keep(link.pathname, entered());
    else answer(link.pathname);
  });
}
addEventListener("pagehide", () => tab?.close()); // a page that listens is not kept for going back
if (history.length === 1) ask();

/** @returns {any[]} */
function elements() {
  return all(document, "cx-calculator");
}

/** @returns {Entered[]} */
function entered() {
  return elements().map((one) => [one.id, one.calculator ? written(one.calculator) : ""]);
}

/** @param {Calculator} calculator */
function written({ root, fields }) {
  // The example has other amounts of money in another language.
  if (fields.isExample()) return "";
  const said = new URLSearchParams(fields.canonicalTexts());
  CURRENCY.money?.carry(root, said);
  return JSON.stringify([`${said}`, unread(fields)]);
}

/** @param {string} path  of the page that is to take it @param {Entered[]} entries */
function keep(path, entries) {
  ifAllowed(() => {
    for (const [id, text] of entries) sessionStorage.setItem(path + id, text);
  });
}

/** Waits for the page of a link, should it be opened in another tab. @param {string} path */
function answer(path) {
  listen(path, () => {
    tab?.postMessage(entered());
    tab?.close();
  });
}

/** Asks the tab that has opened this one, if there is such a tab. */
function ask() {
  listen(location.pathname, ({ data }) => {
    if (!data) return; // another tab asks too
    tab?.close();
    keep(location.pathname, data);
    takeAllOver();
  });
  tab?.postMessage("");
}

/** @param {string} path  of the page that is to take entries @param {(message: MessageEvent) => void} hear */
function listen(path, hear) {
  tab?.close();
  ifAllowed(() => {
    tab = new BroadcastChannel(path);
    tab.onmessage = hear;
  });
}

function takeAllOver() {
  for (const { calculator } of elements()) takeOver(calculator);
}

/** @param {Calculator | undefined} calculator */
function takeOver(calculator) {
  if (!calculator) return;
  const key = location.pathname + calculator.root.id;
  ifAllowed(() => {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (!kept) return;
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

/** @param {() => void} use */
function ifAllowed(use) {
  try {
    use();
  } catch {
    // The visitor allows nothing to be kept.
  }
}
