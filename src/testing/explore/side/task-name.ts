import type { TaskKind } from "../../../fake/world/clock.ts";

const names: Readonly<Record<TaskKind, string>> = {
  "create-offer": "createOffer() ends",
  "create-answer": "createAnswer() ends",
  "apply-description": "a description is applied",
  "add-candidate": "a candidate is added",
  "replace-track": "a track is replaced",
  "update-negotiation-needed": "looks whether negotiation is needed",
  "fire-negotiationneeded": "negotiationneeded",
  "surface-candidate": "has a candidate",
  gather: "gathers candidates",
  transport: "its transports change",
  reject: "a promise is rejected",
  resolve: "a promise is resolved",
};

/** What a task is, in a few words. */
export function taskName(kind: TaskKind | null): string {
  return kind === null ? "runs a task" : names[kind];
}
