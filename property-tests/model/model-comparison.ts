import assert from "node:assert/strict";
import { createSession, nextSignalingState, type Outcome, type Session, sdpTypes } from "../../src/entries/index.ts";
import type { Call, Setting } from "../arbitraries/arbitraries.ts";
import { describeCall, perform, predict } from "./commands.ts";
import { PeerConnectionModel, type Prediction, type Remembered } from "./model.ts";

/** A session driven by the functions next to its model: throws an AssertionError where they part. */
export class ModelComparison {
  readonly model: PeerConnectionModel;
  readonly setting: Setting;
  session: Session;

  constructor(setting: Setting) {
    this.setting = setting;
    this.model = new PeerConnectionModel(setting.switches);
    this.session = createSession(setting.options);
    this.compareEdges();
  }

  /** Makes one call on both sides. */
  make(call: Call): Outcome {
    const before = this.session;
    const outcome = perform(before, call);
    const prediction = predict(this.model, call);
    const where = `${describeCall(call)} in ${before.signalingState}`;
    assert.deepStrictEqual(asPrediction(outcome), prediction, where);
    assert.deepStrictEqual(remembered(outcome.session), this.model.remembered(), where);
    assert.equal(outcome.session.options, before.options, `${where}: the options are shared`);
    if (outcome.kind !== "applied") assert.equal(outcome.session, before, `${where}: the very same session`);
    if (outcome.kind === "rejected") assert.equal(outcome.rejection.signalingState, before.signalingState, where);
    this.session = outcome.session;
    this.compareEdges();
    return outcome;
  }

  // Under the profile as the caller gave it and as the session holds it, nextSignalingState says what the model says.
  private compareEdges(): void {
    const { signalingState, options } = this.session;
    const given = this.setting.options.profile;
    for (const side of ["local", "remote"] as const) {
      for (const type of sdpTypes) {
        const state = this.model.stateAfter(side, type);
        const where = `${side} ${type} in ${signalingState}`;
        assert.equal(nextSignalingState(signalingState, side, type, options.profile), state, where);
        const asGiven = given === undefined ? ([] as const) : ([given] as const);
        assert.equal(nextSignalingState(signalingState, side, type, ...asGiven), state, where);
      }
    }
  }
}

function asPrediction(outcome: Outcome): Prediction {
  return {
    kind: outcome.kind,
    error: outcome.kind === "rejected" ? outcome.rejection.error : null,
    creates: outcome.kind === "create" ? outcome.type : null,
    effects: [...outcome.effects],
    rolledBack: rolledBackIn(outcome),
    description: outcome.kind === "applied" ? outcome.description : null,
  };
}

function rolledBackIn(outcome: Outcome): Prediction["rolledBack"] {
  if (outcome.kind === "create" || outcome.rolledBack === null) return null;
  return { session: remembered(outcome.rolledBack.session), effects: [...outcome.rolledBack.effects] };
}

/** A session without its options. */
export function remembered({ options: _, ...rest }: Session): Remembered {
  return rest;
}
