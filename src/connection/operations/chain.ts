import { closedRejection, creationRejection } from "../../session/rejection/state-rejection.ts";
import type { Description } from "../../signaling/description.ts";
import { type Draft, emit, isClosed, takeNumber } from "../draft.ts";
import type { CallId } from "../input.ts";
import type { ChainedAction, Operation } from "../operation.ts";
import { refuseOnClosed, rejectCall } from "../rejection/call-rejection.ts";
import type { ConnectionRejection } from "../rejection/connection-rejection.ts";
import { enqueued, firstWaiting } from "../structure/queue.ts";

/**
 * Chains an operation to the operations chain. Where it is the only one, the step executes it before it ends.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-chain
 */
export function chain(draft: Draft, call: CallId | null, action: ChainedAction): void {
  if (isClosed(draft)) {
    if (call !== null) rejectCall(draft, call, rejectionOnClosed(draft, action));
    return;
  }
  const operation: Operation = Object.freeze({
    id: takeNumber(draft, "operation"),
    call,
    action: Object.freeze(action),
  });
  draft.operations = enqueued(draft.operations, operation);
}

// The session has a code of its own for the calls that it knows.
function rejectionOnClosed(draft: Draft, action: ChainedAction): ConnectionRejection {
  switch (action.kind) {
    case "setLocalDescription":
      return closedRejection(draft.session, "local", action.init.type);
    case "setRemoteDescription":
      return closedRejection(draft.session, "remote", action.init.type);
    case "createOffer":
    case "createAnswer": {
      const type = action.kind === "createOffer" ? "offer" : "answer";
      const call = { side: "local", type, name: `${action.kind}()` } as const;
      return creationRejection(draft.session, type, call) ?? closedRejection(draft.session, "local", type);
    }
    default:
      return refuseOnClosed(draft, action.kind);
  }
}

/** The operation that is being executed. */
export function executed(draft: Draft): Operation {
  return firstWaiting(draft.operations) as Operation;
}

/** Resolves the promise of the operation that is being executed. It stays in the chain until its reaction has run. */
export function resolveOperation(draft: Draft, value: Description | null = null): void {
  const { id, call } = executed(draft);
  if (call !== null) emit(draft, { type: "resolve", call, value });
  settled(draft, id);
}

/** Rejects the promise of the operation that is being executed. It stays in the chain until its reaction has run. */
export function rejectOperation(draft: Draft, rejection: ConnectionRejection): void {
  const { id, call } = executed(draft);
  if (call !== null) emit(draft, { type: "reject", call, rejection });
  settled(draft, id);
}

/**
 * The operation ends as it is executed: the rejection is why, null where it has succeeded. The promise of the call follows in
 * a reaction, and never where close() comes first.
 */
export function decideOperation(draft: Draft, rejection: ConnectionRejection | null): void {
  draft.progress = Object.freeze({ phase: "decided", rejection });
  emit(draft, { type: "react", operation: executed(draft).id });
}

function settled(draft: Draft, operation: number): void {
  draft.progress = Object.freeze({ phase: "settled" });
  emit(draft, { type: "react", operation });
}
