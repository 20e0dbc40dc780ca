/** Light or dark, and a colour of the page around, where texts in it can be read. */

const LEAST_CONTRAST = 4.5;
const COLOUR = /^#?([\da-f]{3}|[\da-f]{6})$/iu;

/**
 * @param {HTMLElement} root  what is coloured
 * @param {HTMLElement} scheme  what says whether it is dark: the page, or the element
 * @param {string | null | undefined} theme  light, dark; anything else: as around
 * @param {string | null | undefined} accent  a colour in hex
 */
export function dress(root, scheme, theme, accent) {
  const own = theme === "light" || theme === "dark" ? theme : "";
  const colour = COLOUR.exec(accent ?? "");
  const { style } = root;
  style.removeProperty("--_judged");
  style.removeProperty("--cx-accent");
  if (colour) style.setProperty("--cx-accent", `#${colour[1]}`);
  const wanted = getComputedStyle(root).getPropertyValue("--cx-accent");
  if (wanted) {
    // What cannot be read, or is no colour at all: our own one stands in. In both themes, since
    // the visitor may change from one to the other.
    const [light, dark] = ["light", "dark"].map((one) => {
      style.colorScheme = one;
      const isGood = CSS.supports("color", wanted) &&
        contrast(root, wanted, getComputedStyle(root).backgroundColor) >= LEAST_CONTRAST;
      return isGood ? wanted : "var(--_own)";
    });
    style.setProperty("--_judged", `light-dark(${light}, ${dark})`);
  }
  style.colorScheme = "";
  scheme.style.colorScheme = own;
}

/**
 * As WCAG 2 defines it; NaN where one of them can be seen through.
 *
 * @param {HTMLElement} root @param {...string} colours  two of them
 */
function contrast(root, ...colours) {
  const [low, high] = colours.map((colour) => {
    root.style.color = `color-mix(in srgb, ${colour}, ${colour})`; // any colour, as sRGB
    const parts = getComputedStyle(root).color.match(/[\d.e-]+/gu) ?? [];
    root.style.color = "";
    const [red, green, blue, alpha = 1] = parts.map((part) =>
      part <= "0.04045" ? +part / 12.92 : ((+part + 0.055) / 1.055) ** 2.4);
    return alpha < 1 ? NaN : 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  }).sort((one, other) => one - other);
  return high / low;
}
