/** The sign after amounts of money, which the visitor may change. */

import { all } from "./page.js";

/** @param {ParentNode} root @returns {any} */
const signField = (root) => root.querySelector("[data-cx-currency-field]");

/** What metrics with money need beyond others. @type {Record<string, any>} */
export const CURRENCY = {
  money: {
    /** @returns {boolean} whether the address says one, be it none */
    fill(/** @type {ParentNode} */ root, /** @type {URLSearchParams} */ address) {
      const field = signField(root);
      const sign = field && address.get("currency");
      if (sign !== null) field.value = sign.slice(0, field.maxLength);
      return sign !== null;
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
      // Always: a page in another language has another one.
      if (field) address.set("currency", field.value);
    },
  },
};
