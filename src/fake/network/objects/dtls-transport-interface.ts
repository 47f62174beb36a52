import { defineInterface } from "../../web-idl/interface.ts";
import { method, readonly } from "../../web-idl/members.ts";
import type { DtlsTransport } from "../dtls-transport.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcdtlstransport-interface */
export const dtlsTransportInterface = /* @__PURE__ */ defineInterface<DtlsTransport>("RTCDtlsTransport", {
  inherits: "EventTarget",
  members: {
    iceTransport: readonly(({ ice }: DtlsTransport) => ice.object),
    state: readonly(({ state }: DtlsTransport) => state),
    getRemoteCertificates: method([], ({ remoteCertificates }: DtlsTransport) =>
      remoteCertificates.map((certificate) => certificate.slice(0)),
    ),
  },
  events: ["statechange", "error"],
});
