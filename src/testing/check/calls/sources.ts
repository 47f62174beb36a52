import { localDescription, remoteDescription } from "../../../session/session.ts";
import { describing } from "./argument.ts";
import { callMethod, createDescription, type Pair } from "./pair.ts";
import type { Peer, SourcedSdp } from "./peer.ts";
import { answering, edited, editedCode } from "./sdp-edit.ts";

/** What the peer created last; else what it can create in its state; else null. */
export async function ownDescription(pair: Pair, peer: Peer, type: "offer" | "answer"): Promise<SourcedSdp | null> {
  const { signalingState } = peer.oracle.session;
  const states = type === "offer" ? ["stable", "have-local-offer"] : ["have-remote-offer", "have-local-pranswer"];
  if (peer.created[type] !== null) return peer.created[type];
  return states.includes(signalingState) ? createDescription(pair, peer, type) : null;
}

/** The offer that the peer has set; else one that it created or can create. */
export async function offerOf(pair: Pair, peer: Peer): Promise<SourcedSdp | null> {
  const pending = peer.oracle.session.pendingLocalDescription;
  if (pending?.type === "offer") return { sdp: pending.sdp, code: `${peer.name}.pendingLocalDescription.sdp` };
  return ownDescription(pair, peer, "offer");
}

/** The other peer's answer to the offer of this one; that offer is set on the other peer first where it must be. */
export async function answerFor(pair: Pair, peer: Peer, other: Peer): Promise<SourcedSdp | null> {
  const answered = answerOf(other);
  if (answered !== null) return answered;
  if (isOffering(peer) && other.oracle.session.signalingState === "stable") await passOffer(pair, peer, other);
  const created = await ownDescription(pair, other, "answer");
  if (created !== null) return created;
  const source = await offerOf(pair, other);
  return source === null ? null : { sdp: edited(source.sdp, answering), code: editedCode(source.code, answering) };
}

function isOffering({ oracle }: Peer): boolean {
  return oracle.session.pendingLocalDescription?.type === "offer";
}

async function passOffer(pair: Pair, peer: Peer, other: Peer): Promise<void> {
  const offer = await offerOf(pair, peer);
  if (offer !== null) await callMethod(pair, other, "setRemoteDescription", [describing("offer", offer)]);
}

function answerOf({ name, oracle: { session } }: Peer): SourcedSdp | null {
  const local = localDescription(session);
  if (local === null || local.type === "offer" || remoteDescription(session) === null) return null;
  return { sdp: local.sdp, code: `${name}.localDescription.sdp` };
}
