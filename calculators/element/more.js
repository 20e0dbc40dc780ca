/**
 * What most visitors never open. The calculator loads it when one does, so that the others need
 * not wait for it; `plugins/cxguide/metrics/bundle.py` makes a script of its own of it.
 */

export { showSensitivity } from "./tables.js";
export { take } from "./taking.js";
