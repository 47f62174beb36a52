// What `replay` prints of a real dump can be pasted into a ticket: no address, ufrag or password of the dump is in it.
import { describe, expect, it } from "vitest";
import { rtcstatsDump } from "../trace/dumps/dumps.ts";
import { linesOf } from "../trace/dumps/rtcstats-capture.ts";
import { capturePath, captureText, dumpFormats } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

// Every string of a JSON value; what is JSON in a string is looked into as well.
function stringsIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(stringsIn);
  if (typeof value !== "string") return [];
  return /^[[{]/.test(value) ? [value, ...stringsIn(JSON.parse(value))] : [value];
}

const patterns = [
  /^a=ice-(?:ufrag|pwd):(\S+)/gm,
  /\bcandidate:.* ufrag (\S+)/g,
  /\bcandidate:\S+ \d \S+ \d+ (\S+) \d+/g,
  /\braddr (\S+)/g,
  /\bIN IP[46] ([^\s/]+)/g,
  /\b((?:\d{1,3}\.){3}\d{1,3})\b/g,
  /([\w-]+\.local)\b/g,
];

function secretsOf(dump: readonly unknown[]): Set<string> {
  const text = dump.flatMap(stringsIn).join("\n");
  return new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")));
}

describe.each(captures)("what replay prints of $name", ({ name }) => {
  it.each(dumpFormats)("as a $format dump", async ({ ending, format }) => {
    const text = captureText(name, ending);
    const secrets = secretsOf(format === "rtcstats" ? linesOf(text) : [JSON.parse(text)]);
    // At least a ufrag and a password of each side, and an address: otherwise this would show nothing.
    expect(secrets.size).toBeGreaterThanOrEqual(3);
    for (const json of [false, true]) {
      const { printed } = await runReplay([capturePath(name, ending)], { json });
      expect(printed).toContain("setRemoteDescription");
      expect([...secrets].filter((secret) => printed.includes(secret))).toEqual([]);
    }
  });
});

describe("what replay repeats of the dump's words", () => {
  const file = temporaryFolder();
  const secret = "a=ice-pwd:s3cret of 192.0.2.17";
  const answer = { type: "answer", sdp: "v=0" };

  it.each([
    [
      "a failure",
      [
        ["setRemoteDescription", "PC_0", answer, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", `Failed: ${secret}`, 1],
      ],
    ],
    [
      "a failure without its call",
      [["setRemoteDescriptionOnFailure", "PC_0", `Failed to parse SessionDescription. ${secret}`, 1]],
    ],
    [
      "a type that is none",
      [
        ["setRemoteDescription", "PC_0", { type: secret, sdp: "" }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", "TypeError", 1],
      ],
    ],
    ["the type of a call never settled", [["setRemoteDescription", "PC_0", { type: secret, sdp: "" }, 1]]],
    [
      "a munged line",
      [
        ["createOfferOnSuccess", "PC_0", { type: "offer", sdp: "v=0\r\na=x" }, 1],
        ["setLocalDescription", "PC_0", { type: "offer", sdp: `v=0\r\n${secret}` }, 1],
        ["setLocalDescriptionOnSuccess", "PC_0", null, 1],
      ],
    ],
    [
      "a line of SDP that a rule quotes",
      [
        ["setRemoteDescription", "PC_0", { type: "offer", sdp: `v=0\r\n${secret}` }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", "no", 1],
      ],
    ],
  ])("%s: neither address nor password", async (_, lines) => {
    for (const json of [false, true]) {
      const { printed } = await runReplay([file("dump", rtcstatsDump(lines))], { json });
      expect(printed).toContain("PC_0");
      expect(printed).not.toMatch(/s3cret|192\.0\.2/);
    }
  });
});
