import type { Rejection } from "../../session/rejection/rejection.ts";
import type { Session } from "../../session/session.ts";
import { slotNames } from "../../signaling/description.ts";
import type { HeardEvents } from "../evidence/events.ts";
import type { DifferenceKind, Finding } from "./difference.ts";
import { errorFindings, withoutQuotes } from "./error-findings.ts";
import type { Settlement } from "./judgement.ts";
import { type SlotDifference, slotDifferences } from "./slots.ts";

/**
 * What was found otherwise than the specification says. One fault is told once: a wrong outcome hides what follows
 * from it, a wrong state hides slots and events.
 */
export function findingsOf(settlement: Settlement): readonly Finding[] {
  const { expectation, observed } = settlement;
  const { rejection } = expectation;
  if (observed.outcome === "unsettled") return [unsettled(settlement)];
  if (observed.outcome === "applied") return rejection === null ? afterwards(settlement) : [applied(rejection)];
  if (rejection === null) return isExcused(settlement) ? [] : [refused(settlement)];
  if (expectation.created && isAboutSdp(rejection)) return [refused(settlement)];
  if (knowsNoImplicitRollback(settlement)) return [{ ...refused(settlement), provision: "implicit-rollback" }];
  return [...errorFindings(rejection, observed.error), ...afterwards(settlement)];
}

// The offer is refused as if there were none: what its SDP is worth was never asked.
function knowsNoImplicitRollback({ session, expectation, observed }: Settlement): boolean {
  const stays = observed.stateSeen && observed.signalingState === session.signalingState;
  return expectation.implicitRollback && stays && observed.error?.name === "InvalidStateError";
}

function isAboutSdp({ error }: Rejection): boolean {
  return error === "RTCError" || error === "InvalidAccessError";
}

// Where SDP is not judged, or not all that it is judged against was seen, it may be what a remote refusal is about; it
// is no reason to move the state.
function isExcused({ session, side, expectation, observed }: Settlement): boolean {
  if (side !== "remote" || expectation.type === "rollback") return false;
  const unjudged = session.options.sdp === "opaque" || slotNames.some((slot) => session[slot]?.sdp === "");
  return unjudged && !expectation.created && !hasMoved({ session, expectation, observed });
}

function hasMoved({ session, expectation, observed }: Pick<Settlement, "session" | "expectation" | "observed">) {
  return observed.stateSeen && observed.signalingState !== standing(session, expectation);
}

// Where a refusal leaves the connection.
function standing(session: Session, { implicitRollback }: Settlement["expectation"]) {
  return implicitRollback ? "stable" : session.signalingState;
}

function unsettled({ expectation, session }: Settlement): Finding {
  const expected = expectation.rejection === null ? "applied" : expectation.rejection.error;
  const message = `The call was never settled, in ${session.signalingState}.`;
  return { kind: "unsettled", message, expected, observed: "unsettled" };
}

function applied(rejection: Rejection): Finding {
  const message = `It was applied, but must be refused: ${withoutQuotes(rejection)}`;
  return { kind: "applied", message, expected: rejection.error, observed: "applied" };
}

function refused(settlement: Settlement): Finding {
  const { observed } = settlement;
  const name = observed.error?.name ?? "rejected";
  return { kind: "refused", message: refusalMessage(settlement), expected: "applied", observed: name };
}

function refusalMessage(settlement: Settlement): string {
  const { expectation, session } = settlement;
  if (hasMoved(settlement)) return movedMessage(settlement);
  if (expectation.created) {
    const whose =
      expectation.sdp === "" ? "to create and set a description of its own" : "a description that it created itself";
    return `In ${session.signalingState}, the implementation refused ${whose}.`;
  }
  return `Nothing speaks against the call in ${session.signalingState}, but it was refused.`;
}

function movedMessage({ expectation, observed }: Settlement): string {
  const kept = expectation.implicitRollback
    ? "the offer must first roll the local one back"
    : "a refusal changes no state";
  return `The call was refused, and ${kept}, but the state was seen to be ${observed.signalingState}.`;
}

// What is left to compare once the outcome is as it must be.
function afterwards(settlement: Settlement): readonly Finding[] {
  const { session, expectation, observed, surroundings } = settlement;
  const refusal = observed.outcome === "rejected";
  const expected = refusal ? standing(session, expectation) : expectation.session.signalingState;
  if (observed.signalingState !== expected && (observed.stateSeen || !refusal)) {
    const message = refusal
      ? movedMessage(settlement)
      : `The call must lead to ${expected}, but the state was seen to be ${observed.signalingState}.`;
    return [{ kind: "wrong-state", message, expected, observed: observed.signalingState }];
  }
  if (surroundings === null) return [];
  const { wrong, changed } = slotDifferences(expectation.session, surroundings.slots);
  return [
    ...slotFinding("wrong-slot", "hold", wrong),
    ...slotFinding("changed-sdp", "hold unchanged SDP: at", changed),
    ...eventsFinding(expectation.events, surroundings.events),
  ];
}

function slotFinding(kind: DifferenceKind, must: string, slots: readonly SlotDifference[]): Finding[] {
  if (slots.length === 0) return [];
  const expected = slots.map(({ slot, expected }) => `${slot} ${expected}`).join(", ");
  const observed = slots.map(({ slot, observed }) => `${slot} ${observed}`).join(", ");
  return [{ kind, message: `The slots must ${must} ${expected}, but it was ${observed}.`, expected, observed }];
}

function eventsFinding(wanted: readonly string[], heard: HeardEvents | null): Finding[] {
  if (heard === null || (wanted.join() === heard.inTime.join() && heard.late.length === 0)) return [];
  const expected = wanted.join(", ") || "none";
  const late = heard.late.length === 0 ? "" : `, and after it was settled ${heard.late.join(", ")}`;
  const observed = `${heard.inTime.join(", ") || "none"}${late}`;
  const message = `The states in its signalingstatechange events must be: ${expected}; they were: ${observed}.`;
  return [{ kind: "wrong-events", message, expected, observed }];
}
