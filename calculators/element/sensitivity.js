/**
 * What matters most: how the main output moves when one entry, or two, are a step away.
 * The twin of `plugins/cxguide/metrics/sensitivity.py`.
 */

import { calculate } from "./calculation.js";
import { mainNumber } from "./goal.js";

/**
 * What one step of each input does, the largest change first; nothing without a main number.
 *
 * @param {any} definition
 * @param {any} entered
 * @returns {{ input: string, low: number, lowChange: number | null, high: number,
 *   highChange: number | null }[]}  null where the main output is undefined
 */
export function moves(definition, entered) {
  const main = mainNumber(definition, entered);
  if (main === null) return [];
  const { values } = /** @type {any} */ (calculate(definition, entered));
  const change = (/** @type {string} */ id, /** @type {number} */ value) => {
    const moved = mainNumber(definition, { ...entered, [id]: value });
    return moved !== null && Number.isFinite(moved - main) ? moved - main : null;
  };
  const size = (/** @type {any} */ { lowChange, highChange }) =>
    Math.max(Math.abs(lowChange), Math.abs(highChange));
  return definition.inputs
    .filter(({ id }) => definition.levers.includes(id) && typeof values.get(id) === "number")
    .map((field) => {
      const { id } = field;
      const [low, , high] = around(values.get(id), stepOf(field, values.get(id)));
      return { input: id, low, lowChange: change(id, low), high, highChange: change(id, high) };
    })
    .sort((a, b) => size(b) - size(a));
}

/** Its own, a tenth of the value, or 1 when that is 0. @param {any} field @param {number} value */
export function stepOf(field, value) {
  const step = field.step ?? (Math.abs(value) / 10 || 1);
  return field.whole ? Math.ceil(step) : step;
}

/**
 * The table of a metric that names two inputs under `sensitivity`: the first goes across.
 *
 * @param {any} definition
 * @param {any} entered
 * @returns {{ down: number[], across: number[], cells: (number | null)[][] } | null}  values of
 *   the rows and the columns; null for other metrics, and where one of the two has no value
 */
export function grid(definition, entered) {
  const { values } = /** @type {any} */ (calculate(definition, entered));
  const steps = Object.entries(definition.sensitivity);
  if (!values || steps.length !== 2) return null;
  if (steps.some(([id]) => typeof values.get(id) !== "number")) return null;
  const [across, down] = steps.map(([id, step]) => around(values.get(id), step));
  const [[column], [row]] = steps;
  const cells = down.map((y) =>
    across.map((x) => mainNumber(definition, { ...entered, [column]: x, [row]: y })),
  );
  return { down, across, cells };
}

/** A step less, the value, a step more. @param {number} value @param {any} step */
function around(value, step) {
  return [withoutDust(value - step), value, withoutDust(value + step)];
}

/** Without the dust of binary fractions. @param {number} value */
function withoutDust(value) {
  return Number(value.toPrecision(12));
}
