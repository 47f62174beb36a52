import type { Direction } from "../../sdp/description/direction.ts";
import { domString, sequenceOf } from "../web-idl/convert.ts";
import { dictionary, optionalMember, presentMembers, requiredMember } from "../web-idl/dictionary.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, readonly, required, writableEnumeration } from "../web-idl/members.ts";
import { unsignedLong, unsignedShort } from "../web-idl/numbers.ts";
import { type HeldTransceiver, transceiverSlots } from "./held-transceiver.ts";

/** RTCRtpCodec. @see https://w3c.github.io/webrtc-pc/#rtcrtpcodec */
export const rtpCodec = /* @__PURE__ */ dictionary("RTCRtpCodec", {
  mimeType: requiredMember(domString),
  clockRate: requiredMember(unsignedLong),
  channels: optionalMember(unsignedShort),
  sdpFmtpLine: optionalMember(domString),
});

/** RTCRtpTransceiverDirection. */
export const transceiverDirections = ["sendrecv", "sendonly", "recvonly", "inactive", "stopped"] as const;

/** @see https://w3c.github.io/webrtc-pc/#rtcrtptransceiver-interface */
export const transceiverInterface = /* @__PURE__ */ defineInterface<HeldTransceiver>("RTCRtpTransceiver", {
  members: {
    mid: readonly((held: HeldTransceiver) => transceiverSlots(held).mid),
    sender: readonly(({ sender }: HeldTransceiver) => sender),
    receiver: readonly(({ receiver }: HeldTransceiver) => receiver),
    direction: writableEnumeration(
      (held: HeldTransceiver) => (transceiverSlots(held).stopping ? "stopped" : transceiverSlots(held).direction),
      transceiverDirections,
      ({ owner, id }, direction) => {
        owner.driver.call({ method: "setDirection", transceiver: id, direction: direction as Direction });
      },
    ),
    currentDirection: readonly((held: HeldTransceiver) => {
      const { stopped, currentDirection } = transceiverSlots(held);
      return stopped ? "stopped" : currentDirection;
    }),
    // webrtc-pc has removed it; browsers have it still, and applications read it.
    stopped: readonly((held: HeldTransceiver) => transceiverSlots(held).stopped),
    stop: method([], ({ owner, id }: HeldTransceiver) => {
      owner.driver.call({ method: "stop", transceiver: id });
    }),
    setCodecPreferences: method([required(sequenceOf(rtpCodec))], ({ owner, id }: HeldTransceiver, codecs) => {
      owner.driver.call({ method: "setCodecPreferences", transceiver: id, codecs: codecs.map(presentMembers) });
    }),
  },
});
