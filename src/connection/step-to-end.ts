import type { Connection, SteppedConnection } from "./connection.ts";
import { draftOf, finished } from "./draft.ts";
import type { ConnectionEffect } from "./effect.ts";
import type { CallInput } from "./input.ts";
import { executeFirst } from "./operations/execute.ts";
import { type ReadInput, readConnectionInput } from "./read-input.ts";
import { takeInput } from "./step.ts";

/**
 * A call and all that follows on it, as one step: each piece of work succeeds, and each task and reaction has its turn
 * at once.
 *
 * @param created the SDP that the work creates; null where it is not known: then a call that needs some goes no further
 */
export function stepToEnd(connection: Connection, call: CallInput, created: string | null): SteppedConnection {
  const draft = draftOf(connection);
  let input: ReadInput | null = readConnectionInput(call);
  for (let taken = 0; ; taken++) {
    if (input !== null) takeInput(draft, input);
    executeFirst(draft);
    const effect = draft.effects[taken];
    if (effect === undefined) return finished(connection, draft);
    input = endOf(effect, created);
  }
}

function endOf(effect: ConnectionEffect, created: string | null): ReadInput | null {
  switch (effect.type) {
    case "start": {
      const { operation, work } = effect;
      const creates = work.kind === "create-offer" || work.kind === "create-answer";
      if (!creates) return { type: "applied", operation };
      return created === null || created === "" ? null : { type: "created", operation, sdp: created };
    }
    case "queue-task":
      return { type: "task", task: effect.task };
    case "react":
      return { type: "reaction", operation: effect.operation };
    default:
      return null;
  }
}
