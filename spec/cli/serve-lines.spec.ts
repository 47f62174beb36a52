// How `serve` makes lines of bytes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, lineReader } from "../../src/cli/serve/lines.ts";
import { usedHeap } from "./running/used-heap.ts";

const usual = 1000;
const tooLong = (most: number) => ({ reason: `the line is longer than ${most} bytes` });
const notUtf8 = { reason: "the line is not UTF-8" };

/** A line as its text, or as the reason why it cannot be read. */
function shown(line: Line): string | { readonly reason: string } {
  return line.ok ? line.value : { reason: line.reason };
}

/** The lines of these pieces, one after another. */
function linesIn(pieces: readonly (string | Uint8Array)[], maxLine = usual) {
  const reader = lineReader(maxLine);
  return [...pieces.flatMap((piece) => reader.push(Buffer.from(piece))), ...reader.end()].map(shown);
}

/** Text or bytes cut at these places. */
function cut(whole: string | Uint8Array, places: readonly number[]): Buffer[] {
  const bytes = Buffer.from(whole);
  const borders = [0, ...[...places].map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((border, index) => bytes.subarray(borders[index], border));
}

describe("lines", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\nb", ["a", "b"]],
    ["a\r\nb\r\n", ["a\r", "b\r"]],
    ["\n", [""]],
    ["\n\na\n\n", ["", "", "a", ""]],
    ["a\u2028b\u0085c\n", ["a\u2028b\u0085c"]],
  ])("of %j", (text, lines) => {
    expect(linesIn([text])).toEqual(lines);
  });

  it("do not depend on how the bytes come in", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r\n"), maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(200), { maxLength: 10 }),
        fc.integer({ min: 3, max: 30 }),
        (text, places, maxLine) => {
          const expected = text
            .split("\n")
            .map((line) => (Buffer.byteLength(line) > maxLine ? tooLong(maxLine) : line));
          if (expected.at(-1) === "") expected.pop();
          expect(linesIn(cut(text, places), maxLine)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("a line that is too long", () => {
  it("counts bytes, its end apart", () => {
    expect(linesIn(["éé\n"], 4)).toEqual(["éé"]);
    expect(linesIn(["éé\n"], 3)).toEqual([tooLong(3)]);
    expect(linesIn(["éé"], 4)).toEqual(["éé"]);
    expect(linesIn(["éé"], 3)).toEqual([tooLong(3)]);
  });

  it.each([
    ["in one piece", ["12345\nok\n"]],
    ["in many", ["1234", "5678", "9", "\nok\n"]],
    ["ending a piece", ["12345", "\n", "ok"]],
    ["behind another line", ["\n12345\n", "ok"]],
  ])("%s is one line, and the next is read", (_, pieces) => {
    expect(linesIn(pieces, 4).filter((line) => line !== "")).toEqual([tooLong(4), "ok"]);
  });

  it("is told as soon as it is too long", () => {
    expect(lineReader(4).push(Buffer.from("12345")).map(shown)).toEqual([tooLong(4)]);
  });
});

describe("a line that is not UTF-8", () => {
  const bytes = (...codes: number[]) => Uint8Array.from(codes);
  it("is unreadable; the others are not", () => {
    // "a", a lone continuation byte, "é" in Latin-1, "b"
    const text = bytes(0x61, 0x0a, 0x80, 0x0a, 0x63, 0xe9, 0x0a, 0x62, 0x0a);
    for (let place = 0; place <= text.length; place++) {
      expect(linesIn(cut(text, [place]))).toEqual(["a", notUtf8, notUtf8, "b"]);
    }
  });

  it("may be one whose last character is cut off", () => {
    expect(linesIn([bytes(0x61, 0xc3), bytes(0x0a, 0x62)])).toEqual([notUtf8, "b"]);
  });
});

describe("memory", () => {
  it("a line that never ends is not kept", () => {
    const maxLine = 1_000_000;
    const reader = lineReader(maxLine);
    const before = process.memoryUsage().arrayBuffers;
    const piece = Buffer.alloc(50_000, "x");
    for (let pushed = 0; pushed < 4000; pushed++) reader.push(piece);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * maxLine);
    expect(reader.push(Buffer.from("\nok\n")).map(shown)).toEqual(["ok"]);
  });

  it("one that comes byte by byte takes its own length, not an object a byte", () => {
    const reader = lineReader(1_000_000);
    const [pieces, before] = [300_000, usedHeap()];
    for (let pushed = 0; pushed < pieces; pushed++) reader.push(Buffer.from("x"));
    expect(usedHeap() - before).toBeLessThan(10_000_000);
    expect(reader.push(Buffer.from("\n")).map(shown)).toEqual(["x".repeat(pieces)]);
  });
});
