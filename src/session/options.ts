import { defaultMaxSdpLength } from "../sdp/options.ts";
import { type Profile, type ProfileName, profiles, resolveProfile } from "../signaling/profile.ts";

/** What a session is created with. Everything has a default. */
export interface SessionOptions {
  /** A built-in profile's name, or a profile of your own, which is copied. Default "webrtc-pc". */
  readonly profile?: ProfileName | Profile;
  /** "validate" judges the SDP too; "opaque" judges states and types only. Default "validate". */
  readonly sdp?: "validate" | "opaque";
  /** RTCRtcpMuxPolicy. Default "require". */
  readonly rtcpMuxPolicy?: "require" | "negotiate";
  /** The longest SDP accepted, in UTF-16 code units. Default 1048576. */
  readonly maxSdpLength?: number;
  /** Ids of SDP rules that only warn. Default none. */
  readonly tolerate?: readonly string[];
}

/** The options with every default filled in. */
export interface ResolvedOptions {
  readonly profile: Profile;
  readonly sdp: "validate" | "opaque";
  readonly rtcpMuxPolicy: "require" | "negotiate";
  readonly maxSdpLength: number;
  readonly tolerate: readonly string[];
}

/** The options of a session that was created without any. */
export const defaultOptions: ResolvedOptions = /* @__PURE__ */ Object.freeze({
  profile: profiles["webrtc-pc"],
  sdp: "validate",
  rtcpMuxPolicy: "require",
  maxSdpLength: defaultMaxSdpLength,
  tolerate: /* @__PURE__ */ Object.freeze([]),
});

const choices: Readonly<Record<"sdp" | "rtcpMuxPolicy", readonly unknown[]>> = {
  sdp: ["validate", "opaque"],
  rtcpMuxPolicy: ["require", "negotiate"],
};

/** The options with their defaults, shared with equal ones; what is wrong with them where they are unusable. */
export function resolveOptions(options: unknown): ResolvedOptions | string {
  if (options === undefined) return defaultOptions;
  if (typeof options !== "object" || options === null) return "the options cannot be read";
  // Each member is read once, whatever its getter does.
  const {
    profile = defaultOptions.profile,
    sdp = defaultOptions.sdp,
    rtcpMuxPolicy = defaultOptions.rtcpMuxPolicy,
    maxSdpLength = defaultOptions.maxSdpLength,
    tolerate = defaultOptions.tolerate,
  } = options as SessionOptions;
  const resolvedProfile = resolveProfile(profile);
  if (resolvedProfile === null) return `profile must be ${oneOf(Object.keys(profiles))}, or a profile`;
  if (!choices.sdp.includes(sdp)) return `sdp must be ${oneOf(choices.sdp)}`;
  if (!choices.rtcpMuxPolicy.includes(rtcpMuxPolicy)) return `rtcpMuxPolicy must be ${oneOf(choices.rtcpMuxPolicy)}`;
  if (!Number.isSafeInteger(maxSdpLength) || maxSdpLength <= 0) return "maxSdpLength must be a positive integer";
  const ruleIds = stringsOf(tolerate);
  if (ruleIds === null) return "tolerate must be an array of rule ids";
  return shared({
    profile: resolvedProfile,
    sdp,
    rtcpMuxPolicy,
    maxSdpLength,
    tolerate: ruleIds.length === 0 ? ruleIds : [...new Set(ruleIds)].sort(),
  });
}

/** The options of a session: those of a JSON copy become the ones that equal sessions share. */
export function sharedOptions(options: ResolvedOptions): ResolvedOptions {
  const resolved = resolveOptions(options);
  return typeof resolved === "string" ? options : resolved;
}

// Options already seen, by their value: sessions with the same options share them. A miss costs memory, never a
// verdict; the bound keeps whoever makes options up from filling the heap.
const known = new Map<string, ResolvedOptions>();
const mostKnown = 256;
const defaultKey = JSON.stringify(defaultOptions);

// Most sessions of a process have the same options: comparing them is far cheaper than making a key of them.
let lastShared = defaultOptions;

function shared(options: ResolvedOptions): ResolvedOptions {
  if (!isSame(options, lastShared)) lastShared = sharedByValue(options);
  return lastShared;
}

function isSame(one: ResolvedOptions, other: ResolvedOptions): boolean {
  return (
    one.profile === other.profile &&
    one.sdp === other.sdp &&
    one.rtcpMuxPolicy === other.rtcpMuxPolicy &&
    one.maxSdpLength === other.maxSdpLength &&
    one.tolerate.length === 0 &&
    other.tolerate.length === 0
  );
}

function sharedByValue(options: ResolvedOptions): ResolvedOptions {
  const key = JSON.stringify(options);
  if (key === defaultKey) return defaultOptions;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const frozen = Object.freeze({ ...options, tolerate: Object.freeze(options.tolerate) });
  known.set(key, frozen);
  return frozen;
}

function stringsOf(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  const copy: unknown[] = [...value];
  return copy.every((item) => typeof item === "string") ? (copy as string[]) : null;
}

function oneOf(values: readonly unknown[]): string {
  return values.join(" or ");
}
