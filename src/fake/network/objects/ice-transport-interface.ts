import { defineInterface } from "../../web-idl/interface.ts";
import { method, readonly } from "../../web-idl/members.ts";
import type { IceTransport } from "../ice/ice-transport.ts";

/** What an RTCIceCandidatePair holds. */
interface HeldPair {
  readonly local: object;
  readonly remote: object;
}

/** @see https://w3c.github.io/webrtc-pc/#rtcicecandidatepair */
export const iceCandidatePairInterface = /* @__PURE__ */ defineInterface<HeldPair>("RTCIceCandidatePair", {
  members: {
    local: readonly(({ local }: HeldPair) => local),
    remote: readonly(({ remote }: HeldPair) => remote),
  },
});

/** @see https://w3c.github.io/webrtc-pc/#rtcicetransport */
export const iceTransportInterface = /* @__PURE__ */ defineInterface<IceTransport>("RTCIceTransport", {
  inherits: "EventTarget",
  members: {
    role: readonly(({ role }: IceTransport) => role),
    component: readonly(() => "rtp"),
    state: readonly(({ state }: IceTransport) => state),
    gatheringState: readonly(({ gatheringState }: IceTransport) => gatheringState),
    getLocalCandidates: method([], ({ localCandidates }: IceTransport) => [...localCandidates]),
    getRemoteCandidates: method([], ({ remoteCandidates }: IceTransport) => [...remoteCandidates]),
    getSelectedCandidatePair: method([], ({ selectedCandidatePair }: IceTransport) => selectedCandidatePair),
    getLocalParameters: method([], ({ localParameters }: IceTransport) => copyOrNull(localParameters)),
    getRemoteParameters: method([], ({ remoteParameters }: IceTransport) => copyOrNull(remoteParameters)),
  },
  events: ["statechange", "gatheringstatechange", "selectedcandidatepairchange"],
});

function copyOrNull(parameters: object | null): object | null {
  return parameters === null ? null : { ...parameters };
}
