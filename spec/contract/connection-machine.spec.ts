import { describe, expect, it } from "vitest";
import { createActor, initialTransition, transition } from "xstate";
import type { Effect, Input } from "../../src/entries/connection.ts";
import { connectionMachine } from "../../src/entries/machine.ts";
import { Stack } from "../webrtc-pc/connection/stack.ts";

/** A stack whose inputs go to an actor as well. */
function withActor(options = {}) {
  const stack = new Stack(options);
  const actor = createActor(connectionMachine, { input: options });
  const emitted: Effect[] = [];
  actor.on("*", (effect) => emitted.push(effect));
  actor.start();
  const feed = stack.feed.bind(stack);
  stack.feed = (input) => {
    actor.send(input);
    return feed(input);
  };
  return { stack, actor, emitted };
}

describe("connectionMachine", () => {
  it("begins in stable, idle, with nothing to negotiate", () => {
    const [snapshot] = initialTransition(connectionMachine, undefined);
    expect(snapshot.value).toEqual({ signaling: "stable", operations: "idle", negotiation: "not-needed" });
    expect(snapshot.context.effects).toEqual([]);
  });

  it("goes through an exchange as the connection does, and emits every effect", () => {
    const { stack, actor, emitted } = withActor({ revision: "with #3081" });
    const other = new Stack({}, "bbbb");
    stack.do({ method: "addTransceiver", trackOrKind: "audio" });
    expect(actor.getSnapshot().value).toEqual({ signaling: "stable", operations: "idle", negotiation: "needed" });
    stack.call({ method: "setLocalDescription" });
    expect(actor.getSnapshot().value).toMatchObject({ operations: "creating" });
    stack.endWork();
    expect(actor.getSnapshot().value).toMatchObject({ signaling: "stable", operations: "applying" });
    stack.endWork();
    expect(actor.getSnapshot().value).toMatchObject({ signaling: "have-local-offer", operations: "settled" });
    stack.settle();
    other.do({ method: "setRemoteDescription", description: stack.localDescription });
    other.do({ method: "setLocalDescription" });
    stack.call({ method: "setRemoteDescription", description: other.localDescription });
    stack.call({ method: "addTransceiver", trackOrKind: "video" });
    stack.endWork();
    expect(actor.getSnapshot().value).toEqual({ signaling: "stable", operations: "settled", negotiation: "waiting" });
    stack.settle();
    expect(actor.getSnapshot().value).toEqual({ signaling: "stable", operations: "idle", negotiation: "needed" });
    expect(actor.getSnapshot().context.connection).toEqual(stack.connection);
    expect(emitted).toEqual(stack.effects);
  });

  it("refuses calls once it is closed, and is not done", () => {
    const { stack, actor, emitted } = withActor();
    stack.call({ method: "close" });
    stack.call({ method: "createOffer" });
    expect(actor.getSnapshot()).toMatchObject({ status: "active", value: { signaling: "closed", operations: "idle" } });
    expect(emitted.at(-1)).toMatchObject({ type: "reject", rejection: { error: "InvalidStateError" } });
  });

  it("a pure transition gives the effects among its actions", () => {
    const [snapshot] = initialTransition(connectionMachine, undefined);
    const input: Input = { type: "call", call: 1, method: "addTransceiver", trackOrKind: "audio" };
    const [next, actions] = transition(connectionMachine, snapshot, input);
    expect(next.context.effects.map(({ type }) => type)).toEqual(["queue-task", "return"]);
    expect(actions.filter(({ type }) => (type as string) === "xstate.emit")).toHaveLength(2);
  });

  it("junk moves nothing", () => {
    const { actor } = withActor();
    const before = actor.getSnapshot();
    for (const type of ["applied", "nonsense", "xstate.init", "task"]) actor.send({ type } as unknown as Input);
    expect(actor.getSnapshot().value).toEqual(before.value);
    expect(actor.getSnapshot().context.connection).toBe(before.context.connection);
  });
});
