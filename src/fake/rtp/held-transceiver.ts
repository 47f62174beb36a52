import { transceiverWithId } from "../../connection/draft.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Driver } from "../driver/driver.ts";
import type { Realm } from "../web-idl/interface.ts";
import type { Environment } from "../world/environment.ts";
import type { SentTrack } from "./media.ts";

/** The peer connection, as its transceivers see it. */
export interface TransceiverOwner {
  readonly realm: Realm;
  readonly environment: Environment;
  readonly driver: Driver;
  /** The RTCPeerConnection. */
  readonly object: object;
  /** The tracks that were passed, by their ids. */
  readonly sentTracks: Map<string, SentTrack>;
  /** Of RTCP. */
  readonly cname: string;
  dtlsTransport(transport: number): object;
  /** Is its connectionState "connected"? */
  isConnected(): boolean;
  /** The RTCStatsReport on the streams that the transceiver with that mid sends, or receives. */
  getStats(type: "outbound-rtp" | "inbound-rtp", mid: string | null): Promise<object>;
}

/** What an RTCRtpTransceiver holds, and its RTCRtpSender and RTCRtpReceiver too. */
export interface HeldTransceiver {
  readonly owner: TransceiverOwner;
  /** The model's. */
  readonly id: number;
  readonly kind: MediaKind;
  /** The slots that it had when it left the set of transceivers; null as long as it is there. */
  left: Transceiver | null;
  /** `[[LastReturnedParameters]]`. */
  lastReturnedParameters: object | null;
  transceiver: object;
  sender: object;
  /** The sender's RTCDTMFSender; null for video. */
  dtmf: object | null;
  receiver: object;
  /** The receiver's. */
  readonly track: object;
}

/** Its internal slots. */
export function transceiverSlots({ owner, id, left }: HeldTransceiver): Transceiver {
  return left ?? (transceiverWithId(owner.driver.connection, id) as Transceiver);
}

/** Notes that it has left the set: it is stopped. `before` are its slots until then. */
export function leaveSet(held: HeldTransceiver, before: Transceiver): void {
  const wasAssociated = before.associatedInStable;
  held.left = {
    ...before,
    mid: wasAssociated ? before.mid : null,
    stopping: true,
    stopped: true,
    receptive: false,
    direction: "inactive",
    currentDirection: null,
  };
}
