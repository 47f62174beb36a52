import type { PeerConnectionLike } from "../../peer-connection.ts";
import type { PeerName } from "./action.ts";
import type { Argument } from "./argument.ts";
import type { MadeCall } from "./made-call.ts";
import { followedPeer, type Peer, type PeerSettings, type SourcedSdp } from "./peer.ts";

/** Two peer connections, each made when it is first needed. */
export interface Pair {
  readonly make: () => Promise<PeerConnectionLike>;
  readonly settings: PeerSettings;
  readonly peers: Map<PeerName, Peer>;
  readonly calls: MadeCall[];
  /** The places of the calls that are left out, because they turned out not to matter. */
  readonly skipped: ReadonlySet<number>;
  /** How many calls the actions asked for, those left out included. */
  askedFor: number;
}

/** A new pair. */
export function newPair(
  make: () => Promise<PeerConnectionLike>,
  settings: PeerSettings,
  skipped: ReadonlySet<number>,
): Pair {
  return { make, settings, peers: new Map(), calls: [], skipped, askedFor: 0 };
}

/** A peer connection of the pair. */
export async function peerNamed(pair: Pair, name: PeerName): Promise<Peer> {
  const known = pair.peers.get(name);
  if (known !== undefined) return known;
  const peer = followedPeer(name, await pair.make(), pair.settings);
  pair.peers.set(name, peer);
  return peer;
}

/** The other one. */
export function otherOf(pair: Pair, { name }: Peer): Promise<Peer> {
  return peerNamed(pair, name === "a" ? "b" : "a");
}

/** Makes a call that sets a description, or closes; a call that is left out does nothing. */
export async function callMethod(
  pair: Pair,
  peer: Peer,
  method: "setLocalDescription" | "setRemoteDescription" | "close",
  args: readonly Argument[],
): Promise<void> {
  const place = pair.askedFor++;
  if (pair.skipped.has(place)) return;
  const { step } = await peer.call(method, ...args.map(({ value }) => value));
  const code = `${peer.name}.${method}(${args.map((argument) => argument.code).join(", ")})`;
  pair.calls.push({ peer: peer.name, code, constant: null, wait: null, step, place });
}

/** Calls createOffer() or createAnswer(); null where it created nothing. */
export async function createDescription(pair: Pair, peer: Peer, type: "offer" | "answer"): Promise<SourcedSdp | null> {
  const place = pair.askedFor++;
  if (pair.skipped.has(place)) return null;
  const method = type === "offer" ? "createOffer" : "createAnswer";
  const { step, created } = await peer.call(method);
  const constant = created === null ? null : `${type}${pair.calls.length + 1}`;
  pair.calls.push({ peer: peer.name, code: `${peer.name}.${method}()`, constant, wait: null, step, place });
  if (created === null) return null;
  peer.created[type] = { sdp: created.sdp, code: `${constant}.sdp` };
  return peer.created[type];
}
