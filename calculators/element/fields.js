/**
 * The form of a calculator: what stands in its fields, in numbers, and numbers in its fields.
 */

import { LISTS } from "./cells.js";
import { canonicalText, readCanonical, readNumber } from "./numbers.js";
import { all } from "./page.js";
import { plainNumber } from "./pictures.js";

const SIGNS_OF_ADDRESSES = /\s*[,;]\s*|\s+/u;

export class Fields {
  /** Values from the address stand as they are until the visitor types in their field. */
  #given = new Map();

  /** @param {HTMLFormElement} form @param {any} definition @param {string} tag */
  constructor(form, definition, tag) {
    this.form = form;
    this.inputs = definition.inputs;
    this.tag = tag;
    this.example = this.#texts();
  }

  /** What stands in the fields that have a name. */
  #texts() {
    /** @type {any} */
    const data = new FormData(this.form);
    return `${new URLSearchParams(data)}`;
  }

  /** Whether the example of the page stands in every field. */
  isExample() {
    return this.#texts() === this.example;
  }

  /** @param {string} id @returns {any} a control, or a list of radio buttons */
  control(id) {
    return this.form.elements.namedItem(id);
  }

  /** @param {string} id @returns {HTMLInputElement[]} */
  cells(id) {
    return all(this.form, `[data-cx-cell-of="${id}"]`);
  }

  /**
   * What stands in the fields: numbers, NaN for what cannot be read, null for nothing and for
   * what another entry makes superfluous.
   */
  entered() {
    return Object.fromEntries(this.inputs.map((input) => [input.id, this.#value(input)]));
  }

  /** @param {any} input @returns {any} */
  #value(input) {
    const { id, kind, unless } = input;
    if (unless && this.control(unless).value) return null;
    if (this.#given.has(id)) return this.#given.get(id);
    const typed = (/** @type {string} */ item) => readNumber(item, this.tag) ?? NaN;
    return valueOf(input, this.control(id).value, kind === "confidence" ? readCanonical : typed);
  }

  /** @param {URLSearchParams} address @returns {number} of how many inputs it says something */
  fill(address) {
    const named = this.inputs.filter(({ id }) => address.has(id));
    for (const input of named) {
      const { id, list, options } = input;
      const text = /** @type {string} */ (address.get(id));
      const value = valueOf(input, text, readCanonical, SIGNS_OF_ADDRESSES);
      this.#given.set(id, value);
      const written = (/** @type {string} */ item) => this.written(readCanonical(item)) || item;
      if (list) LISTS.list.fill(this, id, LISTS.list.items(text, SIGNS_OF_ADDRESSES).map(written));
      else this.control(id).value = options ? `${value}` : written(text);
    }
    return named.length;
  }

  /** Numbers with all their decimals, in the signs of the language. @param {any} value */
  written(value) {
    const numbers = [value].flat();
    if (numbers.some((number) => typeof number !== "number" || Number.isNaN(number))) return "";
    return numbers.map((number) => plainNumber(number, this.tag)).join("; ");
  }

  /** A bound of an input; it may be the name of another one. @param {any} of */
  limit(of) {
    return this.written(this.entered()[of] ?? of);
  }

  /** The visitor has typed in a field. @param {HTMLInputElement} field */
  typed(field) {
    const { name, dataset } = field;
    const list = dataset.cxCellOf;
    this.#given.delete(list ?? name);
    if (list) LISTS.list.typed(this, list);
    else if (name) LISTS.list?.spread(this, name); // the currency has none
  }

  forget() {
    this.#given.clear();
  }

  /**
   * What an address carries, so that it leads to the same result or the same error: "NaN" stands
   * for what cannot be read, nothing for a field that the visitor has emptied.
   */
  canonicalTexts() {
    const example = new URLSearchParams(this.example);
    return Object.entries(this.entered())
      .filter(([id, value]) => value !== null || example.get(id))
      .map(([id, value]) => [id, [value].flat().map(canonicalText).join(",")]);
  }
}

/**
 * What a text says for an input: null for nothing, also between two signs of a list.
 *
 * @param {any} input @param {string} text
 * @param {(item: string) => number} read  @param {RegExp} [separators]  of lists
 */
function valueOf({ kind, list }, text, read, separators) {
  const one = (/** @type {string} */ item) => (item ? read(item) : null);
  if (list && text.trim()) return LISTS.list.items(text, separators).map(one);
  return kind === "option" ? text || null : one(text.trim());
}
