import type { CandidateInit } from "../../connection/candidate.ts";
import { unusableValue } from "../error/refusal.ts";
import { domString, enumeration, nullable, usvString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault } from "../web-idl/dictionary.ts";
import { constructedWith, defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, optional, readonly } from "../web-idl/members.ts";
import { unsignedShort } from "../web-idl/numbers.ts";
import { type CandidateFields, readCandidateFields } from "./candidate-attribute.ts";

/** What an RTCIceCandidate holds. */
export interface HeldCandidate extends CandidateInit, CandidateFields {
  readonly relayProtocol: "udp" | "tcp" | "tls" | null;
  readonly url: string | null;
}

/** RTCIceCandidateInit: what addIceCandidate() takes. @see https://w3c.github.io/webrtc-pc/#dom-rtcicecandidateinit */
export const iceCandidateInit = /* @__PURE__ */ dictionary("RTCIceCandidateInit", {
  candidate: memberWithDefault(domString, ""),
  sdpMid: memberWithDefault(nullable(domString), null),
  sdpMLineIndex: memberWithDefault(nullable(unsignedShort), null),
  usernameFragment: memberWithDefault(nullable(domString), null),
});

const localIceCandidateInit = /* @__PURE__ */ dictionary(
  "RTCLocalIceCandidateInit",
  {
    relayProtocol: memberWithDefault(nullable(enumeration(["udp", "tcp", "tls"])), null),
    url: memberWithDefault(nullable(usvString), null),
  },
  iceCandidateInit,
);

/** @see https://w3c.github.io/webrtc-pc/#rtcicecandidate-interface */
export const iceCandidateInterface = /* @__PURE__ */ defineInterface<HeldCandidate>("RTCIceCandidate", {
  construction: constructedWith([optional(localIceCandidateInit)], (_, init) => {
    if (init.sdpMid !== null || init.sdpMLineIndex !== null) return { ...init, ...readCandidateFields(init.candidate) };
    throw unusableValue("new RTCIceCandidate(): the candidate has neither sdpMid nor sdpMLineIndex. Pass one of them.");
  }),
  members: {
    candidate: readonly((held: HeldCandidate) => held.candidate),
    sdpMid: readonly((held: HeldCandidate) => held.sdpMid),
    sdpMLineIndex: readonly((held: HeldCandidate) => held.sdpMLineIndex),
    foundation: readonly((held: HeldCandidate) => held.foundation),
    component: readonly((held: HeldCandidate) => held.component),
    priority: readonly((held: HeldCandidate) => held.priority),
    address: readonly((held: HeldCandidate) => held.address),
    protocol: readonly((held: HeldCandidate) => held.protocol),
    port: readonly((held: HeldCandidate) => held.port),
    type: readonly((held: HeldCandidate) => held.type),
    tcpType: readonly((held: HeldCandidate) => held.tcpType),
    relatedAddress: readonly((held: HeldCandidate) => held.relatedAddress),
    relatedPort: readonly((held: HeldCandidate) => held.relatedPort),
    usernameFragment: readonly((held: HeldCandidate) => held.usernameFragment),
    relayProtocol: readonly((held: HeldCandidate) => held.relayProtocol),
    url: readonly((held: HeldCandidate) => held.url),
    toJSON: method([], ({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: HeldCandidate) => ({
      candidate,
      sdpMid,
      sdpMLineIndex,
      usernameFragment,
    })),
  },
});

/** Makes the RTCIceCandidate of a candidate, which may have no place, as a prflx one. */
export function createIceCandidate(realm: Realm, init: CandidateInit): object {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = init;
  return realm.create(iceCandidateInterface, {
    candidate,
    sdpMid,
    sdpMLineIndex,
    usernameFragment,
    ...readCandidateFields(candidate),
    relayProtocol: null,
    url: null,
  });
}
