// `demo`: the main job, on the capture that ships in the package.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { demo } from "../../src/cli/demo.ts";
import { bundle, runScript } from "./running/command-process.ts";
import { fakeTerminal, runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const captures = fileURLToPath(new URL("../../captures", import.meta.url));
const closingLine = /\n\nTo judge a dump of your own: jsep-machine replay FILE .*\n$/;

describe("contract, demo: the main job on a capture that ships in the package", () => {
  it("prints what replay prints of it, and what to do next; what replay finds does not matter", async () => {
    const { terminal, printed, complaints } = fakeTerminal();
    const replayed = await runReplay([`${captures}/double-answer.internals.json.gz`]);
    expect(replayed.status).toBe(1);
    expect(await demo(terminal)).toBe(0);
    expect(complaints).toEqual([]);
    expect(printed.join("")).toContain(replayed.printed);
    expect(printed.join("")).toMatch(/^A dump of chrome:\/\/webrtc-internals.*\n\n/);
    expect(printed.join("")).toMatch(closingLine);
  });

  it("from the folders of an installed package, whatever the working folder is", async () => {
    const file = temporaryFolder();
    file("package.json", '{ "type": "module" }');
    cpSync(captures, file("captures"), { recursive: true });
    const { status, out, err } = await runScript(bundle(file("dist/cli.js")), ["demo"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("ILLEGAL CALL");
    expect(out).toMatch(closingLine);
  });

  it("without the capture it is unusable, in one line", async () => {
    const file = temporaryFolder();
    file("package.json", '{ "type": "module" }');
    const { status, err } = await runScript(bundle(file("dist/cli.js")), ["demo"]);
    expect(status).toBe(2);
    expect(err).toMatch(/^jsep-machine: .*double-answer\.internals\.json\.gz: no such file\n$/);
  });

  it("takes no argument", async () => {
    const { status, err } = await runScript(bundle(), ["demo", "file.json"]);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^jsep-machine: .*too many.*\n$/) });
  });
});
