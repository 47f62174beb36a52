import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createActor } from "xstate";
import { toDirectedGraph } from "xstate/graph";
import { callOf } from "../../cases/calls.ts";
import { everythingAllowed } from "../../cases/reachable.ts";
import { openStates, states } from "../../cases/sessions.ts";
import { cells, edgeName } from "../../cases/transition-tables.ts";
import type { SessionOptions } from "../../src/entries/index.ts";
import { type SignalingEvent, signalingMachine } from "../../src/entries/machine.ts";

// The figure has every edge that any profile has: those of RFC 9429.
const figure = cells.rfc9429
  .filter(({ next }) => next !== null)
  .map((cell) => `${cell.state} -- ${edgeName(cell)} --> ${cell.next}`)
  .sort();

const isEdgeName = /^set(Local|Remote)\((OFFER|PRANSWER|ANSWER|ROLLBACK)\)$/;
const graph = toDirectedGraph(signalingMachine as unknown as AnyStateMachine);

describe("RFC 9429 §3.2, the statechart reads like the figure", () => {
  it("has the six states, none of them final, stable first", () => {
    const { root } = signalingMachine;
    expect(Object.keys(root.states).sort()).toEqual([...states].sort());
    expect(Object.values(root.states).map(({ type }) => type)).toEqual(states.map(() => "atomic"));
    expect(root.initial.target.map(({ key }) => key)).toEqual(["stable"]);
  });

  it("has the 20 edges, by the names of the figure", () => {
    const edges = graph.children.flatMap(({ stateNode, edges }) =>
      edges.map(({ label, target }) => `${stateNode.key} -- ${label.text} --> ${target.key}`),
    );
    expect(figure.length).toBe(20);
    expect(edges.sort()).toEqual(figure);
  });

  it("takes every other event at the root, where close leads to closed", () => {
    const edges = graph.edges.map(({ label, target }) => `${label.text} --> ${target.key}`);
    expect(edges).toContain("close --> closed");
    const names: readonly string[] = Object.keys(signalingMachine.config.on ?? {});
    expect([...names].sort()).toEqual([
      "answerCreated",
      "close",
      "offerCreated",
      "setLocalDescription",
      "setRemoteDescription",
    ]);
    expect(names.filter((name) => isEdgeName.test(name))).toEqual([]);
  });
});

const toState: Readonly<Record<string, string>> = {
  stable: "offer created LO",
  "have-local-offer": "offer created LO, local",
  "have-remote-offer": "remote offer RO",
  "have-local-pranswer": "remote offer RO, answer created LA, local pranswer",
  "have-remote-pranswer": "offer created LO, local, remote pranswer RP",
  closed: "close",
};

// After each of these the last outcome is of another kind: applied, rejected, create, an implicit rollback.
const lastCalls = ["", "remote bye", "local", "remote offer RO"];
const forged = [...new Set(cells.rfc9429.map(edgeName))];

describe("contract, signalingMachine: forged edge events move nothing", () => {
  it.each(states)("in %s", (state) => {
    for (const profile of ["webrtc-pc", "rfc9429", everythingAllowed] as const) {
      for (const lastCall of lastCalls) {
        const actor = started({ sdp: "opaque", profile }, `${toState[state]}${lastCall && `, ${lastCall}`}`);
        const emitted: unknown[] = [];
        actor.on("*", (event) => emitted.push(event));
        const before = actor.getSnapshot();
        for (const type of forged) {
          actor.send({ type } as unknown as SignalingEvent);
          const { value, context } = actor.getSnapshot();
          expect(value, type).toBe(before.value);
          expect(context.session, type).toBe(before.context.session);
          expect(context.outcome, type).toBe(before.context.outcome);
        }
        expect(emitted).toEqual([]);
      }
    }
  });

  it("nor do events that nobody knows", () => {
    for (const state of openStates) {
      const actor = started({ sdp: "opaque" }, toState[state] ?? "");
      for (const type of ["stable", "decide", "setLocal(BYE)", "signalingstatechange", "rejected", "closed"]) {
        actor.send({ type } as unknown as SignalingEvent);
      }
      expect(actor.getSnapshot().value).toBe(state);
    }
  });

  function started(input: SessionOptions, calls: string) {
    const actor = createActor(signalingMachine, { input }).start();
    for (const call of calls.split(", ")) actor.send(callOf(call));
    return actor;
  }
});
