// `serve` between two streams: the end of the input, and an output that is full.

import { Readable, Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/cli/serve/limits.ts";
import { serve } from "../../src/cli/serve/serve.ts";
import { served } from "./running/serving.ts";

const next = (id: number) => `{"id":${id},"op":"next"}`;
const answerTo = (id: number) => `{"id":${id},"state":null}`;
const notJson = '{"id":null,"fault":"the line is not JSON"}';

describe("serve: input and output", () => {
  it.each<[string, (string | Buffer)[], string[]]>([
    ["nothing", [], []],
    ["a last line without its end", [`${next(1)}\n${next(2)}`], [answerTo(1), answerTo(2)]],
    ["CR LF, and spaces around", [`${next(1)}\r\n  ${next(2)}\t\r\n`], [answerTo(1), answerTo(2)]],
    ["empty lines, which are lines", [`\n${next(1)}\n\r\n`], [notJson, answerTo(1), notJson]],
    ["a line in pieces", [next(1).slice(0, 9), next(1).slice(9), "\n"], [answerTo(1)]],
    [
      "bytes that are no text",
      [Buffer.from([0xff, 0xfe, 0x00, 0x0a]), `${next(1)}\n`],
      ['{"id":null,"fault":"the line is not UTF-8"}', answerTo(1)],
    ],
  ])("%s", async (_, pieces, answers) => {
    expect(await served(pieces)).toEqual(answers);
  });

  it("junk gets faults, the rest its answers, in order", async () => {
    const junk = ["", "{", "[".repeat(100_000), '{"op":"create"', "\u0000", `"${"x".repeat(2000)}"`];
    const lines = junk.flatMap((line, index) => [line, next(index)]);
    const answers = (await served([`${lines.join("\n")}\n`], { maxLine: 200_000 })).map((line) => JSON.parse(line));
    expect(answers).toEqual(
      junk.flatMap((_, id) => [
        { id: null, fault: expect.any(String) },
        { id, state: null },
      ]),
    );
  });

  it("a line that is too long has one answer, whatever it holds", async () => {
    const answers = await served(["x".repeat(90), "x".repeat(90), `x\n${next(1)}\n`, "x".repeat(200)], {
      maxLine: 100,
    });
    const fault = '{"id":null,"fault":"the line is longer than 100 bytes"}';
    expect(answers).toEqual([fault, answerTo(1), fault]);
  });

  it("fails as its input does", async () => {
    const input = new Readable({ read: () => input.destroy(new Error("gone")) });
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    await expect(serve(input, output, defaultLimits)).rejects.toThrow("gone");
  });
});

describe("serve: an output that is full", () => {
  // Ten requests a piece, each of some 50 bytes; an answer has some 300 kB, and is a write of its own.
  const sdp = "x".repeat(300_000);
  const preparation = [
    { op: "create", session: "a", options: { sdp: "opaque" } },
    { op: "setRemoteDescription", session: "a", description: { type: "offer", sdp }, brief: true },
  ];
  const requests = Array.from({ length: 10 }, () => ({ op: "operationFailed", session: "a" }));
  const textOf = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const pieces = [textOf(preparation), ...Array.from({ length: 20 }, () => textOf(requests))];

  it("nothing is answered and nothing read until it is taken, in the midst of a piece of input", async () => {
    let read = 0;
    function* reading() {
      for (const piece of pieces) {
        read++;
        yield Buffer.from(piece);
      }
    }
    const writes: { lines: number; take(): void }[] = [];
    const output = new Writable({
      highWaterMark: 1,
      decodeStrings: false,
      write: (text: string, _encoding, take) => void writes.push({ lines: text.split("\n").length - 1, take }),
    });
    const settled = async () => {
      for (let wait = 0; wait < 20; wait++) await turn();
      return { writes: writes.length, waiting: output.writableLength > 0 };
    };

    let ended = false;
    const end = serve(Readable.from(reading(), { highWaterMark: 1 }), output, defaultLimits).then(() => {
      ended = true;
    });
    for (let taken = 0; taken < 8; taken++) {
      expect(await settled()).toEqual({ writes: taken + 1, waiting: true });
      expect(output.writableLength).toBeLessThan(2 * sdp.length);
      expect(read).toBeLessThan(5);
      writes[taken]?.take();
    }
    for (let taken = 8; !ended; await turn()) if (taken < writes.length) writes[taken++]?.take();
    await end;
    expect(read).toBe(pieces.length);
    expect(writes.reduce((lines, write) => lines + write.lines, 0)).toBe(pieces.join("").split("\n").length - 1);
  });
});
