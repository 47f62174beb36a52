// What a syntax error says: where reading stopped, what was found, what was expected, and what to do.
import { describe, expect, it } from "vitest";
import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { append, type Edit, inSection, replaceLine } from "../../cases/sdp/given/edits.ts";
import { grammarRows, structureCases } from "../../cases/sdp/index.ts";
import { createSession, setRemoteDescription } from "../../src/entries/index.ts";
import { checkSdp, parseSdp } from "../../src/entries/sdp.ts";

const offer = bundled(alice, "actpass");
const messageOf = (text: string): string => {
  const [finding] = checkSdp(text);
  return `${finding?.sdpLineNumber}:${finding?.sdpColumn} ${finding?.message}`;
};
const ufrag = (line: string): Edit => inSection(0, replaceLine("a=ice-ufrag:*", line));
const pwd = (line: string): Edit => inSection(0, replaceLine("a=ice-pwd:*", line));

describe("design, English: a message comes from the failure", () => {
  it.each<[string, Edit, string]>([
    ["too short", pwd("a=ice-pwd:short"), "18:16 a=ice-pwd has 5 characters, at least 22 are required"],
    ["one character", ufrag("a=ice-ufrag:x"), "17:14 a=ice-ufrag has 1 character, at least 4 are required"],
    [
      "too long",
      ufrag(`a=ice-ufrag:${"u".repeat(257)}`),
      "17:269 a=ice-ufrag has 257 characters, at most 256 are allowed",
    ],
    ["a character", ufrag("a=ice-ufrag:abc!"), '17:16 expected a letter, digit, + or /, found "!"'],
    [
      "a word",
      append(0, "a=candidate:1 1 udp 1 192.0.2.1 70000 typ host"),
      '23:33 expected a number from 0 to 65535, found "70000"',
    ],
    ["a space at the end", append(2, "a=sctp-port:5000 "), ":17 a space at the end of the line: remove it"],
    [
      "the line ends",
      replaceLine("t=0 0", "t=0"),
      "4:4 expected 0 or a time of at least 10 digits, found the end of the line; write t=0 0",
    ],
    ["a flag with a value", append(-1, "a=ice-lite:ice-lite"), "6:11 a=ice-lite has no value: write a=ice-lite"],
    ["no value", append(1, "a=rid-x", "a=simulcast"), ":12 a=simulcast needs a value"],
    ["a draft's form", append(1, "a=simulcast:send rid=h;l"), 'found "="; leave out rid='],
    ["an empty line", append(0, ""), "23:1 the line is empty: remove it"],
    ["a= is missing", append(0, "rtcp-rsize"), "23:1 a= is missing before the attribute"],
    ["two descriptions", (text) => text + text, ":1 v= begins another description"],
  ])("%s", (_, edit, message) => expect(messageOf(edit(offer))).toContain(message));

  it("says it with the column in the rejection of a session, and to who parses", () => {
    const sdp = pwd("a=ice-pwd:short")(offer);
    const problem = 'a=ice-pwd has 5 characters, at least 22 are required: "a=ice-pwd:short"';
    const outcome = setRemoteDescription(createSession(), { type: "offer", sdp });
    expect(outcome.kind === "rejected" && outcome.rejection.message).toBe(
      `setRemoteDescription(offer) is refused in stable: line 18, column 16: ${problem} (rule S4)`,
    );
    expect(parseSdp(sdp)).toMatchObject({ error: { sdpLineNumber: 18, message: `column 16: ${problem}` } });
  });

  it("a tolerance says what the specification has", () => {
    const [commas] = checkSdp(append(-1, "a=ice-options:ice2,trickle")(offer));
    expect(commas).toMatchObject({ rule: "W17", sdpLineNumber: 6, sdpColumn: 19 });
    expect(commas?.message).toBe('a=ice-options separates tags by spaces, found ",": "a=ice-options:ice2,trickle"');
  });

  it.each([
    ["a=sendrecvv", "sendrecv"],
    ["a=rtpmpa:8 PCMA/8000", "rtpmap"],
    ["a=ice-ufrg:abcd", "ice-ufrag"],
  ])("%s: names the attribute that it is nearly", (line, name) => {
    const [finding] = checkSdp(append(0, line)(offer));
    expect(finding).toMatchObject({ severity: "warning", rule: "W30", sdpColumn: 3, mLineIndex: 0, mid: "0" });
    expect(finding?.message).toContain(`a=${name} is known`);
  });
});

describe("what is passed in place of SDP is recognised", () => {
  it.each([
    ["an empty text", "", 1, "empty"],
    ["only line ends", "\r\n\r\n", 1, "empty"],
    ["escaped twice", offer.replaceAll("\r\n", "\\r\\n"), 1, "\\r\\n, escaped twice"],
    ["escaped twice, LF ends", offer.replaceAll("\r\n", "\\n"), 1, "escaped twice"],
    ["a JSON object", JSON.stringify({ type: "offer", sdp: offer }), 1, "JSON object"],
    ["a JSON object, indented", JSON.stringify({ sdp: offer }, null, 2), 1, "JSON object"],
    ["a JSON string", JSON.stringify(offer), 1, "JSON string"],
    ["an object", String({}), 1, "an object made a string"],
    ["a promise", String(Promise.resolve()), 1, "await"],
    ["a byte order mark", `\uFEFF${offer}`, 1, "byte order mark"],
  ])("%s", (_, text, line, words) => {
    const findings = checkSdp(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: "error", error: "RTCError", sdpLineNumber: line });
    expect(findings[0]?.message).toContain(words);
    const parsed = parseSdp(text);
    expect(parsed.ok ? "" : parsed.error.message).toContain(words);
  });
});

describe("every message has a bound, and every column is one of its line", () => {
  const texts = [
    ...structureCases.map(({ name, edit }) => [name, edit(offer)] as const),
    ...grammarRows.flatMap((row) => row.refused.map((line) => [line.slice(0, 60), row.edit(line)(offer)] as const)),
  ];
  it.each(texts)("%s", (_, text) => {
    for (const { message, sdpLineNumber, sdpColumn } of checkSdp(text)) {
      expect(message).toMatch(/^[^\n]{3,300}$/);
      expect(message).not.toMatch(/expected ,|undefined|null|NaN/);
      const line = text.split("\n")[(sdpLineNumber ?? 0) - 1] ?? "";
      if (sdpColumn === null) continue;
      expect(sdpColumn).toBeGreaterThan(0);
      expect(sdpColumn).toBeLessThanOrEqual(line.replace(/\r$/, "").length + 1);
    }
  });
  it("of lines that are long and cannot be seen", () => {
    for (const unseen of ["\u{e0001}", "\u0007", "\ud800", "x", "\u2028"]) {
      for (const line of [`a=ice-ufrag:${unseen.repeat(9999)}`, `m=${unseen.repeat(9999)}`, unseen.repeat(9999)]) {
        for (const { message } of checkSdp(append(0, line)(offer))) expect(message.length).toBeLessThan(300);
      }
    }
  });
});
