import { judgeSdp } from "../../../sdp/judge-sdp.ts";
import { type DescriptionSlots, noDescriptions } from "../../../signaling/description.ts";
import { sideOf } from "../../evidence/trace-event.ts";
import { isWithoutSdp } from "../../expected/expectation.ts";
import type { Comparison } from "../difference.ts";
import type { DifferenceCause } from "./difference-causes.ts";

/** Does the call leave the SDP of a local description to the implementation? */
export function isWithoutDescription({ expectation, settled }: Comparison): boolean {
  return settled.call === "setLocalDescription" && expectation.type !== "rollback" && isWithoutSdp(settled.argument);
}

/** What an implementation says of itself that it does not support; null where its error does not say so. */
export function unsupported(comparison: Comparison): DifferenceCause | null {
  const { expectation, settled } = comparison;
  if (settled.error?.name !== "NotSupportedError") return null;
  if (expectation.type === "pranswer" || namedType(comparison) === "pranswer") return "pranswer-not-implemented";
  if (expectation.type === "rollback") return "rollback-not-implemented";
  return isWithoutDescription(comparison) ? "no-sdp-not-implemented" : null;
}

/** Is that the name of an error with which no call of a peer connection is refused? */
export function isForeignError(name: string): boolean {
  return ![
    "InvalidStateError",
    "InvalidModificationError",
    "InvalidAccessError",
    "OperationError",
    "RTCError",
  ].includes(name);
}

// A call that is refused before its type matters names one all the same.
function namedType({ settled }: Comparison): string | null {
  const { argument } = settled;
  return typeof argument === "object" ? (argument?.type ?? null) : null;
}

/**
 * Does the SDP break a rule, whatever the state?
 *
 * @param slots what the description is judged against; by default nothing, which leaves the rules that hold for any session
 */
export function breaksRule(
  { before, expectation, settled }: Comparison,
  slots: DescriptionSlots = noDescriptions,
): boolean {
  const side = sideOf(settled.call);
  const { type, sdp } = expectation;
  const { options } = before.session;
  if (side === null || sdp === null || type === null || type === "rollback" || options.sdp === "opaque") return false;
  return judgeSdp({ type, sdp }, side, slots, options) !== null;
}
