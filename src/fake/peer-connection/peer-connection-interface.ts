import { certificateInterface, createCertificate } from "../certificate/certificate.ts";
import { configurationObject, modelConfiguration, rtcConfiguration } from "../configuration/configuration.ts";
import { any } from "../web-idl/convert.ts";
import { constructedWith, defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, optional, promiseMethod, required } from "../web-idl/members.ts";
import { createPeerConnection } from "./create-peer-connection.ts";
import { type HeldPeerConnection, type Services, servicesOf } from "./held-peer-connection.ts";
import { mediaMembers } from "./media-members.ts";
import { negotiationMembers } from "./negotiation-members.ts";

/** @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface */
export const peerConnectionInterface = /* @__PURE__ */ defineInterface<HeldPeerConnection>("RTCPeerConnection", {
  inherits: "EventTarget",
  construction: constructedWith([optional(rtcConfiguration)], ({ realm, object }, configuration) =>
    createPeerConnection(realm, object, configuration),
  ),
  events: [
    ...["negotiationneeded", "icecandidate", "icecandidateerror", "signalingstatechange", "iceconnectionstatechange"],
    ...["icegatheringstatechange", "connectionstatechange", "track", "datachannel"],
  ],
  members: {
    ...negotiationMembers,
    ...mediaMembers,
    getConfiguration: method([], ({ configuration }: HeldPeerConnection) => configurationObject(configuration)),
    setConfiguration: method([optional(rtcConfiguration)], (peer: HeldPeerConnection, configuration) => {
      peer.driver.call({ method: "setConfiguration", configuration: modelConfiguration(configuration) });
      peer.configuration = configuration;
      peer.endpoint.setConfiguration(configuration);
    }),
  },
  statics: {
    generateCertificate: promiseMethod([required(any)], (realm: Realm) => {
      const { environment } = servicesOf.get(realm) as Services;
      const certificate = realm.create(certificateInterface, createCertificate(environment.random, 2_592_000_000));
      return new Promise((resolve) => environment.clock.queueTask(() => resolve(certificate)));
    }),
  },
});
