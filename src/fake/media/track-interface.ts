import { domExceptionIn } from "../error/exceptions.ts";
import { unusableValue } from "../error/refusal.ts";
import { createHeld } from "../network/objects/create-held.ts";
import { boolean, type Convert, domString, isObjectType } from "../web-idl/convert.ts";
import { defineInterface } from "../web-idl/interface.ts";
import { method, optional, promiseMethod, readonly, writable } from "../web-idl/members.ts";
import { selectSettings, type TrackCapabilities, type TrackConstraints } from "./constraints.ts";
import type { HeldTrack, MediaContext } from "./track.ts";

const contentHints: Readonly<Record<string, readonly string[]>> = {
  audio: ["", "speech", "speech-recognition", "music"],
  video: ["", "motion", "detail", "text"],
};

/** MediaTrackConstraints: the members are read when they are used. */
const trackConstraints: Convert<TrackConstraints> = (value, what) => {
  if (value === undefined || value === null) return {};
  if (!isObjectType(value)) throw unusableValue(`${what} must be an object, found a ${typeof value}`);
  return { ...value } as TrackConstraints;
};

/** @see https://w3c.github.io/mediacapture-main/#mediastreamtrack */
export const trackInterface = /* @__PURE__ */ defineInterface<HeldTrack>("MediaStreamTrack", {
  inherits: "EventTarget",
  members: {
    kind: readonly(({ kind }: HeldTrack) => kind),
    id: readonly(({ id }: HeldTrack) => id),
    label: readonly(({ source }: HeldTrack) => source.label),
    enabled: writable(
      (track: HeldTrack) => track.enabled,
      boolean,
      (track, value) => {
        track.enabled = value;
      },
    ),
    muted: readonly(({ muted }: HeldTrack) => muted),
    readyState: readonly(({ readyState }: HeldTrack) => readyState),
    contentHint: writable(
      (track: HeldTrack) => track.contentHint,
      domString,
      (track, value) => {
        if (contentHints[track.kind]?.includes(value)) track.contentHint = value;
      },
    ),
    clone: method([], (track: HeldTrack) => cloneTrack(track)),
    stop: method([], (track: HeldTrack) => {
      track.readyState = "ended";
    }),
    getCapabilities: method([], ({ source }: HeldTrack) => copyOfDictionary(source.capabilities)),
    getConstraints: method([], ({ constraints }: HeldTrack) => copyOfDictionary(constraints)),
    getSettings: method([], ({ settings }: HeldTrack) => ({ ...settings })),
    applyConstraints: promiseMethod([optional(trackConstraints)], applyConstraints),
  },
  events: ["mute", "unmute", "ended"],
});

/** Makes a track; its id is new. */
export function createTrack(context: MediaContext, init: Omit<HeldTrack, "context" | "object" | "id">): HeldTrack {
  const id = context.random.uuid();
  return createHeld(context.realm, trackInterface, (object) => ({ ...init, context, object, id }));
}

/** A track of the same source, in the same state. @see https://w3c.github.io/mediacapture-main/#dfn-clone-a-track */
export function cloneTrack({ context, object: _, id: __, ...same }: HeldTrack): object {
  return createTrack(context, same).object;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-applyconstraints */
function applyConstraints(track: HeldTrack, constraints: TrackConstraints): Promise<undefined> {
  const { context, kind, source } = track;
  return new Promise((resolve, reject) =>
    context.clock.queueTask(() => {
      const selected = selectSettings(kind, source.capabilities, constraints);
      if ("constraint" in selected) return reject(overconstrained(context, selected.constraint));
      track.constraints = constraints;
      if (track.readyState === "live") track.settings = selected.settings;
      resolve(undefined);
    }),
  );
}

/** An OverconstrainedError, as far as the realm has one: a DOMException with the name of the constraint. */
export function overconstrained({ realm }: MediaContext, constraint: string): Error {
  const message = `The constraint ${constraint} cannot be satisfied.`;
  return Object.defineProperty(domExceptionIn(realm, "OverconstrainedError", message), "constraint", {
    ...{ value: constraint, enumerable: true, configurable: true },
  });
}

// What is passed to the application is its own.
function copyOfDictionary(value: TrackCapabilities | TrackConstraints): object {
  return JSON.parse(JSON.stringify(value));
}
