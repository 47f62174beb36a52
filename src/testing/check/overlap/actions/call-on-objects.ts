import { transceiversOf } from "../../../../connection/attributes.ts";
import type { MethodCall } from "../../../../connection/input.ts";
import { memberOf } from "../../../../oracle/evidence/plain-data.ts";
import type { MediaKind } from "../../../../sdp/create/capabilities.ts";
import { hasMethod } from "../abilities.ts";
import type { OverlappingPair, OverlappingPeer } from "../overlapping-pair.ts";
import { transceiversIn } from "../seen-transceiver.ts";
import { makeCall } from "./call-method.ts";
import type { ConnectionAction, ConnectionDeed } from "./connection-action.ts";

type ObjectDeed = Exclude<
  ConnectionDeed,
  { readonly do: "negotiate" | "create" | "set local" | "set local created" | "set remote" | "roll back" }
>;

/** Makes a call about transceivers, tracks, data channels or the whole connection, where the implementation has it. */
export function callOnObjects(
  pair: OverlappingPair,
  peer: OverlappingPeer,
  action: ConnectionAction & ObjectDeed,
): Promise<void> | null {
  const made = callOf(peer, action);
  if (made === null) return null;
  const { target, code, method, apply, isReturned } = made;
  if (apply === undefined && !hasMethod(target, code.name)) return null;
  const make = apply ?? (() => Reflect.apply(memberOf(target, code.name) as () => unknown, target, made.args ?? []));
  return makeCall(pair, peer, action.wait, method, { code: code.text, make, ...(isReturned ? { isReturned } : {}) });
}

interface ObjectCall {
  readonly method: MethodCall;
  readonly target: unknown;
  readonly code: { readonly name: string; readonly text: string };
  readonly args?: readonly unknown[];
  /** Instead of the method of that name. */
  readonly apply?: () => unknown;
  readonly isReturned?: (value: unknown, id: number) => boolean;
}

// Null where what it needs is missing.
function callOf(peer: OverlappingPeer, action: ObjectDeed): ObjectCall | null {
  const { pc, name } = peer;
  const onConnection = (method: MethodCall, args: readonly unknown[], text: string): ObjectCall => {
    const code = { name: method.method, text: `${name}.${method.method}(${text})` };
    return { method, target: pc, code, args };
  };
  switch (action.do) {
    case "close":
      return onConnection({ method: "close" }, [], "");
    case "restart ICE":
      return onConnection({ method: "restartIce" }, [], "");
    case "create data channel":
      return onConnection({ method: "createDataChannel", label: "check" }, ["check"], '"check"');
    case "add transceiver": {
      if (!peer.followed.abilities.transceivers) return null;
      const { kind, direction } = action;
      const call = onConnection(
        { method: "addTransceiver", trackOrKind: kind, init: { direction } },
        [kind, { direction }],
        `"${kind}", { direction: "${direction}" }`,
      );
      return { ...call, isReturned: (value, id) => value === objectWithId(peer, id) };
    }
    default:
      return callOnTransceiver(peer, action);
  }
}

function callOnTransceiver(
  peer: OverlappingPeer,
  action: Extract<ObjectDeed, { readonly of: number }>,
): ObjectCall | null {
  const { pc, name, followed } = peer;
  const transceivers = followed.abilities.transceivers ? transceiversOf(followed.model.connection) : [];
  const place = action.of % Math.max(transceivers.length, 1);
  const transceiver = transceivers[place]?.id;
  // What becomes of a transceiver that is stopped before it has an m= section, webrtc-pc leaves open (#2838).
  if (action.do === "stop" && transceivers[place]?.mid === null) return null;
  const target = transceiversIn(pc)?.[place];
  if (transceiver === undefined || target === undefined) return null;
  const text = `${name}.getTransceivers()[${place}]`;
  switch (action.do) {
    case "stop":
      return { method: { method: "stop", transceiver }, target, code: { name: "stop", text: `${text}.stop()` } };
    case "set direction": {
      const { direction } = action;
      const code = { name: "direction", text: `{ ${text}.direction = "${direction}"; }` };
      const apply = () => {
        (target as { direction: string }).direction = direction;
      };
      return { method: { method: "setDirection", transceiver, direction }, target, code, apply };
    }
    case "remove track": {
      const code = { name: "removeTrack", text: `${name}.removeTrack(${text}.sender)` };
      return { method: { method: "removeTrack", transceiver }, target: pc, code, args: [memberOf(target, "sender")] };
    }
    case "replace track": {
      const code = { name: "replaceTrack", text: `${text}.sender.replaceTrack(null)` };
      const sender = memberOf(target, "sender");
      return { method: { method: "replaceTrack", transceiver, track: null }, target: sender, code, args: [null] };
    }
    case "add track":
      return callOfAddTrack(peer, target, text, action.streams);
  }
}

// The tracks are those of the peer's own receivers: they need no device.
function callOfAddTrack(peer: OverlappingPeer, target: unknown, text: string, count: number): ObjectCall | null {
  const { pc, name } = peer;
  const track = memberOf(memberOf(target, "receiver"), "track");
  const [id, kind] = [memberOf(track, "id"), memberOf(track, "kind")];
  if (typeof id !== "string" || (kind !== "audio" && kind !== "video")) return null;
  const streams = streamsFor(peer, count);
  const ids = streams.map((stream) => String(memberOf(stream, "id")));
  const args = [`${text}.receiver.track`, ...streams.map((_, place) => `streamOf(${name}, ${place})`)].join(", ");
  return {
    method: { method: "addTrack", track: { id, kind: kind satisfies MediaKind }, streams: ids },
    target: pc,
    code: { name: "addTrack", text: `${name}.addTrack(${args})` },
    args: [track, ...streams],
    isReturned: (value, id) => value === memberOf(objectWithId(peer, id), "sender"),
  };
}

// Node has none.
const mediaPlatform: { readonly MediaStream?: new () => unknown } = globalThis as object;

// As many streams, where the platform has any.
function streamsFor({ streams }: OverlappingPeer, count: number): readonly unknown[] {
  const { MediaStream } = mediaPlatform;
  if (MediaStream === undefined) return [];
  while (streams.length < count) streams.push(new MediaStream());
  return streams.slice(0, count);
}

function objectWithId({ pc, followed }: OverlappingPeer, id: number): unknown {
  const place = transceiversOf(followed.model.connection).findIndex((transceiver) => transceiver.id === id);
  return transceiversIn(pc)?.[place];
}
