// `check` of many files and of folders, and --quiet.
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alice, balanced } from "../../cases/sdp/given/descriptions.ts";
import { append } from "../../cases/sdp/given/edits.ts";
import { runCheck } from "./running/checking.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const offer = balanced(alice, "actpass");
const odd = append(0, "a=crypto:1 x")(offer);
const wrong = odd.replace("a=rtcp-mux\r\n", "");

const [folder, oddOne, wrongOne] = [file("many"), file("many/b.sdp"), file("many/deep/a.sdp")];
for (const path of ["many", "many/deep", "many/.hidden", "many/node_modules", "none"]) mkdirSync(file(path));
file("many/b.sdp", odd);
file("many/deep/a.sdp", wrong);
file("many/deep/readme.txt", "no SDP");
file("many/.hidden/c.sdp", wrong);
file("many/node_modules/d.sdp", wrong);

const checkedIn = (printed: string): string[] =>
  [...printed.matchAll(/^(.*): as a remote /gm)].map(([, name = ""]) => name);

describe("check of many files", () => {
  it("has a line for each, and one for all", async () => {
    const { printed, status } = await runCheck([oddOne, wrongOne]);
    expect(checkedIn(printed)).toEqual([oddOne, wrongOne]);
    expect(printed).toMatch(/\n\n2 files checked: 1 error, 2 warnings\n$/);
    expect(status).toBe(1);
    expect((await runCheck([oddOne, oddOne])).status).toBe(0);
  });

  it("goes on after a file that cannot be read, which decides the status", async () => {
    const { printed, status, complaints } = await runCheck(["no-such-file", wrongOne, oddOne]);
    expect(complaints).toEqual(["no-such-file: no such file"]);
    expect(checkedIn(printed)).toEqual([wrongOne, oddOne]);
    expect(printed).toMatch(/\n2 files checked: 1 error, 2 warnings, 1 not readable\n$/);
    expect(status).toBe(2);
  });

  it("each may be an answer to the same offer", async () => {
    const { status, printed } = await runCheck([oddOne, wrongOne], { offer: oddOne });
    expect(checkedIn(printed)).toHaveLength(2);
    expect(printed).toContain(": as a remote answer, ");
    expect(status).toBe(1);
  });
});

describe("check of a folder", () => {
  it("checks the descriptions in it, however deep, but for hidden folders and node_modules", async () => {
    const { printed, status, complaints } = await runCheck(folder);
    expect(checkedIn(printed)).toEqual([oddOne, wrongOne]);
    expect([status, complaints]).toEqual([1, []]);
  });

  it("without a description is unusable, and ends nothing", async () => {
    const { printed, status, complaints } = await runCheck([file("none"), folder]);
    expect(complaints).toEqual([expect.stringContaining("no file in this folder is named *.sdp or *.sdp.gz")]);
    expect(checkedIn(printed)).toHaveLength(2);
    expect(status).toBe(2);
  });
});

describe("check --quiet", () => {
  it("lists errors only, and mentions no file without one", async () => {
    const { printed, status } = await runCheck(folder, { quiet: true });
    expect(printed).not.toContain("warning W");
    expect(printed.match(/: error [A-Z]\d+/g)).toEqual([": error D7"]);
    expect(checkedIn(printed)).toEqual([wrongOne]);
    expect(status).toBe(1);
  });

  it("prints nothing where there is no error", async () => {
    expect(await runCheck([oddOne, oddOne], { quiet: true })).toEqual({ status: 0, printed: "", complaints: [] });
  });

  it("holds for the other formats too", async () => {
    const { printed } = await runCheck(folder, { quiet: true, format: "json" });
    const reports = printed.trimEnd().split("\n");
    expect(reports.map((line) => JSON.parse(line).summary)).toEqual([
      { errors: 0, warnings: 0 },
      { errors: 1, warnings: 0 },
    ]);
  });
});
