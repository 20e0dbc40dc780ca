/** The sign after amounts of money, which the visitor may change. */

import { all } from "./page.js";

/** @param {ParentNode} root @returns {any} */
const signField = (root) => root.querySelector("[data-cx-currency-field]");

/** What metrics with money need beyond others. @type {Record<string, any>} */
export const CURRENCY = {
  money: {
    /** @returns {string | null} what the address says */
    fill(/** @type {ParentNode} */ root, /** @type {URLSearchParams} */ address) {
      const field = signField(root);
      const sign = field && address.get("currency");
      if (sign) field.value = sign.slice(0, field.maxLength);
      return sign;
    },

    show(/** @type {ParentNode} */ root) {
      const sign = signField(root)?.value.trim();
      for (const place of all(root, "[data-cx-currency]")) place.textContent = sign;
    },

    carry(/** @type {ParentNode} */ root, /** @type {URLSearchParams} */ address) {
      const field = signField(root);
      if (field && field.value !== field.defaultValue) address.set("currency", field.value);
    },
  },
};
