/** A list has one field; answers on a scale also have a field for each answer beside it. */

import { plain } from "./page.js";

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * What lists need beyond other inputs, by the part of a definition that makes it necessary.
 *
 * @type {Record<string, any>}
 */
export const LISTS = {
  list: {
    /** Put items into the fields of their answers. */
    spread(/** @type {HTMLInputElement[]} */ cells, /** @type {string[]} */ items) {
      cells.forEach((cell, index) => { cell.value = items[index] ?? ""; });
    },

    /** The visitor has typed in the field of an answer; spaces group digits there. */
    typed(/** @type {Fields} */ fields, /** @type {string} */ id) {
      const texts = fields.cells(id).map(({ value }) => plain(value));
      // Nothing after the last sign would be no item.
      const line = texts.join("; ") + (texts.at(-1) ? "" : ";");
      fields.control(id).value = texts.some(Boolean) ? line : "";
    },

    /**
     * A row or a column of a spreadsheet, pasted into the field of an answer, goes on in the next
     * ones. What is too much is kept in the line, which is then refused: nothing is lost silently.
     */
    paste(/** @type {Fields} */ fields, /** @type {ClipboardEvent} */ event) {
      const [cells, at, line] = placeOf(fields, event);
      const items = /** @type {any} */ (event).clipboardData.getData("text").trim().split(/[\t\n;]+/u);
      if (!line || items.length < 2) return;
      event.preventDefault();
      const texts = cells.map(({ value }) => value);
      texts.splice(at, items.length, ...items);
      line.value = texts.map(plain).join("; ");
      line.dispatchEvent(new Event("input", { bubbles: true }));
    },

    /** Enter leads to the next answer. */
    next(/** @type {Fields} */ fields, /** @type {KeyboardEvent} */ event) {
      const [cells, at, line] = placeOf(fields, event);
      if (event.key !== "Enter" || !line) return;
      const next = cells[at + 1];
      (next ?? line).focus();
      next?.select();
    },
  },
};

/**
 * Where something happens among the fields of answers, if it happens there.
 *
 * @param {Fields} fields @param {Event} event
 * @returns {[HTMLInputElement[], number, any]}  the fields, which of them, and the line
 */
function placeOf(fields, { target }) {
  const cell = /** @type {HTMLInputElement} */ (target);
  const id = cell.dataset.cxCellOf;
  const cells = fields.cells(`${id}`);
  return [cells, cells.indexOf(cell), id && fields.control(id)];
}

/**
 * Items are separated by spaces, new lines or semicolons, in addresses by commas too. Elsewhere a
 * comma before one of these, or at the end, goes with it; any other may be a decimal sign. A space
 * that does not break belongs to a number: some languages group digits with it. Nothing between
 * two signs is an item too, nothing after the last is not.
 *
 * @param {string} text
 * @param {RegExp} [separators]
 */
export function listItems(text, separators = /[ \t\n]*;[ \t\n]*|,?[ \t\n]+|,$/u) {
  const items = text.trim().split(separators);
  if (!items.at(-1)) items.pop();
  return items;
}
