// The rows of a ladder: the states of the lanes, and the arrows from row to row.
import { describe, expect, it } from "vitest";
import type { SignalingState } from "../../src/signaling/transition-table.ts";
import { type LadderRow, type LaneEvent, ladderRows, type PairedMessage } from "../../src/viewer/ladder/lanes.ts";

/** An event as `lane name state`. */
function event(text: string, time: number): LaneEvent {
  const [lane = "0", id = "", signalingState] = text.split(" ");
  return { lane: Number(lane), id, time, signalingState: (signalingState as SignalingState | undefined) ?? null };
}

function rowsOf(
  lanes: number,
  events: readonly string[],
  messages: readonly string[],
): readonly LadderRow<LaneEvent>[] {
  const sent = messages.map((text): PairedMessage => {
    const [from = "", to = ""] = text.split(" ");
    return { from, to };
  });
  return ladderRows(lanes, events.map(event), sent);
}

/** The arrows in a row as `part from→to track`, with ↑ where they run up. */
function arrowsOf(rows: readonly LadderRow<LaneEvent>[]): string[][] {
  return rows.map(({ arrows }) =>
    arrows.map(({ part, from, to, track, down }) => `${part} ${from}→${to} ${track}${down ? "" : " ↑"}`),
  );
}

describe("the states of the lanes", () => {
  it("begin as stable, and change where a call changes them", () => {
    const rows = rowsOf(2, ["0 a have-local-offer", "1 b have-remote-offer", "0 c", "0 d stable"], []);
    expect(rows.map(({ above, below }) => [above.join(), below.join()])).toEqual([
      ["stable,stable", "have-local-offer,stable"],
      ["have-local-offer,stable", "have-local-offer,have-remote-offer"],
      ["have-local-offer,have-remote-offer", "have-local-offer,have-remote-offer"],
      ["have-local-offer,have-remote-offer", "stable,have-remote-offer"],
    ]);
  });
});

describe("arrows", () => {
  it("leave a row, run along beside the lane that they go to, and end", () => {
    expect(arrowsOf(rowsOf(2, ["0 a", "0 b", "1 c"], ["a c"]))).toEqual([
      ["start 0→1 0"],
      ["along 0→1 0"],
      ["end 0→1 0"],
    ]);
  });

  it("run up where a description was set remotely before it was set locally", () => {
    expect(arrowsOf(rowsOf(2, ["1 b", "0 a"], ["a b"]))).toEqual([["end 0→1 0 ↑"], ["start 0→1 0 ↑"]]);
  });

  it("two at a time on one side of a lane have a track each", () => {
    expect(arrowsOf(rowsOf(2, ["0 a", "1 b", "1 c"], ["a b", "a c"]))).toEqual([
      ["start 0→1 0", "start 0→1 1"],
      ["end 0→1 0", "along 0→1 1"],
      ["end 0→1 1"],
    ]);
  });

  it("a track is free again below its arrow's end, and is another one on the other side", () => {
    const rows = rowsOf(3, ["0 a", "1 b", "0 c", "1 d", "2 e", "1 f"], ["a b", "c d", "e f"]);
    expect(
      arrowsOf(rows)
        .flat()
        .map((arrow) => arrow.slice(-1)),
    ).toEqual(["0", "0", "0", "0", "0", "0"]);
  });

  it("one whose other end is not shown is left out", () => {
    expect(arrowsOf(rowsOf(2, ["0 a"], ["a b", "b a"]))).toEqual([[]]);
  });

  it("a very long one is drawn at its ends alone", () => {
    const events = ["0 a", ...Array.from({ length: 300 }, (_, index) => `0 x${index}`), "1 b"];
    expect(arrowsOf(rowsOf(2, events, ["a b"])).flat()).toEqual(["start 0→1 0", "end 0→1 0"]);
  });
});
