import type { OracleOptions } from "../../oracle/oracle.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { PeerName } from "./action.ts";
import type { Argument } from "./argument.ts";
import { type Created, type Patience, type Peer, peerOf } from "./peer.ts";

/** A call that was made on one of the peer connections, judged, and the code that makes it again. */
export interface MadeCall {
  readonly peer: PeerName;
  /** The call in code, `a.setLocalDescription(offer1)`. */
  readonly code: string;
  /** The name that the code gives to what was created; null where nothing was. */
  readonly constant: string | null;
  readonly step: Step;
  /** Its number among the calls that there were to make. */
  readonly number: number;
}

/** Two peer connections, each made when it is first needed. */
export interface Pair {
  readonly make: (name: PeerName) => Promise<PeerConnectionLike>;
  readonly options: OracleOptions;
  readonly patience: Patience;
  readonly peers: Map<PeerName, Peer>;
  readonly calls: MadeCall[];
  /** Which calls are left out, by their number from 0: those that turned out not to matter. */
  readonly skipped: ReadonlySet<number>;
  /** How many calls there were to make, those left out included. */
  wanted: number;
}

/** A peer connection of the pair. */
export async function peerNamed(pair: Pair, name: PeerName): Promise<Peer> {
  const known = pair.peers.get(name);
  if (known !== undefined) return known;
  const peer = peerOf(name, await pair.make(name), pair.options, pair.patience);
  pair.peers.set(name, peer);
  return peer;
}

/** The other one. */
export function otherOf(pair: Pair, { name }: Peer): Promise<Peer> {
  return peerNamed(pair, name === "a" ? "b" : "a");
}

/** Makes a call that sets a description, or closes; one that is left out does nothing. */
export async function call(
  pair: Pair,
  peer: Peer,
  method: "setLocalDescription" | "setRemoteDescription" | "close",
  args: readonly Argument[],
): Promise<void> {
  if (pair.skipped.has(pair.wanted++)) return;
  const { step } = await peer.call(method, ...args.map(({ value }) => value));
  const code = `${peer.name}.${method}(${args.map((argument) => argument.code).join(", ")})`;
  pair.calls.push({ peer: peer.name, code, constant: null, step, number: pair.wanted - 1 });
}

/** Has a description created; null where none was. */
export async function create(pair: Pair, peer: Peer, type: "offer" | "answer"): Promise<Created | null> {
  const method = type === "offer" ? "createOffer" : "createAnswer";
  if (pair.skipped.has(pair.wanted++)) return null;
  const { step, created } = await peer.call(method);
  const constant = created === null ? null : `${type}${pair.calls.length + 1}`;
  pair.calls.push({ peer: peer.name, code: `${peer.name}.${method}()`, constant, step, number: pair.wanted - 1 });
  if (created === null) return null;
  peer.created[type] = { sdp: created.sdp, code: `${constant}.sdp` };
  return peer.created[type];
}
