/**
 * Which value of one input gives a wanted main output, while the other entries stay?
 * The twin of `plugins/cxguide/metrics/goal.py`, which says why.
 */

import { calculate } from "./calculation.js";
import { evaluate } from "./formula.js";

/** @typedef {import("./calculation.js").Definition} Definition */
/** @typedef {(value: number) => number | null} Miss  0 is close enough, null is undefined */

/** @param {Definition} definition @param {any} entered @returns {number | null} */
export function mainNumber(definition, entered) {
  const { outputs } = /** @type {any} */ (calculate(definition, entered));
  const value = outputs?.[Object.keys(definition.outputs)[0]];
  return typeof value === "number" ? value : null;
}

/**
 * The value nearest to the present one; for whole numbers where the target is reached or passed.
 *
 * @param {Definition} definition
 * @param {any} entered  as for `calculate`
 * @param {string} id  one of the definition's levers
 * @param {number} target
 * @returns {number | null}  null when no value that may be entered gives the target
 */
export function seek(definition, entered, id, target) {
  const lever = definition.inputs.find((field) => field.id === id);
  if (!lever || !Number.isFinite(target)) return null;
  const { whole } = lever;
  const mainAt = (/** @type {number} */ value) =>
    mainNumber(definition, { ...entered, [id]: value });
  const isClose = (/** @type {number | null} */ main, /** @type {number} */ tolerance) =>
    main !== null && Math.abs(main - target) <= tolerance * Math.max(1, Math.abs(target));

  const { low, high, start, points } = whereToLook(definition, entered, lever);
  const now = mainAt(start);
  if (isClose(now, 1e-9)) return start;
  if (!whole) {
    const turned = turnedAround(definition, entered, id, target, [start, ...points]);
    const value = Math.min(Math.max(turned, low), high);
    if (isClose(mainAt(value), 1e-9)) return value;
  }
  /** @type {Miss} */
  const miss = (value) => {
    const main = mainAt(value);
    if (isClose(main, 1e-15)) return 0;
    return main === null ? null : main - target;
  };
  const enough = whole ? Infinity : 1e-6 * Math.max(1, Math.abs(target), Math.abs(now ?? 0));
  const up = points.filter((point) => point > start);
  const down = points.filter((point) => point < start).reverse();
  const [above, below] = [up, down].map((side) => crossing(miss, start, side, whole, enough));
  if (above === null || below === null) return above ?? below;
  return Math.abs(below - start) < Math.abs(above - start) ? below : above;
}

/**
 * The range, the present value, and points from low to high.
 *
 * @param {Definition} definition @param {any} entered @param {any} lever
 */
function whereToLook({ inputs }, entered, lever) {
  const { whole, above } = lever;
  const entry = (/** @type {any} */ field) =>
    Number.isFinite(entered[field.id]) ? entered[field.id] : field.default;
  const bound = (/** @type {any} */ of) =>
    typeof of === "string" ? entry(inputs.find(({ id }) => id === of)) : of;
  let low = Math.max(-1e15, bound(lever.low) ?? -1e15, bound(above) ?? -1e15);
  let high = bound(lever.high) ?? 1e15;
  if (whole) [low, high] = [Math.ceil(low), Math.floor(high)];
  let start = entry(lever);
  if (start == null || start < low || start > high || (whole && start % 1)) {
    start = Math.min(low <= -1e15 ? 1 : above == null ? low : low + 1, high);
  }
  const points = [];
  for (let index = 0; index <= 128; index += 1) {
    const unit = whole ? 1 : (Math.abs(start) || 1) / 1024;
    const point = low + ((high - low) * index) / 128;
    for (const step of [index, 2 ** index]) points.push(start + unit * step, start - unit * step);
    points.push(whole ? Math.floor(point) : point);
  }
  const inside = points.filter((point) => low <= point && point <= high);
  return { low, high, start, points: inside.sort((a, b) => a - b) };
}

/**
 * How an operand comes from the result and the other operand, by its place.
 *
 * @type {Record<string, ((y: number, c: number) => number)[]>}
 */
const UNDO = {
  "+": [(y, c) => y - c, (y, c) => y - c],
  "-": [(y, c) => y + c, (y, c) => c - y],
  "*": [(y, c) => y / c, (y, c) => y / c],
  "/": [(y, c) => y * c, (y, c) => c / y],
  negative: [(y) => -y],
  sqrt: [(y) => y * y],
  exp: [Math.log],
  ln: [Math.exp],
  power: [(y, c) => Math.exp(Math.log(y) / c), (y, c) => Math.log(y) / Math.log(c)],
};

/**
 * The lever from the target, where it stands once in the formula; NaN where it does not.
 *
 * @param {Definition} definition @param {any} entered @param {string} id
 * @param {number} target @param {number[]} points  the first that can be calculated counts
 */
function turnedAround(definition, entered, id, target, points) {
  /** @type {any} */
  let values;
  for (const point of points) values ??= calculate(definition, { ...entered, [id]: point }).values;
  if (!values) return NaN;
  const uses = new Map([[id, 1]]);
  const chosen = (/** @type {any} */ tree) => (evaluate(tree[1], values) ? tree[2] : tree[3]);
  const used = (/** @type {any} */ tree) => {
    if (!Array.isArray(tree)) return uses.get(tree) ?? 0;
    if (tree[0] === "'") return 0;
    if (tree[0] === "if" && !used(tree[1])) return used(chosen(tree));
    return tree.slice(1).reduce((times, part) => times + used(part), 0);
  };
  const steps = new Map(definition.steps);
  for (const [name, tree] of steps) uses.set(name, used(tree));
  const [main, [, , step]] = Object.entries(definition.outputs)[0];
  /** @type {any} */
  let tree = step ?? main;
  let wanted = used(tree) === 1 ? target : NaN;
  while (tree !== id && !Number.isNaN(wanted)) {
    if (!Array.isArray(tree)) tree = steps.get(tree);
    else if (tree[0] === "if" && !used(tree[1])) tree = chosen(tree);
    else {
      const [operator, ...parts] = tree;
      const index = parts.findIndex(used);
      const other = evaluate(parts[1 - index] ?? 0, values);
      wanted = (other !== null && UNDO[operator]?.[index]?.(wanted, other)) ?? NaN;
      tree = parts[index];
    }
  }
  return wanted + 0;
}

/**
 * The first value from `near` along the points that reaches or passes the target.
 *
 * @param {Miss} miss @param {number} near @param {number[]} points
 * @param {boolean} whole @param {number} enough  more is a jump or a pole
 */
function crossing(miss, near, points, whole, enough) {
  const isDefined = (/** @type {number} */ value) => miss(value) !== null;
  const edge = (/** @type {number} */ inside, /** @type {number} */ outside) =>
    isDefined(outside) ? outside : furthest(inside, outside, isDefined, whole);
  for (const far of points) {
    const [first, last] = [edge(far, near), edge(near, far)];
    const side = miss(first);
    const isPassed = (/** @type {number} */ value) =>
      side !== null && isDefined(value) && side * /** @type {any} */ (miss(value)) <= 0;
    if (isPassed(last)) {
      const found = side === 0 ? first : furthest(last, first, isPassed, whole);
      if (Math.abs(/** @type {any} */ (miss(found))) <= enough) return found;
    }
    near = far;
  }
  return null;
}

/**
 * The last value on the way to `outside` that is inside.
 *
 * @param {number} inside @param {number} outside
 * @param {(value: number) => boolean} isInside @param {boolean} whole
 */
function furthest(inside, outside, isInside, whole) {
  if (!isInside(inside)) return outside;
  for (let round = 0; round < 200; round += 1) {
    const halfway = inside + (outside - inside) / 2;
    const middle = whole ? Math.floor(halfway) : halfway;
    if (middle === inside || middle === outside) break;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
