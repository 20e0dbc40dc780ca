/**
 * The form of a calculator: what stands in its fields, in numbers, and numbers in its fields.
 * A list is one field; answers on a scale also have a field for each answer beside it.
 */

import { formatValue, readCanonical, readNumber } from "./numbers.js";
import { plainNumber } from "./pictures.js";

export class Fields {
  /** Values from the address stand as they are until the visitor types in their field. */
  #given = new Map();

  /** @param {HTMLFormElement} form @param {any} definition @param {string} tag */
  constructor(form, definition, tag) {
    this.form = form;
    this.inputs = definition.inputs;
    this.tag = tag;
  }

  /** @param {string} id @returns {any} a control, or a list of radio buttons */
  control(id) {
    return this.form.elements.namedItem(id);
  }

  /** @param {string} id @returns {HTMLInputElement[]} */
  cells(id) {
    return [.../** @type {any} */ (this.form.querySelectorAll(`[data-cx-cell-of="${id}"]`))];
  }

  /** What stands in the fields: numbers, NaN for what cannot be read, null for nothing. */
  entered() {
    return Object.fromEntries(this.inputs.map((input) => [input.id, this.value(input)]));
  }

  /** @param {any} input */
  value(input) {
    if (this.#given.has(input.id)) return this.#given.get(input.id);
    const text = this.control(input.id).value.trim();
    if (input.kind === "option") return text;
    if (input.kind === "confidence") return Number(text);
    if (text === "") return null;
    if (!input.list) return readNumber(text, this.tag) ?? NaN;
    return listItems(text).map((item) => readNumber(item, this.tag) ?? NaN);
  }

  /** @param {URLSearchParams} address @returns {boolean} whether it says anything */
  fill(address) {
    const named = this.inputs.filter((input) => address.has(input.id));
    for (const input of named) {
      const text = /** @type {string} */ (address.get(input.id));
      const value = givenValue(input, text);
      this.#given.set(input.id, value);
      if (input.options.length) this.control(input.id).value = String(value);
      else this.#write(input.id, this.written(value) || text.slice(0, 40));
    }
    return named.length > 0;
  }

  /** @param {string} id @param {number} value */
  set(id, value) {
    this.#given.set(id, value);
    this.#write(id, this.written(value));
  }

  /** @param {string} id @param {string} text */
  #write(id, text) {
    this.control(id).value = text;
    this.#spread(id, 0, listItems(text));
  }

  /** Numbers with all their decimals, in the signs of the language. @param {any} value */
  written(value) {
    const numbers = [value].flat();
    if (numbers.some((number) => typeof number !== "number" || Number.isNaN(number))) return "";
    return numbers.map((number) => plainNumber(number, this.tag)).join("; ");
  }

  /** The visitor has typed in a field. @param {HTMLInputElement} field */
  typed(field) {
    const id = field.dataset.cxCellOf;
    this.#given.delete(id ?? field.name);
    if (!id) {
      this.#spread(field.name, 0, listItems(field.value));
      return;
    }
    const cells = this.cells(id);
    const items = listItems(field.value);
    // A row or a column of a spreadsheet, pasted into one of the fields.
    if (items.length > 1) this.#spread(id, cells.indexOf(field), items);
    const texts = cells.map((cell) => cell.value.trim());
    this.control(id).value = texts.some(Boolean) ? texts.join("; ") : "";
  }

  /** @param {string} id @param {number} from @param {string[]} items */
  #spread(id, from, items) {
    this.cells(id).slice(from).forEach((cell, index) => {
      cell.value = items[index] ?? (from ? cell.value : "");
    });
  }

  /** Enter leads to the next count. @param {KeyboardEvent} event */
  next(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const id = field.dataset?.cxCellOf;
    if (event.key !== "Enter" || !id) return;
    const cells = this.cells(id);
    const next = cells[cells.indexOf(field) + 1];
    (next ?? this.control(id)).focus();
    next?.select();
  }

  forget() {
    this.#given.clear();
  }

  /** Whether the example of the page stands in every field. */
  isExample() {
    return [.../** @type {any} */ (this.form.elements)].every((field) => {
      if (!field.name) return true;
      if (field.type === "radio") return field.checked === field.defaultChecked;
      if (field.options) return field.selectedOptions[0]?.defaultSelected;
      return field.value === field.defaultValue;
    });
  }
}

/** The value that an address gives to an input. @param {any} input @param {string} text */
function givenValue(input, text) {
  if (text.trim() === "") return null;
  if (input.kind === "option") return text;
  return input.list ? listItems(text, true).map(readCanonical) : readCanonical(text);
}

/**
 * Lists are separated by spaces, new lines or semicolons, in addresses by commas too.
 *
 * @param {string} text
 * @param {boolean} [commas]
 */
function listItems(text, commas = false) {
  return text.split(commas ? /[\s,;]+/u : /[\s;]+/u).filter((item) => item !== "");
}

/** An example of a number for messages. @param {string} tag */
export function exampleNumber(tag) {
  return formatValue(1234.5, "number", 1, tag);
}
