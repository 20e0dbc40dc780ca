/**
 * The page on which partners make their code: choices, a preview, and what to copy.
 *
 * Titles and heights come from the oEmbed answers, versions and digests from versions.json, so
 * that what is copied here is what other programs are told as well.
 *
 * It runs while the page is read, below what it needs and above all that it would move.
 */
"use strict";
{
  const RELEASED = "embed/versions.json";
  const COLOUR = /^#?(?:[\da-f]{3}|[\da-f]{6})$/iu;
  const builder = /** @type {HTMLElement} */ (document.querySelector(".cx-builder"));
  const { cxRoot: root, cxSite: site } = /** @type {any} */ (builder.dataset);
  const security = /** @type {HTMLTemplateElement} */ (
    builder.querySelector("template[data-cx-security]")).content.textContent ?? "";

  for (const template of [...builder.querySelectorAll("template:not([data-cx-security])")]) {
    template.replaceWith(/** @type {HTMLTemplateElement} */ (template).content);
  }
  const form = /** @type {HTMLFormElement} */ (builder.querySelector("form"));
  let preview = /** @type {HTMLIFrameElement} */ (builder.querySelector("iframe"));
  /** The newest release, as soon as it is known: then the code is for it, and before for `v1`.
   * @type {any} */
  let release;
  /** @type {Promise<any> | undefined} */
  let asked;
  // The list of releases is as heavy as a page: it comes when the code is seen, not before.
  let isNear = false;
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    isNear = true;
    near.disconnect();
    learn();
  });
  /** What stands in the preview, as an address says it. */
  let preset = "";

  const languages = /** @type {HTMLSelectElement} */ (form.elements.namedItem("lang"));
  languages.value = document.documentElement.lang.toLowerCase();
  if (!languages.value) languages.selectedIndex = 0;
  form.addEventListener("input", (event) => {
    if (/** @type {any} */ (event.target).name === "what") preset = "";
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  builder.addEventListener("cx-result", (event) => {
    const { inputs, currency = null } = /** @type {CustomEvent} */ (event).detail;
    const entered = Object.entries({ ...inputs, currency }).filter(([, value]) => value !== null);
    preset = `${new URLSearchParams(entered.map(([name, value]) => [name, `${value}`]))}`;
    write();
  });
  builder.addEventListener("click", async ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("[data-cx-copy]");
    if (!button) return;
    const area = code(button.getAttribute("data-cx-copy"));
    const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector("[role=status]"));
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = `${said.dataset.cxSaid}`;
    } catch {
      said.textContent = ""; // it is selected: to be copied by hand
    }
  });
  // A browser that comes back to the page may have filled in the form of before.
  addEventListener("pageshow", show);
  show();
  for (const one of builder.querySelectorAll(".cx-builder-code")) near.observe(one);

  /** Show what is chosen. */
  function show() {
    const { what, lang } = chosen();
    const wanted = `${root}embed/v1/${what}.${lang}.html${query()}`;
    // A frame that is put in anew leaves nothing in the visitor's history.
    if (preview.getAttribute("src") !== wanted) {
      const next = /** @type {HTMLIFrameElement} */ (preview.cloneNode());
      next.src = wanted;
      preview.replaceWith(next);
      preview = next;
    }
    write();
  }

  /** Write the code for what is chosen. */
  async function write() {
    const { what, lang, look } = chosen();
    const name = `${what}.${lang}`;
    if (isNear) learn();
    const told = await json(`embed/v1/${name}.oembed.json`);
    for (const said of builder.querySelectorAll("[role=status]")) said.textContent = "";
    if (!told) for (const area of builder.querySelectorAll("textarea")) area.value = "";
    if (!told || name !== `${chosen().what}.${chosen().lang}`) return;
    const address = `${site}embed/v1/${name}.html${query()}`;
    const loader = script("loader.js", release);
    const isMap = what.startsWith("journey/");
    const id = what.replace("journey/", "");
    const own = isMap ? "" : attributes(new URLSearchParams(preset));
    const tag = isMap ? "cx-journey" : "cx-calculator";
    const frame = attributes([
      ["src", address], ["title", told.title], ["width", "100%"], ["height", told.height],
      ["frameborder", "0"], ["loading", "lazy"], ["sandbox", preview.getAttribute("sandbox")],
      ["referrerpolicy", "no-referrer"],
    ]);
    const element = attributes([[isMap ? "map" : "metric", id], ["lang", lang], ...look]) + own;
    const fallback = `<a${attributes([["href", home()]])}>${text(told.title)}</a>`;
    const { origin } = new URL(site);
    fill("frame", `<iframe data-cx${frame}></iframe>\n${loader}`);
    fill("element", `<${tag}${element}>${fallback}</${tag}>\n${script(`${name}.js`, release)}`);
    fill("address", `${site}embed/v1/${name}.html`);
    fill("policy", `frame-src ${origin}; script-src ${origin}`);
    const facts = { site: told.provider_name, versions: site + RELEASED };
    fill("security", security.replace(/\{(\w+)\}/gu, (whole, fact) => facts[fact] ?? whole));
    preview.height = told.height;
    const file = /** @type {HTMLAnchorElement} */ (builder.querySelector("a[download]"));
    file.href = `${root}embed/v1/${name}.html`;
    file.download = `${name.replace("/", "-")}.html`;
  }

  /** Learn the newest release; where that failed, the next choice asks again. */
  function learn() {
    asked ??= json(RELEASED).then((list) => {
      if (!list) asked = undefined;
      release = list?.releases?.[0];
      if (release) write();
    });
  }

  /** @returns {{ what: string, lang: string, look: [string, string][] }} */
  function chosen() {
    const { what, lang, theme, accent } = Object.fromEntries(
      /** @type {any} */ (new FormData(form)),
    );
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("accent"));
    const wrong = accent.trim() !== "" && !COLOUR.test(accent.trim());
    field.setAttribute("aria-invalid", `${wrong}`);
    const error = /** @type {HTMLElement} */ (form.querySelector(".cx-builder-error"));
    error.textContent = wrong ? `${error.dataset.cxSaid}` : "";
    /** @type {[string, string][]} */
    const look = [];
    if (theme) look.push(["theme", theme]);
    if (accent.trim() && !wrong) look.push(["accent", accent.trim().replace("#", "")]);
    return { what, lang, look };
  }

  /** The page of the guide about what is chosen, in the language that is chosen. */
  function home() {
    const page = (/** @type {string} */ name) =>
      /** @type {any} */ (form.elements.namedItem(name)).selectedOptions[0].dataset.cxPage;
    return page("lang") + page("what");
  }

  function query() {
    const { look } = chosen();
    const said = [preset, `${new URLSearchParams(look)}`].filter(Boolean).join("&");
    return said && `?${said}`;
  }

  /** @param {string} name @param {any} release  the newest, if there is one */
  function script(name, release) {
    const digest = release?.files[name];
    const address = `${site}embed/${digest ? release.version : "v1"}/${name}`;
    const exact = digest ? attributes([["integrity", digest], ["crossorigin", "anonymous"]]) : "";
    return `<script${attributes([["src", address], ["charset", "utf-8"]])}${exact} async></` + "script>";
  }

  /** @param {Iterable<[string, any]>} pairs */
  function attributes(pairs) {
    return [...pairs].map(([name, value]) => ` ${name}="${text(`${value}`)}"`).join("");
  }

  /** @param {string} plain */
  function text(plain) {
    return plain.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  /** @param {string} address  below the root of the site */
  async function json(address) {
    try {
      const answer = await fetch(root + address);
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // no network: rather no code than that of another calculator
    }
  }

  /** @param {string | null} name @returns {HTMLTextAreaElement} */
  function code(name) {
    return /** @type {any} */ (builder.querySelector(`[data-cx-code="${name}"]`));
  }

  /** @param {string} name @param {string} content */
  function fill(name, content) {
    const area = code(name);
    area.value = content;
  }
}
