import type { Connection } from "../../connection/connection.ts";
import type { MethodCall } from "../../connection/input.ts";
import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import { stepToEnd } from "../../connection/step-to-end.ts";
import { emptyQueue } from "../../connection/structure/queue.ts";
import { type EndpointName, otherPeer } from "../../exploration/world.ts";
import { inferredType } from "../../session/decide.ts";
import { legalCalls } from "../../session/legal-calls.ts";
import type { Session } from "../../session/session.ts";
import type { SdpType, SignalingState } from "../../signaling/transition-table.ts";
import type { Frame } from "../schedule/frame.ts";
import type { HandCall } from "./hand-call.ts";
import { madeCallByHand, remoteDescriptionFor } from "./made-call.ts";

/** A call that may be made by hand, and what would come of it now. */
export type OfferedCall = { readonly call: HandCall } & (
  | { readonly verdict: "legal"; readonly leadsTo: LeadsTo | null; readonly note: string | null }
  | { readonly verdict: "refused"; readonly rejection: ConnectionRejection; readonly note: null }
  /** There is nothing to make the call with. */
  | { readonly verdict: "missing"; readonly note: string }
);

/** Where a call that sets a description leads to. */
export interface LeadsTo {
  readonly signalingState: SignalingState;
  /** By way of stable. */
  readonly implicitRollback: boolean;
}

/** What would come of each call, were the operations chain empty. */
export function offeredCalls(frame: Frame, peer: EndpointName, calls: readonly HandCall[]): readonly OfferedCall[] {
  const idle = withEmptyChain(frame.world.peers[peer].connection);
  return calls.map((call): OfferedCall => {
    const source = sourceNote(frame, peer, call);
    const rejection = refusalOf(idle, madeCallByHand(frame, peer, call));
    const leadsTo = whereTo(idle.session, call);
    if (source.isMissing && leadsTo !== null) return { call, verdict: "missing", note: source.note ?? "" };
    if (rejection !== null) return { call, verdict: "refused", rejection, note: null };
    return { call, verdict: "legal", leadsTo, note: source.note };
  });
}

/** Why a call would be refused on a connection; null where it is not. What it creates is not known. */
export function refusalOf(connection: Connection, method: MethodCall): ConnectionRejection | null {
  const { effects } = stepToEnd(connection, { type: "call", call: "asked", ...method }, null);
  for (const effect of effects) {
    if ((effect.type === "reject" || effect.type === "throw") && effect.call === "asked") return effect.rejection;
  }
  return null;
}

/** The connection with nothing under way. */
export function withEmptyChain(connection: Connection): Connection {
  return { ...connection, operations: emptyQueue, progress: null, tasks: emptyQueue };
}

function whereTo(session: Session, call: HandCall): LeadsTo | null {
  if (call.method !== "setLocalDescription" && call.method !== "setRemoteDescription") return null;
  const type: SdpType = call.type ?? inferredType(session);
  return legalCalls(session).find((legal) => legal.method === call.method && legal.type === type) ?? null;
}

function sourceNote(
  frame: Frame,
  peer: EndpointName,
  call: HandCall,
): { readonly isMissing: boolean; readonly note: string | null } {
  if (call.method !== "setRemoteDescription" || call.type === null || call.type === "rollback")
    return { isMissing: false, note: null };
  const found = remoteDescriptionFor(frame, peer, call.type);
  const other = otherPeer(peer);
  if (found === null) return { isMissing: true, note: `${other} has sent no ${call.type} yet` };
  return {
    isMissing: false,
    note: found.source === "next-message" ? "takes the message" : `${other}’s last one again`,
  };
}
