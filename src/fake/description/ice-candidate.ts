import type { CandidateInit } from "../../connection/candidate.ts";
import { unusableValue } from "../error/refusal.ts";
import { domString, enumeration, nullable, usvString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault } from "../web-idl/dictionary.ts";
import { constructedWith, defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, optional, readonly } from "../web-idl/members.ts";
import { unsignedShort } from "../web-idl/numbers.ts";
import { type CandidateFields, readCandidateFields } from "./candidate-attribute.ts";

/** What an RTCIceCandidate holds. The fields of its attribute are read when one of them is. */
export interface HeldCandidate extends CandidateInit {
  readonly relayProtocol: "udp" | "tcp" | "tls" | null;
  readonly url: string | null;
  fields: CandidateFields | null;
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

/** The fields of the attribute of a candidate. */
export function fieldsOf(held: HeldCandidate): CandidateFields {
  held.fields ??= readCandidateFields(held.candidate);
  return held.fields;
}

function field(name: keyof CandidateFields) {
  return readonly((held: HeldCandidate) => fieldsOf(held)[name]);
}

/** @see https://w3c.github.io/webrtc-pc/#rtcicecandidate-interface */
export const iceCandidateInterface = /* @__PURE__ */ defineInterface<HeldCandidate>("RTCIceCandidate", {
  construction: constructedWith([optional(localIceCandidateInit)], (_, init) => {
    if (init.sdpMid !== null || init.sdpMLineIndex !== null) return { ...init, fields: null };
    throw unusableValue("new RTCIceCandidate(): the candidate has neither sdpMid nor sdpMLineIndex. Pass one of them.");
  }),
  members: {
    candidate: readonly((held: HeldCandidate) => held.candidate),
    sdpMid: readonly((held: HeldCandidate) => held.sdpMid),
    sdpMLineIndex: readonly((held: HeldCandidate) => held.sdpMLineIndex),
    foundation: field("foundation"),
    component: field("component"),
    priority: field("priority"),
    address: field("address"),
    protocol: field("protocol"),
    port: field("port"),
    type: field("type"),
    tcpType: field("tcpType"),
    relatedAddress: field("relatedAddress"),
    relatedPort: field("relatedPort"),
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
    relayProtocol: null,
    url: null,
    fields: null,
  });
}
