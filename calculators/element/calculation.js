/**
 * One calculation: from what was entered to a result, or to the one error that is told.
 * The twin of `plugins/cxguide/metrics/calculation.py`; the order of errors is a contract.
 */

import { evaluate } from "./formula.js";

/**
 * @typedef {object} Field
 * @property {string} id
 * @property {string} kind
 * @property {boolean} [whole]
 * @property {boolean} [list]
 * @property {number | string} [low]   a name is an earlier input
 * @property {number | string} [high]
 * @property {number | string} [above]
 * @property {number | string} [default]
 * @property {boolean} [optional]
 * @property {string} [unless]
 * @property {string} [with]  asked for when this other input is given
 * @property {(number | string)[]} [options]
 * @property {[number, number]} [scale]  lowest value and number of values
 *
 * @typedef {object} Definition  as `plugins/cxguide/metrics/browser.py` writes it
 * @property {string} id
 * @property {number} version
 * @property {Field[]} inputs
 * @property {[string, import("./formula.js").Tree][]} steps
 * @property {[string, string, import("./formula.js").Tree][]} checks
 * @property {import("./formula.js").Tree} infinite
 * @property {Record<string, [string, number, string?]>} outputs  style, digits and step (where it
 *   has another name); the first is the main one
 * @property {[string, number | null, number | null][]} bands  id, above, from
 * @property {string} [band_by]  the step that says the band, where the edges do not
 * @property {[string, import("./formula.js").Tree][]} notes
 * @property {string[]} levers  the inputs that goal seek may change
 *
 * @typedef {number | string | null | undefined | (number | null)[]} Entered
 *   a number, NaN for what cannot be read, null for nothing, an option, or a list
 * @typedef {{ status: "error", code: string, field: string }} Failure
 * @typedef {{ status: "ok" | "infinite", values: Map<string, any>,
 *   outputs: Record<string, any>, notes: string[], band: string | null }} Outcome
 */

const LONGEST_LIST = 10_000;

/**
 * @param {Definition} definition
 * @param {Record<string, Entered>} entered  unknown names are ignored
 * @returns {Outcome | Failure}
 */
export function calculate(definition, entered) {
  /** @type {Map<string, any>} */
  const values = new Map();
  for (const field of definition.inputs) {
    const { code, value } = fieldValue(field, entered, values);
    if (code) return { status: "error", code, field: field.id };
    values.set(field.id, value);
  }
  for (const [name, tree] of definition.steps) values.set(name, shown(evaluate(tree, values)));
  // An empty list is a lack of data, which is told last.
  const empty = definition.inputs.find(({ id }) => {
    const value = values.get(id);
    return (value?.counts ?? value)?.length === 0;
  });
  for (const [code, field, tree] of definition.checks) {
    if (empty && code === "no_data") break;
    if (evaluate(tree, values)) return { status: "error", code, field };
  }
  if (empty) return { status: "error", code: "no_data", field: empty.id };
  return outcome(definition, values);
}

/** @param {Definition} definition @param {Map<string, any>} values @returns {Outcome} */
function outcome(definition, values) {
  const isInfinite = evaluate(definition.infinite, values);
  const outputs = Object.fromEntries(Object.entries(definition.outputs).map(
    ([name, [, , step]]) => [name, isInfinite ? null : values.get(step ?? name)],
  ));
  const [main] = Object.values(outputs);
  const inside = definition.bands.filter(
    ([, above, from]) =>
      typeof main === "number" &&
      ((above !== null && main > above) || (from !== null && main >= from)),
  );
  return {
    status: isInfinite ? "infinite" : "ok",
    values,
    outputs,
    notes: definition.notes
      .filter(([, tree]) => !isInfinite && evaluate(tree, values)).map(([id]) => id),
    band: (definition.band_by ? values.get(definition.band_by) : inside.at(-1)?.[0]) ?? null,
  };
}

/** Infinity and NaN are not shown; minus zero is zero. @param {any} value */
function shown(value) {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value + 0 : null;
}

/**
 * @param {Field} field
 * @param {Record<string, Entered>} entered
 * @param {ReadonlyMap<string, any>} values
 * @returns {{ code?: string, value?: any }}
 */
function fieldValue(field, entered, values) {
  const raw = entered[field.id];
  if (field.unless && isGiven(entered[field.unless])) return { value: null };
  if (field.list ? !isGiven(raw) : isEmpty(raw)) {
    const isAsked = !field.optional || (field.with && isGiven(entered[field.with]));
    return field.default == null && isAsked ? { code: "missing" } : { value: field.default };
  }
  if (field.kind === "option") {
    return /** @type {any} */ (field).options.includes(raw) ? { value: raw } : { code: "out_of_range" };
  }
  if (!field.list && Array.isArray(raw)) return { code: "not_a_number" };
  const numbers = /** @type {any[]} */ (Array.isArray(raw) ? raw : [raw]);
  const code = fault(field, numbers, values);
  if (code) return { code };
  if (!field.list) return { value: numbers[0] };
  return { value: field.scale ? { first: field.scale[0], counts: numbers } : numbers };
}

/** @param {Field} field @param {any[]} numbers @param {ReadonlyMap<string, any>} values */
function fault(field, numbers, values) {
  if (numbers.some(isEmpty)) return "missing";
  if (numbers.some((number) => typeof number !== "number" || Number.isNaN(number))) {
    return "not_a_number";
  }
  if (field.whole && numbers.some((number) => !Number.isInteger(number))) return "not_integer";
  if (numbers.some((number) => isOutside(field, number, values))) return "out_of_range";
  const { length } = numbers;
  const isWrong = length && (field.scale ? length !== field.scale[1] : length > LONGEST_LIST);
  return isWrong ? "out_of_range" : "";
}

/** @param {Field} field @param {number} number @param {ReadonlyMap<string, any>} values */
function isOutside(field, number, values) {
  if (field.kind === "confidence") return !field.options?.includes(number);
  const [low, high, above] = [field.low, field.high, field.above].map((bound) =>
    typeof bound === "string" ? values.get(bound) : bound,
  );
  return (
    (low != null && number < low) ||
    (high != null && number > high) ||
    (above != null && number <= above)
  );
}

/** An empty list was given, but holds nothing. @param {any} raw */
function isGiven(raw) {
  return raw != null && raw !== "";
}

/** @param {any} raw */
function isEmpty(raw) {
  return raw == null || raw.length === 0;
}
