/**
 * <cx-calculator>: gives life to the worked example that the build has written.
 *
 * | what | name |
 * | --- | --- |
 * | state, on the element | data-cx-status, data-cx-error, data-cx-field |
 * | inputs | name="<input id>" |
 * | outputs | data-cx-output="<id>", data-cx-value="<canonical number>" |
 * | events (bubbling, composed) | cx-ready, cx-result, cx-error |
 * | address | ?<input id>=<canonical number>, lists separated by commas |
 *
 * A change of these is a breaking change.
 */

import { calculate } from "./calculation.js";
import { canonical, formatValue, pluralCategory, readCanonical, readNumber } from "./numbers.js";

const PAUSE_BEFORE_ANNOUNCING_MS = 500;

export class CalculatorElement extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {number | undefined} */
  #announcement;
  /** @type {any} */
  #definition;
  /** @type {Map<string, HTMLInputElement>} */
  #fields = new Map();
  /** Values from the address stand as they are until the visitor types in their field. */
  #given = new Map();

  connectedCallback() {
    const source = this.querySelector("script.cx-definition");
    if (!source) return;
    this.#definition ??= JSON.parse(source.textContent ?? "");
    this.#showForm();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    form.addEventListener("input", (event) => this.#changed(event), { signal });
    form.addEventListener("reset", () => setTimeout(() => this.#reset()), { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.querySelector("[data-cx-action=copy-link]")?.addEventListener(
      "click",
      () => this.#copyLink(),
      { signal },
    );
    this.#dispatch("cx-ready", { metric: this.#definition.id, lang: this.lang });
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#announcement);
  }

  /** Put the form where the worked example's inputs were, once. */
  #showForm() {
    const template = /** @type {HTMLTemplateElement | null} */ (
      this.querySelector("template.cx-form")
    );
    if (!template) return;
    this.querySelector(".cx-given")?.remove();
    template.replaceWith(template.content);
    for (const { id } of this.#definition.inputs) {
      const field = this.querySelector(`[name="${id}"]`);
      if (field) this.#fields.set(id, /** @type {HTMLInputElement} */ (field));
    }
    const address = new URLSearchParams(location.search);
    if (this.#definition.inputs.some(({ id }) => address.has(id))) this.#fill(address);
  }

  /** @param {URLSearchParams} address */
  #fill(address) {
    for (const input of this.#definition.inputs) {
      const text = address.get(input.id);
      const field = this.#fields.get(input.id);
      if (text === null || !field) continue;
      const value = givenValue(input, text);
      this.#given.set(input.id, value);
      if (field instanceof HTMLSelectElement) {
        field.value = String(value);
      } else {
        const readable = [value].flat().every((number) => !Number.isNaN(number));
        field.value = readable ? this.#written(value) : text.slice(0, 40);
      }
    }
    this.#show();
  }

  /** @param {Event} event */
  #changed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    this.#given.delete(field.name);
    const result = this.#show();
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => this.#announce(result), PAUSE_BEFORE_ANNOUNCING_MS);
    if (result.status === "error") {
      this.#dispatch("cx-error", { ...result, metric: this.#definition.id });
      return;
    }
    this.#dispatch("cx-result", {
      metric: this.#definition.id,
      formulaVersion: this.#definition.version,
      status: result.status,
      inputs: this.#entered(),
      outputs: result.outputs,
    });
  }

  #reset() {
    this.#given.clear();
    this.#announce(this.#show());
  }

  /** What stands in the fields: numbers, NaN for what cannot be read, null for nothing. */
  #entered() {
    const entries = this.#definition.inputs.map((input) => [input.id, this.#value(input)]);
    return Object.fromEntries(entries);
  }

  /** @param {any} input */
  #value(input) {
    if (this.#given.has(input.id)) return this.#given.get(input.id);
    const text = this.#fields.get(input.id)?.value.trim() ?? "";
    if (input.kind === "option") return text;
    if (input.kind === "confidence") return Number(text);
    if (text === "") return null;
    if (!input.list) return readNumber(text, this.lang) ?? NaN;
    return listItems(text).map((item) => readNumber(item, this.lang) ?? NaN);
  }

  #show() {
    const entered = this.#entered();
    const result = calculate(this.#definition, entered);
    const failed = result.status === "error";
    this.dataset.cxStatus = result.status;
    toggleData(this, "cxError", failed ? result.code : null);
    toggleData(this, "cxField", failed ? result.field : null);
    this.toggleAttribute("data-cx-example", this.#isExample());
    this.#showErrors(failed ? result : null);
    this.#showEchoes(entered);
    this.#showOutputs(failed ? null : result);
    this.#showPictures(failed ? null : result);
    return result;
  }

  #isExample() {
    return [...this.#fields.values()].every((field) =>
      field instanceof HTMLSelectElement
        ? field.selectedOptions[0]?.defaultSelected
        : field.value === field.defaultValue,
    );
  }

  /** @param {any} failure */
  #showErrors(failure) {
    for (const [id, field] of this.#fields) {
      if (failure?.field === id) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    for (const place of this.querySelectorAll("[data-cx-error-for]")) {
      const id = place.getAttribute("data-cx-error-for");
      const here = failure && (failure.field === id || (!id && !this.#fields.has(failure.field)));
      place.textContent = here ? this.#message(failure) : "";
      /** @type {HTMLElement} */ (place).hidden = !here;
    }
  }

  /** @param {{ code: string, field: string }} failure */
  #message({ code, field }) {
    const texts = this.#definition.texts;
    const own = texts[`${code} ${field}`];
    if (own) return own;
    const input = this.#definition.inputs.find(({ id }) => id === field);
    if (code === "out_of_range" && input.low === 0 && Number(this.#value(input)) < 0) {
      return texts.negative;
    }
    const example = formatValue(1234.5, "number", 1, this.lang);
    return filled(texts[code] ?? texts.not_a_number, {
      example,
      low: this.#written(this.#bound(input?.above ?? input?.low)),
      high: this.#written(this.#bound(input?.high)),
    });
  }

  /** @param {any} bound */
  #bound(bound) {
    const input = this.#definition.inputs.find(({ id }) => id === bound);
    return input ? this.#value(input) : bound;
  }

  /** Say how a number was understood where its text leaves a doubt. @param {any} entered */
  #showEchoes(entered) {
    for (const [id, field] of this.#fields) {
      const echo = field.closest(".cx-field")?.querySelector(".cx-echo");
      if (!(echo instanceof HTMLElement)) continue;
      const written = this.#written(entered[id]);
      const clear = written === "" || plain(field.value) === plain(written);
      echo.hidden = clear;
      echo.textContent = clear ? "" : filled(this.#definition.texts.read_as, { value: written });
    }
  }

  /** Numbers with all their decimals, in the signs of the language. @param {any} value */
  #written(value) {
    const numbers = [value].flat();
    if (!numbers.length || numbers.some((n) => typeof n !== "number" || Number.isNaN(n))) return "";
    const items = numbers.map((number) => {
      const decimals = canonical(number).split("e")[0].split(".")[1] ?? "";
      return formatValue(number, "number", Math.min(decimals.length, 12), this.lang);
    });
    return items.join("; ");
  }

  /** @param {any} result */
  #showOutputs(result) {
    for (const place of this.querySelectorAll("[data-cx-output]")) {
      const id = place.getAttribute("data-cx-output") ?? "";
      const [style, digits] = this.#definition.outputs[id];
      const value = result?.outputs[id];
      const known = typeof value === "number";
      place.setAttribute("data-cx-value", known ? canonical(value) : "");
      if (known) place.textContent = formatValue(value, style, digits, this.lang);
      else if (result?.status === "infinite") place.textContent = "∞";
      else place.textContent = result ? this.#definition.texts.not_shown : "";
    }
    for (const place of this.querySelectorAll("[data-cx-unit]")) {
      const id = place.getAttribute("data-cx-unit") ?? "";
      const value = result?.outputs[id];
      if (typeof value !== "number") continue;
      const forms = this.#definition.units[id];
      const category = pluralCategory(value, this.#definition.outputs[id][1], this.lang);
      place.textContent = forms[category] ?? forms.other;
    }
    for (const place of this.querySelectorAll("[data-cx-reason]")) {
      const value = result?.outputs[place.getAttribute("data-cx-reason") ?? ""];
      setHidden(place, !result || value !== null);
    }
    for (const place of this.querySelectorAll("[data-cx-needs]")) {
      const value = result?.outputs[place.getAttribute("data-cx-needs") ?? ""];
      setHidden(place, typeof value !== "number");
    }
    for (const place of this.querySelectorAll("[data-cx-confidence]")) {
      const level = result?.values.get(place.getAttribute("data-cx-confidence"));
      if (level) place.textContent = formatValue(100 * level, "percent", 0, this.lang);
    }
    for (const place of this.querySelectorAll("[data-cx-note]")) {
      setHidden(place, !result?.notes.includes(place.getAttribute("data-cx-note")));
    }
    for (const place of this.querySelectorAll("[data-cx-band]")) {
      if (result?.band === place.getAttribute("data-cx-band")) {
        place.setAttribute("aria-current", "true");
      } else place.removeAttribute("aria-current");
    }
  }

  /** @param {any} result */
  #showPictures(result) {
    let x = 0;
    for (const part of this.querySelectorAll("[data-cx-part]")) {
      const width = result?.outputs[part.getAttribute("data-cx-part") ?? ""] ?? 0;
      setPercent(part, { x, width });
      x += width;
    }
    const scale = this.querySelector(".cx-scale");
    if (!scale) return;
    const [low, high] = this.#definition.scale;
    const names = Object.keys(this.#definition.outputs);
    const [from, to] = names.slice(-2).map((name) => result?.outputs[name]);
    const value = result?.outputs[names[0]];
    scale.toggleAttribute("data-cx-empty", typeof value !== "number");
    if (typeof value !== "number") return;
    const along = (/** @type {number} */ number) => (100 * (number - low)) / (high - low);
    const range = /** @type {Element} */ (scale.querySelector(".cx-scale-range"));
    setPercent(range, { x: along(from), width: along(to) - along(from) });
    setPercent(/** @type {Element} */ (scale.querySelector(".cx-scale-point")), {
      cx: along(value),
    });
  }

  /** Tell screen readers the result once, when the visitor has stopped typing. @param {any} result */
  #announce(result) {
    const status = this.querySelector(".cx-status");
    if (!status) return;
    if (result.status === "error") {
      status.textContent = this.#message(result);
      return;
    }
    const name = this.querySelector(".cx-main-label")?.textContent ?? "";
    const value = this.querySelector(".cx-main-value")?.textContent?.trim() ?? "";
    const interval = this.querySelector(".cx-interval:not([hidden])")?.textContent ?? "";
    const sentences = [filled(this.#definition.texts.announce, { name, value }), interval];
    status.replaceChildren(...sentences.filter(Boolean).map(paragraph));
  }

  /** The address that shows what this calculator shows now. */
  #link() {
    const link = new URL(location.href);
    link.search = "";
    link.hash = this.id;
    for (const [id, value] of Object.entries(this.#entered())) {
      const items = [value].flat();
      if (value === null || items.some((item) => Number.isNaN(item))) continue;
      const texts = items.map((item) => (typeof item === "number" ? canonical(item) : item));
      link.searchParams.set(id, texts.join(","));
    }
    return link.href;
  }

  async #copyLink() {
    const link = this.#link();
    const place = this.querySelector(".cx-link");
    const shown = place?.querySelector("input");
    try {
      await navigator.clipboard.writeText(link);
      const copied = this.querySelector(".cx-copied");
      if (copied) copied.textContent = this.#definition.texts.copied;
    } catch {
      // No clipboard here (a sandboxed frame, plain http): show the link to be copied by hand.
      if (!place || !shown) return;
      setHidden(place, false);
      shown.value = link;
      shown.select();
    }
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
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

/** The digits and signs of a text without spaces. @param {string} text */
function plain(text) {
  return text.replace(/[\s\u00a0\u202f]/gu, "");
}

/** @param {string} text @param {Record<string, string>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
}

/** Screen readers pause between paragraphs in every language. @param {string} text */
function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

/** @param {Element} place @param {boolean} hidden */
function setHidden(place, hidden) {
  place.toggleAttribute("hidden", hidden);
}

/** @param {Element} shape @param {Record<string, number>} attributes */
function setPercent(shape, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    shape.setAttribute(name, `${Math.round(value * 100) / 100}%`);
  }
}

/** @param {HTMLElement} element @param {string} name @param {string | null} value */
function toggleData(element, name, value) {
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}

if (!customElements.get("cx-calculator")) {
  customElements.define("cx-calculator", CalculatorElement);
}
