import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { type Direction, directionFrom } from "../../sdp/description/direction.ts";
import { methodOf } from "../../signaling/names.ts";
import { type SdpType, sdpTypes, sides } from "../../signaling/transition-table.ts";

/** A call that somebody may make by hand, without what it is made with: the schedule finds that. */
export type HandCall =
  /** Without a type, only setLocalDescription(). */
  | { readonly method: "setLocalDescription" | "setRemoteDescription"; readonly type: SdpType | null }
  | { readonly method: "addTransceiver" | "addTrack"; readonly kind: MediaKind }
  | { readonly method: "setDirection"; readonly transceiver: number; readonly direction: Direction }
  | { readonly method: "stop" | "removeTrack"; readonly transceiver: number }
  | { readonly method: PlainMethod };

const plainMethods = [
  "createOffer",
  "createAnswer",
  "addIceCandidate",
  "createDataChannel",
  "restartIce",
  "close",
] as const;

/** A method that is called without a choice. */
export type PlainMethod = (typeof plainMethods)[number];

/** The directions that can be set. */
export const settableDirections: readonly Direction[] = [true, false].flatMap((send) =>
  [true, false].map((receive) => directionFrom(send, receive)),
);

const mediaKinds: readonly MediaKind[] = ["audio", "video"];

/** The calls that set or create descriptions, in the order of the specification's tables. */
export const negotiatingCalls: readonly HandCall[] = [
  { method: "setLocalDescription", type: null },
  ...sides.flatMap((side) => sdpTypes.map((type): HandCall => ({ method: methodOf(side), type }))),
  { method: "createOffer" },
  { method: "createAnswer" },
  { method: "addIceCandidate" },
];

/** The calls that change what is negotiated. */
export const mediaCalls: readonly HandCall[] = [
  ...mediaKinds.map((kind): HandCall => ({ method: "addTransceiver", kind })),
  ...mediaKinds.map((kind): HandCall => ({ method: "addTrack", kind })),
  { method: "createDataChannel" },
  { method: "restartIce" },
  { method: "close" },
];

/** The call as a word of a schedule, such as `setLocalDescription:offer`. */
export function handCallWord(call: HandCall): string {
  switch (call.method) {
    case "setLocalDescription":
    case "setRemoteDescription":
      return call.type === null ? call.method : `${call.method}:${call.type}`;
    case "addTransceiver":
    case "addTrack":
      return `${call.method}:${call.kind}`;
    case "setDirection":
      return `${call.method}:${call.transceiver}:${call.direction}`;
    case "stop":
    case "removeTrack":
      return `${call.method}:${call.transceiver}`;
    default:
      return call.method;
  }
}

/** The call of such a word; null for any other. */
export function handCallOf(word: string): HandCall | null {
  const simple = [...negotiatingCalls, ...mediaCalls].find((call) => handCallWord(call) === word);
  if (simple !== undefined) return simple;
  const [, method, id = "", way] = /^(setDirection|stop|removeTrack):(\d{1,4})(?::(\w+))?$/.exec(word) ?? [];
  const transceiver = Number(id);
  if (method === "stop" || method === "removeTrack") return way === undefined ? { method, transceiver } : null;
  const direction = settableDirections.find((name) => name === way);
  return method === "setDirection" && direction !== undefined ? { method, transceiver, direction } : null;
}

/** The call as an application writes it. */
export function handCallText(call: HandCall): string {
  switch (call.method) {
    case "setLocalDescription":
    case "setRemoteDescription":
      return `${call.method}(${call.type ?? ""})`;
    case "addTransceiver":
    case "addTrack":
      return `${call.method}(${call.kind})`;
    case "setDirection":
      return `direction = ${call.direction}`;
    default:
      return `${call.method}()`;
  }
}
