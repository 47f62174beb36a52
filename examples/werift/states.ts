import type { Transport } from "./transport.ts";

/** The states that sum up those of the transports. */
export interface TransportStates {
  readonly iceGatheringState: string;
  readonly iceConnectionState: string;
  readonly connectionState: string;
}

/** @see https://w3c.github.io/webrtc-pc/#rtcicegatheringstate-enum, and the two enumerations after it */
export function transportStates(isClosed: boolean, transports: readonly Transport[]): TransportStates {
  const gathering = transports.map(({ ice }) => ice.gatheringState as string);
  const ice = transports.map(({ iceState }) => iceState);
  const both = transports.map(({ iceState, dtls }) => (dtls.state === "new" ? iceState : dtls.state));
  const iceGatheringState = gathering.includes("gathering")
    ? "gathering"
    : all(gathering, ["complete"])
      ? "complete"
      : "new";
  if (isClosed) return { iceGatheringState, iceConnectionState: "closed", connectionState: "closed" };
  return {
    iceGatheringState,
    iceConnectionState: summary(ice, "checking"),
    connectionState: summary(both, "connecting"),
  };
}

function summary(states: readonly string[], underWay: string): string {
  if (states.includes("failed")) return "failed";
  if (states.includes("disconnected")) return "disconnected";
  if (states.every((state) => state === "new" || state === "closed")) return "new";
  return all(states, ["connected", "completed", "closed"]) ? "connected" : underWay;
}

function all(states: readonly string[], wanted: readonly string[]): boolean {
  return states.length > 0 && states.every((state) => wanted.includes(state));
}
