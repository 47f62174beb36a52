import type { DetailedReport } from "./detailed-report.ts";

const opening = '<script type="application/json" id="reports">';
const end = "</script>";

/** The place in a page that holds its reports: none at first. */
export const reportsElement = `${opening}[]${end}`;

/**
 * A page with the reports in it, as JSON that holds no character of markup: no text of a dump can end the element.
 *
 * @param page a page that has `reportsElement` once
 */
export function withReports(page: string, reports: readonly DetailedReport[]): string {
  const [before = "", after = ""] = page.split(reportsElement);
  return [before, opening, safeJson(reports), end, after].join("");
}

// U+2028 and U+2029 end lines in older readers of JavaScript.
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
