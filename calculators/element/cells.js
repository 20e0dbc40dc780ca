/** A list has one field; answers on a scale also have a field for each answer beside it. */

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * What lists need beyond other inputs, by the part of a definition that makes it necessary.
 *
 * @type {Record<string, any>}
 */
export const LISTS = {
  list: {
    items: listItems,

    /** Put items into the line and into the fields of their answers. */
    fill(/** @type {Fields} */ fields, /** @type {string} */ id, /** @type {string[]} */ items) {
      fields.control(id).value = lineOf(items);
      this.spread(fields, id);
    },

    /** Put the items of the line into the fields of their answers. */
    spread(/** @type {Fields} */ fields, /** @type {string} */ id) {
      const items = listItems(fields.control(id).value);
      fields.cells(id).forEach((cell, index) => { cell.value = items[index] ?? ""; });
    },

    /** The visitor has typed in the field of an answer. */
    typed(/** @type {Fields} */ fields, /** @type {string} */ id) {
      const texts = fields.cells(id).map(({ value }) => ungrouped(value));
      fields.control(id).value = texts.some(Boolean) ? lineOf(texts) : "";
    },

    /**
     * A row or a column of a spreadsheet, pasted into the field of an answer, goes on in the next
     * ones. What is too much is kept in the line, which is then refused: nothing is lost silently.
     */
    paste(/** @type {Fields} */ fields, /** @type {ClipboardEvent} */ event) {
      const [cells, at, line] = placeOf(fields, event);
      const text = /** @type {any} */ (event).clipboardData.getData("text");
      const items = text.trimEnd().split(/\r?\n|[\t;]/u);
      if (!line || items.length < 2) return;
      event.preventDefault();
      const texts = cells.map(({ value }) => value);
      texts.splice(at, items.length, ...items);
      line.value = lineOf(texts.map(ungrouped));
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

/** A count without the spaces that group its digits. @param {string} text */
function ungrouped(text) {
  return text.trim().replace(/\s(?=\d{3}(\s|$))/gu, "");
}

/** Items in one line; nothing after the last sign would be no item. @param {string[]} items */
function lineOf(items) {
  return items.join("; ") + ((items.at(-1) ?? 1) ? "" : ";");
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
function listItems(text, separators = /[ \t\n]*;[ \t\n]*|,?[ \t\n]+|,$/u) {
  const items = text.trim().split(separators);
  if (!items.at(-1)) items.pop();
  return items;
}
