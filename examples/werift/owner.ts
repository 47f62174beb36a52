import type { Connection, Input, MethodCall, Track } from "jsep-machine/connection";
import type { RTCDtlsTransport } from "werift";
import type { MediaStreamTrack } from "./streams.ts";
import type { RTCRtpTransceiver } from "./transceiver.ts";

/** What the parts see of the peer connection that they belong to. */
export interface Owner {
  readonly connection: Connection;
  report(input: Input): void;
  call(method: MethodCall): unknown;
  transceiver(id: number): RTCRtpTransceiver;
  dtlsTransport(number: number | null): RTCDtlsTransport | null;
  /** What the connection knows of a track. */
  known(track: MediaStreamTrack): Track;
  track(id: string | null): MediaStreamTrack | null;
}
