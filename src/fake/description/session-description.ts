import type { SdpType } from "../../signaling/transition-table.ts";
import { sdpTypes } from "../../signaling/transition-table.ts";
import { domString, enumeration } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault, requiredMember } from "../web-idl/dictionary.ts";
import { constructedWith, defineInterface } from "../web-idl/interface.ts";
import { method, readonly, required } from "../web-idl/members.ts";

/** What an RTCSessionDescription holds: its SDP changes as candidates come. */
export interface HeldDescription {
  readonly type: SdpType;
  readonly sdp: string;
}

const sessionDescriptionInit = /* @__PURE__ */ dictionary("RTCSessionDescriptionInit", {
  type: requiredMember(enumeration(sdpTypes)),
  sdp: memberWithDefault(domString, ""),
});

/** @see https://w3c.github.io/webrtc-pc/#rtcsessiondescription-class */
export const sessionDescriptionInterface = /* @__PURE__ */ defineInterface<HeldDescription>("RTCSessionDescription", {
  construction: constructedWith([required(sessionDescriptionInit)], (_, { type, sdp }) => ({ type, sdp })),
  members: {
    type: readonly(({ type }: HeldDescription) => type),
    sdp: readonly(({ sdp }: HeldDescription) => sdp),
    toJSON: method([], ({ type, sdp }: HeldDescription) => ({ type, sdp })),
  },
});
