import { judgeSdp } from "../../../sdp/judge-sdp.ts";
import { noDescriptions } from "../../../signaling/description.ts";
import type { Expectation } from "../../expected/expectation.ts";

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

/** Does the SDP break a rule that holds for any session, whatever the state? */
export function breaksRule({ before, side, type, sdp }: Expectation): boolean {
  const { options } = before.session;
  if (side === null || sdp === null || type === null || type === "rollback" || options.sdp === "opaque") return false;
  return judgeSdp({ type, sdp }, side, noDescriptions, options) !== null;
}
