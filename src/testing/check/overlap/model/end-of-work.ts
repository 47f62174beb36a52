import type { Connection } from "../../../../connection/connection.ts";
import { memberOf, type ObservedError } from "../../../../oracle/evidence/plain-data.ts";
import { sameButForGathering } from "../../../../oracle/evidence/slot-differences.ts";
import { lookAt, type PeerConnectionLike } from "../../../peer-connection.ts";
import type { EndOfWork, Model } from "./model.ts";

/** What a call came to. */
export interface EndOfCall {
  readonly outcome: "applied" | "rejected";
  readonly error: ObservedError | null;
  readonly value: unknown;
}

/** How the work under way has ended, where its call is settled; null where that cannot be told. */
export function endShownBySettlement(model: Model, { outcome, error, value }: EndOfCall, pc: PeerConnectionLike) {
  if (outcome === "rejected") return failedWith(error);
  const creates = model.operation?.action.kind.startsWith("create") ?? false;
  return creates ? created(memberOf(value, "sdp")) : endShownByEvent(model, pc);
}

/** How the work under way has ended, where an event fires that its end leads to; null where it leads to none. */
export function endShownByEvent({ work, operation, connection }: Model, pc: PeerConnectionLike): EndOfWork | null {
  if (work?.work.kind === "create-offer" || work?.work.kind === "create-answer") {
    // Only setLocalDescription() goes on by itself; what it has created is in a slot by now.
    if (operation?.action.kind !== "setLocalDescription") return null;
    const { pendingLocalDescription, currentLocalDescription } = lookAt(pc, false).slots;
    return created(asCreated((pendingLocalDescription ?? currentLocalDescription)?.sdp, connection));
  }
  return (operation) => ({ type: "applied", operation });
}

/** Does setLocalDescription() create what it sets? Then only a slot shows what that is. */
export function isSettingCreated({ work, operation }: Model): boolean {
  return (work?.work.kind.startsWith("create") ?? false) && operation?.action.kind === "setLocalDescription";
}

// What was created before may be set as well: a slot shows that with the candidates that were gathered since.
function asCreated(sdp: string | undefined, { session }: Connection): string | undefined {
  const before = [session.lastCreatedOffer, session.lastCreatedAnswer].filter((text) => text !== "");
  return before.find((text) => sdp !== undefined && sameButForGathering(text, sdp)) ?? sdp;
}

function created(sdp: unknown): EndOfWork | null {
  return typeof sdp === "string" ? (operation) => ({ type: "created", operation, sdp }) : null;
}

function failedWith(error: ObservedError | null): EndOfWork {
  return (operation) => ({ type: "failed", operation, message: error?.message ?? "" });
}
