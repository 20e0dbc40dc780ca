/**
 * <cx-calculator>: gives life to the worked example that the build has written.
 *
 * | what | name |
 * | --- | --- |
 * | state, on the element | data-cx-status, data-cx-error, data-cx-field |
 * | "ready" or "failed" once its second script was asked for | data-cx-more |
 * | inputs | name="<input id>" |
 * | outputs | data-cx-output="<id>", data-cx-value="<canonical number>" |
 * | events (bubbling, composed) | cx-ready, cx-result, cx-error |
 * | address | ?<input id>=<canonical number>, lists separated by commas; currency=<sign> |
 *
 * A change of these is a breaking change. Where a page has several calculators, an address that
 * ends in the id of one fills that one alone.
 */

import { dispatch, enliven, fill } from "./life.js";

export class CalculatorElement extends HTMLElement {
  /** For our own parts alone. @type {import("./life.js").Calculator | undefined} */
  calculator;

  connectedCallback() {
    const source = this.querySelector("script.cx-definition");
    if (!source || this.calculator) return;
    const calculator = enliven(this, this, JSON.parse(source.textContent ?? ""));
    this.calculator = calculator;
    const meant = location.hash && document.getElementById(location.hash.slice(1));
    // By its name: a calculator further down is not an instance of this class yet.
    if (!meant || meant === this || meant.localName !== this.localName) {
      fill(calculator, new URLSearchParams(location.search));
    }
    dispatch(calculator, "cx-ready");
  }

  disconnectedCallback() {
    clearTimeout(this.calculator?.announcement);
  }
}

if (!customElements.get("cx-calculator")) {
  customElements.define("cx-calculator", CalculatorElement);
}
