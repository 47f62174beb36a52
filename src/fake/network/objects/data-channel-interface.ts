import { any } from "../../web-idl/convert.ts";
import { defineInterface } from "../../web-idl/interface.ts";
import { method, readonly, required, writable, writableEnumeration } from "../../web-idl/members.ts";
import { unsigned } from "../../web-idl/numbers.ts";
import type { RtcDataChannel } from "../data/data-channel.ts";
import { sendData } from "../data/send.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcdatachannel */
export const dataChannelInterface = /* @__PURE__ */ defineInterface<RtcDataChannel>("RTCDataChannel", {
  inherits: "EventTarget",
  members: {
    label: readonly(({ init }: RtcDataChannel) => init.label),
    ordered: readonly(({ init }: RtcDataChannel) => init.ordered),
    maxPacketLifeTime: readonly(({ init }: RtcDataChannel) => init.maxPacketLifeTime),
    maxRetransmits: readonly(({ init }: RtcDataChannel) => init.maxRetransmits),
    protocol: readonly(({ init }: RtcDataChannel) => init.protocol),
    negotiated: readonly(({ init }: RtcDataChannel) => init.negotiated),
    id: readonly(({ id }: RtcDataChannel) => id),
    readyState: readonly(({ readyState }: RtcDataChannel) => readyState),
    bufferedAmount: readonly(({ bufferedAmount }: RtcDataChannel) => bufferedAmount),
    bufferedAmountLowThreshold: writable(
      (channel: RtcDataChannel) => channel.bufferedAmountLowThreshold,
      unsigned(32, "enforce-range"),
      (channel, value) => {
        channel.bufferedAmountLowThreshold = value;
      },
    ),
    binaryType: writableEnumeration(
      (channel: RtcDataChannel) => channel.binaryType,
      ["blob", "arraybuffer"],
      (channel, value) => {
        channel.binaryType = value;
      },
    ),
    close: method([], (channel: RtcDataChannel) => channel.close()),
    send: method([required(any)], (channel: RtcDataChannel, data) => sendData(channel, data)),
  },
  events: ["open", "bufferedamountlow", "error", "closing", "close", "message"],
});
