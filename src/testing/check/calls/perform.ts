import type { DescriptionType } from "../../../signaling/description.ts";
import { nextSignalingState } from "../../../signaling/next-signaling-state.ts";
import type { Side } from "../../../signaling/transition-table.ts";
import { type Action, junkArguments } from "./action.ts";
import { type Argument, argumentOf, describing } from "./argument.ts";
import { callMethod, createDescription, otherOf, type Pair, peerNamed } from "./pair.ts";
import type { Peer } from "./peer.ts";
import { munging, notSdp, sdpEdits } from "./sdp-edit.ts";
import { answerFor, offerOf, ownDescription } from "./sources.ts";

/** Carries out an action, with all the calls that it needs. */
export async function perform(pair: Pair, action: Action): Promise<void> {
  const peer = await peerNamed(pair, action.peer);
  switch (action.do) {
    case "advance":
      return advance(pair, peer, action.side, action.as);
    case "create":
      await createDescription(pair, peer, action.type);
      return;
    case "set local":
      return setLocal(pair, peer, action.type);
    case "set local created":
      return setCreated(pair, peer, action.type, action.munged);
    case "set remote":
      return setRemote(pair, peer, action.type, action.edit);
    case "set remote text":
      return set(pair, peer, "remote", argumentOf({ type: action.type, sdp: notSdp[action.text] }));
    case "roll back":
      return set(pair, peer, action.side, argumentOf({ type: "rollback" }));
    case "junk":
      return set(pair, peer, action.side, argumentOf(junkArguments[action.junk]));
    case "close":
      return callMethod(pair, peer, "close", []);
  }
}

// Sets what may be set on that side in this state: a description of that type, else an offer.
function advance(pair: Pair, peer: Peer, side: Side, as: DescriptionType): Promise<void> {
  const { signalingState } = peer.oracle.session;
  const type = nextSignalingState(signalingState, side, as) === null ? "offer" : as;
  return side === "local" ? setCreated(pair, peer, type, false) : setRemote(pair, peer, type, null);
}

function set(pair: Pair, peer: Peer, side: Side, ...args: readonly Argument[]): Promise<void> {
  return callMethod(pair, peer, side === "local" ? "setLocalDescription" : "setRemoteDescription", args);
}

function setLocal(pair: Pair, peer: Peer, type: DescriptionType | null): Promise<void> {
  return type === null ? set(pair, peer, "local") : set(pair, peer, "local", argumentOf({ type }));
}

async function setCreated(pair: Pair, peer: Peer, type: DescriptionType, munged: boolean): Promise<void> {
  const created = await ownDescription(pair, peer, type === "offer" ? "offer" : "answer");
  if (created === null) return setLocal(pair, peer, type);
  return set(pair, peer, "local", describing(type, created, munged ? munging : null));
}

async function setRemote(pair: Pair, peer: Peer, type: DescriptionType, edit: number | null): Promise<void> {
  const other = await otherOf(pair, peer);
  const source = type === "offer" ? await offerOf(pair, other) : await answerFor(pair, peer, other);
  if (source === null) return;
  const change = edit === null ? null : (sdpEdits[edit] ?? null);
  return set(pair, peer, "remote", describing(type, source, change));
}
