// Reports in a page: no text of a dump can end the element that holds them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detailedReportOn } from "../../src/report/detailed-report.ts";
import { reportsElement, withReports } from "../../src/report/embedded-reports.ts";
import { rtcstatsDump, traceOf } from "../trace/dumps/dumps.ts";

const page = `<html>${reportsElement}<script>run()</script></html>`;

function embedded(text: string): { readonly whole: string; readonly json: string } {
  const dump = rtcstatsDump([
    ["setRemoteDescription", text, { type: "offer", sdp: `v=0\r\na=mid:${text}` }, 1],
    ["setRemoteDescriptionOnFailure", text, text, 1],
  ]);
  const whole = withReports(page, [detailedReportOn(text, traceOf(dump), {})]);
  const json = whole.slice(whole.indexOf('id="reports">') + 'id="reports">'.length, whole.indexOf("</script>"));
  return { whole, json };
}

describe("reports in a page", () => {
  it.each([
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "</SCRIPT >",
    "]]>",
    "&lt;",
    "$& $` $' $1",
    reportsElement,
    "\u2028\u2029\u0000\u001b",
    "\ud800",
    '"\\',
  ])("%j stays in its string", (text) => {
    const { whole, json } = embedded(text);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(whole.split("</script>")).toHaveLength(3);
    expect(whole.startsWith("<html>") && whole.endsWith("<script>run()</script></html>")).toBe(true);
    expect(JSON.parse(json)).toMatchObject([{ file: text, connections: [{ id: text }] }]);
  });

  it("whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { whole, json } = embedded(text);
        expect(whole.split(/<[/!]?script/i)).toHaveLength(5);
        expect(JSON.parse(json)).toMatchObject([{ file: text }]);
      }),
      { seed: 1 },
    );
  });
});
