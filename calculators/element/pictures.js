/**
 * Pictures of a result, as shapes: the twin of `plugins/cxguide/metrics/pictures.py`, which says
 * what each of them shows. A shape is its tag, its attributes and its text or its parts.
 */

import { evaluate } from "./formula.js";
import { canonical, formatValue, rounded } from "./numbers.js";

/** @typedef {[string, Record<string, string | number>, (string | Shape[])?]} Shape */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Element} picture  an svg
 * @param {Shape[]} shapes
 */
export function drawInto(picture, shapes) {
  picture.replaceChildren(...shapes.map(shapeElement));
}

/** @param {Shape} shape @returns {Element} */
function shapeElement([tag, attributes, content = ""]) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  if (typeof content === "string") element.textContent = content;
  else drawInto(element, content);
  return element;
}

/**
 * The shapes and the words of a picture; empty where there is nothing to show.
 *
 * @param {string} kind  of `data-cx-picture`
 * @param {any} definition
 * @param {any} outcome
 * @param {string} tag
 * @returns {{ shapes: Shape[], points: [string, string][] }}
 */
export function picture(kind, definition, outcome, tag) {
  if (!outcome) return { shapes: [], points: [] };
  const drawing = { definition, outcome, tag, main: Object.keys(definition.outputs)[0] };
  return PICTURES[kind](drawing);
}

/** @type {Record<string, (drawing: any) => any>} */
const PICTURES = {
  scale(drawing) {
    const [low, high] = drawing.definition.scale;
    const along = (/** @type {number} */ value) =>
      Math.min(Math.max((100 * (value - low)) / (high - low), 0), 100);
    const shapes = [across(16)];
    for (const [value, anchor] of [[low, "start"], [(low + high) / 2, "middle"], [high, "end"]]) {
      const x = percent(along(value));
      shapes.push(["line", { class: "cx-tick", x1: x, x2: x, y1: 10, y2: 22 }]);
      shapes.push(label(x, 40, anchor, plainNumber(value, drawing.tag)));
    }
    return { shapes: [...shapes, ...intervalShapes(drawing, along, 16)], points: [] };
  },

  shares({ definition, outcome }) {
    let x = 0;
    const shapes = Object.entries(definition.chart.parts).map(([name, tone]) => {
      const width = outcome.outputs[name] ?? 0;
      const place = { x: percent(x), width: percent(width), height: 20 };
      x += width;
      return ["rect", { class: `cx-bar cx-tone-${tone}`, ...place }];
    });
    return { shapes, points: [] };
  },

  answers({ definition, outcome, tag }) {
    const { of, tones } = definition.chart;
    const { first, counts } = outcome.values.get(of) ?? {};
    if (!counts) return { shapes: [], points: [] };
    const slot = 100 / counts.length;
    const most = Math.max(...counts, 1);
    const texts = counts.map((/** @type {number} */ count) => plainNumber(count, tag));
    const isNarrow = Math.max(...texts.map(({ length }) => length)) * texts.length > 40;
    /** @type {any[]} */
    const shapes = [];
    const points = counts.map((/** @type {number} */ count, /** @type {number} */ index) => {
      const answer = first + index;
      const middle = percent(slot * (index + 0.5));
      const height = (80 * count) / most;
      const inside = ([, range]) => range[0] <= answer && answer <= range[1];
      const tone = Object.entries(tones).find(inside)?.[0] ?? "plain";
      shapes.push(["rect", {
        class: `cx-bar cx-tone-${tone}`, x: percent(slot * (index + 0.12)), y: short(100 - height),
        width: percent(slot * 0.76), height: short(height),
      }]);
      const written = texts[index];
      if (count && !isNarrow) shapes.push(label(middle, 96 - height, "middle", written));
      shapes.push(label(middle, 116, "middle", `${answer}`));
      return [`${answer}`, written];
    });
    return { shapes: [...shapes, across(100)], points };
  },

  values(drawing) {
    const { definition, outcome, tag, main } = drawing;
    const values = outcome.values.get(definition.chart.of);
    const isShared = definition.outputs[main][0] === "number";
    const others = [main, ...(definition.interval ?? [])].map((name) => outcome.outputs[name]);
    const shown = [...values, ...(isShared ? others.filter((n) => typeof n === "number") : [])];
    const low = Math.min(...shown);
    const high = Math.max(...shown);
    const place = definition.chart.spacing === "logarithmic" ? Math.log : Number;
    const width = place(high) - place(low);
    const along = (/** @type {number} */ value) =>
      width ? 4 + (92 * (place(value) - place(low))) / width : 50;
    const shapes = values.map((/** @type {number} */ value) => [
      "circle", { class: "cx-dot", cx: percent(along(value)), cy: 16, r: 5 },
    ]);
    if (isShared) shapes.push(...intervalShapes(drawing, along, 36));
    shapes.push(across(50));
    const ends = low < high ? [[low, "0%", "start"], [high, "100%", "end"]] : [[low, "50%", "middle"]];
    for (const [value, x, anchor] of ends) shapes.push(label(x, 66, anchor, tick(value, tag)));
    const sorted = [...values].sort((a, b) => a - b);
    return { shapes, points: sorted.map((value) => [plainNumber(value, tag), ""]) };
  },

  curve({ definition: { chart }, outcome, tag }) {
    const { style } = chart;
    const points = curvePoints(chart, outcome);
    if (!points.length) return { shapes: [], points };
    const values = points.map(([, y]) => y);
    let [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
    if (style === "percent") [low, high] = [0, 100];
    if (high === low) high = low + 1;
    const first = points[0][0];
    const last = points[points.length - 1][0];
    const down = (/** @type {number} */ value) => (100 * (high - value)) / (high - low);
    const line = points
      .map(([x, y]) => `${short((100 * (x - first)) / (last - first))} ${short(down(y))}`)
      .join("L");
    const zero = short(down(Math.min(Math.max(0, low), high)));
    const kind = style === "percent" ? style : "number";
    const ticks = [...new Set([high, 0, low])]
      .filter((value) => value === high || value === low || (down(value) > 12 && down(value) < 88))
      .map((value) => [value, formatValue(value, kind, high - low >= 10 ? 0 : 1, tag)]);
    const left = Math.max(18, ...ticks.map(([, text]) => 3 * text.length));
    const plot = {
      x: `${left}%`, y: 8, width: `${100 - left}%`, height: 120, viewBox: "0 0 100 100",
      preserveAspectRatio: "none",
    };
    /** @type {any[]} */
    const shapes = [["svg", plot, [
      ["path", { class: "cx-area", d: `M0 ${zero}L${line}L100 ${zero}Z` }],
      ["path", { class: "cx-axis", d: `M0 ${zero}L100 ${zero}` }],
      ["path", { class: "cx-curve", d: `M${line}` }],
    ]]];
    for (const [value, text] of ticks) {
      shapes.push(label(`${left - 2}%`, 12 + (120 * down(value)) / 100, "end", text));
    }
    for (const [part, anchor] of /** @type {any[][]} */ ([[0, "start"], [0.5, "middle"], [1, "end"]])) {
      const text = tick(first + (last - first) * part, tag);
      if (part === 0.5 && text.length > 8) continue; // no room for three
      shapes.push(label(percent(left + (100 - left) * part), 148, anchor, text));
    }
    const chosen = new Set([0, 1, 2, 3, 4].map((part) => Math.round((part * (points.length - 1)) / 4)));
    return {
      shapes,
      // Each value belongs to the place that is written, not to one near it.
      points: points.filter((_, index) => chosen.has(index)).map(([x]) => [
        tick(x, tag), formatValue(valueAt(chart, outcome, rounded(x, decimalsOf(x))), style, 1, tag),
      ]),
    };
  },
};

/** @param {any} chart @param {any} outcome @returns {[number, number][]} */
function curvePoints(chart, outcome) {
  const { start, end, whole } = chart;
  const [from, to] = [start, end].map((tree) => evaluate(tree, outcome.values));
  if (!(to > from) || !Number.isFinite(to) || outcome.status !== "ok") return [];
  const count = whole ? Math.min(Math.floor(to - from), 60) : 40;
  /** @type {[number, number][]} */
  const points = [];
  for (let index = 0; index <= count; index += 1) {
    const x = from + ((to - from) * index) / count;
    const y = valueAt(chart, outcome, x);
    if (!Number.isFinite(y)) return [];
    points.push([x, y]);
  }
  return points;
}

/** @param {any} chart @param {any} outcome @param {number} x @returns {any} */
function valueAt({ value }, outcome, x) {
  return evaluate(value, new Map(outcome.values).set("x", x));
}

/** @param {any} drawing @param {(value: number) => number} along @param {number} y */
function intervalShapes({ definition, outcome, main }, along, y) {
  const [low, high] = (definition.interval ?? []).map((/** @type {string} */ name) =>
    outcome.outputs[name],
  );
  const shapes = [];
  if (typeof low === "number" && typeof high === "number") {
    const [x, end] = [along(low), along(high)];
    const place = { x: percent(x), y: y - 5, width: percent(end - x), height: 10, rx: 5 };
    shapes.push(["rect", { class: "cx-range", ...place }]);
  }
  const value = outcome.outputs[main];
  if (typeof value === "number") {
    shapes.push(["circle", { class: "cx-point", cx: percent(along(value)), cy: y, r: 7 }]);
  }
  return shapes;
}

/** A line from edge to edge. @param {number} y @returns {any} */
function across(y) {
  return ["line", { class: "cx-axis", x1: "0%", x2: "100%", y1: y, y2: y }];
}

/** @param {string} x @param {number} y @param {any} anchor @param {string} text @returns {any} */
function label(x, y, anchor, text) {
  return ["text", { x, y: short(y), "text-anchor": anchor }, text];
}

/** @param {number} value @param {string} tag */
function tick(value, tag) {
  return plainNumber(rounded(value, decimalsOf(value)), tag);
}

/** How exactly a place on an axis is written. @param {number} value */
function decimalsOf(value) {
  return Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
}

/** A number with all its decimals. @param {number} value @param {string} tag */
export function plainNumber(value, tag) {
  const decimals = canonical(value).split("e")[0].split(".")[1] ?? "";
  return formatValue(value, "number", Math.min(decimals.length, 12), tag);
}

/** @param {number} value */
function percent(value) {
  return `${short(value)}%`;
}

/** @param {number} value */
function short(value) {
  return canonical(Math.floor(value * 100 + 0.5) / 100);
}
