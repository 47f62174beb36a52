import { describe, expect, it } from "vitest";
import { firstOffer } from "../../cases/sdp/given/contexts.ts";
import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { edits, inSection, lineNumber, removeLine, replaceLine } from "../../cases/sdp/given/edits.ts";
import { checkSdp, parseSdp } from "../../src/entries/sdp.ts";
import { accepted, syntaxError, warned, wellFormed } from "../expectations/findings.ts";
import chromium from "../fixtures/chromium-offer.sdp?raw";

const lines = chromium.split("\r\n").slice(0, -1);
const replaced = (index: number, line: string): string[] => lines.map((old, i) => (i === index ? line : old));
const offer = bundled(alice, "actpass");

describe("RFC 9429 §5.8: the line that is wrong", () => {
  it("is the first of text that is no SDP at all", () => {
    expect(parseSdp("Invalid SDP")).toMatchObject({ ok: false, error: { sdpLineNumber: 1, rule: "S1" } });
    syntaxError("Invalid SDP", "S1", 1);
  });

  it("the offer that Chromium wrote is long, and fine", () => {
    expect(lines.length).toBeGreaterThan(190);
    wellFormed(chromium);
    accepted(chromium, firstOffer("remote"));
    accepted(lines.join("\n").concat("\n"), firstOffer("remote"));
  });

  describe.each([
    ["CRLF", "\r\n"],
    ["LF", "\n"],
  ])("with %s ends", (_, end) => {
    const at = (index: number, line: string): string => `${replaced(index, line).join(end)}${end}`;

    it("is any line of the offer that is replaced by words", () => {
      for (const [index, line] of lines.entries()) {
        const error = { sdpLineNumber: index + 1, rule: "S1" };
        expect(parseSdp(at(index, "not a line")), line).toMatchObject({ ok: false, error });
      }
    });

    it("is a line in the middle with a bad value", () => {
      const index = lines.indexOf("a=rtpmap:98 VP9/90000");
      expect(index).toBeGreaterThan(80);
      syntaxError(at(index, "a=rtpmap:98 VP9"), "S4", index + 1);
      syntaxError(at(index, "a=ice-lite:"), "S3", index + 1);
      syntaxError(at(index, "b=AS:1"), "S7", index + 1);
      syntaxError(at(index, "t=0 0"), "S2", index + 1);
      syntaxError(at(index, "a=setup:active"), "S5", index + 1);
    });

    it("is the first of two", () => {
      const text = `${replaced(150, "a=ssrc:x y").join(end)}${end}`.replace(lines[100] as string, "a=rtcp-fb:98");
      syntaxError(text, "S4", 101);
      expect(checkSdp(text).map(({ sdpLineNumber }) => sdpLineNumber)).toEqual(expect.arrayContaining([101, 151]));
    });

    it("is the first of two, whatever families they belong to", () => {
      const words = "not a line";
      const late = replaced(190, words);
      const text = (changed: readonly string[]): string => `${changed.join(end)}${end}`;
      const without = (index: number): string[] => late.filter((_, i) => i !== index);
      syntaxError(text(late).replace(lines[100] as string, "a=rtcp-fb:98"), "S4", 101, ["S1"]);
      syntaxError(text(late).replace(lines[100] as string, "a="), "S3", 101, ["S1"]);
      syntaxError(text(late).replace(lines[100] as string, "b=AS:1"), "S7", 101, ["S1"]);
      syntaxError(text(late).replace(lines[100] as string, "t=0 0"), "S2", 101, ["S1"]);
      syntaxError(text(late).replace(lines[100] as string, "a=mid:other"), "S5", 101, ["S1"]);
      syntaxError(text(without(3)), "S2", 4, ["S1"]);
      syntaxError(text(without(lines.indexOf("c=IN IP4 0.0.0.0"))), "S6", 8, ["S1"]);
    });

    it("is the last line", () => syntaxError(at(lines.length - 1, "a="), "S3", lines.length));
  });

  it("mixed line ends count as lines all the same", () => {
    const mixed = offer.replace("s=-\r\n", "s=-\n").replace("a=mid:1\r\n", "a=mid:1\n");
    wellFormed(mixed);
    syntaxError(mixed.replace("a=mid:2", "a=mid:"), "S3", lineNumber(offer, "a=mid:2"));
  });

  it("is the m= line of a section without connection data, before anything wrong inside it", () => {
    const text = edits(inSection(1, removeLine("c=*"), replaceLine("a=mid:1", "a=mid:1 2")))(offer);
    syntaxError(text, "S6", lineNumber(text, "m=video 9 UDP/TLS/RTP/SAVPF 96 97"), ["S4"]);
  });
});

describe("RFC 8866 §5: a missing line is reported where another stands in its place", () => {
  const o = "o=- 1 1 IN IP4 127.0.0.1";
  it.each([
    ["empty text", "", 1],
    ["nothing but a line end", "\r\n", 1],
    ["only v=", "v=0\r\n", 1],
    ["only v=, without its end", "v=0", 1],
    ["v= and o=", `v=0\r\n${o}\r\n`, 2],
    ["v=, o= and s=", `v=0\r\n${o}\r\ns=-\r\n`, 3],
    ["no t=, attributes stand there", `v=0\r\n${o}\r\ns=-\r\na=x-flag\r\n`, 4],
    ["no t=, a section stands there", `v=0\r\n${o}\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nm=audio 9 RTP/AVP 0\r\n`, 5],
    ["no t=, but k= stands there", `v=0\r\n${o}\r\ns=-\r\nk=prompt\r\nt=0 0\r\n`, 4],
    ["no s=, t= stands there", `v=0\r\n${o}\r\nt=0 0\r\n`, 3],
    ["no o=, nothing but s= and t=", "v=0\r\ns=-\r\nt=0 0\r\n", 2],
    ["no v=", `${o}\r\ns=-\r\nt=0 0\r\n`, 1],
  ])("%s", (name, text, line) => syntaxError(text, name === "nothing but a line end" ? "S1" : "S2", line));

  it("the least there is", () => wellFormed(`v=0\r\n${o}\r\ns=-\r\nt=0 0\r\n`));
});

describe("RFC 8866 §9: the end of the last line", () => {
  it.each(["\r\n", "\n"])("%j may be missing, with a warning at that line", (end) => {
    const text = `${lines.join(end)}`;
    expect(parseSdp(text).ok).toBe(true);
    warned(text, firstOffer("remote"), { rule: "W16", sdpLineNumber: lines.length });
  });

  it("a lone CR at the very end is not one", () => syntaxError(`${lines.join("\r\n")}\r`, "S1", lines.length));

  it("a last line that is wrong and lacks its end is named", () =>
    syntaxError(`${lines.slice(0, -1).join("\r\n")}\r\na=`, "S3", lines.length));
});

const message = (text: string): string => {
  const result = parseSdp(text);
  if (result.ok) throw new Error("accepted");
  return result.error.message;
};

describe("the message of a text that ends too early says so, and names the line that must come next", () => {
  const lines = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "i=a talk", "c=IN IP4 0.0.0.0", "b=AS:1"];
  it.each([
    [1, "o=", "v=0"],
    [2, "s=", "o=- 1 1 IN IP4 127.0.0.1"],
    [3, "t=", "s=-"],
    [4, "t=", "i=a talk"],
    [5, "t=", "c=IN IP4 0.0.0.0"],
    [6, "t=", "b=AS:1"],
  ])("after %i lines: %s", (count, expected, last) => {
    const text = lines
      .slice(0, count)
      .map((line) => `${line}\r\n`)
      .join("");
    expect(message(text)).toBe(`the text ends, expected ${expected} next: "${last}"`);
  });

  it("not where another line stands in its place", () => {
    expect(message(`${lines.slice(0, 2).join("\n")}\nt=0 0\n`)).toBe('expected s= here: "t=0 0"');
  });
});

describe("the message quotes the beginning of the line", () => {
  it("as it stands", () => expect(message("Invalid SDP")).toContain("Invalid SDP"));
  it("cut where it is long", () => expect(message("x".repeat(100_000)).length).toBeLessThan(1_000));
  it("with its control characters made visible", () => {
    const text = message("v=0\r\no=\u0000\u001b[31m\u0007\u2028 1 1 IN IP4 x\r\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u2028]/);
  });
});
