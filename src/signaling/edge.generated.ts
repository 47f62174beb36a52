// Generated from transition-table.ts by `npm run generate`: do not edit. A switch is what a stack would write by
// hand: it touches no argument, is small enough for an engine to inline, and several times faster than a look-up.
import type { SdpType, Side, SignalingState } from "./transition-table.ts";

/** All states, in the order of the transition table. */
export const signalingStates: readonly SignalingState[] = /* @__PURE__ */ Object.freeze<SignalingState[]>([
  "stable",
  "have-local-offer",
  "have-remote-offer",
  "have-local-pranswer",
  "have-remote-pranswer",
  "closed",
]);

/** Both sides, in the order of the transition table. */
export const sides: readonly Side[] = /* @__PURE__ */ Object.freeze<Side[]>([
  "local",
  "remote",
]);

/** All types of description, in the order of the transition table. */
export const sdpTypes: readonly SdpType[] = /* @__PURE__ */ Object.freeze<SdpType[]>([
  "offer",
  "pranswer",
  "answer",
  "rollback",
]);

/** One cell of the transition table, or null where it is illegal or an argument is junk. */
export function edge(
  state: SignalingState,
  side: Side,
  type: SdpType,
  rollbackFromPranswer: boolean,
): SignalingState | null {
  switch (type) {
    case "offer":
      switch (side) {
        case "local":
          switch (state) {
            case "stable":
            case "have-local-offer":
              return "have-local-offer";
            default:
              return null;
          }
        case "remote":
          switch (state) {
            case "stable":
            case "have-remote-offer":
              return "have-remote-offer";
            default:
              return null;
          }
        default:
          return null;
      }
    case "pranswer":
      switch (side) {
        case "local":
          switch (state) {
            case "have-remote-offer":
            case "have-local-pranswer":
              return "have-local-pranswer";
            default:
              return null;
          }
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-pranswer":
              return "have-remote-pranswer";
            default:
              return null;
          }
        default:
          return null;
      }
    case "answer":
      switch (side) {
        case "local":
          switch (state) {
            case "have-remote-offer":
            case "have-local-pranswer":
              return "stable";
            default:
              return null;
          }
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-pranswer":
              return "stable";
            default:
              return null;
          }
        default:
          return null;
      }
    case "rollback":
      switch (side) {
        case "local":
          switch (state) {
            case "have-local-offer":
            case "have-remote-offer":
              return "stable";
            case "have-local-pranswer":
            case "have-remote-pranswer":
              return rollbackFromPranswer ? "stable" : null;
            default:
              return null;
          }
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-offer":
              return "stable";
            case "have-local-pranswer":
            case "have-remote-pranswer":
              return rollbackFromPranswer ? "stable" : null;
            default:
              return null;
          }
        default:
          return null;
      }
    default:
      return null;
  }
}
