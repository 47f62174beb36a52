import { type SdpType, type Side, type SignalingState, transitionTable } from "./transition-table.ts";

/** All states, in the order of the transition table. */
export const signalingStates: readonly SignalingState[] = frozenKeys(() => transitionTable);

/** Both sides, in the order of the transition table. */
export const sides: readonly Side[] = frozenKeys(() => transitionTable.stable);

/** All types of description, in the order of the transition table. */
export const sdpTypes: readonly SdpType[] = frozenKeys(() => transitionTable.stable.local);

// Marked, and given a function, for a bundler to see that names which nobody imports can be left out.
/* @__NO_SIDE_EFFECTS__ */
function frozenKeys<Row extends object>(row: () => Row): readonly (keyof Row & string)[] {
  return Object.freeze(Object.keys(row()) as (keyof Row & string)[]);
}
