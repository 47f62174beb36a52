import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { any, isObjectType } from "../web-idl/convert.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, optional, promiseMethod } from "../web-idl/members.ts";
import { deviceCapabilities, selectSettings, supportedConstraints, type TrackConstraints } from "./constraints.ts";
import { createStream } from "./stream-interface.ts";
import type { MediaContext, MediaSource } from "./track.ts";
import { createTrack, overconstrained } from "./track-interface.ts";

/** A device of a world. */
interface Device {
  readonly kind: "audioinput" | "videoinput" | "audiooutput";
  readonly deviceId: string;
  readonly groupId: string;
  readonly label: string;
}

/** What MediaDevices holds. */
export interface HeldMediaDevices {
  readonly context: MediaContext;
  readonly devices: readonly Device[];
}

/** The devices of a world: a microphone, a camera and a loudspeaker. */
export function createMediaDevices(context: MediaContext): {
  readonly object: object;
  readonly held: HeldMediaDevices;
} {
  const groupId = context.random.uuid();
  const device = (kind: Device["kind"], label: string): Device => ({
    ...{ kind, deviceId: context.random.uuid(), groupId, label },
  });
  const devices = [
    device("audioinput", "Fake microphone"),
    device("videoinput", "Fake camera"),
    device("audiooutput", "Fake loudspeaker"),
  ];
  const held = { context, devices };
  return { object: context.realm.create(mediaDevicesInterface, held), held };
}

/** @see https://w3c.github.io/mediacapture-main/#mediadevices */
export const mediaDevicesInterface = /* @__PURE__ */ defineInterface<HeldMediaDevices>("MediaDevices", {
  inherits: "EventTarget",
  members: {
    enumerateDevices: promiseMethod([], ({ context, devices }: HeldMediaDevices) =>
      inDeviceTask(context, () => devices.map((device) => ({ ...device, toJSON: () => ({ ...device }) }))),
    ),
    getSupportedConstraints: method([], () => Object.fromEntries(supportedConstraints.map((name) => [name, true]))),
    getUserMedia: promiseMethod([optional(any)], (held: HeldMediaDevices, constraints) =>
      getMedia(held, constraints, (kind) => inputOf(held, kind)),
    ),
    getDisplayMedia: promiseMethod([optional(any)], (held: HeldMediaDevices, constraints) =>
      getMedia(held, isObjectType(constraints) ? { video: true, ...constraints } : { video: true }, displayOf),
    ),
  },
  events: ["devicechange"],
});

/** @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
function getMedia(
  { context }: HeldMediaDevices,
  constraints: unknown,
  sourceOf: (kind: MediaKind) => MediaSource,
): Promise<object> {
  const { audio, video } = (isObjectType(constraints) ? constraints : {}) as { audio?: unknown; video?: unknown };
  const wanted = Object.entries({ audio, video }).filter(([, value]) => Boolean(value)) as [MediaKind, unknown][];
  if (wanted.length === 0)
    throw new TypeError(
      "getUserMedia: neither audio nor video is asked for. Pass { audio: true }, { video: true } or both.",
    );
  return inDeviceTask(context, () => {
    const tracks = wanted.map(([kind, value]) =>
      constrainedTrack(context, kind, sourceOf(kind), (isObjectType(value) ? { ...value } : {}) as TrackConstraints),
    );
    return createStream(context, tracks);
  });
}

/** A track of the microphone or of the camera, as getUserMedia() gives it without constraints. */
export function createDeviceTrack(held: HeldMediaDevices, kind: MediaKind): object {
  return constrainedTrack(held.context, kind, inputOf(held, kind), {});
}

function constrainedTrack(
  context: MediaContext,
  kind: MediaKind,
  source: MediaSource,
  constraints: TrackConstraints,
): object {
  const selected = selectSettings(kind, source.capabilities, constraints);
  if ("constraint" in selected) throw overconstrained(context, selected.constraint);
  return createTrack(context, {
    ...{ kind, source, settings: selected.settings, constraints },
    ...{ enabled: true, muted: false, readyState: "live", contentHint: "" },
  }).object;
}

function inputOf({ devices }: HeldMediaDevices, kind: MediaKind): MediaSource {
  const { label, deviceId, groupId } = devices.find((device) => device.kind === `${kind}input`) as Device;
  return { label, capabilities: { ...deviceCapabilities[kind], deviceId, groupId } };
}

function displayOf(kind: MediaKind): MediaSource {
  return { label: `Fake display ${kind}`, capabilities: deviceCapabilities[kind] };
}

function inDeviceTask<Result>({ clock }: MediaContext, run: () => Result): Promise<Result> {
  return new Promise((resolve, reject) =>
    clock.queueTask(() => {
      try {
        resolve(run());
      } catch (reason) {
        reject(reason);
      }
    }),
  );
}
