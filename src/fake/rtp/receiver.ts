import { domString } from "../web-idl/convert.ts";
import { presentMembers } from "../web-idl/dictionary.ts";
import { defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, promiseMethod, readonly, required } from "../web-idl/members.ts";
import { capabilitiesObject } from "./capabilities.ts";
import { type HeldTransceiver, transceiverSlots } from "./held-transceiver.ts";
import { negotiatedFor } from "./negotiated.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcrtpreceiver-interface */
export const receiverInterface = /* @__PURE__ */ defineInterface<HeldTransceiver>("RTCRtpReceiver", {
  members: {
    track: readonly(({ track }: HeldTransceiver) => track),
    transport: readonly((held: HeldTransceiver) => {
      const { transport } = transceiverSlots(held).receiver;
      return transport === null ? null : held.owner.dtlsTransport(transport);
    }),
    getParameters: method([], (held: HeldTransceiver) => {
      const { codecs, headerExtensions, reducedSize } = negotiatedFor(
        held.owner.driver.connection,
        transceiverSlots(held).mid,
      );
      return { headerExtensions, rtcp: { reducedSize }, codecs: codecs.map(presentMembers) };
    }),
    getContributingSources: method([], () => []),
    getSynchronizationSources: method([], () => []),
    getStats: promiseMethod([], (held: HeldTransceiver) =>
      held.owner.getStats("inbound-rtp", transceiverSlots(held).mid),
    ),
  },
  statics: {
    getCapabilities: method([required(domString)], (_: Realm, kind) => capabilitiesObject(kind)),
  },
});
