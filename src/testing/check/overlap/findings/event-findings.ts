import { listedItems } from "../../../../connection/structure/list.ts";
import { lengthOf } from "../../../../connection/structure/queue.ts";
import { itemsOf, memberOf } from "../../../../oracle/evidence/plain-data.ts";
import type { DifferenceCause } from "../../../../oracle/verdict/cause/difference-causes.ts";
import type { PeerConnectionLike } from "../../../peer-connection.ts";
import type { DueEffect, Model } from "../model/model.ts";
import { transceiversIn } from "../seen-transceiver.ts";
import type { SeenDifference } from "./finding.ts";

type EventName = "signalingstatechange" | "track" | "negotiationneeded";

/** In what an event is another one than the one that is due; null where it is that. */
export function eventFinding(
  due: DueEffect,
  type: EventName,
  seen: unknown,
  model: Model,
  pc: PeerConnectionLike,
): SeenDifference | null {
  const [expected, observed] = [dueInWords(due), seenInWords(type, seen, pc)];
  const provision = model.exercised;
  const what = "the next event";
  if (due.type !== type) {
    const cause = due.type === "track" || type === "track" ? "track-event-out-of-order" : "wrong-events";
    return { kind: "wrong-events", provision, cause, what, expected, observed };
  }
  if (due.type === "signalingstatechange" && due.signalingState !== seen) {
    return { kind: "wrong-events", provision, cause: "wrong-events", what, expected, observed };
  }
  return due.type === "track" ? trackFinding(due, seen, model, pc) : null;
}

function trackFinding(
  { transceiver, streams }: Extract<DueEffect, { type: "track" }>,
  event: unknown,
  { connection, exercised: provision }: Model,
  pc: PeerConnectionLike,
): SeenDifference | null {
  const place = placeOfTrack(event, pc);
  const due = listedItems(connection.transceivers).findIndex(({ id }) => id === transceiver);
  // A transceiver that has left the set has no place, and an object may be made anew for every look.
  if (place >= 0 && due >= 0 && place !== due) {
    const [expected, observed] = [`transceiver ${due}`, `transceiver ${place}`];
    const what = "the transceiver of a track event";
    return { kind: "wrong-events", provision, cause: "track-event-out-of-order", what, expected, observed };
  }
  const ids = (itemsOf(memberOf(event, "streams")) ?? []).map((stream) => String(memberOf(stream, "id")));
  const [expected, observed] = [inWords(streams), inWords(ids)];
  if (expected === observed) return null;
  const what = "the streams of a track event";
  return { kind: "wrong-streams", provision, cause: "track-event-streams", what, expected, observed };
}

/** An event that must not fire now. */
export function unexpectedFinding(type: EventName, seen: unknown, model: Model): SeenDifference {
  const provision = `${type}-${model.isClosed ? "close" : model.exercised}`;
  const observed = typeof seen === "string" ? `${type} in ${seen}` : type;
  return {
    kind: "unexpected-event",
    provision,
    cause: causeOfUnexpected(type, model),
    what: "an event",
    expected: "none",
    observed,
  };
}

/** An event that fired while the slot of the description that led to it was empty. */
export function unfilledSlotFinding({ work, exercised }: Model): SeenDifference {
  const [type, what] =
    work?.work.kind === "create-answer" ? ["answer", "currentLocalDescription"] : ["offer", "pendingLocalDescription"];
  return { kind: "wrong-slot", provision: exercised, cause: "wrong-slots", what, expected: type, observed: "null" };
}

/** A negotiationneeded event that fired while calls were under way, and was due after them. */
export function earlyFinding({ exercised }: Model): SeenDifference {
  return {
    kind: "wrong-events",
    provision: `early-negotiationneeded-${exercised}`,
    cause: "negotiationneeded-while-busy",
    what: "negotiationneeded",
    expected: "after the calls under way are settled",
    observed: "before",
  };
}

function causeOfUnexpected(type: EventName, { isClosed, connection }: Model): DifferenceCause {
  if (isClosed) return "close-fires-event";
  // Where a call waits for its turn, it may have had that too early.
  if (type !== "negotiationneeded" && lengthOf(connection.operations) > 1) return "chain-not-kept";
  return causes[type].unexpected;
}

/** An event that came after the settlement before which it must come. */
export function lateFinding(due: DueEffect, exercised: string): SeenDifference {
  const [expected, observed] = ["before the call settles", "after it"];
  const cause = due.type === "track" ? "track-event-out-of-order" : "wrong-events";
  return {
    kind: "wrong-events",
    provision: `late-${due.type}-${exercised}`,
    cause,
    what: dueInWords(due),
    expected,
    observed,
  };
}

/** The events that must have fired and have not. */
export function missingFindings(due: readonly DueEffect[], exercised: string): readonly SeenDifference[] {
  return due.map((effect) => missingEvent(effect.type as EventName, dueInWords(effect), exercised));
}

/** A negotiationneeded event that must have fired and has not. */
export function missingNegotiation({ exercised }: Model): SeenDifference {
  return missingEvent("negotiationneeded", "negotiationneeded", exercised);
}

function missingEvent(type: EventName, expected: string, exercised: string): SeenDifference {
  const provision = `${type}-${exercised}`;
  return {
    kind: "missing-event",
    provision,
    cause: causes[type].missing,
    what: "an event",
    expected,
    observed: "none",
  };
}

const causes: Readonly<Record<EventName, Record<"missing" | "unexpected", DifferenceCause>>> = {
  signalingstatechange: { missing: "wrong-events", unexpected: "wrong-events" },
  track: { missing: "track-event-missing", unexpected: "track-event-unexpected" },
  negotiationneeded: { missing: "negotiationneeded-missing", unexpected: "negotiationneeded-unexpected" },
};

function dueInWords(due: DueEffect): string {
  if (due.type === "signalingstatechange") return `signalingstatechange in ${due.signalingState}`;
  return due.type === "track" ? `track with ${inWords(due.streams)}` : due.type;
}

function seenInWords(type: EventName, seen: unknown, pc: PeerConnectionLike): string {
  return type === "track" ? `track of transceiver ${placeOfTrack(seen, pc)}` : `${type} in ${String(seen)}`;
}

function placeOfTrack(event: unknown, pc: PeerConnectionLike): number {
  return transceiversIn(pc)?.indexOf(memberOf(event, "transceiver")) ?? -1;
}

function inWords(streams: readonly string[]): string {
  return streams.length === 0 ? "no stream" : `streams ${[...streams].sort().join(", ")}`;
}
