/**
 * Numbers as people write them, and back. The twin of `plugins/cxguide/core/numbers.py`;
 * shared vectors in `tests/cases/numbers` hold both together.
 */

const SPACES = /[\s\u200b\u200e\u200f\u2066-\u2069]/gu;
const SIGNS = "(?:\\p{Sc}|CZK|RSD|THB|EUR|USD|GBP|K\u010d|\u0434\u0438\u043d\\.?|din\\.?|\u0e1a\u0e32\u0e17)";
const MONEY = new RegExp(`^${SIGNS}|${SIGNS}$`, "giu");

/**
 * The number that a person typed or pasted.
 *
 * Digits of any script, spaces and apostrophes between groups, a currency or per cent sign at
 * an end. With two kinds of separators the last is the decimal one. A single separator is
 * decimal, unless it is the language's group separator with exactly three digits after it.
 * Exponents are refused: people do not write them.
 *
 * @param {string} text
 * @param {string} tag  language of the page
 * @returns {number | null}  null where the text is no number
 */
export function readNumber(text, tag) {
  const plain = asciiDigits(text)
    .replace(SPACES, "")
    .replace(/\u2019/gu, "'")
    .replace(/[\u2212\u2013]/gu, "-")
    .replace(MONEY, "")
    .replace(/^%|%$/gu, "");
  const [, sign, body = ""] = /^([+-]?)([\d.,']+)$/u.exec(plain) ?? [];
  const number = unsigned(body, groupSeparator(tag));
  if (!Number.isFinite(number)) return null;
  return (sign === "-" ? -number : number) + 0;
}

/** @param {string} body @param {string} group @returns {number} NaN where it is none */
function unsigned(body, group) {
  const decimal = decimalSeparator(body, group);
  const [whole, fraction = "", ...more] = decimal ? body.split(decimal) : [body];
  // Digits alone, or groups of three with the same sign between all of them.
  const isGrouped = /^(\d*|\d{1,3}([.,'])\d{3}(\2\d{3})*)$/u.test(whole);
  if (more.length || !isGrouped || !/^\d*$/u.test(fraction)) return NaN;
  return Number(`${whole.replace(/\D/gu, "")}.${fraction}`);
}

/** @param {string} body @param {string} group @returns {string} "" where there is none */
function decimalSeparator(body, group) {
  const found = body.match(/[.,]/gu) ?? [];
  const last = found.at(-1) ?? "";
  if (found.some((sign) => sign !== last)) return last;
  const isGrouping = last === group && /^(?!0+[.,])\d{1,3}[.,]\d{3}$/u.test(body);
  return found.length > 1 || isGrouping ? "" : last;
}

/** Digits of every script follow each other, from its zero. @param {string} text */
function asciiDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return `${value % 10}`;
  });
}

/** @param {string} tag @returns {string} */
function groupSeparator(tag) {
  return format(tag, 0)(1234567).replace(/\d/gu, "")[0] ?? "";
}

/**
 * The number that an address, an attribute or an event carries: the grammar of JSON numbers.
 *
 * @param {string} text
 * @returns {number}  NaN where the text is not canonical
 */
export function readCanonical(text) {
  const trimmed = text.trim();
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/u.test(trimmed)) return NaN;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number + 0 : NaN;
}

/** The canonical text of a finite number. @param {number} value @returns {string} */
export function canonical(value) {
  return String(value === 0 ? 0 : value);
}

/** A number canonically, a text as it is, nothing as nothing. @param {any} value @returns {string} */
export function canonicalText(value) {
  return typeof value === "number" ? canonical(value) : `${value ?? ""}`;
}

/**
 * The value with `digits` decimals, half away from zero on its shortest decimal text.
 *
 * @param {number} value  finite
 * @param {number} digits
 * @returns {number}
 */
export function rounded(value, digits) {
  return Number(format("en", digits)(value).replace(/,/gu, "")) + 0;
}

/**
 * The value as a person reads it.
 *
 * @param {number} value  finite; percentages are 0-100
 * @param {"number" | "percent" | "money"} style
 * @param {number} digits
 * @param {string} tag
 * @returns {string}
 */
export function formatValue(value, style, digits, tag) {
  if (style !== "percent") {
    return format(tag, style === "money" && Math.abs(value) >= 1000 ? 0 : digits)(value);
  }
  const step = 10 ** -digits;
  let shown = rounded(value, digits);
  let prefix = "";
  if (shown === 0 && value > 0) [shown, prefix] = [step, "<"];
  else if (shown === 100 && value < 100) [shown, prefix] = [rounded(100 - step, digits), ">"];
  return prefix + percentPattern(tag).replace("0", format(tag, digits)(shown));
}

/**
 * How the language writes a percentage, with "0" where the number goes. The number itself is
 * written apart, as 12.25 / 100 would be rounded anew.
 *
 * @param {string} tag
 */
function percentPattern(tag) {
  return new Intl.NumberFormat(tag, { style: "percent" }).format(0);
}

/**
 * The plural category of a number as it is shown: "1 point", but "1.0 points".
 *
 * @param {number} value
 * @param {number} digits
 * @param {string} tag
 * @returns {string}
 */
export function pluralCategory(value, digits, tag) {
  const rules = new Intl.PluralRules(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return rules.select(rounded(value, digits));
}

/** @type {Record<string, (value: number) => string>} */
const formats = {};

/**
 * How a language writes numbers. They are rounded half away from zero on their shortest decimal
 * text, as `Intl` does with texts.
 *
 * @param {string} tag @param {number} digits @returns {(value: number) => string}
 */
function format(tag, digits) {
  const key = `${tag} ${digits}`;
  if (formats[key]) return formats[key];
  const { format: write } = new Intl.NumberFormat(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    numberingSystem: "latn",
    useGrouping: "always",
    signDisplay: "negative",
  });
  formats[key] = (value) => write(/** @type {any} */ (`${value}`));
  return formats[key];
}
