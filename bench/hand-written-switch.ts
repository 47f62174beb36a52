/**
 * What a stack without this library would write: the rules of webrtc-pc in nested switches, junk refused. It is the
 * yardstick for `nextSignalingState` and shares nothing with it.
 */
export function handWrittenSwitch(state: string, side: string, type: string): string | null {
  switch (state) {
    case "stable":
      if (type !== "offer") return null;
      if (side === "local") return "have-local-offer";
      return side === "remote" ? "have-remote-offer" : null;
    case "have-local-offer":
      switch (type) {
        case "offer":
          return side === "local" ? "have-local-offer" : null;
        case "pranswer":
          return side === "remote" ? "have-remote-pranswer" : null;
        case "answer":
          return side === "remote" ? "stable" : null;
        case "rollback":
          return side === "local" || side === "remote" ? "stable" : null;
        default:
          return null;
      }
    case "have-remote-offer":
      switch (type) {
        case "offer":
          return side === "remote" ? "have-remote-offer" : null;
        case "pranswer":
          return side === "local" ? "have-local-pranswer" : null;
        case "answer":
          return side === "local" ? "stable" : null;
        case "rollback":
          return side === "local" || side === "remote" ? "stable" : null;
        default:
          return null;
      }
    case "have-local-pranswer":
      if (side !== "local") return null;
      if (type === "pranswer") return "have-local-pranswer";
      return type === "answer" ? "stable" : null;
    case "have-remote-pranswer":
      if (side !== "remote") return null;
      if (type === "pranswer") return "have-remote-pranswer";
      return type === "answer" ? "stable" : null;
    default:
      return null;
  }
}
