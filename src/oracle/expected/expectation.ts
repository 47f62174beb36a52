import { close } from "../../session/close.ts";
import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { edgeFrom } from "../../session/legality.ts";
import type { Applied, Outcome, Rejected } from "../../session/outcome.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { setLocalDescription, setRemoteDescription } from "../../session/set-description.ts";
import { sdpTypeNamed } from "../../signaling/names.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { type RecordedArgument, sdpIn, typeIn } from "../evidence/argument.ts";
import { afterSetting, type KnownSession, lastCreated, unseenAfter } from "./known-session.ts";
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
  const outcome = side === "local" ? setLocalDescription(session, argument) : setRemoteDescription(session, argument);
  const sought =
    outcome.kind === "create"
      ? creatingFirst(before, outcome.type, argument)
      : settingOf(before, side, outcome, argument);
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

const nothing = { rejection: null, implicitRollback: false, created: false, events: [] } as const;

// The implementation creates the description, and what it creates was not seen.
function creatingFirst(
  before: KnownSession,
  created: "offer" | "answer",
  argument: RecordedArgument,
): WithoutProvision {
  const { session } = before;
  const type = sdpTypeNamed(typeIn(argument)) ?? created;
  const signalingState = edgeFrom(session, "local", type) ?? session.signalingState;
  const after = afterSetting(before, "local", { type, sdp: null }, signalingState);
  const events = signalingState === session.signalingState ? [] : [signalingState];
  return { ...nothing, after, type, sdp: null, created: true, events };
}

function settingOf(
  before: KnownSession,
  side: Side,
  outcome: Applied | Rejected,
  argument: RecordedArgument,
): WithoutProvision {
  const { session, rolledBack } = outcome;
  const rejection = rejectionIn(outcome);
  const type = outcome.kind === "applied" ? (outcome.description?.type ?? null) : outcome.rejection.type;
  // The state allows a description that is refused for its SDP.
  const isAllowed = rejection === null || rejection.rule !== null;
  const isCreatable = side === "local" && isAllowed && type !== "rollback";
  const given = side === "local" && isWithoutSdp(argument) ? null : sdpIn(argument);
  const sdp = given ?? (isCreatable ? lastCreated(before, type) : null);
  const rollback = { type: "rollback", sdp: null } as const;
  const start =
    rolledBack === null ? before : { session: rolledBack.session, unseenSdp: unseenAfter(before, "local", rollback) };
  const isSet = rejection === null && type !== null;
  const unseenSdp = isSet ? unseenAfter(start, side, { type, sdp }) : start.unseenSdp;
  return {
    after: { session, unseenSdp },
    type,
    sdp,
    rejection,
    implicitRollback: rolledBack !== null,
    created: isCreatable && sdp !== "" && sdp === lastCreated(before, type),
    events: firedStates(outcome),
  };
}

function rejectionIn(outcome: Outcome): Rejection | null {
  return outcome.kind === "rejected" ? outcome.rejection : null;
}

// The states in the events that an outcome fires, those of an implicit rollback first.
function firedStates({ rolledBack, effects }: Applied | Rejected): SignalingState[] {
  return [...(rolledBack?.effects ?? []), ...effects].flatMap((effect) =>
    effect.type === "signalingstatechange" ? [effect.signalingState] : [],
  );
}
