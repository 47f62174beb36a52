import { failure, type Result, success } from "../../result.ts";
import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Direction } from "../../sdp/description/direction.ts";
import { isClosed } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseCall, refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { createTransceiver } from "../transceivers/create-transceiver.ts";
import {
  isDictionary,
  isMediaKind,
  type RawCall,
  type ReadCall,
  toDOMString,
  toStreamIds,
  toTrack,
} from "./arguments/arguments.ts";
import { type EncodingInit, toEncodingInits, validatedEncodings } from "./arguments/send-encodings.ts";
import { isDirection } from "./set-direction.ts";

/** addTransceiver(), which returns the transceiver. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtransceiver */
export const addTransceiver: ReadCall = ({ trackOrKind, init }) => {
  const isTrack = typeof trackOrKind === "object" && trackOrKind !== null;
  const track = isTrack ? toTrack(trackOrKind) : success(null);
  if (!track.ok) return track;
  const kind = track.value?.kind ?? toDOMString(trackOrKind);
  if (!isDictionary(init)) return failure("the second argument must be an object");
  const converted = toTransceiverInit(init ?? {});
  if (!converted.ok) return converted;
  const { direction, streams, sendEncodings } = converted.value;
  return success((draft, call) => {
    if (!isMediaKind(kind)) {
      const remedy = "Pass audio, video or a track.";
      return throwFrom(draft, call, refuseCall(draft, "addTransceiver", "kind-unknown", "the kind is unknown", remedy));
    }
    if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "addTransceiver"));
    const encodings = validatedEncodings(draft, kind, sendEncodings);
    if (!encodings.ok) return throwFrom(draft, call, encodings.reason);
    const sent = track.value?.id ?? null;
    const { id } = createTransceiver(draft, kind as MediaKind, sent, streams, encodings.value, direction, {});
    markModified(draft);
    updateNegotiationNeededFlag(draft);
    returnFrom(draft, call, id);
  });
};

interface ConvertedInit {
  readonly direction: Direction;
  readonly streams: readonly string[];
  readonly sendEncodings: readonly EncodingInit[];
}

// "stopped" is a word of the enumeration, but no direction to begin with.
function toTransceiverInit(init: RawCall): Result<ConvertedInit> {
  const { direction = "sendrecv", sendEncodings = [] } = init;
  const streams = toStreamIds(init.streams);
  if (!isDirection(direction)) return failure("the direction must be sendrecv, sendonly, recvonly or inactive");
  if (!streams.ok) return streams;
  const encodings = toEncodingInits(sendEncodings);
  if (!encodings.ok) return encodings;
  return success({ direction, streams: streams.value, sendEncodings: encodings.value });
}
