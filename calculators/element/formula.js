/**
 * The value of a formula, from the tree that the build writes as plain data: numbers are
 * numbers, names are strings, null is null, `["'", text]` is a text, and a list that begins
 * with an operator is an operation. Nothing is ever compiled or executed.
 * The twin of `plugins/cxguide/metrics/evaluation.py`.
 */

import * as statistics from "./statistics.js";

/**
 * @typedef {{ first: number, counts: readonly number[] }} Answers
 * @typedef {number | boolean | string | null | readonly number[] | Answers} Value
 * @typedef {number | string | null | readonly any[]} Tree
 */

/**
 * @param {Tree} tree
 * @param {ReadonlyMap<string, Value>} values  inputs and earlier steps by name
 * @returns {any}  null where an operand is null; Infinity and NaN are for the caller to name
 */
export function evaluate(tree, values) {
  if (typeof tree === "number" || tree === null) return tree;
  if (typeof tree === "string") return values.get(tree) ?? null;
  const [operator, ...parts] = tree;
  switch (operator) {
    case "'":
      return parts[0];
    case "if":
      return evaluate(evaluate(parts[0], values) ? parts[1] : parts[2], values);
    case "and":
      return parts.every((part) => evaluate(part, values));
    case "or":
      return parts.some((part) => evaluate(part, values));
    case "not":
      return !evaluate(parts[0], values);
    case "given":
      return evaluate(parts[0], values) !== null;
    default: {
      const operands = parts.map((part) => evaluate(part, values));
      return operands.includes(null) ? null : OPERATIONS[operator](...operands);
    }
  }
}

/** @param {any} first @param {number | undefined} second @param {"min" | "max"} which */
function extreme(first, second, which) {
  return Math[which](...(second === undefined ? first : [first, second]));
}

/** @type {Record<string, (...operands: any[]) => any>} */
const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  negative: (a) => -a,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: (x) => (Array.isArray(x) ? x.map(Math.log) : Math.log(x)),
  power: statistics.power,
  min: (a, b) => extreme(a, b, "min"),
  max: (a, b) => extreme(a, b, "max"),
  round_up: statistics.roundUp,
  count: (values) => values.length,
  sum: statistics.sum,
  mean: (of) => (of.counts ? statistics.answerMean(of.counts, of.first) : statistics.mean(of)),
  median: statistics.median,
  sd: (of) => (of.counts ? statistics.answerSd(of.counts, of.first) : statistics.sampleSd(of)),
  total: (of) => statistics.sum(of.counts),
  answers: (of, low, high) =>
    statistics.sum(of.counts.filter((_, at) => low <= of.first + at && of.first + at <= high)),
  geometric_sum: statistics.geometricSum,
  z: statistics.zQuantile,
  t: statistics.studentT,
  wilson_low: (x, n, level) => statistics.wilsonInterval(x, n, level)[0],
  wilson_high: (x, n, level) => statistics.wilsonInterval(x, n, level)[1],
  poisson_low: (x, level) => statistics.poissonInterval(x, level)[0],
  poisson_high: (x, level) => statistics.poissonInterval(x, level)[1],
};
