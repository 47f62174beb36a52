// What `check` prints: for people, and for programs.
import { describe, expect, it } from "vitest";
import { alice, balanced } from "../../cases/sdp/given/descriptions.ts";
import { append, lineNumber } from "../../cases/sdp/given/edits.ts";
import { textFormat } from "../../src/cli/check/formats/text.ts";
import { jsonCheck, runCheck } from "./running/checking.ts";
import { fakeTerminal } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const offer = balanced(alice, "actpass");

async function printed(name: string, text: string, options: Parameters<typeof runCheck>[1] = {}): Promise<string> {
  return (await runCheck(file(name, text), { type: "offer", ...options })).printed;
}

describe("contract, check: text for people", () => {
  it("a syntax error: its line with a caret, what would be right, and where that stands", async () => {
    const path = file("syntax.sdp", offer.replace("t=0 0", "t=0"));
    const run = await runCheck(path, { type: "offer" });
    expect(run.printed.split("\n")).toEqual([
      expect.stringMatching(
        /:4:4: error S3 \(RTCError\): expected 0 or a time of at least 10 digits, found the end of the line; write t=0 0: "t=0"$/,
      ),
      "     4 | t=0",
      "       |    ^",
      "  see RFC 8866 §9: https://www.rfc-editor.org/rfc/rfc8866.html#section-9",
      "",
      `${path}: as a remote offer, 1 error, 0 warnings`,
      "",
    ]);
  });

  it("a content error: its section and its mid too", async () => {
    const text = append(1, "a=rid:h send", "a=simulcast:send l")(offer);
    const line = lineNumber(text, "a=simulcast:send l");
    const lines = (await printed("content.sdp", text)).split("\n");
    const first = lines.findIndex((shown) => shown.includes(": error "));
    expect(lines.slice(first, first + 4)).toEqual([
      `${file("content.sdp")}:${line}:1: error D9 (InvalidAccessError) in m= section 1 (mid 1): required: a simulcast rid is declared in its direction: send "l"`,
      `${String(line).padStart(6)} | a=simulcast:send l`,
      "       | ^",
      "  see RFC 9429 §5.8.3: https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8.3",
    ]);
  });

  it("a warning: as one, without an error's name", async () => {
    const text = append(0, "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x")(offer);
    const shown = await printed("warning.sdp", text);
    expect(shown).toMatch(/^\S+warning\.sdp:\d+:1: warning W13 in m= section 0 \(mid 0\): a=crypto is prohibited/m);
    expect(shown).not.toMatch(/: error /);
    expect(shown).toMatch(/: as a remote offer, 0 errors, \d+ warnings?\n$/);
  });

  it("what belongs to no line comes first, without a caret", async () => {
    const shown = await printed("long.sdp", "x".repeat(1_048_577));
    expect(shown).toMatch(
      /^\S+long\.sdp: error L1 \(OperationError\): required: the text is within maxSdpLength: 1048577 code units, not 1048576/,
    );
    expect(shown).not.toContain(" | ");
  });

  it("says what it was checked as", async () => {
    expect(await printed("local.sdp", offer, { side: "local" })).toContain(": as a local offer, 0 errors, ");
    expect((await runCheck(file("any.sdp", offer))).printed).toContain(": as a remote description of any type, ");
    const { terminal } = fakeTerminal();
    const checked = { file: "-", text: offer, type: null, side: "remote", findings: [] } as const;
    expect([...textFormat({ quiet: false }, terminal.style).file(checked)].join("")).toMatch(
      /^standard input: as a remote description of any type, 0 errors/,
    );
  });

  it("the line of a text whose last line is open, and of an empty one", async () => {
    expect(await printed("open.sdp", offer.trimEnd())).toMatch(/^ +\d+ \| (a=tls-id:.*)\n +\| {33}\^$/m);
    expect(await printed("empty.sdp", "")).toMatch(
      /^\S+empty\.sdp:1:1: error S2 \(RTCError\): .*\n {5}1 \| \n {7}\| \^$/m,
    );
  });
});

describe("contract, check: what a stranger wrote does not steer the terminal", () => {
  const steering = "\u001b]0;owned\u0007\u009b31m\u202E\u2028";
  const cases: readonly (readonly [where: string, text: string])[] = [
    ["a broken line", offer.replace("t=0 0", `t=${steering}`)],
    ["an attribute", append(0, `a=ice-ufrag:${steering}`)(offer)],
    ["an m= line", `${offer}m=${steering} 9 UDP/TLS/RTP/SAVPF 0\r\n`],
    ["a mid of a group", offer.replace("BUNDLE 0 1 2", `BUNDLE ${steering}`)],
    ["a warning", append(0, `a=crypto:${steering}`)(offer)],
    ["a stray CR", offer.replace("t=0 0", "t=0 0\rx")],
    ["a line without end", `v=0${"\u001b[2J".repeat(100_000)}`],
  ];

  it.each(cases)("in %s", async (where, text) => {
    for (const path of [file(`${where}.sdp`, text), file("\u001b[31m.sdp", text)]) {
      const { printed: shown, complaints } = await runCheck(path, { type: "offer" });
      expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(complaints).toEqual([]);
      for (const line of shown.split("\n")) expect(line.length).toBeLessThan(1500);
    }
  });

  it("colour is the terminal's style alone", async () => {
    const style = Object.fromEntries(
      ["bold", "dim", "green", "red", "yellow"].map((name) => [name, (text: string) => `<${name}>${text}</${name}>`]),
    ) as unknown as NonNullable<Parameters<typeof runCheck>[2]>;
    const path = file("styled.sdp", append(0, "a=crypto:1 x")(offer.replace("a=rtcp-mux\r\n", "")));
    const { printed: shown } = await runCheck(path, { type: "offer" }, style);
    expect(shown).toMatch(/^\S+styled\.sdp:\d+:1: <red>error D7<\/red> \(InvalidAccessError\)/m);
    expect(shown).toMatch(/: <yellow>warning W13<\/yellow> in m= section/m);
    expect(shown).toMatch(/\| <red>\^<\/red>$/m);
    expect(shown).toMatch(/<bold>.*1 error, 1 warning.*<\/bold>\n$/);
  });
});

describe("contract, check --json: one object on one line", () => {
  it("of findings", async () => {
    const path = file("json.sdp", offer.replace("c=IN IP4 0.0.0.0\r\n", ""));
    const { printed: shown, status } = await runCheck(path, { type: "offer", format: "json" });
    expect(status).toBe(1);
    expect(shown).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(shown)).toEqual({
      version: 1,
      file: path,
      type: "offer",
      side: "remote",
      findings: [
        {
          severity: "error",
          error: "RTCError",
          rule: "S6",
          message: expect.any(String),
          sdpLineNumber: 6,
          sdpColumn: null,
          mLineIndex: null,
          mid: null,
          reference: expect.objectContaining({ spec: "RFC 8866", section: "§5.7" }),
        },
      ],
      lines: { 6: "m=audio 9 UDP/TLS/RTP/SAVPF 111 0" },
      summary: { errors: 1, warnings: 0 },
    });
  });

  it("counts errors and warnings", async () => {
    const flawed = file("counted.sdp", append(0, "a=crypto:1 x", "a=crypto:2 x")(offer.replace("a=rtcp-mux\r\n", "")));
    const { findings, summary } = await jsonCheck(flawed, { type: "offer" });
    expect(summary).toEqual({ errors: 1, warnings: 2 });
    expect(findings.map(({ error }) => error)).toEqual(["InvalidAccessError", null, null]);
    expect(findings.map(({ mLineIndex, mid }) => [mLineIndex, mid])).toEqual([
      [0, "0"],
      [0, "0"],
      [0, "0"],
    ]);
    expect(Object.keys(findings[0] ?? {}).sort()).toEqual(
      ["error", "mLineIndex", "message", "mid", "reference", "rule", "sdpColumn", "sdpLineNumber", "severity"].sort(),
    );
  });

  it("with nothing found, and with nothing told", async () => {
    const path = file("fine.sdp", offer);
    expect(await jsonCheck(path)).toEqual({
      version: 1,
      file: path,
      type: null,
      side: "remote",
      findings: [],
      lines: {},
      summary: { errors: 0, warnings: 0 },
    });
  });
});
