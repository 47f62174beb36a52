import type { TaskKind } from "../../../fake/world/clock.ts";

const taskNames: Readonly<Record<TaskKind, string>> = {
  "create-offer": "createOffer() ends",
  "create-answer": "createAnswer() ends",
  "apply-description": "description applied",
  "add-candidate": "candidate added",
  "replace-track": "track replaced",
  "update-negotiation-needed": "negotiation needed?",
  "fire-negotiationneeded": "negotiationneeded",
  "surface-candidate": "has a candidate",
  gather: "gathers candidates",
  transport: "its transports change",
  reject: "a promise is rejected",
  resolve: "a promise is resolved",
};

/** What a task is, in a few words. */
export function taskName(kind: TaskKind | null): string {
  return kind === null ? "runs a task" : taskNames[kind];
}
