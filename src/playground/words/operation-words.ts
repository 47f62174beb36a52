import type { Connection } from "../../connection/connection.ts";
import type { ChainedAction, Operation, Progress } from "../../connection/operation.ts";
import { waiting } from "../../connection/structure/queue.ts";

/** A member of the operations chain, in words. */
export interface OperationWords {
  readonly id: number;
  readonly name: string;
  /** How far it is. */
  readonly phase: string;
}

/** The operations chain in words, the operation first that is executed. */
export function operationsInWords({ operations, progress }: Connection): readonly OperationWords[] {
  return waiting(operations).map(({ id, action }: Operation, index) => ({
    id,
    name: actionText(action),
    phase: index === 0 && progress !== null ? phaseText(progress) : "waits",
  }));
}

function actionText(action: ChainedAction): string {
  if (action.kind === "setLocalDescription" || action.kind === "setRemoteDescription")
    return `${action.kind}(${action.init.type ?? ""})`;
  return `${action.kind}()`;
}

function phaseText(progress: Progress): string {
  switch (progress.phase) {
    case "creating":
      return `creates the ${progress.type}`;
    case "applying":
      return progress.offer === null
        ? `applies the ${progress.side} ${progress.description.type}`
        : "rolls the local offer back first";
    case "adding-candidate":
      return "adds the candidate";
    case "replacing-track":
      return "replaces the track";
    case "settling":
      return "waits for the task that settles it";
    case "decided":
    case "settled":
      return "is settled";
  }
}
