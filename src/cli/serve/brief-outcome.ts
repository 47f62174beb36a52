import type { Outcome, RolledBack } from "../../session/outcome.ts";

/** An outcome without its sessions: of an implicit rollback, the effects remain. */
export function briefOutcome(outcome: Outcome): object {
  const { kind, effects } = outcome;
  switch (outcome.kind) {
    case "applied":
      return { kind, effects, rolledBack: briefRollback(outcome.rolledBack), description: outcome.description };
    case "rejected":
      return { kind, effects, rolledBack: briefRollback(outcome.rolledBack), rejection: outcome.rejection };
    case "create":
      return { kind, effects, type: outcome.type };
  }
}

function briefRollback(rolledBack: RolledBack | null): Pick<RolledBack, "effects"> | null {
  return rolledBack === null ? null : { effects: rolledBack.effects };
}
