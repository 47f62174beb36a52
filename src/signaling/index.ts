export { edge, sdpTypes, sides, signalingStates } from "./edge.generated.ts";
export { nextSignalingState } from "./next-signaling-state.ts";
export { type ModificationCheck, type Profile, type ProfileName, profiles, resolveProfile } from "./profile.ts";
export { type SdpType, type Side, type SignalingState, transitionTable } from "./transition-table.ts";
