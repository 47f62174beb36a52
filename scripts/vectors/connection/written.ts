import type { SteppedConnection } from "../../../src/connection/connection.ts";
import { type Connection, type Effect, type Input, transceiversOf } from "../../../src/entries/connection.ts";
import { rejectionWritten } from "../expected.ts";

/** The peers of a case: one, or both. */
export type PeerName = "a" | "b";

/** An input to one of the peers, and what it must do. */
export interface WrittenStep {
  /** Left out where it is `a`. */
  readonly peer?: PeerName;
  readonly input: Input;
  readonly effects: readonly object[];
  /** Left out where it is as before. */
  readonly signalingState?: string;
}

/** A case: steps, and what each peer is then. */
export interface ConnectionCase {
  readonly id: string;
  readonly options: object;
  readonly steps: readonly WrittenStep[];
  readonly after: Readonly<Partial<Record<PeerName, object>>>;
}

/** A step as the vectors write it: refusals without their messages. */
export function writtenStep(
  peer: PeerName,
  input: Input,
  before: Connection,
  { connection, effects }: SteppedConnection,
): WrittenStep {
  const { signalingState } = connection.session;
  const changed = signalingState === before.session.signalingState ? {} : { signalingState };
  return { ...(peer === "a" ? {} : { peer }), input, effects: effects.map(writtenEffect), ...changed };
}

function writtenEffect(effect: Effect): object {
  if (effect.type !== "reject" && effect.type !== "throw") return effect;
  const { rejection } = effect;
  if ("rule" in rejection) return { ...effect, rejection: rejectionWritten(rejection) };
  const { error, code, reference } = rejection;
  return { ...effect, rejection: { error, code, reference } };
}

/** What another implementation can be asked for once a case has ended. */
export function visibleState(connection: Connection): object {
  const { session, negotiationNeeded } = connection;
  const { signalingState, pendingLocalDescription, currentLocalDescription } = session;
  const { pendingRemoteDescription, currentRemoteDescription } = session;
  return {
    signalingState,
    negotiationNeeded,
    pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription,
    currentRemoteDescription,
    transceivers: transceiversOf(connection).map(({ id, kind, mid, direction, currentDirection, stopped, sender }) => ({
      ...{ id, kind, mid, direction, currentDirection, stopped },
      track: sender.track,
      rids: sender.sendEncodings.map(({ rid }) => rid),
    })),
  };
}
