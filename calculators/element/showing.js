/** What stands in the page after a calculation: results, errors, pictures, what was understood. */

import { calculate } from "./calculation.js";
import { CURRENCY } from "./currency.js";
import { later } from "./later.js";
import { canonicalText, formatValue, pluralCategory, readNumber } from "./numbers.js";
import { all, filled, plain, setData } from "./page.js";
import { drawInto, picture } from "./pictures.js";
import { showGoal } from "./questions.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** Calculate, and show all that follows. @param {Calculator} calculator */
export function show(calculator) {
  const { root, definition, fields } = calculator;
  const entered = fields.entered();
  const outcome = /** @type {any} */ (calculate(definition, entered));
  const failure = outcome.status === "error" ? outcome : null;
  Object.assign(calculator, { entered, failure, outcome: failure ? null : outcome });
  root.dataset.cxStatus = outcome.status;
  setData(root, "cxError", failure?.code);
  setData(root, "cxField", failure?.field);
  root.toggleAttribute("data-cx-example", fields.isExample());
  for (const view of Object.values(VIEWS)) view(calculator);
  CURRENCY.money?.show(root);
}

/**
 * What is shown, by the part of a definition or the kind of a value that makes it necessary.
 *
 * @type {Record<string, (calculator: Calculator) => void>}
 */
const VIEWS = {
  inputs: showErrors,
  outputs(calculator) {
    showOutputs(calculator);
    showPictures(calculator);
  },
  units({ root, definition, outcome, tag }) {
    const { outputs, units } = definition;
    for (const place of all(root, "[data-cx-unit]")) {
      const id = place.dataset.cxUnit;
      const value = outcome?.outputs[id];
      place.hidden = typeof value !== "number";
      if (!place.hidden) place.textContent = units[id][pluralCategory(value, outputs[id][1], tag)];
    }
  },
  bands({ root, outcome }) {
    for (const place of all(root, "[data-cx-band]")) {
      place.setAttribute("aria-current", outcome?.band === place.dataset.cxBand);
    }
  },
  confidence({ root, outcome, tag }) {
    for (const place of all(root, "[data-cx-confidence]")) {
      const level = outcome?.values.get(place.dataset.cxConfidence);
      if (level) place.textContent = formatValue(100 * level, "percent", 0, tag);
    }
  },
  levers(calculator) {
    showGoal(calculator);
    // Also where a visitor opened it before this script was here.
    if (calculator.root.querySelector(".cx-sensitivity[open]")) {
      later(calculator).then((more) => more?.showSensitivity(calculator));
    }
  },
};

/** @param {Calculator} calculator */
function showErrors(calculator) {
  const { root, definition, fields, entered, failure, tag } = calculator;
  for (const field of fields.form.elements) {
    const { name, value, dataset } = /** @type {HTMLInputElement} */ (field);
    const list = dataset.cxCellOf;
    const id = list ?? name;
    // Of several fields for one list, those alone that hold no count.
    const isWrong = failure?.field === id && !(list && /^\d+$/u.test(`${readNumber(value, tag)}`));
    if (id) field.setAttribute("aria-invalid", `${isWrong}`);
  }
  const places = all(root, "[data-cx-error-for]");
  const at = (/** @type {string} */ id) => places.find(({ dataset }) => dataset.cxErrorFor === id);
  const here = failure && (at(failure.field) ?? at(""));
  for (const place of places) {
    place.hidden = place !== here;
    place.textContent = place === here ? message(calculator) : "";
  }
  // How a number was understood, where its text leaves a doubt.
  for (const place of all(root, "[data-cx-echo-for]")) {
    const id = place.dataset.cxEchoFor;
    const value = fields.written(entered[id]);
    place.hidden = !value || plain(fields.control(id).value) === plain(value);
    place.textContent = place.hidden ? "" : filled(definition.texts.read_as, { value });
  }
}

/** The sentence of an error. @param {Calculator} calculator */
function message({ definition, fields, entered, failure }) {
  const { texts, inputs } = definition;
  const { code, field } = failure;
  const input = inputs.find((/** @type {any} */ { id }) => id === field);
  let text = texts[`${code} ${field}`] ?? texts[code];
  if (code === "out_of_range" && input) {
    const { scale, low, above } = input;
    const values = [entered[field]].flat();
    if (scale && values.length !== scale[1]) text = texts.length;
    else if (low === 0 && Math.min(...values) < 0) text = texts.negative;
    else if (above != null) text = texts.above;
  }
  return filled(text, {
    low: fields.limit(input?.above ?? input?.low),
    high: fields.limit(input?.high),
    count: input?.scale?.[1],
  });
}

/** @param {Calculator} calculator */
function showOutputs(calculator) {
  const { root, entered, outcome } = calculator;
  for (const place of all(root, "[data-cx-output]")) {
    const id = place.dataset.cxOutput;
    const value = outcome?.outputs[id];
    place.dataset.cxValue = canonicalText(value);
    place.textContent = outcome ? outputText(calculator, id) : "";
  }
  const facts = new Set([outcome?.status]);
  for (const note of outcome?.notes ?? []) facts.add(`note ${note}`);
  const values = { ...entered, ...(outcome?.status === "ok" && outcome.outputs) };
  for (const [id, value] of Object.entries(values)) facts.add(value === null ? `no ${id}` : id);
  for (const place of all(root, "[data-cx-when]")) place.hidden = !facts.has(place.dataset.cxWhen);
}

/** An output as people read it. @param {Calculator} calculator @param {string} id */
export function outputText({ definition, outcome, tag }, id) {
  const { outputs, texts, names } = definition;
  const value = outcome.outputs[id];
  if (typeof value === "number") return formatValue(value, outputs[id][0], outputs[id][1], tag);
  if (outcome.status === "infinite") return "∞";
  if (value === null) return texts.not_shown;
  return typeof value === "boolean" ? texts[value ? "yes" : "no"] : names[value];
}

/** @param {Calculator} calculator */
function showPictures({ root, definition, outcome, tag }) {
  const { texts } = definition;
  for (const place of all(root, "[data-cx-picture]")) {
    const kind = place.dataset.cxPicture;
    const { shapes, points } = picture(kind, definition, outcome, tag);
    drawInto(place, shapes);
    if (!texts[kind]) continue;
    const said = points.map(([x, y]) => (y ? filled(texts.point, { x, y }) : x)).join("; ");
    const { chart, across } = texts;
    place.setAttribute("aria-label", filled(texts[kind], { name: chart, across, points: said }));
  }
}

/**
 * The result as the page shows it: the main output or the error, its interval, the notes on it.
 *
 * @param {Calculator} calculator
 */
export function sentences({ root, definition, failure, outcome }) {
  const { texts } = definition;
  const read = (/** @type {string} */ selector) =>
    root.querySelector(`${selector}:not([hidden])`)?.textContent?.trim() ?? "";
  const value = outcome?.status === "infinite" ? texts.infinite : read(".cx-main-value");
  return [
    failure ? read(".cx-error") : pair(texts, read(".cx-main-label"), value),
    read(":is(.cx-infinite, .cx-interval)"),
    ...all(root, ":is(.cx-notes *, .cx-between):not([hidden])").map((part) => part.textContent),
  ].filter(Boolean);
}

/** @param {any} texts @param {string} name @param {string} value */
export function pair(texts, name, value) {
  return value && filled(texts.announce, { name, value });
}
