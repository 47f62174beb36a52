import { canTrickleIceCandidates } from "../../connection/attributes.ts";
import type { Connection } from "../../connection/connection.ts";
import type { SlotName } from "../../signaling/description.ts";
import { iceCandidateInit } from "../description/ice-candidate.ts";
import { type Convert, callback } from "../web-idl/convert.ts";
import { type Member, method, optional, overloads, promiseMethod, readonly, required } from "../web-idl/members.ts";
import { answerOptions, offerOptions, sessionDescriptionArgument } from "./arguments.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";

type Callback = (value?: unknown) => unknown;

/** A callback of the deprecated forms, which is called as a plain function. */
const voidFunction = callback as Convert<Callback>;

/**
 * The deprecated form of a method: the callbacks are called, and the promise that is returned is resolved in any case.
 *
 * @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
 */
function withCallbacks(promise: Promise<unknown>, success: Callback, failure: Callback): Promise<void> {
  promise.then(success, failure);
  return Promise.resolve();
}

function promiseOfOffer({ driver }: HeldPeerConnection, options: ReturnType<typeof offerOptions>): Promise<unknown> {
  return driver.promise({ method: "createOffer", options });
}

function promiseOfAnswer({ driver }: HeldPeerConnection): Promise<unknown> {
  return driver.promise({ method: "createAnswer" });
}

function promiseOfSetting(
  method: "setLocalDescription" | "setRemoteDescription",
  { driver }: HeldPeerConnection,
  description: unknown,
): Promise<unknown> {
  return driver.promise({ method, description });
}

function promiseOfCandidate({ driver }: HeldPeerConnection, candidate: ReturnType<typeof iceCandidateInit>) {
  return driver.promise({ method: "addIceCandidate", candidate });
}

function slot(...names: readonly [SlotName, ...SlotName[]]) {
  return readonly(({ driver: { connection }, descriptions }: HeldPeerConnection) =>
    descriptions.inSlot(connection, firstFilled(connection, names)),
  );
}

function firstFilled({ session }: Connection, names: readonly [SlotName, ...SlotName[]]): SlotName {
  return names.find((name) => session[name] !== null) ?? names[0];
}

/** What sets descriptions and says how far negotiation is. @see https://w3c.github.io/webrtc-pc/#interface-definition */
export const negotiationMembers: Readonly<Record<string, Member<HeldPeerConnection>>> = {
  createOffer: overloads(
    promiseMethod([optional(offerOptions)], promiseOfOffer),
    promiseMethod(
      [required(voidFunction), required(voidFunction), optional(offerOptions)],
      (peer: HeldPeerConnection, success, failure, options) =>
        withCallbacks(promiseOfOffer(peer, options), success, failure),
    ),
  ),
  createAnswer: overloads(
    promiseMethod([optional(answerOptions)], promiseOfAnswer),
    promiseMethod([required(voidFunction), required(voidFunction)], (peer: HeldPeerConnection, success, failure) =>
      withCallbacks(promiseOfAnswer(peer), success, failure),
    ),
  ),
  setLocalDescription: overloads(
    promiseMethod([optional(sessionDescriptionArgument)], (peer: HeldPeerConnection, description) =>
      promiseOfSetting("setLocalDescription", peer, description),
    ),
    promiseMethod(
      [required(sessionDescriptionArgument), required(voidFunction), required(voidFunction)],
      (peer: HeldPeerConnection, description, success, failure) =>
        withCallbacks(promiseOfSetting("setLocalDescription", peer, description), success, failure),
    ),
  ),
  setRemoteDescription: overloads(
    promiseMethod([required(sessionDescriptionArgument)], (peer: HeldPeerConnection, description) =>
      promiseOfSetting("setRemoteDescription", peer, description),
    ),
    promiseMethod(
      [required(sessionDescriptionArgument), required(voidFunction), required(voidFunction)],
      (peer: HeldPeerConnection, description, success, failure) =>
        withCallbacks(promiseOfSetting("setRemoteDescription", peer, description), success, failure),
    ),
  ),
  addIceCandidate: overloads(
    promiseMethod([optional(iceCandidateInit)], promiseOfCandidate),
    promiseMethod(
      [required(iceCandidateInit), required(voidFunction), required(voidFunction)],
      (peer: HeldPeerConnection, candidate, success, failure) =>
        withCallbacks(promiseOfCandidate(peer, candidate), success, failure),
    ),
  ),
  localDescription: slot("pendingLocalDescription", "currentLocalDescription"),
  currentLocalDescription: slot("currentLocalDescription"),
  pendingLocalDescription: slot("pendingLocalDescription"),
  remoteDescription: slot("pendingRemoteDescription", "currentRemoteDescription"),
  currentRemoteDescription: slot("currentRemoteDescription"),
  pendingRemoteDescription: slot("pendingRemoteDescription"),
  signalingState: readonly(({ driver }: HeldPeerConnection) => driver.connection.session.signalingState),
  iceGatheringState: readonly(({ endpoint }: HeldPeerConnection) => endpoint.iceGatheringState),
  iceConnectionState: readonly(({ endpoint }: HeldPeerConnection) => endpoint.iceConnectionState),
  connectionState: readonly(({ endpoint }: HeldPeerConnection) => endpoint.connectionState),
  canTrickleIceCandidates: readonly(({ driver }: HeldPeerConnection) => canTrickleIceCandidates(driver.connection)),
  restartIce: method([], ({ driver }: HeldPeerConnection) => {
    driver.call({ method: "restartIce" });
  }),
  close: method([], ({ driver }: HeldPeerConnection) => {
    driver.call({ method: "close" });
  }),
};
