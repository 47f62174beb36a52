import { defineInterface } from "../../web-idl/interface.ts";
import { readonly } from "../../web-idl/members.ts";
import type { RtcSctpTransport } from "../data/sctp-transport.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcsctptransport-interface */
export const sctpTransportInterface = /* @__PURE__ */ defineInterface<RtcSctpTransport>("RTCSctpTransport", {
  inherits: "EventTarget",
  members: {
    transport: readonly(({ dtls }: RtcSctpTransport) => dtls.object),
    state: readonly(({ state }: RtcSctpTransport) => state),
    maxMessageSize: readonly(({ maxMessageSize }: RtcSctpTransport) => maxMessageSize),
    maxChannels: readonly(({ maxChannels }: RtcSctpTransport) => maxChannels),
  },
  events: ["statechange"],
});
