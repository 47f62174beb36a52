// Dumps come from strangers: what they hold must not steer the terminal.
import { describe, expect, it } from "vitest";
import { printable } from "../../src/report/words.ts";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();

describe("what a dump holds cannot steer the terminal", () => {
  const hostile = "\u001b[2J\u0007\u009b31m\r\n\u202ex\u2028y\u200b";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/;

  const lines: readonly (readonly [place: string, lines: readonly unknown[]])[] = [
    ["an id", [["close", hostile, null, 1]]],
    [
      "a failure",
      [
        ["setRemoteDescription", "PC_0", { type: "answer", sdp: "" }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", hostile, 1],
      ],
    ],
    [
      "a failure without its call",
      [["setRemoteDescriptionOnFailure", "PC_0", `Failed to parse SessionDescription. ${hostile}`, 1]],
    ],
    [
      "a type",
      [
        ["setRemoteDescription", "PC_0", { type: hostile, sdp: "" }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", "TypeError", 1],
      ],
    ],
    ["a type of a call never settled", [["setRemoteDescription", "PC_0", { type: hostile, sdp: "" }, 1]]],
    [
      "munged SDP",
      [
        ["createOfferOnSuccess", "PC_0", { type: "offer", sdp: "v=0\na=x" }, 1],
        ["setLocalDescription", "PC_0", { type: "offer", sdp: `v=0\n${hostile}` }, 1],
        ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
      ],
    ],
  ];

  const wrong = (place: string, sdp: string): (typeof lines)[number] => [
    place,
    [
      ["setRemoteDescription", "PC_0", { type: "offer", sdp }, 1],
      ["setRemoteDescriptionOnFailure", "PC_0", "no", 1],
    ],
  ];
  const quoting = [
    wrong("a line of SDP that a rule quotes", `v=0\no=${hostile.replace(/[\r\n]/g, "")}`),
    wrong("the first line of SDP", hostile),
  ];

  it.each(quoting)("in %s, which is left out", async (_, dump) => {
    const { printed } = await runReplay([file("hostile", rtcstatsDump(dump))]);
    expect(printed).toMatch(/: line [12] breaks SDP rule S[1-6]:\s/);
    expect(printed).not.toMatch(steering);
  });

  it.each(lines)("in %s", async (_, dump) => {
    const { printed } = await runReplay([file("hostile", rtcstatsDump(dump))]);
    expect(printed).toContain("Connection");
    expect(printed).not.toMatch(steering);
  });

  it("in the name of a file, also of one that cannot be read", async () => {
    const read = await runReplay([file("a\u001b[2Jb", '{"PeerConnections":{}}')]);
    expect(read.printed).not.toMatch(steering);
    const missing = await runReplay([file("no\u001b[2J\nsuch")]);
    expect(missing.complaints).toHaveLength(1);
    expect(missing.complaints.join()).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ["\u001b[31m", "\\u{1b}[31m"],
    ["a\r\nb", "a\\u{d}\\u{a}b"],
    ["\u009b", "\\u{9b}"],
    ["\u202e\u2066", "\\u{202e}\\u{2066}"],
    ["\u2028", "\\u{2028}"],
    ["\u{e0041}", "\\u{e0041}"],
    ["→ ü 漢 😀", "→ ü 漢 😀"],
  ])("%j is shown as %s", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
