import { close } from "../../session/close.ts";
import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { type Decision, decideLocal, decideRemote } from "../../session/decide.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { carryOut } from "../../session/set-description.ts";
import { sdpTypes } from "../../signaling/edge.generated.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { type RecordedArgument, sdpIn, typeIn } from "../evidence/argument.ts";
import { type KnownSession, unseenAfter, withDescription } from "./known-session.ts";
import { creationProvision, provisionOf } from "./provision.ts";

/** What the specification says of a call. */
export interface Expectation {
  /** The session afterwards, were the call answered as the specification says. */
  readonly after: KnownSession;
  readonly type: SdpType | null;
  /** The SDP that is set; null where it was not seen. */
  readonly sdp: string | null;
  /** Why the call must be refused; null where it must be applied. */
  readonly rejection: Rejection | null;
  readonly implicitRollback: boolean;
  /** Is it a local description that the implementation created itself? */
  readonly created: boolean;
  /** The state in each signalingstatechange event that the call must fire, in order. */
  readonly events: readonly SignalingState[];
  /** What of the specification the call exercises, in kebab-case. */
  readonly provision: string;
}

type WithoutProvision = Omit<Expectation, "provision">;

/** What must come of setting that description in that session. */
export function settingExpectation(before: KnownSession, side: Side, argument: RecordedArgument): Expectation {
  const { session } = before;
  const decision = side === "local" ? decideLocal(session, argument) : decideRemote(session, argument);
  const sought =
    decision.kind === "create"
      ? creating(before, decision.type, argument)
      : settingOf(before, side, decision, argument);
  const withoutSdp = side === "local" && sought.type !== "rollback" && isWithoutSdp(argument);
  return { ...sought, provision: provisionOf(session, { ...sought, side, withoutSdp }) };
}

/** What must come of createOffer() or createAnswer(), which gave that SDP; null where it was not seen. */
export function creationExpectation(before: KnownSession, type: "offer" | "answer", sdp: string | null): Expectation {
  const { session, unseenSdp } = before;
  const outcome = type === "offer" ? offerCreated(session, sdp ?? "") : answerCreated(session, sdp ?? "");
  const after = { session: outcome.session, unseenSdp };
  const provision = creationProvision(session, type);
  return { ...nothing, after, type, sdp, rejection: rejectionIn(outcome), provision };
}

/** What must come of close(). */
export function closingExpectation(before: KnownSession): Expectation {
  const { session, unseenSdp } = before;
  const after = { session: close(session).session, unseenSdp };
  return { ...nothing, after, type: null, sdp: null, provision: `close-in-${session.signalingState}` };
}

/** Does that argument of a local call leave the SDP to the implementation? */
export function isWithoutSdp(argument: RecordedArgument): boolean {
  return (sdpIn(argument) ?? "") === "";
}

/** The type that an argument names; null where the argument names no type that there is. */
export function sdpTypeIn(argument: RecordedArgument): SdpType | null {
  const name = typeIn(argument);
  return sdpTypes.find((known) => known === name) ?? null;
}

const nothing = { rejection: null, implicitRollback: false, created: false, events: [] } as const;

// The implementation creates the description, and what it creates was not seen.
function creating(before: KnownSession, created: "offer" | "answer", argument: RecordedArgument): WithoutProvision {
  const type = sdpTypeIn(argument) ?? created;
  const after = withDescription(before, "local", type, null);
  const { signalingState } = after.session;
  const events = signalingState === before.session.signalingState ? [] : [signalingState];
  return { ...nothing, after, type, sdp: null, created: true, events };
}

function settingOf(
  before: KnownSession,
  side: Side,
  decision: Exclude<Decision, { kind: "create" }>,
  argument: RecordedArgument,
): WithoutProvision {
  const outcome = carryOut(before.session, side, decision);
  const rejection = rejectionIn(outcome);
  const events = firedStates(outcome);
  const given = side === "local" && isWithoutSdp(argument) ? null : sdpIn(argument);
  if (decision.kind === "reject") {
    const after = { session: outcome.session, unseenSdp: before.unseenSdp };
    return { ...nothing, after, type: decision.rejection.type, sdp: given, rejection, events };
  }
  const { type, implicitRollback } = decision;
  // A remote description in a log may lack its SDP; a local one is then what was created.
  const sdp = side === "remote" ? given : decision.sdp;
  const start = implicitRollback ? withDescription(before, "local", "rollback", null) : before;
  const unseenSdp = rejection === null ? unseenAfter(start, side, type, sdp) : start.unseenSdp;
  const created = side === "local" && type !== "rollback" && wasCreated(before, type, decision.sdp);
  return { after: { session: outcome.session, unseenSdp }, type, sdp, rejection, implicitRollback, created, events };
}

function rejectionIn(outcome: Outcome): Rejection | null {
  return outcome.kind === "rejected" ? outcome.rejection : null;
}

// The states in the events that an outcome fires, those of an implicit rollback included.
function firedStates({ effects }: Outcome): SignalingState[] {
  return effects.flatMap((effect) => (effect.type === "signalingstatechange" ? [effect.signalingState] : []));
}

function wasCreated({ session }: KnownSession, type: SdpType, sdp: string): boolean {
  return sdp !== "" && sdp === (type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer);
}
