import { type SdpType, type Side, type SignalingState, transitionTable } from "./transition-table.ts";

/** All states, in the order of the transition table. */
export const signalingStates: readonly SignalingState[] = Object.freeze(
  Object.keys(transitionTable) as SignalingState[],
);

/** Both sides, in the order of the transition table. */
export const sides: readonly Side[] = Object.freeze(Object.keys(transitionTable.stable) as Side[]);

/** All types of description, in the order of the transition table. */
export const sdpTypes: readonly SdpType[] = Object.freeze(Object.keys(transitionTable.stable.local) as SdpType[]);
