/** A list has one field; answers on a scale also have a field for each answer beside it. */

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * What lists need beyond other inputs, by the part of a definition that makes it necessary.
 *
 * @type {Record<string, any>}
 */
export const LISTS = {
  list: {
    /** Put items into the fields of their answers. */
    spread(/** @type {HTMLInputElement[]} */ cells, /** @type {string[]} */ items, from = 0) {
      cells.slice(from).forEach((cell, index) => {
        cell.value = items[index] ?? (from ? cell.value : "");
      });
    },

    /** The visitor has typed in the field of an answer. */
    typed(/** @type {Fields} */ fields, /** @type {string} */ id, /** @type {HTMLInputElement} */ cell) {
      const cells = fields.cells(id);
      const items = listItems(cell.value);
      // A row or a column of a spreadsheet, pasted into one of the fields.
      if (items.length > 1) this.spread(cells, items, cells.indexOf(cell));
      const texts = cells.map(({ value }) => value.trim());
      fields.control(id).value = texts.some(Boolean) ? texts.join("; ") : "";
    },

    /** Enter leads to the next answer. */
    next(/** @type {Fields} */ fields, /** @type {KeyboardEvent} */ { key, target }) {
      const cell = /** @type {HTMLInputElement} */ (target);
      const id = cell.dataset?.cxCellOf;
      if (key !== "Enter" || !id) return;
      const cells = fields.cells(id);
      const next = cells[cells.indexOf(cell) + 1];
      (next ?? fields.control(id)).focus();
      next?.select();
    },
  },
};

/**
 * Lists are separated by spaces, new lines or semicolons, in addresses by commas too.
 *
 * @param {string} text
 * @param {RegExp} [separators]
 */
export function listItems(text, separators = /[\s;]+/u) {
  return text.split(separators).filter(Boolean);
}
