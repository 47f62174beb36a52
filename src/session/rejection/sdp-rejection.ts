import type { Finding } from "../../sdp/finding.ts";
import { judgeSdp } from "../../sdp/judge-sdp.ts";
import type { Description } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Session } from "../session.ts";
import { refusal } from "./refuse.ts";
import type { Rejection } from "./rejection.ts";

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
  const section = mLineIndex === null ? "" : `m= section ${mLineIndex}${mid === null ? "" : ` (mid ${mid})`}, `;
  const place = sdpLineNumber === null ? section : `${section}line ${sdpLineNumber}: `;
  const message = `${refusal({ side, type }, signalingState)}${place}${finding.message} (rule ${rule})`;
  const said = { message, signalingState, side, type, rule, reference };
  switch (finding.error) {
    case "RTCError": {
      const code = "sdp-syntax-error";
      return { error: finding.error, code, ...said, errorDetail: code, sdpLineNumber: sdpLineNumber ?? 1 };
    }
    case "OperationError":
      return { error: finding.error, code: "sdp-too-long", ...said };
    default:
      return { error: "InvalidAccessError", code: "sdp-not-acceptable", ...said, mLineIndex, mid, sdpLineNumber };
  }
}
