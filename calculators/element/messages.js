/**
 * What a frame and the page around it tell each other, see the guide's page for partners.
 *
 * A frame tells heights and, when the visitor has changed something, results: nothing secret, so
 * any page may hear it. It obeys its parent alone.
 */

const PROTOCOL = 1;

/** @param {string} type @param {object} [detail] */
export function post(type, detail) {
  send({ cx: PROTOCOL, type, ...detail });
}

/** @param {any} message */
function send(message) {
  if (parent !== window) parent.postMessage(message, "*");
}

/**
 * Tell the height now, when all is loaded, and whenever it changes; also in others' words.
 *
 * A frame may be loaded before it is told its width, and one out of sight gives observers no turn:
 * it looks again by itself, later and later, for about a minute. After that it is one that is not
 * shown; its observer has a turn when it is.
 */
function tellHeights() {
  const [, secret] = /[#&?]secret=(\w+)/u.exec(location.hash) ?? [];
  let wait = 50; // milliseconds, doubled each time
  const tell = () => {
    if (innerWidth === 0) {
      if (wait < 60_000) setTimeout(tell, (wait *= 2));
      return;
    }
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    post("height", { height });
    if (secret) send({ message: "height", value: height, secret }); // WordPress
    send(JSON.stringify({ context: "iframe.resize", height })); // Embedly, Medium
    send({ sentinel: "amp", type: "embed-size", height });
  };
  if (secret) {
    // WordPress lets no frame open a page; it does it itself, for links to the frame's own site.
    addEventListener("click", (event) => {
      const link = /** @type {any} */ (event.target).closest("a[href]");
      if (!link) return;
      event.preventDefault();
      send({ message: "link", value: link.href, secret });
    });
  }
  // At once too: a page that hides its frames until they speak gives observers no turn.
  tell();
  addEventListener("load", tell);
  new ResizeObserver(tell).observe(document.body);
  return tell;
}

/** What a value says as a text: an object says nothing. @param {any} value */
export function oneText(value) {
  return value === Object(value) ? "?" : `${value ?? ""}`;
}

/**
 * Say that the frame is there, and answer the page around for as long as it asks.
 *
 * @param {object} ready  what the page is told of it; again, to a page that came later
 * @param {(said: { get(name: string): any }) => void} dress  light or dark, a colour
 * @param {(message: any) => void} [set]  values to be filled in
 */
export function converse(ready, dress, set) {
  post("ready", ready);
  const tellHeight = tellHeights();
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.cx !== PROTOCOL) return;
    const type = oneText(data.type);
    if (type === "hello") {
      post("ready", { ...ready, again: true });
      tellHeight();
    }
    if (type === "theme") {
      dress(new Map(["theme", "accent"].map((name) => [name, oneText(data[name])])));
    }
    if (type === "set") set?.(data);
  });
}
