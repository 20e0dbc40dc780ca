/** What a visitor takes along: the result as text, as data, as a citation. */

import { canonical } from "./numbers.js";

/**
 * @param {string} form  text, csv, json, citation, bibtex or csl
 * @param {any} definition
 * @param {any} entered
 * @param {any} result
 * @param {{ address: string, date: string, lines: string[] }} context  where it was calculated
 *   and when (YYYY-MM-DD), and the result as the page shows it
 * @returns {string}
 */
export function taken(form, definition, entered, result, { address, date, lines }) {
  const { id, version, title, publisher, texts } = definition;
  const answer = { metric: id, formulaVersion: version, date, inputs: entered };
  switch (form) {
    case "csv": {
      const columns = { metric: id, formula_version: version, date, ...entered, ...result.outputs };
      return [Object.keys(columns), Object.values(columns)].map(csvRow).join("\r\n");
    }
    case "json":
      return JSON.stringify(
        { ...answer, status: result.status, outputs: result.outputs, url: address }, null, 2,
      );
    case "citation":
      return texts.citation.replace(/\{(\w+)\}/gu, (_, name) =>
        ({ publisher, name: title, version, address, date })[name],
      );
    case "bibtex":
      return `@misc{cx_${id}_${version},
  author = {{${publisher}}},
  title = {{${title}}},
  note = {Formula version ${version}},
  url = {${address}},
  urldate = {${date}}
}`;
    case "csl":
      return JSON.stringify([{
        id: `cx_${id}_${version}`, type: "webpage", title, version: `${version}`, URL: address,
        author: [{ literal: publisher }], accessed: { "date-parts": [date.split("-").map(Number)] },
      }], null, 2);
    default:
      return [title, ...lines, `${texts.formula_version} ${version}, ${date}`, address].join("\n");
  }
}

/** @param {any[]} values */
function csvRow(values) {
  return values
    .map((value) => {
      const text = [value].flat().map(cellText).join(" ");
      return /[",\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
    })
    .join(",");
}

/** @param {any} value */
function cellText(value) {
  return typeof value === "number" ? canonical(value) : `${value ?? ""}`;
}
