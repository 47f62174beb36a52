import type { DescriptionType } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Sdp } from "../description/description.ts";
import type { Exchange } from "../description/negotiation.ts";

/** RTCRtcpMuxPolicy: whether RTCP must be multiplexed, or may be negotiated. */
export type RtcpMuxPolicy = "require" | "negotiate";

/** A description that is being judged, with everything it is judged against; what cannot be read is null. */
export interface JudgedDescription {
  readonly sdp: Sdp;
  /** Null judges only what holds for every type. */
  readonly type: DescriptionType | null;
  /** Null judges only what holds on both sides. */
  readonly side: Side | null;
  readonly rtcpMuxPolicy: RtcpMuxPolicy;
  /** The offer that it answers. */
  readonly offer: Sdp | null;
  /** The last final exchange. */
  readonly negotiated: Exchange | null;
  /** The same offer with a provisional answer that this one replaces. */
  readonly provisional: Exchange | null;
  /** The remote offer that this remote offer replaces. */
  readonly replaced: Sdp | null;
}
