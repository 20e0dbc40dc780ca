/** The second script: what most visitors never open. It is loaded when one does. */

/** @typedef {import("./cx-calculator.js").Calculator} Calculator */

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
