import { type DescriptionSlots, type DescriptionType, noDescriptions } from "../signaling/description.ts";
import { edge } from "../signaling/edge.generated.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { sdpTypes, sides, signalingStates } from "../signaling/transition-table.ts";
import { slotsAfter } from "./apply.ts";

/** The types of what the pending slots hold; null where a slot is empty. */
export interface PendingTypes {
  readonly local: DescriptionType | null;
  readonly remote: DescriptionType | null;
}

/**
 * What the pending slots may hold in a state: what they hold after some way along the transition table from a new
 * session to that state. Closing leaves them as they are.
 */
export function pendingTypesIn(state: SignalingState): readonly PendingTypes[] {
  reachable ??= findReachable();
  return state === "closed" ? [...reachable.values()].flat() : (reachable.get(state) ?? []);
}

let reachable: ReadonlyMap<SignalingState, readonly PendingTypes[]> | undefined;

function findReachable(): ReadonlyMap<SignalingState, readonly PendingTypes[]> {
  const found = new Map<SignalingState, PendingTypes[]>(signalingStates.map((state) => [state, []]));
  const visit = (state: SignalingState, slots: DescriptionSlots): void => {
    const pending = pendingTypesOf(slots);
    const known = found.get(state);
    if (
      known === undefined ||
      known.some(({ local, remote }) => local === pending.local && remote === pending.remote)
    ) {
      return;
    }
    known.push(pending);
    for (const side of sides) {
      for (const type of sdpTypes) {
        const next = edge(state, side, type, true);
        if (next !== null) visit(next, slotsAfter(slots, side, { type, sdp: "" }));
      }
    }
  };
  visit("stable", noDescriptions);
  return found;
}

function pendingTypesOf({
  pendingLocalDescription: local,
  pendingRemoteDescription: remote,
}: DescriptionSlots): PendingTypes {
  return { local: local?.type ?? null, remote: remote?.type ?? null };
}
