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
  scheme.style.colorScheme = theme === "light" || theme === "dark" ? theme : "";
  const colour = COLOUR.exec(accent ?? "");
  const { style } = root;
  style.removeProperty("--cx-accent");
  if (colour) style.setProperty("--cx-accent", `#${colour[1]}`);
  const look = getComputedStyle(root);
  // What cannot be read, or is no colour at all here: our own one stands in.
  if (look.getPropertyValue("--cx-accent") &&
      !(contrast(root, "var(--_accent)", look.backgroundColor) >= LEAST_CONTRAST)) {
    style.setProperty("--cx-accent", "initial");
  }
}

/**
 * As WCAG 2 defines it.
 *
 * @param {HTMLElement} root @param {...string} colours  two of them
 */
function contrast(root, ...colours) {
  const [low, high] = colours.map((colour) => {
    root.style.color = `color-mix(in srgb, ${colour}, ${colour})`; // any colour, as sRGB
    const parts = getComputedStyle(root).color.match(/[\d.e-]+/gu) ?? [];
    root.style.color = "";
    const [red, green, blue] = parts.map((part) =>
      part <= "0.04045" ? +part / 12.92 : ((+part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  }).sort((one, other) => one - other);
  return high / low;
}
