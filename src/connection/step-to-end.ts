import type { Session } from "../session/session.ts";
import type { Connection } from "./connection.ts";
import { draftOf } from "./draft.ts";
import type { ConnectionEffect } from "./effect.ts";
import type { CallInput } from "./input.ts";
import { executeFirst } from "./operations/execute.ts";
import { takeInput } from "./operations/take-input.ts";
import { type ReadInput, readConnectionInput } from "./read-input.ts";

/** What a call leads to. */
export interface StepEnd {
  readonly session: Session;
  readonly effects: readonly ConnectionEffect[];
}

/**
 * A call and all that follows on it, as one step: each piece of work succeeds, and each task and reaction has its turn
 * at once.
 *
 * @param created the SDP that the work creates; null where it is not known: then a call that needs some goes no further
 */
export function stepToEnd(connection: Connection, call: CallInput, created: string | null): StepEnd {
  const draft = draftOf(connection);
  let input: ReadInput | null = readConnectionInput(call);
  for (let taken = 0; ; taken++) {
    if (input !== null) takeInput(draft, input);
    executeFirst(draft);
    const effect = draft.effects[taken];
    if (effect === undefined) return draft;
    input = workEnded(effect, created);
  }
}

function workEnded(effect: ConnectionEffect, created: string | null): ReadInput | null {
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
