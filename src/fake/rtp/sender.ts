import { domString, nullable } from "../web-idl/convert.ts";
import { defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, promiseMethod, readonly, required, variadic } from "../web-idl/members.ts";
import { capabilitiesObject } from "./capabilities.ts";
import { type HeldTransceiver, transceiverSlots } from "./held-transceiver.ts";
import { mediaStream, mediaStreamTrack } from "./media.ts";
import { currentSendParameters, objectOf, sendParametersArgument, setSendParameters } from "./send-parameters.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcrtpsender-interface */
export const senderInterface = /* @__PURE__ */ defineInterface<HeldTransceiver>("RTCRtpSender", {
  members: {
    track: readonly((held: HeldTransceiver) => {
      const { track } = transceiverSlots(held).sender;
      return track === null ? null : (held.owner.sentTracks.get(track) ?? null);
    }),
    transport: readonly((held: HeldTransceiver) => {
      const { transport } = transceiverSlots(held).sender;
      return transport === null ? null : held.owner.dtlsTransport(transport);
    }),
    replaceTrack: promiseMethod([required(nullable(mediaStreamTrack))], ({ owner, id }: HeldTransceiver, track) => {
      if (track !== null) owner.sentTracks.set(track.id, track);
      const passed = track === null ? null : { id: track.id, kind: track.kind };
      return owner.driver.promise({ method: "replaceTrack", transceiver: id, track: passed });
    }),
    getParameters: method([], (held: HeldTransceiver) => objectOf(currentSendParameters(held))),
    setParameters: promiseMethod([required(sendParametersArgument)], (held: HeldTransceiver, parameters) =>
      setSendParameters(held, parameters),
    ),
    setStreams: method([variadic(mediaStream)], ({ owner, id }: HeldTransceiver, streams) => {
      owner.driver.call({ method: "setStreams", transceiver: id, streams: streams.map((stream) => stream.id) });
    }),
    dtmf: readonly(({ dtmf }: HeldTransceiver) => dtmf),
    getStats: promiseMethod([], (held: HeldTransceiver) =>
      held.owner.getStats("outbound-rtp", transceiverSlots(held).mid),
    ),
  },
  statics: {
    getCapabilities: method([required(domString)], (_: Realm, kind) => capabilitiesObject(kind)),
  },
});
