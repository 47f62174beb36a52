import { edge } from "./edge.generated.ts";
import { type Profile, type ProfileName, profileNamed, profiles, resolveProfile } from "./profile.ts";
import type { SdpType, Side, SignalingState } from "./transition-table.ts";

const defaultProfile = profiles["webrtc-pc"];

/**
 * The state that setting a description of that type on that side leads to, or null where the state machine
 * has no such edge. Implicit rollback is no edge. Junk gives null; nothing is thrown and, but for a profile
 * of your own, nothing is allocated.
 *
 * @param state the state before
 * @param side the side that the description is set on
 * @param type the type of the description
 * @param profile a built-in profile's name or a profile; default "webrtc-pc"
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2
 */
export function nextSignalingState(
  state: SignalingState,
  side: Side,
  type: SdpType,
  profile?: ProfileName | Profile,
): SignalingState | null {
  if (profile === undefined) return edge(state, side, type, defaultProfile.rollbackFromPranswer);
  const rollbackFromPranswer = rollsBackPranswers(profile);
  return rollbackFromPranswer === null ? null : edge(state, side, type, rollbackFromPranswer);
}

// Does that profile let a provisional answer be rolled back? Null for what is not a profile.
function rollsBackPranswers(profile: unknown): boolean | null {
  if (typeof profile === "string") return profileNamed(profile)?.rollbackFromPranswer ?? null;
  try {
    return resolveProfile(profile)?.rollbackFromPranswer ?? null;
  } catch {
    return null;
  }
}
