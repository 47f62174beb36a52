import type { HeldCertificate } from "../certificate/certificate.ts";
import type { RtcConfiguration } from "../configuration/configuration.ts";
import type { Driver } from "../driver/driver.ts";
import type { ConnectionEndpoint } from "../network/endpoint.ts";
import type { EndpointSink } from "../network/endpoint-sink.ts";
import type { HeldTransceiver, TransceiverOwner } from "../rtp/held-transceiver.ts";
import type { RemoteMedia } from "../rtp/media.ts";
import type { Realm } from "../web-idl/interface.ts";
import type { Environment } from "../world/environment.ts";
import type { DescriptionObjects } from "./descriptions.ts";

/** What the peer connections of a world need of it. */
export interface Services {
  readonly environment: Environment;
  readonly media: RemoteMedia;
  createEndpoint(sink: EndpointSink): ConnectionEndpoint;
}

/** The services of each realm. */
export const servicesOf: WeakMap<Realm, Services> = /* @__PURE__ */ new WeakMap();

/** What an RTCPeerConnection holds beyond the model's connection. */
export interface HeldPeerConnection extends TransceiverOwner {
  readonly driver: Driver;
  readonly endpoint: ConnectionEndpoint;
  readonly media: RemoteMedia;
  configuration: RtcConfiguration;
  readonly certificates: readonly HeldCertificate[];
  /** Of the o= line. */
  readonly sessionId: string;
  readonly descriptions: DescriptionObjects;
  /** The transceivers in the set for which there are objects, by the model's ids. */
  readonly transceivers: Map<number, HeldTransceiver>;
  /** The remote streams that have tracks, by their ids. */
  readonly streams: Map<string, object>;
}
