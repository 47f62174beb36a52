import { signalingConnection } from "../../connection/create-connection.ts";
import type { ConnectionEffect, Work } from "../../connection/effect.ts";
import { stepToEnd } from "../../connection/step-to-end.ts";
import { edgeFrom } from "../../session/legality.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import type { Session } from "../../session/session.ts";
import { sdpTypeNamed } from "../../signaling/names.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { type RecordedArgument, sdpIn, typeIn } from "../evidence/argument.ts";
import type { Settlement } from "../evidence/settled-call.ts";
import { type CallName, purposeOf } from "../evidence/trace-event.ts";
import { afterSetting, type KnownSession, lastCreated, unseenAfter, withCreated } from "./known-session.ts";
import { provisionOf } from "./provision.ts";

/** What the specification says of a call. */
export interface Expectation {
  readonly call: CallName;
  /** The session in which the call runs. */
  readonly before: KnownSession;
  /** The side that the call sets a description on; null where the call sets none. */
  readonly side: Side | null;
  /** The session afterwards, were the call answered as the specification says. */
  readonly after: KnownSession;
  readonly type: SdpType | null;
  /** The SDP that is set or created; null where it was not seen. */
  readonly sdp: string | null;
  /** Why the call must be refused; null where it must be applied. */
  readonly rejection: Rejection | null;
  readonly implicitRollback: boolean;
  /** Does a local call leave the SDP to the implementation? */
  readonly withoutSdp: boolean;
  /** Is it a local description that the implementation created itself? */
  readonly created: boolean;
  /** The state in each signalingstatechange event that the call must fire, in order. */
  readonly events: readonly SignalingState[];
  /** What of the specification the call exercises, in kebab-case. */
  readonly provision: string;
}

/** What must come of a call in that session, by the effects of the connection's step. */
export function expectationIn(
  before: KnownSession,
  { call, argument, created }: Pick<Settlement, "call" | "argument" | "created">,
): Expectation {
  const { side, creates } = purposeOf(call);
  const input = { type: "call", call: 0, method: call, description: argument } as const;
  const sdp = creates === null ? null : (created?.sdp ?? null);
  const { session, effects } = stepToEnd(signalingConnection(before.session), input, sdp);
  const answer = answerIn(effects);
  const answered =
    side === null
      ? withoutSetting(before, creates, sdp, session, answer)
      : bySetting(before, side, argument, session, answer);
  const withoutSdp = side === "local" && answered.type !== "rollback" && isWithoutSdp(argument);
  const asked = { ...answered, call, side, withoutSdp };
  return { ...asked, before, provision: provisionOf(before.session, asked) };
}

/** Does that argument of a local call leave the SDP to the implementation? */
export function isWithoutSdp(argument: RecordedArgument): boolean {
  return (sdpIn(argument) ?? "") === "";
}

/** What the effects of a step say. */
interface Answer {
  readonly works: readonly Work[];
  readonly rejection: Rejection | null;
  readonly events: readonly SignalingState[];
}

type Answered = Omit<Expectation, "call" | "before" | "side" | "withoutSdp" | "provision">;

// createOffer(), createAnswer() and close().
function withoutSetting(
  before: KnownSession,
  type: "offer" | "answer" | null,
  sdp: string | null,
  session: Session,
  { rejection, events }: Answer,
): Answered {
  const isUnseen = type !== null && rejection === null && sdp === null;
  const after = isUnseen ? withCreated(before, type, "") : { session, unseenSdp: before.unseenSdp };
  return { after, type, sdp, rejection, implicitRollback: false, created: false, events };
}

function bySetting(
  before: KnownSession,
  side: Side,
  argument: RecordedArgument,
  session: Session,
  { works, rejection, events }: Answer,
): Answered {
  const last = works.at(-1);
  const set = last?.kind === "apply-description" ? last.description : null;
  if (rejection === null && set === null) return byCreating(before, argument, last);
  const type = rejection === null ? (set?.type ?? null) : rejection.type;
  // The state allows a description that is refused for its SDP.
  const isAllowed = rejection === null || rejection.rule !== null;
  const isCreatable = side === "local" && isAllowed && type !== "rollback";
  const given = side === "local" && isWithoutSdp(argument) ? null : sdpIn(argument);
  const sdp = given ?? (isCreatable ? lastCreated(before, type) : null);
  const implicitRollback = type !== "rollback" && works.some(isRollback);
  const start = implicitRollback ? afterSetting(before, "local", { type: "rollback", sdp: null }, "stable") : before;
  const unseenSdp = rejection === null && type !== null ? unseenAfter(start, side, { type, sdp }) : start.unseenSdp;
  const created = isCreatable && sdp !== "" && sdp === lastCreated(before, type);
  return { after: { session, unseenSdp }, type, sdp, rejection, implicitRollback, created, events };
}

// The implementation creates the description, and what it creates was not seen.
function byCreating(before: KnownSession, argument: RecordedArgument, work: Work | undefined): Answered {
  const { session } = before;
  const type = sdpTypeNamed(typeIn(argument)) ?? (work?.kind === "create-offer" ? "offer" : "answer");
  const signalingState = edgeFrom(session, "local", type) ?? session.signalingState;
  const after = afterSetting(before, "local", { type, sdp: null }, signalingState);
  const events = signalingState === session.signalingState ? [] : [signalingState];
  return { after, type, sdp: null, rejection: null, implicitRollback: false, created: true, events };
}

function answerIn(effects: readonly ConnectionEffect[]): Answer {
  const works: Work[] = [];
  const events: SignalingState[] = [];
  let rejection: Rejection | null = null;
  for (const effect of effects) {
    if (effect.type === "start") works.push(effect.work);
    else if (effect.type === "signalingstatechange") events.push(effect.signalingState);
    // The calls that the oracle follows are refused as the session refuses them.
    else if (effect.type === "reject") rejection = effect.rejection as Rejection;
  }
  return { works, rejection, events };
}

function isRollback(work: Work): boolean {
  return work.kind === "apply-description" && work.description.type === "rollback";
}
