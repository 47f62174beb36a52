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

/** What a call asks of the specification. */
export interface Asked {
  /** Null for the calls that set nothing: createOffer(), createAnswer(), and close(), which has no type either. */
  readonly side: Side | null;
  readonly type: SdpType | null;
  /** Is it a local call that leaves the SDP to the implementation? */
  readonly withoutSdp: boolean;
  readonly implicitRollback: boolean;
  readonly rejection: Rejection | null;
}

/**
 * The provision of the specification that a call exercises, in kebab-case: the cell of the table where the state
 * decides, legal or not (`remote-answer-in-stable`), else the reason for refusal (`sdp-syntax-error`).
 */
export function provisionOf({ signalingState }: Session, asked: Asked): string {
  const { side, type, withoutSdp, implicitRollback, rejection } = asked;
  if (rejection !== null && !stateCodes.has(rejection.code)) return refusalProvision(rejection);
  if (rejection === null && implicitRollback) return implicitRollbackProvision;
  if (side === null) return `${type === null ? "close" : `create-${type}`}-in-${signalingState}`;
  return `${side}-${type ?? "description"}${withoutSdp ? withoutSdpMark : ""}-in-${signalingState}`;
}

/** What the provisions of calls have in them that leave the SDP to the implementation. */
export const withoutSdpMark = "-without-sdp";

/** The provision of a remote offer that first rolls the local one back. */
export const implicitRollbackProvision = "implicit-rollback";

// Of refused content the rule says which.
function refusalProvision({ code, rule }: Rejection): string {
  return code === "sdp-not-acceptable" && rule !== null ? `${code}-${rule.toLowerCase()}` : code;
}
