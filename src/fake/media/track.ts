import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Realm } from "../web-idl/interface.ts";
import type { Clock } from "../world/clock.ts";
import type { Random } from "../world/random.ts";
import type { TrackCapabilities, TrackConstraints, TrackSettings } from "./constraints.ts";

/** What the media of one world share. */
export interface MediaContext {
  readonly realm: Realm;
  readonly random: Random;
  readonly clock: Clock;
}

/** The context of each realm. */
export const mediaContexts: WeakMap<Realm, MediaContext> = /* @__PURE__ */ new WeakMap();

/** Where a track's media comes from. */
export interface MediaSource {
  readonly label: string;
  readonly capabilities: TrackCapabilities;
}

/** What a MediaStreamTrack holds. @see https://w3c.github.io/mediacapture-main/#mediastreamtrack */
export interface HeldTrack {
  readonly context: MediaContext;
  /** The MediaStreamTrack. */
  readonly object: object;
  readonly id: string;
  readonly kind: MediaKind;
  readonly source: MediaSource;
  enabled: boolean;
  muted: boolean;
  readyState: "live" | "ended";
  contentHint: string;
  constraints: TrackConstraints;
  settings: TrackSettings;
}
