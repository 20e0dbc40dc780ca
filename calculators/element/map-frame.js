/** A journey map that is a page of its own, for a frame: nothing beyond its height and its look. */

import { converse } from "./messages.js";
import { dress } from "./theme.js";

/** @param {{ get(name: string): any }} said */
const dressMap = (said) =>
  dress(document.body, document.documentElement, said.get("theme"), said.get("accent"));

dressMap(new URLSearchParams(location.search));
converse({
  journey: document.querySelector(".cx-map")?.getAttribute("data-cx-journey"),
  lang: document.documentElement.lang,
}, dressMap);
