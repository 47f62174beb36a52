import type { Rejection } from "../../session/rejection/rejection.ts";
import type { Session } from "../../session/session.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";

// The state alone decides these: the cell of the table says more than the code.
const stateCodes: ReadonlySet<string> = new Set([
  "offer-in-wrong-state",
  "pranswer-in-wrong-state",
  "answer-in-wrong-state",
  "rollback-in-wrong-state",
  "rollback-from-pranswer",
  "create-offer-in-wrong-state",
  "create-answer-in-wrong-state",
]);

/** What a set call asks of the specification. */
export interface Asked {
  readonly side: Side;
  readonly type: SdpType | null;
  /** Is it a local call that leaves the SDP to the implementation? */
  readonly withoutSdp: boolean;
  readonly implicitRollback: boolean;
  readonly rejection: Rejection | null;
}

/**
 * The provision of the specification that a set call exercises, in kebab-case: the cell of the table where the state
 * decides, legal or not (`remote-answer-in-stable`), else the reason for refusal (`sdp-syntax-error`).
 */
export function provisionOf({ signalingState }: Session, asked: Asked): string {
  const { side, type, withoutSdp, implicitRollback, rejection } = asked;
  if (rejection !== null && !stateCodes.has(rejection.code)) return refusalProvision(rejection);
  if (rejection === null && implicitRollback) return implicitRollbackProvision;
  return `${side}-${type ?? "description"}${withoutSdp ? withoutSdpMark : ""}-in-${signalingState}`;
}

/** What the provisions of calls have in them that leave the SDP to the implementation. */
export const withoutSdpMark = "-without-sdp";

/** The provision of a remote offer that first rolls the local one back. */
export const implicitRollbackProvision = "implicit-rollback";

/** The provision that a call of createOffer() or createAnswer() exercises. */
export function creationProvision({ signalingState }: Session, type: "offer" | "answer"): string {
  return signalingState === "closed" ? "connection-closed" : `create-${type}-in-${signalingState}`;
}

// Of refused content the rule says which.
function refusalProvision({ code, rule }: Rejection): string {
  return code === "sdp-not-acceptable" && rule !== null ? `${code}-${rule.toLowerCase()}` : code;
}
