/**
 * On the partner's page: frames with `data-cx` get the height they ask for, and their events.
 *
 * A frame in a sandbox has no origin, so it is known by its window. Loaded twice it does no more.
 */

(() => {
  const name = Symbol.for("cx-loader");
  const frames = () => [.../** @type {NodeListOf<HTMLIFrameElement>} */ (
    document.querySelectorAll("iframe[data-cx]"))];
  const hello = () => {
    for (const { contentWindow } of frames()) contentWindow?.postMessage({ cx: 1, type: "hello" }, "*");
  };
  const page = /** @type {any} */ (window);
  if (page[name]) return;
  page[name] = true;
  const ready = new WeakSet();
  addEventListener("message", ({ source, data }) => {
    if (data?.cx !== 1) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    const { cx, type, again, ...detail } = data;
    const { height } = detail;
    if (!frame || typeof type !== "string" || (again && ready.has(frame))) return;
    if (type === "ready") ready.add(frame);
    if (type === "height" && typeof height === "number" && height > 0 && height < 20000) {
      frame.style.height = `${height}px`;
    }
    if (type === "ready" || type === "result" || type === "error") {
      frame.dispatchEvent(new CustomEvent(`cx-${type}`, { detail, bubbles: true, composed: true }));
    }
  });
  hello(); // frames that spoke before this script was here
})();
