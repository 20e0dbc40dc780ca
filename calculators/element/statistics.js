/**
 * The statistical functions of the formula language: the same operations in the same order as
 * `plugins/cxguide/metrics/statistics.py`, held together by `tests/cases/statistics`.
 */

/** @type {Record<number, number>} */
const Z = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};
const MOST_TERMS = 10_000;

/** @param {number} confidence @returns {number} */
export function zQuantile(confidence) {
  return Z[confidence] ?? NaN;
}

/** @param {number} successes @param {number} trials @param {number} confidence */
export function wilsonInterval(successes, trials, confidence) {
  if (!(trials >= 1)) return [NaN, NaN];
  const z = zQuantile(confidence);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const spread = (share * (1 - share)) / trials + (z * z) / (4 * trials * trials);
  const half = (z * Math.sqrt(spread)) / shrink;
  return [successes === 0 ? 0 : centre - half, successes === trials ? 1 : centre + half];
}

/** @param {number} events @param {number} confidence */
export function poissonInterval(events, confidence) {
  if (!(events >= 0)) return [NaN, NaN];
  const z = zQuantile(confidence);
  const centre = events + (z * z) / 2;
  const half = z * Math.sqrt(events + (z * z) / 4);
  return [events === 0 ? 0 : centre - half, centre + half];
}

/** @param {number} confidence @param {number} degrees @returns {number} */
export function studentT(confidence, degrees) {
  if (!(degrees >= 1) || degrees % 1 !== 0) return NaN;
  const start = studentExpansion(zQuantile(confidence), degrees);
  if (Number.isNaN(start)) return NaN;
  if (degrees >= 2000) return start;
  if (degrees === 1) return Math.tan((Math.PI * confidence) / 2);
  if (degrees === 2) return confidence * Math.sqrt(2 / (1 - confidence * confidence));
  let before = start;
  let now = start * 1.001;
  let errorBefore = studentShare(before, degrees) - confidence;
  for (let round = 0; round < 50; round += 1) {
    const error = studentShare(now, degrees) - confidence;
    if (error === errorBefore || error === 0) return now;
    const step = (error * (now - before)) / (error - errorBefore);
    [before, errorBefore, now] = [now, error, now - step];
    if (Math.abs(step) <= 1e-15 * now) return now;
  }
  return now;
}

/** @param {number} z @param {number} degrees */
function studentExpansion(z, degrees) {
  const square = z * z;
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  const fourth =
    (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92160;
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

/** @param {number} t @param {number} degrees */
function studentShare(t, degrees) {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const square = cosine * cosine;
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let total = term;
  for (let index = odd ? 3 : 2; index <= degrees - 2; index += 2) {
    term = (term * square * (index - 1)) / index;
    total += term;
  }
  if (odd) return ((angle + Math.sin(angle) * total) * 2) / Math.PI;
  return Math.sin(angle) * total;
}

/** @param {readonly number[]} values @returns {number} */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {readonly number[]} values @returns {number} */
export function mean(values) {
  return values.length ? sum(values) / values.length : NaN;
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  if (!values.length || values.some(Number.isNaN)) return NaN;
  const ordered = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  if (ordered.length % 2) return ordered[middle];
  return (ordered[middle - 1] + ordered[middle]) / 2;
}

/** @param {readonly number[]} values @returns {number | null} */
export function sampleSd(values) {
  if (values.length < 2) return null;
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) * (value - centre));
  return Math.sqrt(sum(squares) / (values.length - 1));
}

/** @param {readonly number[]} counts @param {number} first @returns {number} */
export function answerMean(counts, first) {
  const total = sum(counts);
  if (total === 0) return NaN;
  return sum(counts.map((count, index) => count * (first + index))) / total;
}

/** @param {readonly number[]} counts @param {number} first @returns {number | null} */
export function answerSd(counts, first) {
  const total = sum(counts);
  if (total < 2) return null;
  const centre = answerMean(counts, first);
  const squares = counts.map(
    (count, index) => count * ((first + index - centre) * (first + index - centre)),
  );
  return Math.sqrt(sum(squares) / (total - 1));
}

/** @param {number} base @param {number} exponent @returns {number} */
export function power(base, exponent) {
  if (exponent >= 0 && exponent <= 100 && Number.isInteger(exponent)) {
    let result = 1;
    for (let count = 0; count < exponent; count += 1) result *= base;
    return result;
  }
  if (base < 0) return NaN;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return Math.exp(exponent * Math.log(base));
}

/** @param {number} ratio @param {number} terms @returns {number} */
export function geometricSum(ratio, terms) {
  if (!(terms >= 0 && terms <= MOST_TERMS)) return NaN;
  let total = 0;
  let term = 1;
  for (let count = 0; count < Math.floor(terms); count += 1) {
    total += term;
    term *= ratio;
  }
  return total;
}

/** @param {number} value @returns {number} */
export function roundUp(value) {
  if (!Number.isFinite(value)) return value;
  const whole = Math.floor(value);
  return value - whole < 1e-9 ? whole : whole + 1;
}
