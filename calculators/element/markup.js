/** Markup as data: it needs no parser, so pages that forbid all parsing of texts can have it. */

const SVG_SPACE = "http://www.w3.org/2000/svg";
const MATHML_SPACE = "http://www.w3.org/1998/Math/MathML";

/**
 * @param {any} part  a text, or [name, attributes, ...parts]
 * @param {string | null} [space]  of names around it
 * @returns {Node}
 */
export function built(part, space = null) {
  if (typeof part === "string") return document.createTextNode(part);
  const [name, attributes, ...inside] = part;
  const own = { svg: SVG_SPACE, math: MATHML_SPACE }[/** @type {"svg"} */ (name)] ?? space;
  const element = own ? document.createElementNS(own, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
  const place = element instanceof HTMLTemplateElement ? element.content : element;
  place.append(...inside.map((/** @type {any} */ one) => built(one, own)));
  return element;
}
