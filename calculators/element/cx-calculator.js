/**
 * <cx-calculator>: gives life to the worked example that the build has written.
 *
 * | what | name |
 * | --- | --- |
 * | state, on the element | data-cx-status, data-cx-error, data-cx-field |
 * | inputs | name="<input id>" |
 * | outputs | data-cx-output="<id>", data-cx-value="<canonical number>" |
 * | events (bubbling, composed) | cx-ready, cx-result, cx-error |
 * | address | ?<input id>=<canonical number>, lists separated by commas; currency=<sign> |
 *
 * A change of these is a breaking change. Where a page has several calculators, an address that
 * ends in the id of one fills that one alone.
 */

import { calculate } from "./calculation.js";
import { exampleNumber, Fields } from "./fields.js";
import { seek } from "./goal.js";
import { canonical, formatValue, pluralCategory, readNumber, rounded } from "./numbers.js";
import { drawInto, picture, plainNumber } from "./pictures.js";
import { grid, moves } from "./sensitivity.js";
import { taken } from "./taking.js";

const PAUSE_BEFORE_ANNOUNCING_MS = 500;

export class CalculatorElement extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {number | undefined} */
  #announcement;
  /** @type {any} */
  #definition;
  /** @type {any} */
  #fields;
  /** @type {any} */
  #result;

  connectedCallback() {
    const source = this.querySelector("script.cx-definition");
    if (!source) return;
    this.#definition ??= JSON.parse(source.textContent ?? "");
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#showForm();
    /** @type {(target: any, name: string, heard: (event: any) => void) => void} */
    const on = (target, name, heard) => target?.addEventListener(name, heard, { signal });
    const { form } = this.#fields;
    on(form, "input", (event) => this.#changed(event.target));
    on(form, "keydown", (event) => this.#fields.next(event));
    on(form, "reset", () => setTimeout(() => this.#reset()));
    on(this, "submit", (event) => event.preventDefault());
    on(this, "click", ({ target }) => {
      const button = target.closest("[data-cx-take]");
      if (button) this.#take(button);
    });
    on(this.querySelector(".cx-goal"), "input", () => this.#showGoal());
    on(this.querySelector(".cx-sensitivity"), "toggle", () => this.#showSensitivity());
    this.#dispatch("cx-ready", { metric: this.#definition.id, lang: this.lang });
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#announcement);
  }

  /** Put the form where the worked example's inputs were, once. */
  #showForm() {
    if (this.#fields) return;
    this.querySelector(".cx-given")?.remove();
    for (const template of this.#all("template.cx-form")) template.replaceWith(template.content);
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.#fields = new Fields(form, this.#definition, this.lang);
    const address = new URLSearchParams(location.search);
    const meant = location.hash && document.getElementById(location.hash.slice(1));
    if (meant instanceof CalculatorElement && meant !== this) return;
    const currency = this.#currency();
    const sign = address.get("currency");
    if (currency && sign) currency.value = sign.slice(0, currency.maxLength);
    if (this.#fields.fill(address) || (currency && sign)) this.#show();
    this.#showUnused();
  }

  /** @param {string} selector @returns {any[]} */
  #all(selector) {
    return [...this.querySelectorAll(selector)];
  }

  /** @returns {HTMLInputElement | null} */
  #currency() {
    return this.querySelector("[data-cx-currency-field]");
  }

  /** @param {HTMLInputElement} field */
  #changed(field) {
    this.#fields.typed(field);
    const result = this.#show();
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => this.#announce(), PAUSE_BEFORE_ANNOUNCING_MS);
    const { id, version } = this.#definition;
    if (result.status === "error") {
      this.#dispatch("cx-error", { ...result, metric: id });
      return;
    }
    this.#dispatch("cx-result", {
      metric: id,
      formulaVersion: version,
      status: result.status,
      inputs: this.#fields.entered(),
      outputs: result.outputs,
    });
  }

  #reset() {
    this.#fields.forget();
    this.#show();
    this.#announce();
  }

  #show() {
    const entered = this.#fields.entered();
    const result = calculate(this.#definition, entered);
    const failed = result.status === "error";
    this.#result = failed ? null : result;
    this.dataset.cxStatus = result.status;
    toggleData(this, "cxError", failed ? result.code : null);
    toggleData(this, "cxField", failed ? result.field : null);
    this.toggleAttribute("data-cx-example", this.#fields.isExample());
    this.#showErrors(failed ? result : null);
    this.#showEchoes(entered);
    this.#showUnused();
    this.#showOutputs();
    this.#showPictures();
    this.#showGoal();
    this.#showSensitivity();
    return result;
  }

  /** Fields that another entry makes superfluous are not shown. */
  #showUnused() {
    const entered = this.#fields.entered();
    for (const { id, unless } of this.#definition.inputs) {
      if (unless) this.#fields.control(id).closest(".cx-field").hidden = entered[unless] !== null;
    }
  }

  /** @param {any} failure */
  #showErrors(failure) {
    const known = this.#definition.inputs.map((/** @type {any} */ input) => input.id);
    for (const id of known) {
      const control = this.#fields.control(id);
      for (const field of [...this.#fields.cells(id), ...(control.form ? [control] : control)]) {
        if (failure?.field === id) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    }
    for (const place of this.#all("[data-cx-error-for]")) {
      const id = place.dataset.cxErrorFor;
      const here = failure && (failure.field === id || (!id && !known.includes(failure.field)));
      place.textContent = here ? this.#message(failure) : "";
      place.hidden = !here;
    }
  }

  /** @param {{ code: string, field: string }} failure */
  #message({ code, field }) {
    const { texts, inputs } = this.#definition;
    const own = texts[`${code} ${field}`];
    if (own) return own;
    const input = inputs.find((/** @type {any} */ { id }) => id === field);
    const value = input && this.#fields.value(input);
    let text = texts[code] ?? texts.not_a_number;
    if (code === "out_of_range" && input) {
      const smallest = Math.min(...[value].flat());
      if (input.scale && value.length !== input.scale[1]) text = texts.length;
      else if (input.low === 0 && smallest < 0) text = texts.negative;
      else if (input.above !== null && smallest <= this.#bound(input.above)) text = texts.too_low;
    }
    return filled(text, {
      example: exampleNumber(this.lang),
      low: this.#fields.written(this.#bound(input?.above ?? input?.low)),
      high: this.#fields.written(this.#bound(input?.high)),
      count: input?.scale?.[1],
    });
  }

  /** @param {any} bound */
  #bound(bound) {
    const input = this.#definition.inputs.find((/** @type {any} */ { id }) => id === bound);
    return input ? this.#fields.value(input) : bound;
  }

  /** Say how a number was understood where its text leaves a doubt. @param {any} entered */
  #showEchoes(entered) {
    for (const echo of this.#all("[data-cx-echo-for]")) {
      const id = echo.dataset.cxEchoFor;
      const written = this.#fields.written(entered[id]);
      const clear = written === "" || plain(this.#fields.control(id).value) === plain(written);
      echo.hidden = clear;
      echo.textContent = clear ? "" : filled(this.#definition.texts.read_as, { value: written });
    }
  }

  #showOutputs() {
    const result = this.#result;
    const { outputs, units } = this.#definition;
    const valueOf = (/** @type {string} */ id) => result?.outputs[id];
    for (const place of this.#all("[data-cx-output]")) {
      const id = place.dataset.cxOutput;
      const value = valueOf(id);
      place.dataset.cxValue =
        typeof value === "number" ? canonical(value) : `${value ?? ""}`;
      place.textContent = result ? this.#text(id, value) : "";
    }
    for (const place of this.#all("[data-cx-unit]")) {
      const value = valueOf(place.dataset.cxUnit);
      if (typeof value !== "number") continue;
      const forms = units[place.dataset.cxUnit];
      const digits = outputs[place.dataset.cxUnit][1];
      place.textContent = forms[pluralCategory(value, digits, this.lang)] ?? forms.other;
    }
    for (const place of this.#all("[data-cx-reason]")) {
      place.hidden = result?.status !== "ok" || valueOf(place.dataset.cxReason) !== null;
    }
    for (const place of this.#all("[data-cx-needs]")) {
      place.hidden = typeof valueOf(place.dataset.cxNeeds) !== "number";
    }
    for (const place of this.#all("[data-cx-infinite]")) {
      place.hidden = result?.status !== "infinite";
    }
    for (const place of this.#all("[data-cx-confidence]")) {
      const level = result?.values.get(place.dataset.cxConfidence);
      if (level) place.textContent = formatValue(100 * level, "percent", 0, this.lang);
    }
    for (const place of this.#all("[data-cx-note]")) {
      place.hidden = !result?.notes.includes(place.dataset.cxNote);
    }
    for (const place of this.#all("[data-cx-band]")) {
      if (result?.band === place.dataset.cxBand) place.setAttribute("aria-current", "true");
      else place.removeAttribute("aria-current");
    }
    const sign = this.#currency()?.value.trim();
    for (const place of this.#all("[data-cx-currency]")) place.textContent = sign;
  }

  /** An output as people read it. @param {string} id @param {any} value */
  #text(id, value) {
    const { outputs, texts, names } = this.#definition;
    const [style, digits] = outputs[id];
    if (typeof value === "number") return formatValue(value, style, digits, this.lang);
    if (this.#result.status === "infinite") return "∞";
    if (value === null) return texts.not_shown;
    return typeof value === "boolean" ? texts[value ? "yes" : "no"] : names[value];
  }

  #showPictures() {
    const { chart, texts, names } = this.#definition;
    for (const place of this.#all("[data-cx-picture]")) {
      const kind = place.dataset.cxPicture;
      const { shapes, points } = picture(kind, this.#definition, this.#result, this.lang);
      drawInto(place, shapes);
      if (!place.hasAttribute("aria-label")) continue;
      const said = points.map(([x, y]) => (y ? filled(texts.point, { x, y }) : x)).join("; ");
      const name = texts.chart ?? names[chart.of];
      const words = filled(texts[kind], { name, across: texts.across, points: said });
      place.setAttribute("aria-label", words);
    }
  }

  /** What would it take? */
  #showGoal() {
    const place = this.querySelector("[data-cx-goal]");
    if (!place) return;
    const { names, inputs, texts, outputs } = this.#definition;
    const field = /** @type {any} */ (this.querySelector("[data-cx-target]"));
    const id = /** @type {any} */ (this.querySelector("[data-cx-lever]")).value;
    const target = readNumber(field.value, this.lang);
    const wrong = target === null && field.value.trim() !== "";
    const error = /** @type {any} */ (field.nextElementSibling);
    error.hidden = !wrong;
    error.textContent = filled(texts.not_a_number, { example: exampleNumber(this.lang) });
    field.toggleAttribute("aria-invalid", wrong);
    const input = inputs.find((/** @type {any} */ one) => one.id === id);
    const entered = this.#fields.entered();
    const found = target === null ? null : seek(this.#definition, entered, id, target);
    toggleData(/** @type {any} */ (place), "cxValue", found === null ? null : canonical(found));
    const name = names[id];
    if (target === null) place.textContent = "";
    else if (found === null) {
      const [low, high] = [input.above ?? input.low, input.high].map((bound) => this.#bound(bound));
      place.textContent = filled(texts.unreachable, {
        name, low: this.#fields.written(low), high: this.#fields.written(high),
      });
    } else {
      // What is shown is calculated with the value that is shown.
      const value = rounded(found, input.whole ? 0 : Math.abs(found) < 1 ? 4 : 2);
      const main = Object.keys(outputs)[0];
      const then = calculate(this.#definition, { ...entered, [id]: value });
      const reached = then.status === "ok" ? then.outputs[main] : target;
      place.textContent = filled(texts.goal, {
        name,
        value: input.kind === "percent" ? formatValue(value, "percent", 2, this.lang)
          : plainNumber(value, this.lang),
        result: formatValue(reached, outputs[main][0], Math.max(outputs[main][1], 1), this.lang),
      });
    }
  }

  /** What matters most? Only while it can be seen. */
  #showSensitivity() {
    const place = this.querySelector("details.cx-sensitivity");
    if (!(place instanceof HTMLDetailsElement) || !place.open) return;
    const { names, outputs } = this.#definition;
    const [style, digits] = outputs[Object.keys(outputs)[0]];
    const entered = this.#fields.entered();
    const write = (/** @type {number} */ value) => plainNumber(value, this.lang);
    const change = (/** @type {number | null} */ value) =>
      value === null ? "–" : (rounded(value, digits) > 0 ? "+" : "") +
        formatValue(value, style === "percent" ? "number" : style, digits, this.lang);
    const bodies = [...place.querySelectorAll("tbody")];
    const table = grid(this.#definition, entered);
    if (this.#definition.sensitivity && Object.keys(this.#definition.sensitivity).length) {
      const [body] = bodies.splice(0, 1);
      const heads = [...(body.parentElement?.querySelectorAll("thead th") ?? [])].slice(1);
      heads.forEach((head, index) => {
        if (table) /** @type {any} */ (head.lastChild).data = ` ${write(table.across[index])}`;
      });
      body.replaceChildren(...(table?.cells ?? []).map((cells, index) => rowElement(
        write(table.down[index]),
        cells.map((cell) => [cell === null ? "–" : formatValue(cell, style, digits, this.lang)]),
      )));
    }
    for (const body of bodies) {
      body.replaceChildren(...moves(this.#definition, entered).map((move) => rowElement(
        names[move.input],
        [[write(move.low), change(move.lowChange)], [write(move.high), change(move.highChange)]],
      )));
    }
  }

  /** Tell screen readers the result once, when the visitor has stopped typing. */
  #announce() {
    const status = this.querySelector(".cx-status");
    if (!status) return;
    const error = this.querySelector(".cx-error:not([hidden])");
    const sentences = this.#result ? this.#lines().slice(0, 2) : [error?.textContent ?? ""];
    status.replaceChildren(...sentences.map(paragraph));
  }

  /** The result as the page shows it: the main output, its interval, then what was entered. */
  #lines() {
    const read = (/** @type {string} */ selector) =>
      this.querySelector(selector)?.textContent?.trim() ?? "";
    const { inputs, names, texts } = this.#definition;
    const isInfinite = this.#result?.status === "infinite";
    const value = isInfinite ? texts.infinite : read(".cx-main-value");
    const interval = read(isInfinite ? ".cx-infinite" : ".cx-interval:not([hidden])");
    const entries = inputs
      .map((/** @type {any} */ { id }) => [names[id], this.#shown(id)])
      .filter(([, text]) => text)
      .map(([name, text]) => filled(texts.announce, { name, value: text }));
    const result = filled(texts.announce, { name: read(".cx-main-label"), value });
    return [result, ...(interval ? [interval] : []), ...entries];
  }

  /** @param {string} id */
  #shown(id) {
    const control = this.#fields.control(id);
    return control.selectedOptions?.[0].text ?? this.#definition.names[control.value] ?? control.value;
  }

  /** The address that shows what this calculator shows now. */
  #link() {
    const link = new URL(location.href);
    link.search = "";
    link.hash = this.id;
    for (const [id, value] of Object.entries(this.#fields.entered())) {
      const items = [value].flat();
      if (value === null || items.some((item) => Number.isNaN(item))) continue;
      const texts = items.map((item) => (typeof item === "number" ? canonical(item) : item));
      link.searchParams.set(id, texts.join(","));
    }
    const currency = this.#currency();
    if (currency && currency.value !== currency.defaultValue) {
      link.searchParams.set("currency", currency.value);
    }
    return link.href;
  }

  /** @param {HTMLElement} button */
  async #take(button) {
    const form = button.dataset.cxTake ?? "";
    if (form === "print") {
      print();
      return;
    }
    this.#result ?? this.#show();
    const address = this.#link();
    const now = new Date();
    const date = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
    const context = { address, date: date.slice(0, 10), lines: this.#lines() };
    const text = form === "link" ? address : taken(
      form, this.#definition, this.#fields.entered(), this.#result ?? { outputs: {} }, context,
    );
    const said = /** @type {any} */ (button.parentElement?.querySelector(".cx-copied"));
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = this.#definition.texts.copied;
    } catch {
      // No clipboard here (a sandboxed frame, plain http): show it to be copied by hand.
      const place = this.querySelector(".cx-by-hand");
      const shown = place?.querySelector("textarea");
      if (!place || !shown) return;
      place.removeAttribute("hidden");
      shown.value = text;
      shown.select();
    }
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** A row of a table; a second text of a cell is the one that matters. */
function rowElement(/** @type {string} */ name, /** @type {string[][]} */ cells) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = name;
  row.append(head, ...cells.map(([text, strong]) => {
    const cell = document.createElement("td");
    cell.textContent = strong === undefined ? text : `${text} `;
    if (strong === undefined) return cell;
    const bold = document.createElement("b");
    bold.textContent = strong;
    cell.append(bold);
    return cell;
  }));
  return row;
}

/** The digits and signs of a text without spaces. @param {string} text */
function plain(text) {
  return text.replace(/[\s\u00a0\u202f]/gu, "");
}

/** @param {string} text @param {Record<string, any>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
}

/** Screen readers pause between paragraphs in every language. @param {string} text */
function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

/** @param {HTMLElement} element @param {string} name @param {string | null} value */
function toggleData(element, name, value) {
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}

if (!customElements.get("cx-calculator")) {
  customElements.define("cx-calculator", CalculatorElement);
}
