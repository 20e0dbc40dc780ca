/** What would it take? Answered from what is entered now. */

import { mainNumber, seek } from "./goal.js";
import { canonical, formatValue, readNumber, rounded } from "./numbers.js";
import { filled } from "./page.js";
import { plainNumber } from "./pictures.js";

/** @typedef {import("./life.js").Calculator} Calculator */

/** @param {Calculator} calculator */
export function showGoal({ root, definition, fields, entered, failure, tag }) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-cx-goal]"));
  if (!place) return;
  const { inputs, texts, outputs } = definition;
  const field = /** @type {any} */ (root.querySelector("[data-cx-target]"));
  const lever = /** @type {any} */ (root.querySelector("[data-cx-lever]"));
  const id = lever.value;
  const target = readNumber(field.value, tag);
  const wrong = target === null && field.value.trim() !== "";
  field.setAttribute("aria-invalid", `${wrong}`);
  place.textContent = wrong ? texts.not_a_number : "";
  if (target === null) return;
  const name = lever.selectedOptions[0].text;
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

/** @param {number | null} value @param {any} style @param {number} digits @param {string} tag */
export function numberText(value, style, digits, tag) {
  return value === null ? "–" : formatValue(value, style, digits, tag);
}
