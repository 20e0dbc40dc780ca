/** What would it take, and what matters most: both answered from what is entered now. */

import { mainNumber, seek } from "./goal.js";
import { canonical, formatValue, readNumber, rounded } from "./numbers.js";
import { all, filled } from "./page.js";
import { plainNumber } from "./pictures.js";
import { grid, moves } from "./sensitivity.js";

/** @typedef {import("./cx-calculator.js").Calculator} Calculator */

/** @param {Calculator} calculator */
export function showGoal({ root, definition, fields, entered, failure, tag }) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-cx-goal]"));
  if (!place) return;
  const { names, inputs, texts, outputs } = definition;
  const field = /** @type {any} */ (root.querySelector("[data-cx-target]"));
  const id = /** @type {any} */ (root.querySelector("[data-cx-lever]")).value;
  const target = readNumber(field.value, tag);
  const wrong = target === null && field.value.trim() !== "";
  field.setAttribute("aria-invalid", `${wrong}`);
  place.textContent = wrong ? texts.not_a_number : "";
  if (target === null) return;
  const name = names[id];
  const { whole, low, high, above, unless } = inputs.find((/** @type {any} */ one) => one.id === id);
  const asked = canonical(target).split(".")[1]?.length ?? 0;
  const [[style, digits]] = /** @type {any} */ (Object.values(outputs));
  const decimals = Math.max(digits, asked);
  const wanted = numberText(target, style, decimals, tag);
  const found = seek(definition, entered, id, target);
  if (found === null) {
    // Another entry is to be mended first, or makes this one superfluous.
    if ((failure && failure.field !== id) || entered[unless]) return;
    place.textContent = filled(texts.unreachable, {
      name, low: fields.limit(above ?? low), high: fields.limit(high),
    });
    return;
  }
  // What is shown is calculated with the value that is shown, which has as many decimals as it
  // needs to give what was asked for.
  let [places, value, result] = [0, 0, ""];
  for (; places < 12; places += 1) {
    value = rounded(found, places);
    const main = /** @type {any} */ (mainNumber(definition, { ...entered, [id]: value }));
    // A whole number mostly goes past what was asked for.
    result = numberText(main, style, whole && main % 1 ? Math.max(decimals, 1) : decimals, tag);
    if (whole || result === wanted) break;
  }
  const after = root.querySelector(`#${fields.control(id).id}-unit`)?.textContent ?? "";
  place.textContent = filled(texts.goal, {
    name,
    value: after === "%" ? formatValue(value, "percent", places, tag) : `${plainNumber(value, tag)} ${after}`.trim(),
    result,
  });
}

/** The place of "What matters most?", only while it can be seen. @param {Calculator} calculator */
function openPlace({ root }) {
  return root.querySelector("details.cx-sensitivity[open]");
}

/** How the main output moves with each entry. @param {Calculator} calculator */
export function showMoves(calculator) {
  const { definition, entered, tag } = calculator;
  const { names } = definition;
  // Three digits say enough, however small the change; of an impossible entry nothing is said.
  const end = (/** @type {number} */ value, /** @type {number | null} */ change) =>
    change === null ? ["", "–"] : [
      plainNumber(value, tag),
      (change > 0 ? "+" : "") + plainNumber(Number(change.toPrecision(3)), tag),
    ];
  const body = openPlace(calculator)?.querySelector(".cx-moves tbody");
  body?.replaceChildren(...moves(definition, entered).map((move) => rowElement(names[move.input], [
    end(move.low, move.lowChange), end(move.high, move.highChange),
  ])));
}

/** The main output for other values of two entries. @param {Calculator} calculator */
export function showGrid(calculator) {
  const { definition, entered, tag } = calculator;
  const [[style, digits]] = /** @type {any} */ (Object.values(definition.outputs));
  const place = openPlace(calculator)?.querySelector(".cx-grid:not(.cx-moves)");
  if (!place) return;
  const table = grid(definition, entered);
  const [, ...heads] = all(place, "thead th");
  table?.across.forEach((value, index) => {
    heads[index].lastChild.data = ` ${plainNumber(value, tag)}`;
  });
  place.querySelector("tbody")?.replaceChildren(...(table?.down ?? []).map((value, index) =>
    rowElement(plainNumber(value, tag), /** @type {any} */ (table).cells[index].map(
      (/** @type {number | null} */ cell) => [numberText(cell, style, digits, tag)]))));
}

/** @param {number | null} value @param {any} style @param {number} digits @param {string} tag */
function numberText(value, style, digits, tag) {
  return value === null ? "–" : formatValue(value, style, digits, tag);
}

/** A row of a table; a second text of a cell is the one that matters. */
function rowElement(/** @type {string} */ name, /** @type {string[][]} */ cells) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = name;
  row.append(head, ...cells.map(([text, strong]) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    if (strong) {
      const bold = document.createElement("b");
      bold.textContent = strong;
      cell.append(" ", bold);
    }
    return cell;
  }));
  return row;
}
