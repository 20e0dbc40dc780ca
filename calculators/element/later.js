/** The second script: what most visitors never open. It is loaded when one does. */

/** @typedef {import("./life.js").Calculator} Calculator */

/** What it is asked for, by the part of a calculator that makes it necessary. @type {Record<string, any>} */
export const LATER = {
  /** @param {Calculator} calculator @param {any} event  a click */
  taken(calculator, { target }) {
    const button = target.closest("[data-cx-take]");
    if (button) later(calculator).then((more) => more?.take(calculator, button));
  },
};

/** @param {Calculator} calculator @returns {Promise<typeof import("./more.js") | undefined>} */
export async function later(calculator) {
  let state = "ready";
  try {
    calculator.more ??= await import("./more.js");
  } catch {
    state = "failed"; // the styles show a sentence that says so
  }
  calculator.root.dataset.cxMore = state;
  return calculator.more;
}
