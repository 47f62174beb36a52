import { failure, type Result, success } from "../result.ts";
import { defaultMaxSdpLength, type JudgeOptions, type SdpOptions, unknownOption } from "../sdp/options.ts";
import { type Profile, type ProfileName, profiles, resolveProfile } from "../signaling/profile.ts";

/** What a session is created with. Everything has a default. */
export interface SessionOptions extends SdpOptions {
  /** A built-in profile's name, or a profile of your own, which is copied. Default "webrtc-pc". */
  readonly profile?: ProfileName | Profile | undefined;
  /**
   * "validate" judges the SDP of both sides, "validate-remote" that of remote descriptions, "opaque" judges states and
   * types only. Default "validate".
   */
  readonly sdp?: "validate" | "validate-remote" | "opaque" | undefined;
}

/** The options with every default filled in. */
export interface ResolvedOptions extends JudgeOptions {
  readonly profile: Profile;
  readonly sdp: "validate" | "validate-remote" | "opaque";
}

/** The options of a session that was created without any. */
export const defaultOptions: ResolvedOptions = /* @__PURE__ */ Object.freeze({
  profile: profiles["webrtc-pc"],
  sdp: "validate",
  rtcpMuxPolicy: "require",
  maxSdpLength: defaultMaxSdpLength,
  tolerate: /* @__PURE__ */ Object.freeze([]),
});

const namesOfOptions = /* @__PURE__ */ Object.keys(defaultOptions);

const choices = {
  sdp: ["validate", "validate-remote", "opaque"],
  rtcpMuxPolicy: ["require", "negotiate"],
} as const satisfies Partial<Record<keyof ResolvedOptions, readonly unknown[]>>;

/** The options with their defaults; where they are unusable, a clause that says why. */
export function resolveOptions(options: unknown): Result<ResolvedOptions> {
  if (options === undefined) return success(defaultOptions);
  if (typeof options !== "object" || options === null) return failure("the options must be an object");
  const unknown = unknownOption(options, namesOfOptions);
  if (unknown !== null) return failure(unknown);
  // Each member is read once, whatever its getter does.
  const {
    profile = defaultOptions.profile,
    sdp = defaultOptions.sdp,
    rtcpMuxPolicy = defaultOptions.rtcpMuxPolicy,
    maxSdpLength = defaultOptions.maxSdpLength,
    tolerate = defaultOptions.tolerate,
  } = options as SessionOptions;
  const resolvedProfile = resolveProfile(profile);
  if (resolvedProfile === null) return failure(`profile must be ${oneOf(Object.keys(profiles))}, or a profile`);
  if (!choices.sdp.includes(sdp)) return failure(`sdp must be ${oneOf(choices.sdp)}`);
  if (!choices.rtcpMuxPolicy.includes(rtcpMuxPolicy)) {
    return failure(`rtcpMuxPolicy must be ${oneOf(choices.rtcpMuxPolicy)}`);
  }
  if (!Number.isSafeInteger(maxSdpLength) || maxSdpLength <= 0)
    return failure("maxSdpLength must be a positive integer");
  const ruleIds = stringsOf(tolerate);
  if (ruleIds === null) return failure("tolerate must be an array of rule ids");
  const ids = ruleIds.length === 0 ? ruleIds : [...new Set(ruleIds)].sort();
  return success(shared({ profile: resolvedProfile, sdp, rtcpMuxPolicy, maxSdpLength, tolerate: ids }));
}

/** The options of a JSON copy of a session: those that sessions with the same options share. */
export function sharedOptions(options: ResolvedOptions): ResolvedOptions {
  const resolved = resolveOptions(options);
  return resolved.ok ? resolved.value : options;
}

// The options seen last. Sessions with the same ones share them, so that an idle session is small; the bound keeps
// whoever makes options up from filling the heap.
const recent = [defaultOptions];
const mostRecent = 16;

function shared(options: ResolvedOptions): ResolvedOptions {
  const known = recent.find((other) => isSame(options, other));
  if (known !== undefined) return known;
  const frozen = Object.freeze({ ...options, tolerate: Object.freeze(options.tolerate) });
  // The default options stay in front.
  if (recent.length === mostRecent) recent.splice(1, 1);
  recent.push(frozen);
  return frozen;
}

function isSame(one: ResolvedOptions, other: ResolvedOptions): boolean {
  return (
    isSameProfile(one.profile, other.profile) &&
    one.sdp === other.sdp &&
    one.rtcpMuxPolicy === other.rtcpMuxPolicy &&
    one.maxSdpLength === other.maxSdpLength &&
    one.tolerate.length === other.tolerate.length &&
    one.tolerate.every((id, index) => id === other.tolerate[index])
  );
}

function isSameProfile(one: Profile, other: Profile): boolean {
  return (
    one === other ||
    (one.name === other.name &&
      one.rollbackFromPranswer === other.rollbackFromPranswer &&
      one.implicitRollback === other.implicitRollback &&
      one.modificationCheck === other.modificationCheck)
  );
}

function stringsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return [];
  const copy: unknown[] = [...value];
  return copy.every((item) => typeof item === "string") ? (copy as string[]) : null;
}

function oneOf(values: readonly unknown[]): string {
  return values.join(" or ");
}
