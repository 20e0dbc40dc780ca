/** A calculator that is a page of its own, for a frame. */

import { enliven, fill } from "./life.js";
import { converse, oneText, post } from "./messages.js";
import { keepLink } from "./link.js";
import { dress } from "./theme.js";

const framed = /** @type {HTMLElement} */ (document.querySelector(".cx-calculator"));
const said = new URLSearchParams(location.search);

/** @param {{ get(name: string): any }} said */
const dressFrame = (said) =>
  dress(framed, document.documentElement, said.get("theme"), said.get("accent"));

for (const name of ["result", "error"]) {
  framed.addEventListener(`cx-${name}`, ({ detail }) => post(name, detail));
}
const calculator = enliven(
  framed, framed, JSON.parse(`${framed.querySelector("script.cx-definition")?.textContent}`),
);
fill(calculator, said);
keepLink(calculator);
dressFrame(said);
converse(
  { metric: calculator.definition.id, lang: calculator.tag },
  dressFrame,
  ({ inputs }) => fill(calculator, addressOf(inputs)),
);

/** As an address says it. @param {any} inputs */
function addressOf(inputs) {
  return new URLSearchParams(
    Object.entries(inputs ?? {}).map(([name, value]) =>
      [name, [value].flat().map(oneText).join(",")]),
  );
}
