/** The link to the guide, which takes the visitor's numbers along. */

import { CURRENCY } from "./currency.js";

/** @param {import("./life.js").Calculator} calculator */
export function keepLink({ root, fields }) {
  const link = /** @type {HTMLAnchorElement | null} */ (root.querySelector(".cx-home a"));
  const keep = () => {
    const said = new URLSearchParams(fields.canonicalTexts());
    CURRENCY.money?.carry(root, said);
    if (link) link.search = fields.isExample() ? "" : `${said}`;
  };
  for (const name of ["focus", "pointerdown"]) link?.addEventListener(name, keep);
}
