export { edge } from "./edge.generated.ts";
export { sdpTypes, sides, signalingStates } from "./names.ts";
export { nextSignalingState } from "./next-signaling-state.ts";
export { type ModificationCheck, type Profile, type ProfileName, profiles, resolveProfile } from "./profile.ts";
export { type SdpType, type Side, type SignalingState, transitionTable } from "./transition-table.ts";
