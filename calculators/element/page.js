/** Small things that every part of a calculator does with the page. */

/** @param {ParentNode} root @param {string} selector @returns {any[]} */
export function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

/** A text with its named placeholders filled. @param {string} text @param {Record<string, any>} values */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
}

/** @param {HTMLElement} element @param {string} name @param {string | null | undefined} value */
export function setData(element, name, value) {
  if (value == null) delete element.dataset[name];
  else element.dataset[name] = value;
}

/** The digits and signs of a text without spaces. @param {string} text */
export function plain(text) {
  return text.replace(/\s/gu, "");
}

/** The texts that only `more.js` needs. @param {Element} root */
export function laterTexts(root) {
  return JSON.parse(root.querySelector("script.cx-later")?.textContent ?? "{}");
}
