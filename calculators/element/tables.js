/** What matters most? The tables of the build, calculated anew from what is entered now. */

import { all, laterTexts } from "./page.js";
import { plainNumber } from "./pictures.js";
import { numberText } from "./questions.js";
import { grid, moves } from "./sensitivity.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** The tables, while they can be seen. @param {Calculator} calculator */
export function showSensitivity(calculator) {
  const place = /** @type {Element} */ (calculator.root.querySelector(".cx-sensitivity"));
  showMoves(calculator, place);
  showGrid(calculator, place);
}

/** How the main output moves with each entry. @param {Calculator} calculator @param {Element} place */
function showMoves({ root, definition, entered, tag }, place) {
  const { names } = laterTexts(root);
  // Three digits say enough, however small the change; of an impossible entry nothing is said.
  const end = (/** @type {number} */ value, /** @type {number | null} */ change) =>
    change === null ? ["", "–"] : [
      plainNumber(value, tag),
      (change > 0 ? "+" : "") + plainNumber(Number(change.toPrecision(3)), tag),
    ];
  place.querySelector(".cx-moves tbody")?.replaceChildren(...moves(definition, entered).map((move) => rowElement(names[move.input], [
    end(move.low, move.lowChange), end(move.high, move.highChange),
  ])));
}

/** The main output for other values of two entries. @param {Calculator} calculator @param {Element} place */
function showGrid({ definition, entered, tag }, place) {
  const [[style, digits]] = /** @type {any} */ (Object.values(definition.outputs));
  const body = place.querySelector(".cx-grid:not(.cx-moves)");
  if (!body) return;
  const table = grid(definition, entered);
  const [, ...heads] = all(body, "thead th");
  table?.across.forEach((value, index) => {
    heads[index].lastChild.data = ` ${plainNumber(value, tag)}`;
  });
  body.querySelector("tbody")?.replaceChildren(...(table?.down ?? []).map((value, index) =>
    rowElement(plainNumber(value, tag), /** @type {any} */ (table).cells[index].map(
      (/** @type {number | null} */ cell) => [numberText(cell, style, digits, tag)]))));
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
