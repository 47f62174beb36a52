import type { Finding } from "../../sdp/finding.ts";
import { judgeSdp } from "../../sdp/judge-sdp.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { SetDescription } from "../apply.ts";
import type { Session } from "../session.ts";
import { refusal } from "./refuse.ts";
import type { Rejection } from "./rejection.ts";

/**
 * Judges the SDP of a description that the state allows to be set: its length, its syntax, then its content against
 * the session. The rejection, or null where it is acceptable or the session does not judge the SDP of that side.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function sdpRejection(session: Session, side: Side, { type, sdp }: SetDescription): Rejection | null {
  if (type === "rollback" || !judgesSdpOf(side, session.options.sdp)) return null;
  const finding = judgeSdp({ type, sdp }, side, session, session.options);
  return finding === null ? null : Object.freeze(rejectionFrom(finding, session, { side, type }));
}

/** Does a session with that option judge the SDP of that side's descriptions? */
export function judgesSdpOf(side: Side, option: Session["options"]["sdp"]): boolean {
  return option === "validate" || (option === "validate-remote" && side === "remote");
}

function rejectionFrom(finding: Finding, session: Session, call: Pick<Rejection, "side" | "type">): Rejection {
  const { rule, reference, sdpLineNumber, sdpColumn, mLineIndex, mid } = finding;
  const section = mLineIndex === null ? "" : `m= section ${mLineIndex}${mid === null ? "" : ` (mid ${mid})`}, `;
  const column = sdpColumn === null ? "" : `, column ${sdpColumn}`;
  const place = sdpLineNumber === null ? section : `${section}line ${sdpLineNumber}${column}: `;
  const message = `${refusal(session, call)}${place}${finding.message} (rule ${rule})`;
  const base = { message, signalingState: session.signalingState, ...call, rule, reference };
  switch (finding.error) {
    case "RTCError": {
      const code = "sdp-syntax-error";
      return { error: finding.error, code, ...base, errorDetail: code, sdpLineNumber: sdpLineNumber ?? 1 };
    }
    case "OperationError":
      return { error: finding.error, code: "sdp-too-long", ...base };
    default:
      return { error: "InvalidAccessError", code: "sdp-not-acceptable", ...base, mLineIndex, mid, sdpLineNumber };
  }
}
