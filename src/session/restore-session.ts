import { isSdp } from "../sdp/judge-sdp.ts";
import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { signalingStates } from "../signaling/transition-table.ts";
import { defaultOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { pendingTypesIn } from "./pending.ts";
import { judgesSdpOf } from "./rejection/sdp-rejection.ts";
import { makeDescription, makeSession, type Session } from "./session.ts";

/**
 * A session from its JSON copy, frozen again and sharing its options with its equals; null unless it is one that
 * could have arisen: the slots are those of the state, and hold SDP where the session judges SDP. Never throws.
 *
 * @param value what JSON.parse or structuredClone made of a session
 */
export function restoreSession(value: unknown): Session | null {
  try {
    return restore(value);
  } catch {
    return null;
  }
}

function restore(value: unknown): Session | null {
  const copy = ownMembers(value);
  if (copy === null) return null;
  const state = signalingStates.find((name) => name === copy.signalingState);
  const { lastCreatedOffer, lastCreatedAnswer } = copy;
  const options = restoreOptions(copy.options);
  if (state === undefined || options === null) return null;
  if (typeof lastCreatedOffer !== "string" || typeof lastCreatedAnswer !== "string") return null;
  const slots = {
    pendingLocalDescription: restoreDescription(copy.pendingLocalDescription),
    currentLocalDescription: restoreDescription(copy.currentLocalDescription),
    pendingRemoteDescription: restoreDescription(copy.pendingRemoteDescription),
    currentRemoteDescription: restoreDescription(copy.currentRemoteDescription),
  };
  if (!areDescriptions(slots) || !couldHaveArisen(state, slots)) return null;
  // What a session judged was SDP. Whether it was acceptable when it was set cannot be seen any more.
  if (!judgedSlots(slots, options).every((slot) => slot === null || isSdp(slot, options))) return null;
  return makeSession({ signalingState: state, ...slots, lastCreatedOffer, lastCreatedAnswer, options });
}

// Every member is there, of its own: a session's options are resolved, with the profile as a value.
function restoreOptions(value: unknown): ResolvedOptions | null {
  const copy = ownMembers(value);
  if (copy === null || Object.keys(defaultOptions).some((key) => copy[key] === undefined)) return null;
  if (typeof copy.profile === "string") return null;
  const options = resolveOptions(copy);
  return options.ok ? options.value : null;
}

function ownMembers(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? { ...value } : null;
}

function areDescriptions(
  slots: { [Slot in keyof DescriptionSlots]: DescriptionSlots[Slot] | undefined },
): slots is DescriptionSlots {
  return !Object.values(slots).includes(undefined);
}

// A description, null, or undefined where it is neither.
function restoreDescription(value: unknown): Description | null | undefined {
  if (value === null) return null;
  const { type, sdp } = ownMembers(value) ?? {};
  if (type !== "offer" && type !== "pranswer" && type !== "answer") return undefined;
  return typeof sdp === "string" ? makeDescription(type, sdp) : undefined;
}

function couldHaveArisen(state: SignalingState, slots: DescriptionSlots): boolean {
  const local = slots.pendingLocalDescription?.type ?? null;
  const remote = slots.pendingRemoteDescription?.type ?? null;
  const pendingFits = pendingTypesIn(state).some((types) => types.local === local && types.remote === remote);
  // A local description without SDP takes what was created last, so it never is empty.
  const localsFilled = slots.pendingLocalDescription?.sdp !== "" && slots.currentLocalDescription?.sdp !== "";
  return pendingFits && localsFilled && currentPairFits(slots);
}

// An answer fills both current slots, with itself and with the offer it answers.
function currentPairFits(slots: DescriptionSlots): boolean {
  return ["+", "offer+answer", "answer+offer"].includes(
    `${slots.currentLocalDescription?.type ?? ""}+${slots.currentRemoteDescription?.type ?? ""}`,
  );
}

function judgedSlots(slots: DescriptionSlots, { sdp }: ResolvedOptions): (Description | null)[] {
  return [
    ...(judgesSdpOf("local", sdp) ? [slots.pendingLocalDescription, slots.currentLocalDescription] : []),
    ...(judgesSdpOf("remote", sdp) ? [slots.pendingRemoteDescription, slots.currentRemoteDescription] : []),
  ];
}
