import { earlyFinding, missingNegotiation, unexpectedFinding } from "./findings/event-findings.ts";
import type { SeenDifference } from "./findings/finding.ts";
import type { Model } from "./model/model.ts";

/** The negotiationneeded events of a connection: their task is one of its own, so that they are counted apart. */
export class Negotiations {
  private readonly model: Model;
  /** How many fired while calls were under way. */
  private early = 0;

  constructor(model: Model) {
    this.model = model;
  }

  /** How many are still to come. */
  get missing(): number {
    return Math.max(0, this.model.negotiationsDue - this.early);
  }

  /** Hears one. */
  hear(): readonly SeenDifference[] {
    const { model } = this;
    if (model.negotiationsDue === 0) model.runTasks();
    if (model.negotiationsDue > 0) {
      model.negotiationsDue -= 1;
      return [];
    }
    // Whether it was due after the calls under way, shows when they are settled.
    if (model.operation === undefined) return [unexpectedFinding("negotiationneeded", null, model)];
    this.early += 1;
    return [];
  }

  /** What is wrong with them at rest. */
  atRest(): readonly SeenDifference[] {
    const { model, missing, early } = this;
    const known = Math.min(early, model.negotiationsDue);
    this.early = 0;
    model.negotiationsDue = 0;
    return [
      ...Array.from({ length: known }, () => earlyFinding(model)),
      ...Array.from({ length: early - known }, () => unexpectedFinding("negotiationneeded", null, model)),
      ...Array.from({ length: missing }, () => missingNegotiation(model)),
    ];
  }
}
