/** A calculator that is a page of its own, for a frame. */

import { dispatch, enliven, fill } from "./life.js";
import { hear, oneText, post, tellHeights } from "./messages.js";
import { keepLink } from "./link.js";
import { dress } from "./theme.js";

const framed = /** @type {HTMLElement} */ (document.querySelector(".cx-calculator"));
const said = new URLSearchParams(location.search);

/** @param {{ get(name: string): any }} said */
const dressFrame = (said) =>
  dress(framed, document.documentElement, said.get("theme"), said.get("accent"));

/** @type {object} */
let readiness;
for (const name of ["ready", "result", "error"]) {
  framed.addEventListener(`cx-${name}`, ({ detail }) => {
    post(name, detail);
    readiness ??= detail;
  });
}
const calculator = enliven(
  framed, framed, JSON.parse(`${framed.querySelector("script.cx-definition")?.textContent}`),
);
fill(calculator, said);
keepLink(calculator);
dressFrame(said);
dispatch(calculator, "cx-ready");
const tellAgain = tellHeights();
hear((type, message) => {
  if (type === "hello") {
    post("ready", { ...readiness, again: true });
    tellAgain();
  }
  if (type === "theme") {
    dressFrame(new Map(["theme", "accent"].map((name) => [name, oneText(message[name])])));
  }
  if (type === "set") fill(calculator, addressOf(message.inputs));
});

/** As an address says it. @param {any} inputs */
function addressOf(inputs) {
  return new URLSearchParams(
    Object.entries(inputs ?? {}).map(([name, value]) =>
      [name, [value].flat().map(oneText).join(",")]),
  );
}
