import { certificateInterface, createCertificate } from "../certificate/certificate.ts";
import { algorithmIdentifier, validityOf } from "../certificate/generate-certificate.ts";
import { configurationObject, modelConfiguration, rtcConfiguration } from "../configuration/configuration.ts";
import { constructedWith, defineInterface, type Realm } from "../web-idl/interface.ts";
import { method, optional, promiseMethod, required } from "../web-idl/members.ts";
import { createPeerConnection, iceServerRefusal } from "./create-peer-connection.ts";
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
      const { driver, endpoint } = peer;
      const call = { method: "setConfiguration", configuration: modelConfiguration(configuration) } as const;
      // What the model refuses comes first; nothing is changed where a server is refused.
      const refusal = driver.refusalOf(call) ?? iceServerRefusal(peer.realm, "setConfiguration()", configuration);
      if (refusal !== null) throw refusal;
      driver.call(call);
      peer.configuration = configuration;
      endpoint.setConfiguration(configuration);
    }),
  },
  statics: {
    generateCertificate: promiseMethod([required(algorithmIdentifier)], (realm: Realm, algorithm) => {
      const { environment } = servicesOf.get(realm) as Services;
      const held = createCertificate(environment.random, validityOf(realm, algorithm));
      return new Promise((resolve) =>
        environment.clock.queueTask(() => resolve(realm.create(certificateInterface, held))),
      );
    }),
  },
});
