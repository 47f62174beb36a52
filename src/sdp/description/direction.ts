/** The direction of a media section or a transceiver. RTCRtpTransceiverDirection without "stopped". @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiverdirection */
export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive";

/** Whether media may come in by that direction. */
export function receives(direction: Direction | null): boolean {
  return direction === "sendrecv" || direction === "recvonly";
}

/** Whether media may go out by that direction. */
export function sends(direction: Direction | null): boolean {
  return direction === "sendrecv" || direction === "sendonly";
}

/** The direction that sends and receives so. */
export function directionFrom(send: boolean, receive: boolean): Direction {
  if (send) return receive ? "sendrecv" : "sendonly";
  return receive ? "recvonly" : "inactive";
}

/** The direction from the other peer's point of view. */
export function reversedDirection(direction: Direction): Direction {
  return directionFrom(receives(direction), sends(direction));
}

/** What both directions allow. @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3.1 */
export function intersection(one: Direction, other: Direction): Direction {
  return directionFrom(sends(one) && sends(other), receives(one) && receives(other));
}
