import { type Finding, judgeSdp } from "../sdp/index.ts";
import type { Side } from "../signaling/index.ts";
import { callName } from "./refuse.ts";
import type { Rejection } from "./rejection.ts";
import { codeEntry } from "./rejection-codes.ts";
import type { Description, Session } from "./session.ts";

/**
 * Judges the SDP of a description that the state allows to be set: its length, its syntax, then its content against
 * the session. The rejection, or null where it is acceptable or the session judges no SDP.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function sdpRejection(session: Session, side: Side, description: Description): Rejection | null {
  if (session.options.sdp === "opaque") return null;
  const finding = judgeSdp(description, side, session, session.options);
  return finding === null ? null : Object.freeze(rejectionOf(finding, session, side, description));
}

function rejectionOf(finding: Finding, { signalingState }: Session, side: Side, { type }: Description): Rejection {
  const { rule, reference, sdpLineNumber, mLineIndex, mid } = finding;
  const message = `${callName({ side, type })} is refused in ${signalingState}: ${placeOf(finding)}${finding.message}`;
  const base = { message: `${message} (rule ${rule})`, signalingState, side, type, rule, reference };
  if (finding.error === "RTCError") {
    const { error, code } = codeEntry("sdp-syntax-error");
    return { error, code, ...base, errorDetail: "sdp-syntax-error", sdpLineNumber: sdpLineNumber ?? 1 };
  }
  if (finding.error === "OperationError") {
    const { error, code } = codeEntry("sdp-too-long");
    return { error, code, ...base };
  }
  const { error, code } = codeEntry("sdp-not-acceptable");
  return { error, code, ...base, mLineIndex, mid, sdpLineNumber };
}

function placeOf({ sdpLineNumber, mLineIndex, mid }: Finding): string {
  const section = mLineIndex === null ? [] : [`m= section ${mLineIndex}${mid === null ? "" : ` (mid ${mid})`}`];
  const line = sdpLineNumber === null ? [] : [`line ${sdpLineNumber}`];
  const places = [...section, ...line];
  return places.length === 0 ? "" : `${places.join(", ")}: `;
}
