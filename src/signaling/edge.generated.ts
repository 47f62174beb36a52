// Generated from transition-table.ts by `npm run generate`: do not edit. A switch is what a stack would write by
// hand: it touches no argument, is small enough for an engine to inline, and several times faster than a look-up.
import type { SdpType, Side, SignalingState } from "./transition-table.ts";

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
          }
          break;
        case "remote":
          switch (state) {
            case "stable":
            case "have-remote-offer":
              return "have-remote-offer";
          }
          break;
      }
      break;
    case "pranswer":
      switch (side) {
        case "local":
          switch (state) {
            case "have-remote-offer":
            case "have-local-pranswer":
              return "have-local-pranswer";
          }
          break;
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-pranswer":
              return "have-remote-pranswer";
          }
          break;
      }
      break;
    case "answer":
      switch (side) {
        case "local":
          switch (state) {
            case "have-remote-offer":
            case "have-local-pranswer":
              return "stable";
          }
          break;
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-pranswer":
              return "stable";
          }
          break;
      }
      break;
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
          }
          break;
        case "remote":
          switch (state) {
            case "have-local-offer":
            case "have-remote-offer":
              return "stable";
            case "have-local-pranswer":
            case "have-remote-pranswer":
              return rollbackFromPranswer ? "stable" : null;
          }
          break;
      }
      break;
  }
  return null;
}
