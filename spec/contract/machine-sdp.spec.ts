import { describe, expect, it } from "vitest";
import { createActor, initialTransition, transition } from "xstate";
import { effectsOf, perform } from "../../cases/calls.ts";
import { conversations } from "../../cases/sdp/conversations.ts";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { eventsOf } from "../../cases/sdp/real-calls.ts";
import { createSession } from "../../src/entries/index.ts";
import { type SignalingEmitted, type SignalingEvent, signalingMachine } from "../../src/entries/machine.ts";

const named = conversations.map((conversation) => [conversation.name, conversation] as const);

describe("contract, for every input the machine and the functions agree: real SDP", () => {
  it.each(named)("an actor, %s", (_, { options = {}, calls }) => {
    const actor = createActor(signalingMachine, { input: options });
    const emitted: SignalingEmitted[] = [];
    actor.on("*", (event) => emitted.push(event));
    actor.start();
    let session = createSession(options);
    for (const event of calls.flatMap(([call]) => eventsOf(call))) {
      emitted.length = 0;
      actor.send(event);
      const outcome = perform(session, event);
      session = outcome.session;
      const { value, context } = actor.getSnapshot();
      expect(context.outcome).toEqual(outcome);
      expect(context.session).toEqual(session);
      expect(value).toBe(session.signalingState);
      const rejections = outcome.kind === "rejected" ? [{ type: "rejected", rejection: outcome.rejection }] : [];
      expect(emitted).toEqual([...effectsOf(outcome), ...rejections]);
    }
  });

  it.each(named)("xstate's pure transition() with persisted snapshots, %s", (_, { options = {}, calls }) => {
    let [snapshot] = initialTransition(signalingMachine, options);
    let session = createSession(options);
    for (const event of calls.flatMap(([call]) => eventsOf(call))) {
      [snapshot] = transition(signalingMachine, snapshot, event);
      session = perform(session, event).session;
      expect(snapshot.context.session).toEqual(session);
      expect(snapshot.value).toBe(session.signalingState);
    }
  });

  it("an implicit rollback whose offer is refused ends in stable, and says so in order", () => {
    const actor = createActor(signalingMachine, { input: {} });
    const emitted: string[] = [];
    actor.on("*", (event) => emitted.push(event.type === "rejected" ? `rejected ${event.rejection.rule}` : event.type));
    actor.start();
    const mine = balanced(alice, "actpass");
    const events: SignalingEvent[] = [
      { type: "offerCreated", sdp: mine },
      { type: "setLocalDescription" },
      {
        type: "setRemoteDescription",
        description: { type: "offer", sdp: balanced(bob, "actpass").replace("t=0 0", "t") },
      },
    ];
    for (const event of events) actor.send(event);
    expect(actor.getSnapshot().value).toBe("stable");
    expect(emitted.slice(-3)).toEqual(["update-negotiation-needed", "signalingstatechange", "rejected S1"]);
  });
});
