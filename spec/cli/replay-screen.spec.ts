// What `replay` prints fits the screen: verdicts begin their rows, and lines break between words only.
import { describe, expect, it } from "vitest";
import { wrapped } from "../../src/cli/replay/text/wrapped.ts";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { capturePath, dumpFormats } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
const widest = 10_000;

describe.each([80, 100, 160])("in %d columns", (columns) => {
  it.each(captures)(
    "$name: no line is longer, no word is broken, no verdict leaves its row",
    async ({ name, rows }) => {
      for (const { ending } of dumpFormats) {
        for (const problems of [false, true]) {
          const path = capturePath(name, ending);
          const { printed } = await runReplay([path], { columns, problems });
          const wide = await runReplay([path], { columns: widest, problems });
          // The path of the dump depends on where the tests run: it may be longer than a line.
          const lines = printed.split("\n").filter((line) => !line.includes(path));
          expect(lines.filter((line) => line.length > columns)).toEqual([]);
          const whole = new Set(words(wide.printed));
          expect(words(printed).filter((word) => !whole.has(word))).toEqual([]);
          const verdicts = printed.match(
            /^(?:ok|ILLEGAL CALL|REMOTE SDP REFUSED|MUNGED SDP APPLIED|DIVERGENCE|not judged) +\+\d+\.\d{3} s {2}set\w+\(\w*\)/gm,
          );
          if (!problems) expect(verdicts).toHaveLength(rows.length);
        }
      }
    },
  );
});

describe("lines", () => {
  const layout = { columns: 20, indent: 2, hanging: 4 };

  it.each([
    ["nothing", "", []],
    ["what fits", "eighteen letters, x", ["  eighteen letters,", "    x"]],
    ["the last column is used", "a bcdefghijklmnopq", ["  a bcdefghijklmnopq"]],
    ["one more is too many", "a bcdefghijklmnopqr", ["  a", "   bcdefghijklmnopqr"]],
    ["a word of a line's length moves to the left", "x".repeat(20), ["x".repeat(20)]],
    ["a longer one stays whole", `a ${"x".repeat(30)} b`, ["  a", "x".repeat(30), "    b"]],
  ])("%s", (_, text, lines) => {
    expect(wrapped(text, layout)).toEqual(lines);
  });
});

describe("--problems", () => {
  const run = (name: string) => runReplay([capturePath(name, "internals.json.gz")], { problems: true });

  it("shows what went wrong, the row before it, and how many others there are", async () => {
    const { printed, status } = await run("perfect-negotiation-busy");
    expect(status).toBe(1);
    const lines = printed.split("\n");
    expect(lines.filter((line) => /^(?:\S.* \+\d| {4}…|Connection)/.test(line))).toEqual([
      "Connection 8-1",
      "    … 2 calls without a problem",
      expect.stringMatching(/^ok +\+0\.030 s {2}setLocalDescription\(answer\) +have-remote-offer → stable$/),
      expect.stringMatching(/^DIVERGENCE +\+0\.037 s {2}setLocalDescription\(offer\) +stays stable$/),
      "    … 6 calls without a problem",
    ]);
  });

  it("shows the row of the likely cause", async () => {
    const { printed } = await run("double-answer");
    expect(printed).toMatch(/\n {4}… 1 call without a problem\nok +\+0\.010 s .*\n.*\nILLEGAL CALL +\+0\.012 s/);
    expect(printed).not.toContain("Connection 8-2");
  });

  it("says in a line that nothing is wrong", async () => {
    const path = capturePath("basic-call", "rtcstats.gz");
    const { printed } = await runReplay([path], { problems: true, columns: widest });
    expect(printed).toBe(`${path}: 4 calls, 0 illegal calls, 0 divergences, 0 not judged, 0 never settled\n`);
  });
});

describe("what the dump says of itself", () => {
  it("the time of day, the page and the browser", async () => {
    const { printed } = await runReplay([capturePath("double-answer", "internals.json.gz")], { columns: widest });
    expect(printed.split("\n").slice(1, 5)).toEqual([
      "  begins 2026-11-22 08:03:54.186 UTC",
      "  http://[hidden]:35131/",
      "  Mozilla/5 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156 Safari/537.36",
      "",
    ]);
  });

  it("of the page neither user, password, query nor fragment; no date where times have none", async () => {
    const url = "https://user:pass@example.org/room/?token=t0ken#fragment";
    const path = file(
      "url",
      rtcstatsDump([
        ["create", "PC_0", {}, url, 1],
        ["close", "PC_0", null, 1],
      ]),
    );
    const { printed } = await runReplay([path], { columns: widest });
    expect(printed.split("\n").slice(1, 3)).toEqual(["  https://example.org/room/", ""]);
    const json = await runReplay([path], { json: true });
    expect(JSON.parse(json.printed).connections[0].url).toBe("https://example.org/room/");
    expect(json.printed).not.toMatch(/pass|t0ken|fragment/);
  });

  it("brands of a browser, but the one that is none", async () => {
    const brands = [
      { brand: "Not:A-Brand", version: "8" },
      { brand: "Chromium", version: "156" },
    ];
    const path = file("brands", rtcstatsDump([["create", null, { userAgentData: { brands, platform: "Linux" } }, 1]]));
    expect(JSON.parse((await runReplay([path], { json: true })).printed).userAgent).toBe("Chromium 156, Linux");
  });
});
