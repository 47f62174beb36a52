import type { MethodCall } from "../../connection/input.ts";
import { type EndpointName, otherPeer } from "../../exploration/world.ts";
import type { DescriptionType } from "../../signaling/description.ts";
import type { SdpType } from "../../signaling/transition-table.ts";
import type { Frame } from "../schedule/frame.ts";
import type { HandCall } from "./hand-call.ts";

/** Where a remote description comes from: the message that arrives next, or one that was sent before. */
export type Source = "next-message" | "sent-before";

/** A remote description that there is, and where it comes from; null where the other peer has sent none of that type. */
export function remoteDescriptionFor(
  { world, sent }: Frame,
  peer: EndpointName,
  type: SdpType,
): { readonly sdp: string; readonly source: Source } | null {
  const [message] = world.network[peer];
  if (message !== undefined && "description" in message && message.description.type === type)
    return { sdp: message.description.sdp, source: "next-message" };
  const before = type === "rollback" ? undefined : sent[otherPeer(peer)][type as DescriptionType];
  return before === undefined ? null : { sdp: before.sdp, source: "sent-before" };
}

/** The call with all that it is made with. */
export function madeCallByHand(frame: Frame, peer: EndpointName, call: HandCall): MethodCall {
  switch (call.method) {
    case "setLocalDescription":
      return call.type === null ? { method: call.method } : { method: call.method, description: { type: call.type } };
    case "setRemoteDescription": {
      const type = call.type ?? "offer";
      const sdp = remoteDescriptionFor(frame, peer, type)?.sdp ?? "";
      return { method: call.method, description: { type, sdp } };
    }
    case "addTransceiver":
      return { method: call.method, trackOrKind: call.kind };
    case "addTrack":
      return { method: call.method, track: { id: `${peer}-${frame.number}`, kind: call.kind }, streams: [peer] };
    case "createDataChannel":
      return { method: call.method, label: "" };
    case "setDirection":
    case "stop":
    case "removeTrack":
      return call;
    default:
      return { method: call.method };
  }
}
