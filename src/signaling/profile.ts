/** The names of the built-in profiles. */
export type ProfileName = "webrtc-pc" | "rfc9429" | "legacy";

/** When a local description is compared with the one that was created last. */
export type ModificationCheck = "before-state" | "after-state" | "off";

/**
 * Where the specifications disagree, one switch each. A profile is a plain value: build your own from the
 * three switches and give it a name.
 */
export interface Profile {
  readonly name: string;
  /** May a provisional answer be rolled back? RFC 9429 §5.7 says yes, webrtc-pc no. */
  readonly rollbackFromPranswer: boolean;
  /** Does a remote offer in a state where it is illegal first roll back the local one? webrtc-pc: yes. */
  readonly implicitRollback: boolean;
  /** Is a modified local description refused before or after the state is looked at, or never? */
  readonly modificationCheck: ModificationCheck;
}

const modificationChecks: readonly unknown[] = ["before-state", "after-state", "off"];

/**
 * The built-in profiles: today's webrtc-pc (the default), RFC 9429 alone, and browsers before 2020.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.7
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = /* @__PURE__ */ Object.freeze({
  "webrtc-pc": profile("webrtc-pc", false, true, "before-state"),
  rfc9429: profile("rfc9429", true, false, "after-state"),
  legacy: profile("legacy", false, false, "off"),
});

/** A frozen profile from its name and its three switches. */
/* @__NO_SIDE_EFFECTS__ */
export function profile(
  name: string,
  rollbackFromPranswer: boolean,
  implicitRollback: boolean,
  modificationCheck: ModificationCheck,
): Profile {
  return Object.freeze({ name, rollbackFromPranswer, implicitRollback, modificationCheck });
}

/** The built-in profile of that name, or null. Knows nothing that `Object.prototype` knows. */
export function profileNamed(name: string): Profile | null {
  return Object.hasOwn(profiles, name) ? profiles[name as ProfileName] : null;
}

/**
 * The profile that a caller means by a name or by a value: a built-in one as it is, one of the caller's own
 * as a frozen copy, null for anything else. May throw only what a getter of the value throws.
 */
export function resolveProfile(value: unknown): Profile | null {
  if (typeof value === "string") return profileNamed(value);
  if (typeof value !== "object" || value === null) return null;
  // The default as it is, not as a copy: most sessions come by here.
  if (value === profiles["webrtc-pc"]) return profiles["webrtc-pc"];
  const { name, rollbackFromPranswer, implicitRollback, modificationCheck } = value as Profile;
  const usable =
    typeof name === "string" &&
    typeof rollbackFromPranswer === "boolean" &&
    typeof implicitRollback === "boolean" &&
    modificationChecks.includes(modificationCheck);
  return usable ? profile(name, rollbackFromPranswer, implicitRollback, modificationCheck) : null;
}
