/** RTCIceTransportState, which is RTCIceConnectionState too. @see https://w3c.github.io/webrtc-pc/#rtcicetransportstate */
export type IceState = "closed" | "failed" | "disconnected" | "new" | "checking" | "completed" | "connected";

/** RTCIceGathererState, which is RTCIceGatheringState too. @see https://w3c.github.io/webrtc-pc/#rtcicegathererstate */
export type GatheringState = "new" | "gathering" | "complete";

/** RTCDtlsTransportState. @see https://w3c.github.io/webrtc-pc/#rtcdtlstransportstate-enum */
export type DtlsState = "new" | "connecting" | "connected" | "closed" | "failed";

/** RTCPeerConnectionState. @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectionstate-enum */
export type ConnectionState = "closed" | "failed" | "disconnected" | "new" | "connecting" | "connected";

/** Derives RTCIceGatheringState. @see https://w3c.github.io/webrtc-pc/#rtcicegatheringstate-enum */
export function derivedGatheringState(transports: readonly GatheringState[]): GatheringState {
  if (transports.includes("gathering")) return "gathering";
  return transports.length === 0 || transports.includes("new") ? "new" : "complete";
}

/** Derives RTCIceConnectionState of a connection that is open. @see https://w3c.github.io/webrtc-pc/#rtciceconnectionstate-enum */
export function derivedIceConnectionState(transports: readonly IceState[]): IceState {
  const all = (...states: readonly IceState[]) => transports.every((state) => states.includes(state));
  if (transports.includes("failed")) return "failed";
  if (transports.includes("disconnected")) return "disconnected";
  if (all("new", "closed")) return "new";
  if (transports.includes("new") || transports.includes("checking")) return "checking";
  return all("completed", "closed") ? "completed" : "connected";
}

/**
 * Derives RTCPeerConnectionState of a connection that is open. The text has "connected" only where
 * `[[IceConnectionState]]` is, and thereby "connecting" where that is "completed", which nothing implements: here
 * "completed" is as good as "connected".
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectionstate-enum
 */
export function derivedConnectionState(ice: IceState, transports: readonly DtlsState[]): ConnectionState {
  const all = (...states: readonly DtlsState[]) => transports.every((state) => states.includes(state));
  if (ice === "closed") return "closed";
  if (ice === "failed" || transports.includes("failed")) return "failed";
  if (ice === "disconnected") return "disconnected";
  if (ice === "new" && all("new", "closed")) return "new";
  return (ice === "connected" || ice === "completed") && all("connected", "closed") ? "connected" : "connecting";
}
