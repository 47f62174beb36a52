import { describe, expect, it } from "vitest";
import { createActor, type InspectionEvent, initialTransition, transition } from "xstate";
import { callOf } from "../../cases/calls.ts";
import { signalingMachine } from "../../src/entries/machine.ts";

const [initial] = initialTransition(signalingMachine, { sdp: "opaque" });

/** The snapshot after calls, by xstate's pure transition() alone. */
function snapshotAfter(...calls: readonly string[]) {
  return calls.reduce((snapshot, call) => transition(signalingMachine, snapshot, callOf(call))[0], initial);
}

/** What the actions of that type are about: the events they emit or raise. */
function eventsOf(actions: readonly { readonly type: string; readonly params: unknown }[], type: string) {
  return actions.filter((action) => action.type === type).map(({ params }) => (params as { event: unknown }).event);
}

/** The states that an actor is in after each microstep of a call. Inspection shows them in every version of xstate. */
function microstepsOf(snapshot: typeof initial, call: string): readonly unknown[] {
  const values: unknown[] = [];
  const inspect = (event: InspectionEvent) => {
    if (event.type === "@xstate.microstep") values.push((event.snapshot as typeof initial).value);
  };
  const actor = createActor(signalingMachine, { snapshot, input: undefined, inspect }).start();
  values.length = 0;
  actor.send(callOf(call));
  return values;
}

describe("contract, signalingMachine: xstate's pure transition()", () => {
  it("returns what is emitted among its actions, as xstate.emit", () => {
    const [snapshot, actions] = transition(signalingMachine, initial, callOf("remote offer RO"));
    expect(eventsOf(actions, "xstate.emit")).toEqual([
      { type: "signalingstatechange", signalingState: "have-remote-offer" },
    ]);
    expect(snapshot.value).toBe("have-remote-offer");
    expect(initial.value).toBe("stable");
  });

  it("returns a rejection and keeps the session", () => {
    const [snapshot, actions] = transition(signalingMachine, initial, callOf("remote answer RA"));
    expect(eventsOf(actions, "xstate.emit")).toMatchObject([
      { type: "rejected", rejection: { code: "answer-in-wrong-state" } },
    ]);
    expect(snapshot.context.session).toBe(initial.context.session);
    expect(snapshot.context.outcome?.kind).toBe("rejected");
  });

  it("raises the figure's edge, and has no action of another kind", () => {
    const [, actions] = transition(signalingMachine, initial, callOf("remote offer RO"));
    expect(eventsOf(actions, "xstate.raise")).toEqual([{ type: "setRemote(OFFER)" }]);
    expect(new Set<string>(actions.map(({ type }) => type))).toEqual(new Set(["xstate.emit", "xstate.raise"]));
  });

  it("raises nothing for what is no edge", () => {
    for (const call of ["offer created LO", "local", "remote answer RA", "close", "remote"]) {
      const [, actions] = transition(signalingMachine, initial, callOf(call));
      expect(eventsOf(actions, "xstate.raise"), call).toEqual([]);
    }
  });

  it("goes along two edges in an implicit rollback, through stable", () => {
    const crossing = snapshotAfter("offer created LO", "local");
    const [snapshot, actions] = transition(signalingMachine, crossing, callOf("remote offer RO"));
    expect(eventsOf(actions, "xstate.raise")).toEqual([{ type: "setLocal(ROLLBACK)" }, { type: "setRemote(OFFER)" }]);
    expect(eventsOf(actions, "xstate.emit")).toEqual([
      { type: "update-negotiation-needed" },
      { type: "signalingstatechange", signalingState: "stable" },
      { type: "signalingstatechange", signalingState: "have-remote-offer" },
    ]);
    expect(snapshot.value).toBe("have-remote-offer");
    expect(microstepsOf(crossing, "remote offer RO")).toEqual(["have-local-offer", "stable", "have-remote-offer"]);
  });

  it("asks for a description to be created", () => {
    const [snapshot, actions] = transition(signalingMachine, initial, callOf("local"));
    expect(eventsOf(actions, "xstate.emit")).toEqual([{ type: "create", descriptionType: "offer" }]);
    expect(snapshot.context.outcome).toMatchObject({ kind: "create", type: "offer" });
  });
});
