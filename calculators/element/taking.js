/** What a visitor takes along: the address, the result as text, as data, as a citation. */

import { CURRENCY } from "./currency.js";
import { canonicalText, formatValue } from "./numbers.js";
import { filled, laterTexts } from "./page.js";
import { outputText, pair, sentences, show } from "./showing.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** @param {Calculator} calculator @param {HTMLElement} button */
export async function take(calculator, button) {
  const { root } = calculator;
  const form = button.dataset.cxTake;
  if (form === "print") return print();
  show(calculator);
  const text = taken(form, calculator);
  try {
    await navigator.clipboard.writeText(text);
    const said = /** @type {any} */ (button.parentElement?.querySelector(".cx-copied"));
    said.textContent = said.dataset.cxSaid;
  } catch {
    // No clipboard here (a sandboxed frame, plain http): show it to be copied by hand.
    const place = /** @type {any} */ (root.querySelector(".cx-by-hand"));
    const shown = place.querySelector("textarea");
    place.hidden = false;
    shown.value = text;
    shown.select();
  }
}

/** @param {string | undefined} form  link, text, csv, json, or a citation @param {Calculator} calculator */
function taken(form, calculator) {
  const { root, definition, entered, failure, outcome } = calculator;
  const { id, version } = definition;
  const { texts, names } = laterTexts(root);
  const address = link(calculator);
  const date = new Date().toLocaleDateString("sv"); // Swedes write it as ISO 8601 does
  const money = CURRENCY.money?.taken(root);
  if (form === "link") return address;
  if (form === "csv") {
    const columns = {
      metric: id, formula_version: version, date, status: root.dataset.cxStatus, ...entered, ...money,
    };
    for (const name of Object.keys(definition.outputs)) columns[name] = outcome?.outputs[name];
    return [Object.keys(columns), Object.values(columns)].map(csvRow).join("\r\n");
  }
  if (form === "json") {
    return JSON.stringify({
      metric: id, formulaVersion: version, date, inputs: entered, ...money,
      status: outcome?.status, ...failure, outputs: outcome?.outputs, url: address,
    }, null, 2);
  }
  if (form === "text") {
    return [
      texts.title, ...lines(calculator, names), `${texts.version}, ${date}`, address,
    ].join("\n");
  }
  const [year, month, day] = date.split("-").map(Number);
  return filled(texts[`${form}`], { address, date, year, month, day });
}

/** The address that shows what this calculator shows now. @param {Calculator} calculator */
function link({ root, fields }) {
  const address = new URL(location.href);
  const said = new URLSearchParams(fields.canonicalTexts());
  CURRENCY.money?.carry(root, said);
  address.search = `${said}`;
  address.hash = root.id;
  return address.href;
}

/** @param {any[]} values */
function csvRow(values) {
  return values
    .map((value) => {
      const text = [value].flat().map(canonicalText).join(" ");
      return /[",\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
    })
    .join(",");
}

/** The result as the page shows it, the other outputs, and what was entered. @param {Calculator} calculator @param {Record<string, string>} names */
function lines(calculator, names) {
  const { root, definition, fields, entered, outcome, tag } = calculator;
  const { inputs, texts } = definition;
  /** With what stands behind it on the page; the sign of per cent as the language writes it. */
  const measured = (/** @type {string} */ text, /** @type {string} */ unit) => {
    const sign = root.querySelector(unit)?.textContent ?? "";
    return sign === "%" ? formatValue(1, "percent", 0, tag).replace("1", text) : `${text} ${sign}`.trim();
  };
  return [
    ...sentences(calculator),
    ...Object.entries(outcome?.outputs ?? {}).map(([id, output], index) =>
      index && names[id] && output !== null
        ? pair(texts, names[id], measured(
          outputText(calculator, id), `[data-cx-output="${id}"] + .cx-unit:not([hidden])`,
        ))
        : ""),
    ...inputs.map((/** @type {any} */ { id }) => {
      const control = fields.control(id);
      const text = control.selectedOptions?.[0]?.text ?? names[control.value] ??
        (fields.written(entered[id]) || control.value);
      return entered[id] === null ? "" : pair(texts, names[id], measured(text, `#${control.id}-unit`));
    }),
  ].filter(Boolean);
}
