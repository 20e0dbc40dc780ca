/** What would it take, and what matters most: both answered from what is entered now. */

import { mainNumber, seek } from "./goal.js";
import { canonical, formatValue, readNumber, rounded } from "./numbers.js";
import { all, filled } from "./page.js";
import { plainNumber } from "./pictures.js";
import { grid, moves } from "./sensitivity.js";

/** @typedef {import("./cx-calculator.js").Calculator} Calculator */

/** @param {Calculator} calculator */
export function showGoal({ root, definition, fields, entered, tag }) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-cx-goal]"));
  if (!place) return;
  const { names, inputs, texts, outputs } = definition;
  const field = /** @type {any} */ (root.querySelector("[data-cx-target]"));
  const id = /** @type {any} */ (root.querySelector("[data-cx-lever]")).value;
  const target = readNumber(field.value, tag);
  const wrong = target === null && field.value.trim() !== "";
  field.setAttribute("aria-invalid", `${wrong}`);
  place.textContent = wrong ? texts.not_a_number : "";
  const found = target === null ? null : seek(definition, entered, id, target);
  if (target === null) return;
  const name = names[id];
  const { whole, kind, low, high, above } = inputs.find((/** @type {any} */ one) => one.id === id);
  if (found === null) {
    place.textContent = filled(texts.unreachable, {
      name, low: fields.limit(above ?? low), high: fields.limit(high),
    });
    return;
  }
  // What is shown is calculated with the value that is shown, as exactly as the target was.
  const value = rounded(found, whole ? 0 : Math.abs(found) < 1 ? 4 : 2);
  const [[style, digits]] = /** @type {any} */ (Object.values(outputs));
  const then = mainNumber(definition, { ...entered, [id]: value });
  const decimals = canonical(target).split(".")[1]?.length ?? 0;
  place.textContent = filled(texts.goal, {
    name,
    value: kind === "percent" ? formatValue(value, kind, 2, tag) : plainNumber(value, tag),
    result: formatValue(then ?? target, style, Math.max(digits, decimals, 1), tag),
  });
}

/** The place of "What matters most?", only while it can be seen. @param {Calculator} calculator */
function openPlace({ root }) {
  return root.querySelector("details.cx-sensitivity[open]");
}

/** How the main output moves with each entry. @param {Calculator} calculator */
export function showMoves(calculator) {
  const { definition, entered, tag } = calculator;
  const { names, outputs } = definition;
  const [[style, digits]] = /** @type {any} */ (Object.values(outputs));
  const change = (/** @type {number | null} */ value) =>
    value === null ? "–" : (rounded(value, digits) > 0 ? "+" : "") +
      formatValue(value, style === "percent" ? "number" : style, digits, tag);
  const body = openPlace(calculator)?.querySelector(".cx-moves tbody");
  body?.replaceChildren(...moves(definition, entered).map((move) => rowElement(names[move.input], [
    [plainNumber(move.low, tag), change(move.lowChange)],
    [plainNumber(move.high, tag), change(move.highChange)],
  ])));
}

/** The main output for other values of two entries. @param {Calculator} calculator */
export function showGrid(calculator) {
  const { definition, entered, tag } = calculator;
  const [[style, digits]] = /** @type {any} */ (Object.values(definition.outputs));
  const place = openPlace(calculator)?.querySelector(".cx-grid:not(.cx-moves)");
  const table = place && grid(definition, entered);
  if (!place) return;
  all(place, "thead th").slice(1).forEach((head, index) => {
    if (table) head.lastChild.data = ` ${plainNumber(table.across[index], tag)}`;
  });
  place.querySelector("tbody")?.replaceChildren(...(table?.cells ?? []).map((cells, index) =>
    rowElement(plainNumber(/** @type {any} */ (table).down[index], tag), cells.map((cell) =>
      [cell === null ? "–" : formatValue(cell, style, digits, tag)]))));
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
