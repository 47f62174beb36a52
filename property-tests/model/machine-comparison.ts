import assert from "node:assert/strict";
import { createActor, initialTransition, type SnapshotFrom, transition } from "xstate";
import type { Outcome, Session, SessionOptions } from "../../src/entries/index.ts";
import { type SignalingEmitted, type SignalingEvent, signalingMachine } from "../../src/entries/machine.ts";
import type { Call } from "../arbitraries/arbitraries.ts";
import { describeCall, eventOf } from "./commands.ts";

type Snapshot = SnapshotFrom<typeof signalingMachine>;

/** The machine, driven through one of xstate's two ways. */
export interface MachineRun {
  snapshot(): Snapshot;
  /** Sends the event and gives what the machine emitted. */
  send(event: SignalingEvent): readonly SignalingEmitted[];
}

/** The machine through xstate's pure `transition()`. */
export function pureRun(options: SessionOptions): MachineRun {
  let [snapshot] = initialTransition(signalingMachine, options);
  return {
    snapshot: () => snapshot,
    send(event) {
      const [next, actions] = transition(signalingMachine, snapshot, event);
      snapshot = next;
      return actions
        .filter(({ type }) => (type as string) === "xstate.emit")
        .map(({ params }) => (params as { event: SignalingEmitted }).event);
    },
  };
}

/** The machine as a running actor. */
export function actorRun(options: SessionOptions): MachineRun {
  const actor = createActor(signalingMachine, { input: options }).start();
  let emitted: SignalingEmitted[] = [];
  actor.on("*", (event) => emitted.push(event));
  return {
    snapshot: () => actor.getSnapshot(),
    send(event) {
      emitted = [];
      actor.send(event);
      return emitted;
    },
  };
}

/** Makes the call of the machine too, and throws an AssertionError where it differs from what the functions did. */
export function compareMachine(run: MachineRun, call: Call, outcome: Outcome): void {
  const event = eventOf(call);
  if (event === null) return;
  const before = run.snapshot();
  const where = `${describeCall(call)} in ${String(before.value)}`;
  const emitted = run.send(event);
  const { value, status, context } = run.snapshot();
  assert.deepStrictEqual(context.outcome, outcome, `${where}: outcome`);
  assert.equal(context.session, context.outcome?.session, `${where}: the outcome's session`);
  assert.equal(value, outcome.session.signalingState, `${where}: snapshot.value`);
  assert.equal(status, "active", where);
  assert.deepStrictEqual(emitted, expectedToBeEmitted(outcome), `${where}: emitted`);
  if (outcome.kind !== "applied") assert.equal(context.session, before.context.session, `${where}: the same session`);
}

function expectedToBeEmitted(outcome: Outcome): SignalingEmitted[] {
  if (outcome.kind === "create") return [{ type: "create", descriptionType: outcome.type }];
  const effects = [...(outcome.rolledBack?.effects ?? []), ...outcome.effects];
  return outcome.kind === "rejected" ? [...effects, { type: "rejected", rejection: outcome.rejection }] : effects;
}

/** The session that the machine holds. */
export function sessionOf(run: MachineRun): Session {
  return run.snapshot().context.session;
}
