import type { Connection } from "../../../../connection/connection.ts";
import type { MethodName } from "../../../../connection/input.ts";
import type { ChainedAction, Progress } from "../../../../connection/operation.ts";
import { firstWaiting } from "../../../../connection/structure/queue.ts";
import { implicitRollbackProvision, withoutSdpMark } from "../../../../oracle/expected/provision.ts";

/** What of the specification the operation that is being executed exercises, in kebab-case; null where none is. */
export function operationProvision({ operations, progress, session }: Connection): string | null {
  const action = firstWaiting(operations)?.action;
  if (action === undefined) return null;
  const state = session.signalingState;
  if (progress?.phase === "applying" && progress.offer !== null) return implicitRollbackProvision;
  if (action.kind === "createOffer") return `create-offer-in-${state}`;
  if (action.kind === "createAnswer") return `create-answer-in-${state}`;
  if (action.kind === "setLocalDescription" || action.kind === "setRemoteDescription") {
    const side = action.kind === "setLocalDescription" ? "local" : "remote";
    return `${side}-${typeOfAction(action, progress, state)}${withoutSdp(action)}-in-${state}`;
  }
  return kebab(action.kind);
}

/** What a method that needs no description exercises. */
export function methodProvision(method: MethodName): string {
  return kebab(method);
}

function typeOfAction(
  action: Extract<ChainedAction, { readonly kind: "setLocalDescription" | "setRemoteDescription" }>,
  progress: Progress | null,
  state: string,
): string {
  if (action.init.type !== null) return action.init.type;
  if (progress?.phase === "applying") return progress.description.type;
  return state === "have-remote-offer" || state === "have-local-pranswer" ? "answer" : "offer";
}

function withoutSdp(action: Extract<ChainedAction, { readonly init: unknown }>): string {
  const { type, sdp } = action.init;
  return action.kind === "setLocalDescription" && sdp === "" && type !== "rollback" ? withoutSdpMark : "";
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
