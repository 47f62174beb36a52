import {
  type Outcome,
  type Rejection,
  type SdpType,
  type Session,
  type Side,
  toException,
} from "../../../src/entries/index.ts";

/** The calls that a simulated peer connection plans. */
export type CallName = "createOffer" | "createAnswer" | "setLocalDescription" | "setRemoteDescription" | "close";

/** What makes the offers and answers of a peer connection. */
export interface Maker {
  create(type: "offer" | "answer", session: Session): string;
  isAnswerStale(session: Session): boolean;
}

/** A call whose turn has come. */
export interface Call {
  readonly name: CallName;
  /** The argument of a set call: what it is after its members were read once, or junk. */
  readonly description: unknown;
  readonly before: Session;
  /** The side of a set call. */
  readonly side: Side | null;
  /** The type of a set call, inferred where webrtc-pc infers it; null where it cannot be known. */
  readonly type: SdpType | null;
  readonly maker: Maker;
}

/** One thing that a peer connection does in carrying out a call. */
export type Action =
  | { readonly do: "become"; readonly session: Session }
  | { readonly do: "fire" }
  | { readonly do: "resolve"; readonly value: unknown }
  | { readonly do: "reject"; readonly error: Error; readonly rejection: Rejection | null }
  /** Goes on in a later task. */
  | { readonly do: "wait" };

/** All that a call does, in order. A fault is a change of plan. */
export type Plan = readonly Action[];

const fire: Action = { do: "fire" };

/** What the specification has a peer connection do, given what the core decided from `before` on. */
export function planOf(outcome: Outcome, { name, before: now }: Call, before = now): Plan {
  if (outcome.kind === "create") throw new Error("a description was to be created first");
  const { session, rolledBack } = outcome;
  const effects = [...(rolledBack?.effects ?? []), ...outcome.effects];
  const fires = effects.flatMap(({ type }) => (type === "signalingstatechange" ? fire : []));
  const moves: Action[] = session === before ? [] : [{ do: "become", session }];
  if (outcome.kind === "rejected") {
    const { rejection } = outcome;
    return [...moves, ...fires, { do: "reject", error: toException(rejection), rejection }];
  }
  if (name === "close") return moves;
  const settles: Action = { do: "resolve", value: createdBy(name, session) };
  if (rolledBack === null) return [...moves, ...fires, settles];
  return [{ do: "become", session: rolledBack.session }, fire, ...moves, fire, settles];
}

function createdBy(name: CallName, { lastCreatedOffer, lastCreatedAnswer }: Session): object | undefined {
  if (name === "createOffer") return { type: "offer", sdp: lastCreatedOffer };
  if (name === "createAnswer") return { type: "answer", sdp: lastCreatedAnswer };
  return undefined;
}
