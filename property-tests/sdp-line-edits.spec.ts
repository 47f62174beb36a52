import fc from "fast-check";
import { describe, expect, it } from "vitest";
import chromium from "../spec/fixtures/chromium-offer.sdp?raw";
import type { Finding } from "../src/sdp/finding.ts";
import { judgeSdp } from "../src/sdp/judge-sdp.ts";
import { defaultMaxSdpLength } from "../src/sdp/options.ts";

const seed = 20261122;
const lines = chromium.trimEnd().split(/\r?\n/);

const slots = {
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
};
const options = { rtcpMuxPolicy: "require", maxSdpLength: defaultMaxSdpLength, tolerate: [] } as const;

/** The text after an edit, and the places of it that the edit touched (from 0). */
interface Edited {
  readonly lines: readonly string[];
  readonly touched: readonly number[];
}

const judge = (edited: Edited): Finding | null =>
  judgeSdp({ type: "offer", sdp: `${edited.lines.join("\r\n")}\r\n` }, "remote", slots, options);

const spliced = (at: number, count: number, ...more: readonly string[]): readonly string[] => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at + count),
];
const removed = (at: number): Edited => ({ lines: spliced(at, 1), touched: [at - 1, at] });
const added = (at: number, line: string): Edited => ({ lines: spliced(at, 0, line), touched: [at] });
const swapped = (one: number, other: number): Edited => ({
  lines: lines.map((line, at) => (at === one ? lines[other] : at === other ? lines[one] : line) ?? ""),
  touched: [one, other],
});

/** First and last place of the part that a place belongs to: the session part or an m= section. */
function partOf(list: readonly string[], place: number): readonly [number, number] {
  const isStart = (line: string) => line.startsWith("m=");
  const start = list.reduce((last, line, index) => (index <= place && isStart(line) ? index : last), 0);
  const next = list.findIndex((line, index) => index > place && isStart(line));
  return [start, next < 0 ? list.length - 1 : next - 1];
}

/** The finding names a touched line or its part: by the line, in words, or by the mid that the part had. */
function names(finding: Finding, { lines: list, touched }: Edited): boolean {
  const line = (finding.sdpLineNumber ?? 0) - 1;
  const mids = touched.flatMap((place) => {
    const [start, end] = partOf(lines, Math.min(Math.max(place, 0), lines.length - 1));
    return lines.slice(start, end + 1).filter((text) => text.startsWith("a=mid:"));
  });
  const inPart = touched.some((place) => {
    const [start, end] = partOf(list, place);
    return line >= start && line <= end;
  });
  const saysLine = touched.some((place) => new RegExp(`\\bline ${place + 1}\\b`).test(finding.message));
  return inPart || saysLine || mids.some((mid) => finding.message.includes(`"${mid.slice("a=mid:".length)}"`));
}

function expectNamed(edited: Edited): void {
  const finding = judge(edited);
  if (finding === null || names(finding, edited)) return;
  expect.fail(
    `${finding.rule} on line ${finding.sdpLineNumber} names nothing of ${edited.touched}: ${finding.message}`,
  );
}

const places = [...lines.keys()];

describe("one line of a Chromium offer is changed: a refusal names the line or its section", () => {
  it("accepts the offer as it is", () => expect(judge({ lines, touched: [] })).toBeNull());
  it("any line is removed", () => places.forEach((at) => void expectNamed(removed(at))));
  it("any line is duplicated", () => places.forEach((at) => void expectNamed(added(at, lines[at] ?? ""))));
  it("any line is swapped with the next", () => places.slice(1).forEach((at) => void expectNamed(swapped(at - 1, at))));

  it("any two lines are swapped", () => {
    const place = fc.constantFrom(...places);
    fc.assert(
      fc.property(place, place, (one, other) => expectNamed(swapped(one, other))),
      { seed, numRuns: 1500 },
    );
  });
  it("any line of it is added anywhere", () => {
    const place = fc.constantFrom(...places);
    fc.assert(
      fc.property(place, fc.constantFrom(...lines), (at, line) => expectNamed(added(at, line))),
      { seed, numRuns: 1500 },
    );
  });
  it("any words are added anywhere", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ unit: "binary" }), (at, words) => {
        const line = words.replaceAll("\n", " ");
        expectNamed(added(at, line));
      }),
      { seed, numRuns: 1000 },
    );
  });
});
