// `replay --html FILE`: one page with the judged reports, and whatever else replay prints.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { viewerPage } from "../../scripts/viewer/viewer-page.ts";
import { reportsElement } from "../../src/report/embedded-reports.ts";
import { capturePath } from "./running/capture-files.ts";
import { bundle, runScript } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
file("package.json", '{ "type": "module" }');
const command = bundle(file("dist/cli.js"));
const empty = viewerPage();
const dump = capturePath("double-answer", "internals.json.gz");

describe("the page without a report", () => {
  it("weighs at most 300 kB, and holds its reports' place once", () => {
    expect(Buffer.byteLength(empty)).toBeLessThanOrEqual(300_000);
    expect(empty.split(reportsElement)).toHaveLength(2);
  });

  it("may ask for nothing, and run nothing but its own script", () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(empty) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'; /);
    expect(empty.match(/<script/g)).toHaveLength(2);
    expect(empty).not.toMatch(/ (?:src|href)="(?!data:)/);
  });
});

describe("replay --html", () => {
  it("without the built page it is unusable, in one line", async () => {
    const { status, out, err } = await runScript(command, ["replay", dump, "--html", file("early.html")]);
    expect({ status, err }).toEqual({
      status: 2,
      err: expect.stringMatching(/^jsep-machine: .*early\.html: the page cannot be written: no such file\n$/),
    });
    expect(out).toContain("ILLEGAL CALL");
  });

  it("writes the page with the reports, and prints as without it", async () => {
    file("dist/viewer.html", empty);
    const other = capturePath("basic-call", "rtcstats.gz");
    const written = await runScript(command, ["replay", dump, other, "--html", file("page.html")]);
    const usual = await runScript(command, ["replay", dump, other]);
    expect(written).toEqual(usual);
    expect(written.status).toBe(1);
    const page = readFileSync(file("page.html"), "utf8");
    const [before = "", after = ""] = empty.split(reportsElement);
    expect(page.startsWith(before) && page.endsWith(after)).toBe(true);
    const embedded = page.slice(before.length, page.length - after.length);
    const reports = JSON.parse(embedded.replace(/^<script[^>]*>|<\/script>$/g, ""));
    expect(reports).toMatchObject([
      { file: "double-answer.internals.json.gz", summary: { illegalCalls: 1 } },
      { file: "basic-call.rtcstats.gz", summary: { illegalCalls: 0 } },
    ]);
  });

  it("a page that cannot be written is said", async () => {
    file("dist/viewer.html", empty);
    const { status, err } = await runScript(command, ["replay", dump, "--html", file("no/such/folder.html")]);
    expect(status).toBe(2);
    expect(err).toMatch(/^jsep-machine: .*folder\.html: the page cannot be written: .+\n$/);
  });
});
