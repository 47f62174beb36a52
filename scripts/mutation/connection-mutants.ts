// The steps of the connection's algorithms, each left out in turn: the operations chain, the negotiation-needed flag and
// its check, setting descriptions, and rollback.
import { readFileSync } from "node:fs";
import type { Mutant } from "./mutant.ts";

const root = new URL("../../", import.meta.url);
const folder = "src/connection";

const chainFiles = ["chain", "reaction", "execute", "create", "end-of-work"].map((name) => `operations/${name}.ts`);

const negotiationNeededFiles = [
  "negotiation-needed/update-negotiation-needed.ts",
  "negotiation-needed/check-if-negotiation-is-needed.ts",
];

const setDescriptionFiles = [
  "set-description/begin.ts",
  "set-description/finish.ts",
  "set-description/process-remote-tracks.ts",
  "set-description/remove-stopped-transceivers.ts",
];

const rollbackFiles = [
  "set-description/last-stable-state.ts",
  "set-description/rollback.ts",
  "transceivers/stop-the-transceiver.ts",
];

// Lines that are a step of their own: a statement, or a member that replaces one of a spread object.
const statement = /^ {2,}(?:if \(.*\) |draft\.|emit\(|return;|for \(.*\) |[a-zA-Z]+\(draft|[a-zA-Z]+\.push\().*;$/;
const member = /^ {4,}[a-zA-Z]+: .+,$/;
const withMembers = /rollback|last-stable-state|stop-the-transceiver|process-remote-tracks/;

// What leaving it out cannot change: a way that no step takes, and a copy that is saved.
const withoutEffect: readonly RegExp[] = [
  /if \(outcome\.kind !== "applied" \|\| outcome\.description === null\) return;$/,
  /associatedInStable === associatedInStable/,
];

/** A mutant for each step of the operations chain. */
export function chainMutants(): Mutant[] {
  return mutantsOf(chainFiles);
}

/** A mutant for each step of the negotiation-needed flag's update and check. */
export function negotiationNeededMutants(): Mutant[] {
  return mutantsOf(negotiationNeededFiles);
}

/** A mutant for each step of setting a description. */
export function setDescriptionMutants(): Mutant[] {
  return mutantsOf(setDescriptionFiles);
}

/** A mutant for each step of rolling back, of what that needs, and of stopping a transceiver. */
export function rollbackMutants(): Mutant[] {
  return mutantsOf(rollbackFiles);
}

function mutantsOf(files: readonly string[]): Mutant[] {
  return files.flatMap((name) => {
    const file = `${folder}/${name}`;
    const lines = readFileSync(new URL(file, root), "utf8").split("\n");
    return lines.flatMap((line, index) => {
      const isStep = statement.test(line) || (withMembers.test(name) && member.test(line));
      if (!isStep || withoutEffect.some((pattern) => pattern.test(line))) return [];
      return [
        { name: `${name}:${index + 1} without "${line.trim()}"`, file, edit: (source) => without(source, index) },
      ];
    });
  });
}

function without(source: string, index: number): string {
  const lines = source.split("\n");
  return [...lines.slice(0, index), ...lines.slice(index + 1)].join("\n");
}
