// Calls with real SDP, for sessions that judge it.
import { type Outcome, type Session, setRemoteDescription } from "../../src/entries/index.ts";
import type { SignalingEvent } from "../../src/entries/machine.ts";
import { applied, perform } from "../calls.ts";

type Type = "offer" | "pranswer" | "answer";

/** A description that one side sets. */
export interface RealCall {
  readonly side: "local" | "remote";
  readonly type: Type;
  readonly sdp: string;
}

export const local = (type: Type, sdp: string): RealCall => ({ side: "local", type, sdp });
export const remote = (type: Type, sdp: string): RealCall => ({ side: "remote", type, sdp });

/** What is called: a local description is created before it is set. */
export function eventsOf({ side, type, sdp }: RealCall): SignalingEvent[] {
  if (side === "remote") return [{ type: "setRemoteDescription", description: { type, sdp } }];
  const created = type === "offer" ? "offerCreated" : "answerCreated";
  return [
    { type: created, sdp },
    { type: "setLocalDescription", description: { type, sdp } },
  ];
}

/** Creates where that is needed, and sets; the outcome of setting. */
export function set(session: Session, call: RealCall): Outcome {
  const [first, second] = eventsOf(call);
  if (first === undefined) throw new Error("a call is at least one event");
  if (second === undefined) return perform(session, first);
  return perform(applied(perform(session, first)).session, second);
}

/** The session after calls that all have to be applied. */
export function sessionWith(session: Session, ...calls: readonly RealCall[]): Session {
  return calls.reduce((before, call) => applied(set(before, call), `${call.side} ${call.type}`).session, session);
}

/** An outcome in a few words: `applied stable`, or the error and the SDP rule of a rejection. */
export function verdict(outcome: Outcome): string {
  if (outcome.kind === "applied") return `applied ${outcome.session.signalingState}`;
  if (outcome.kind === "create") return `create ${outcome.type}`;
  const { error, rule, code } = outcome.rejection;
  return `${error} ${rule ?? code}`;
}

/** The verdict on a remote offer. */
export function verdictOnOffer(session: Session, sdp: string): string {
  return verdict(setRemoteDescription(session, { type: "offer", sdp }));
}
