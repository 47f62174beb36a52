import { createConnection } from "../../connection/create-connection.ts";
import { certificateInterface, createCertificate, type HeldCertificate } from "../certificate/certificate.ts";
import { thirtyDays } from "../certificate/generate-certificate.ts";
import { certificatesOf, modelConfiguration, type RtcConfiguration } from "../configuration/configuration.ts";
import { iceServerFault } from "../configuration/ice-servers.ts";
import { Driver } from "../driver/driver.ts";
import { exceptionIn, refusedIn } from "../error/exceptions.ts";
import { iceEventInterface } from "../events/events.ts";
import type { EndpointSink } from "../network/endpoint-sink.ts";
import { capabilities } from "../rtp/capabilities.ts";
import type { Realm } from "../web-idl/interface.ts";
import { carryOutEffect, fireEvent, fireOf } from "./carry-out.ts";
import { DescriptionObjects } from "./descriptions.ts";
import { doWork } from "./do-work.ts";
import { getStats } from "./get-stats.ts";
import { type HeldPeerConnection, type Services, servicesOf } from "./held-peer-connection.ts";
import { forgetThoseThatLeft, noteThoseThatLeft } from "./transceiver-objects.ts";

/** What an RTCPeerConnection holds that is constructed. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection */
export function createPeerConnection(
  realm: Realm,
  object: object,
  configuration: RtcConfiguration,
): HeldPeerConnection {
  const { environment, media, createEndpoint } = servicesOf.get(realm) as Services;
  const certificates = usableCertificates(realm, configuration);
  const refusal =
    unmuxedRefusal(realm, configuration) ?? iceServerRefusal(realm, "new RTCPeerConnection()", configuration);
  if (refusal !== null) throw refusal;
  const peer: { -readonly [Key in keyof HeldPeerConnection]?: HeldPeerConnection[Key] } = {
    realm,
    environment,
    object,
    media,
    configuration,
    certificates: certificates.length > 0 ? certificates : [createCertificate(environment.random, thirtyDays)],
    sessionId: environment.random.sessionId(),
    cname: environment.random.iceChars(16),
    sentTracks: new Map(),
    descriptions: new DescriptionObjects(realm),
    transceivers: new Map(),
    streams: new Map(),
    dtlsTransport: (transport) => held.endpoint.dtlsTransport(transport),
    isConnected: () => held.endpoint.connectionState === "connected",
    getStats: (type, mid) => getStats(held, { type, mid }),
  };
  const held = peer as HeldPeerConnection;
  const log = environment.trace.connection();
  peer.driver = new Driver(
    createConnection({ ...modelConfiguration(configuration), capabilities, ...environment.texts }),
    {
      clock: environment.clock,
      readings: environment.readings,
      doWork: (work, operation) => doWork(held, work, operation),
      changed: (before, after) => noteThoseThatLeft(held, before, after),
      carryOut: (effect) => {
        if (effect.type === "signalingstatechange") log.stateChanged(effect.signalingState);
        carryOutEffect(held, effect);
      },
      carriedOut: (before, after) => {
        forgetThoseThatLeft(held);
        held.descriptions.update(before, after);
        held.endpoint.connectionChanged(after);
      },
      exceptionOf: (rejection) => exceptionIn(realm, rejection),
      log,
    },
  );
  peer.endpoint = createEndpoint(sinkOf(held));
  peer.endpoint.setConfiguration(configuration);
  environment.connections.add(object);
  return held;
}

function usableCertificates(realm: Realm, configuration: RtcConfiguration): readonly HeldCertificate[] {
  const certificates = certificatesOf(configuration);
  if (certificates.every(({ expires }) => expires > Date.now())) return certificates;
  const message = `new RTCPeerConnection(): an ${certificateInterface.name} has expired. Generate another one.`;
  throw refusedIn(realm, "InvalidAccessError", message, "certificate-expired", "dom-peerconnection");
}

// What webrtc-pc said as long as it had "negotiate".
function unmuxedRefusal(realm: Realm, { rtcpMuxPolicy }: RtcConfiguration): Error | null {
  if (rtcpMuxPolicy === "require") return null;
  const message = 'new RTCPeerConnection(): rtcpMuxPolicy "negotiate" is not supported. Leave it out.';
  return refusedIn(realm, "NotSupportedError", message, "configuration-unusable", "dom-rtcrtcpmuxpolicy");
}

/** The exception of a configuration whose ICE servers cannot be used; null where they can. */
export function iceServerRefusal(realm: Realm, what: string, configuration: RtcConfiguration): Error | null {
  const fault = iceServerFault(configuration);
  if (fault === null) return null;
  const message = `${what}: ${fault.message}`;
  return refusedIn(realm, fault.error, message, "configuration-unusable", "set-the-configuration");
}

function sinkOf(peer: HeldPeerConnection): EndpointSink {
  const [{ der, fingerprint }] = peer.certificates as readonly [HeldCertificate];
  return {
    gathered: (candidate) => peer.driver.report({ type: "gathered", candidate }),
    iceGatheringStateChanged: () => fireEvent(peer, "icegatheringstatechange"),
    gatheringEnded: () => fireOf(peer, iceEventInterface, "icecandidate", { candidate: null }),
    iceConnectionStateChanged: () => fireEvent(peer, "iceconnectionstatechange"),
    connectionStateChanged: () => fireEvent(peer, "connectionstatechange"),
    dataChannelOpened: (id) => peer.driver.report({ type: "data-channel-opened", id }),
    dataChannelClosed: (channel) => peer.driver.report({ type: "data-channel-closed", channel }),
    mediaFlows: (transceiver, flows) => peer.driver.report({ type: "media", transceiver, flows }),
    certificate: { der, fingerprint: fingerprint.value },
  };
}
