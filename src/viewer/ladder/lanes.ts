import type { DetailedStep } from "../../report/detailed-report.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { UnloggedFailure } from "../../trace/trace.ts";

/** A step to be drawn: what happened on one lane. Times are in ms since the epoch. */
export interface LaneEvent {
  /** Which lane, from 0. */
  readonly lane: number;
  readonly time: number;
  /** Tells the event from all others of the ladder. */
  readonly id: string;
  /** The signaling state after it; null where it changes none. */
  readonly signalingState: SignalingState | null;
}

/** An event that is a judged call. */
export interface StepEvent extends LaneEvent {
  readonly kind: "step";
  readonly step: DetailedStep;
  /** The index of the SDP set before it on the same side; null where no SDP was. */
  readonly sdpBefore: number | null;
}

/** An event that is a failure of which the dump has no call. */
export interface UnloggedEvent extends LaneEvent {
  readonly kind: "unlogged";
  readonly failure: UnloggedFailure;
}

/** A description that went from one event to another, by their ids. */
export interface PairedMessage {
  readonly from: string;
  readonly to: string;
}

/** A row of a ladder: one event, the states of all lanes before and after it, and the arrows that touch it. */
export interface LadderRow<Event extends LaneEvent> {
  readonly event: Event;
  readonly above: readonly SignalingState[];
  readonly below: readonly SignalingState[];
  readonly arrows: readonly ArrowPart[];
}

/** What of an arrow is drawn in a row: it leaves one lane, runs along beside the other one, and ends there. */
export interface ArrowPart {
  readonly part: "start" | "along" | "end";
  /** Does the arrow run down, from a row to a later one? */
  readonly down: boolean;
  readonly from: number;
  readonly to: number;
  /** Which of the tracks beside the lane that it goes to, from 0. */
  readonly track: number;
}

/** The rows of a ladder. The events must be in the order of their time. */
export function ladderRows<Event extends LaneEvent>(
  lanes: number,
  events: readonly Event[],
  messages: readonly PairedMessage[],
): readonly LadderRow<Event>[] {
  const arrows = arrowsIn(events, messages);
  let states: readonly SignalingState[] = Array.from({ length: lanes }, () => "stable" as const);
  return events.map((event, row) => {
    const above = states;
    const { lane, signalingState } = event;
    if (signalingState !== null && states[lane] !== signalingState) {
      states = states.map((state, index) => (index === lane ? signalingState : state));
    }
    return { event, above, below: states, arrows: arrows[row] ?? [] };
  });
}

// As many tracks as there is room for; further arrows share them.
const tracks = 3;

// Longer arrows would only be lines along the page, and cost as much as they are long.
const longestArrow = 100;

function arrowsIn(events: readonly LaneEvent[], messages: readonly PairedMessage[]): readonly (readonly ArrowPart[])[] {
  const rows = new Map(events.map(({ id }, row) => [id, row]));
  const parts: ArrowPart[][] = events.map(() => []);
  // By lane and side: the row in which each track is free again.
  const free = new Map<string, number[]>();
  const arrows = messages.flatMap(({ from, to }) => {
    const [start, end] = [rows.get(from), rows.get(to)];
    return start === undefined || end === undefined || start === end ? [] : [{ start, end }];
  });
  for (const { start, end } of arrows.sort((one, other) => first(one) - first(other))) {
    const [from, to] = [events[start]?.lane ?? 0, events[end]?.lane ?? 0];
    const down = start < end;
    const [top, bottom] = down ? [start, end] : [end, start];
    const side = `${to} ${from < to}`;
    const taken = free.get(side) ?? [];
    free.set(side, taken);
    const track = Math.max(0, Array.from({ length: tracks }, (_, n) => (taken[n] ?? -1) < top).indexOf(true));
    taken[track] = bottom;
    const part = (kind: ArrowPart["part"]) => ({ part: kind, down, from, to, track });
    parts[start]?.push(part("start"));
    parts[end]?.push(part("end"));
    if (bottom - top > longestArrow) continue;
    for (let row = top + 1; row < bottom; row += 1) parts[row]?.push(part("along"));
  }
  return parts;
}

function first({ start, end }: { readonly start: number; readonly end: number }): number {
  return Math.min(start, end);
}
