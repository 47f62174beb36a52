import type { MethodCall } from "../../../../connection/input.ts";
import { localDescription } from "../../../../session/session.ts";
import type { DescriptionType } from "../../../../signaling/description.ts";
import type { SetMethod } from "../../../../signaling/names.ts";
import { type Argument, argumentOf, describing } from "../../calls/argument.ts";
import type { SourcedSdp } from "../../calls/peer.ts";
import type { OverlappingPair, OverlappingPeer } from "../overlapping-pair.ts";
import { callByName } from "./call-method.ts";
import { callOnObjects } from "./call-on-objects.ts";
import type { ConnectionAction, Wait } from "./connection-action.ts";

/** Carries out an action. Gives what is waited for before the next one; null where nothing is. */
export function performOverlapping(pair: OverlappingPair, action: ConnectionAction): Promise<void> | null {
  const [peer, other] = action.peer === "a" ? pair.peers : [pair.peers[1], pair.peers[0]];
  const { wait } = action;
  switch (action.do) {
    case "negotiate":
      return negotiate(pair, peer, other, action.calls);
    case "create":
      return callByName(pair, peer, wait, { method: action.type === "offer" ? "createOffer" : "createAnswer" }, []);
    case "set local":
      return callSet(
        pair,
        peer,
        wait,
        "setLocalDescription",
        ...(action.type === null ? [] : [argumentOf({ type: action.type })]),
      );
    case "set local created":
      return callSetCreated(pair, peer, wait, action.type);
    case "set remote":
      return callSetRemote(pair, peer, other, wait, action.type);
    case "roll back":
      return callSet(
        pair,
        peer,
        wait,
        action.side === "local" ? "setLocalDescription" : "setRemoteDescription",
        argumentOf({ type: "rollback" }),
      );
    default:
      return callOnObjects(pair, peer, action);
  }
}

function callSet(
  pair: OverlappingPair,
  peer: OverlappingPeer,
  wait: Wait,
  method: SetMethod,
  ...args: readonly Argument[]
) {
  const call: MethodCall = args[0] === undefined ? { method } : { method, description: args[0].value };
  return callByName(pair, peer, wait, call, args);
}

// So many calls of an exchange of offer and answer, one after the other.
async function negotiate(
  pair: OverlappingPair,
  offerer: OverlappingPeer,
  answerer: OverlappingPeer,
  calls: number,
): Promise<void> {
  const exchange = [
    () => setOwn(pair, offerer, "offer"),
    () => callSetRemote(pair, answerer, offerer, "rest", "offer"),
    () => setOwn(pair, answerer, "answer"),
    () => callSetRemote(pair, offerer, answerer, "rest", "answer"),
  ];
  for (const call of exchange.slice(0, calls)) await call();
}

// Where setLocalDescription() without SDP is not implemented, what was created is passed.
async function setOwn(pair: OverlappingPair, peer: OverlappingPeer, type: "offer" | "answer"): Promise<void> {
  await callSet(pair, peer, "rest", "setLocalDescription");
  if (pair.calls.at(-1)?.call.settlement?.error?.name !== "TypeError") return;
  await callByName(pair, peer, "rest", { method: type === "offer" ? "createOffer" : "createAnswer" }, []);
  await callSetCreated(pair, peer, "rest", type);
}

function callSetCreated(pair: OverlappingPair, peer: OverlappingPeer, wait: Wait, type: DescriptionType) {
  const created = peer.created[type === "offer" ? "offer" : "answer"];
  return created === null ? null : callSet(pair, peer, wait, "setLocalDescription", describing(type, created));
}

function callSetRemote(
  pair: OverlappingPair,
  peer: OverlappingPeer,
  other: OverlappingPeer,
  wait: Wait,
  type: DescriptionType,
) {
  const source = type === "offer" ? offerFrom(other) : answerFrom(other, peer);
  return source === null ? null : callSet(pair, peer, wait, "setRemoteDescription", describing(type, source));
}

// The offer that the peer has set; else one that it has created.
function offerFrom({ name, followed, created }: OverlappingPeer): SourcedSdp | null {
  const pending = followed.model.connection.session.pendingLocalDescription;
  if (pending?.type === "offer") return { sdp: pending.sdp, code: `${name}.pendingLocalDescription.sdp` };
  return created.offer;
}

// The peer's answer, unless it is one to another offer.
function answerFrom({ name, followed }: OverlappingPeer, offerer: OverlappingPeer): SourcedSdp | null {
  const { session } = followed.model.connection;
  const answer = localDescription(session);
  if (answer === null || answer.type === "offer") return null;
  const offered = offerer.followed.model.connection.session.pendingLocalDescription;
  const heard = session.pendingRemoteDescription ?? session.currentRemoteDescription;
  if (offered !== null && offered.sdp !== heard?.sdp) return null;
  return { sdp: answer.sdp, code: `${name}.localDescription.sdp` };
}
