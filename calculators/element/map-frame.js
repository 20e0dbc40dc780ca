/** A journey map that is a page of its own, for a frame: nothing beyond its height and its look. */

import { hear, oneText, post, tellHeights } from "./messages.js";
import { dress } from "./theme.js";

/** @param {{ get(name: string): any }} said */
const dressMap = (said) =>
  dress(document.body, document.documentElement, said.get("theme"), said.get("accent"));

dressMap(new URLSearchParams(location.search));
const mapReadiness = {
  journey: document.querySelector(".cx-map")?.getAttribute("data-cx-journey"),
  lang: document.documentElement.lang,
};
post("ready", mapReadiness);
const tellMapAgain = tellHeights();
hear((type, message) => {
  if (type === "hello") {
    post("ready", { ...mapReadiness, again: true });
    tellMapAgain();
  }
  if (type === "theme") {
    dressMap(new Map(["theme", "accent"].map((name) => [name, oneText(message[name])])));
  }
});
