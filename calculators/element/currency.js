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

    /** @returns {{ currency?: string }} what stands in the field, to be taken along */
    taken(/** @type {ParentNode} */ root) {
      const field = signField(root);
      return field ? { currency: field.value.trim() } : {};
    },

    show(/** @type {ParentNode} */ root) {
      const { currency } = this.taken(root);
      for (const place of all(root, "[data-cx-currency]")) place.textContent = currency;
    },

    carry(/** @type {ParentNode} */ root, /** @type {URLSearchParams} */ address) {
      const field = signField(root);
      if (field && field.value !== field.defaultValue) address.set("currency", field.value);
    },
  },
};
