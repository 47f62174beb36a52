import { describe, expect, it } from "vitest";
import { createActor } from "xstate";
import { callOf, effectsOf, perform } from "../../cases/calls.ts";
import { throwingProxy, unconvertible, withThrowingGetter } from "../../cases/junk.ts";
import { everythingAllowed } from "../../cases/reachable.ts";
import { sequences } from "../../cases/sequences.ts";
import { createSession, type Outcome, type Session, type SessionOptions } from "../../src/entries/index.ts";
import { type SignalingEmitted, type SignalingEvent, signalingMachine } from "../../src/entries/machine.ts";

function startedActor(input: SessionOptions = { sdp: "opaque" }) {
  const actor = createActor(signalingMachine, { input });
  const emitted: SignalingEmitted[] = [];
  actor.on("*", (event) => emitted.push(event));
  actor.start();
  return { actor, emitted };
}

/** What the machine has to emit for an outcome. */
function emissions(outcome: Outcome): readonly SignalingEmitted[] {
  if (outcome.kind === "create") return [{ type: "create", descriptionType: outcome.type }];
  const effects = effectsOf(outcome);
  if (outcome.kind === "applied") return effects;
  return [...effects, { type: "rejected", rejection: outcome.rejection }];
}

/** Sends the calls to an actor and compares every step with the functions. */
function compare(calls: readonly SignalingEvent[], options: SessionOptions): Session {
  const { actor, emitted } = startedActor(options);
  let session = createSession(options);
  for (const call of calls) {
    const outcome = perform(session, call);
    emitted.length = 0;
    actor.send(call);
    const { value, context, status } = actor.getSnapshot();
    expect(context.session).toEqual(outcome.session);
    expect(context.outcome).toEqual(outcome);
    expect(value).toBe(outcome.session.signalingState);
    expect(emitted).toEqual(emissions(outcome));
    expect(status).toBe("active");
    session = outcome.session;
  }
  return session;
}

describe("contract, signalingMachine: at first", () => {
  it("is stable, with a new session of the input's options and no outcome", () => {
    for (const profile of ["webrtc-pc", "rfc9429", "legacy", everythingAllowed] as const) {
      const options = { profile, sdp: "opaque" } as const;
      const { value, context } = startedActor(options).actor.getSnapshot();
      expect(value).toBe("stable");
      expect(context).toEqual({ session: createSession(options), outcome: null });
    }
  });

  it("needs no input", () => {
    const actor = createActor(signalingMachine, { input: undefined }).start();
    expect(actor.getSnapshot().context.session).toEqual(createSession());
  });
});

describe("contract, signalingMachine: agrees with the functions", () => {
  it.each(sequences)("$name ($profile)", ({ calls, profile }) => {
    compare(calls.map(callOf), { profile, sdp: "opaque" });
  });

  const refusals = "remote answer X, local rollback, local bye, remote, local munged, local answer X, remote rollback";

  it.each(sequences)("$name, with refused calls in between", ({ calls, profile }) => {
    const interspersed = calls.flatMap((call) => [
      call,
      ...refusals.split(", ").filter((each) => !each.includes("rollback")),
    ]);
    compare(interspersed.map(callOf), { profile, sdp: "opaque" });
  });

  it("crossing offers under a profile that rolls back provisional answers too", () => {
    const crossing = ["offer created LO", "local", "remote pranswer RP", "remote offer RO"];
    const answered = ["answer created LA", "local pranswer", "remote offer RP", "local", "close", "remote offer RO"];
    compare([...crossing, ...answered].map(callOf), { profile: everythingAllowed, sdp: "opaque" });
  });

  const descriptions: readonly (readonly [string, unknown])[] = [
    ["undefined", undefined],
    ["null", null],
    ["a string", "offer"],
    ["a throwing proxy", throwingProxy()],
    ["a getter that throws", withThrowingGetter({ type: "offer" }, "sdp")],
    ["an unconvertible type", { type: unconvertible() }],
    ["a symbol", { type: "offer", sdp: Symbol("v=0") }],
    ["toString", { type: { toString: () => "offer" }, sdp: ["X"] }],
  ];

  it.each(descriptions)("given %s as the description", (_, description) => {
    const calls = (["setLocalDescription", "setRemoteDescription"] as const).map((type) => ({ type, description }));
    compare([...calls, { type: "close" }, ...calls], { profile: "legacy", sdp: "opaque" });
  });

  it("given created SDP that is no string", () => {
    for (const type of ["offerCreated", "answerCreated"] as const) {
      compare([{ type, sdp: 5 as unknown as string }, { type } as SignalingEvent], { sdp: "opaque" });
    }
  });
});

describe("contract, signalingMachine: closed is not final", () => {
  it("refuses what comes after, and says so", () => {
    const { actor, emitted } = startedActor();
    actor.send({ type: "close" });
    expect(actor.getSnapshot()).toMatchObject({ value: "closed", status: "active" });
    expect(emitted).toEqual([]);
    actor.send(callOf("remote offer RO"));
    expect(emitted).toMatchObject([{ type: "rejected", rejection: { code: "connection-closed" } }]);
    expect(actor.getSnapshot()).toMatchObject({ value: "closed", status: "active" });
  });
});

describe("contract, signalingMachine: each description is read once", () => {
  it.each(["setLocalDescription", "setRemoteDescription"] as const)("%s", (type) => {
    const reads: string[] = [];
    const { actor } = startedActor({ sdp: "opaque", profile: "legacy" });
    const description = {
      get type() {
        reads.push("type");
        return reads.length <= 2 ? "offer" : "answer";
      },
      get sdp() {
        reads.push("sdp");
        return reads.length <= 2 ? "first" : "second";
      },
    };
    const members = ["event"];
    const event = {
      type,
      get description() {
        members.push("description");
        return members.length <= 2 ? description : null;
      },
    };
    actor.send(event);
    const side = type === "setLocalDescription" ? "local" : "remote";
    const { value, context } = actor.getSnapshot();
    expect(value).toBe(`have-${side}-offer`);
    expect(context.session[`pending${side === "local" ? "Local" : "Remote"}Description`]?.sdp).toBe("first");
    expect(reads).toEqual(["sdp", "type"]);
    expect(members).toEqual(["event", "description"]);
  });
});

describe("contract, signalingMachine: emitted events are heard by name", () => {
  it("through actor.on", () => {
    const { actor } = startedActor();
    const heard: string[] = [];
    actor.on("rejected", ({ rejection }) => heard.push(`rejected ${rejection.code}`));
    actor.on("create", ({ descriptionType }) => heard.push(`create ${descriptionType}`));
    actor.on("signalingstatechange", ({ signalingState }) => heard.push(`change ${signalingState}`));
    actor.on("update-negotiation-needed", () => heard.push("negotiation"));
    actor.on("release-early-candidates", () => heard.push("candidates"));
    for (const call of ["local", "offer created LO", "local", "remote offer RO", "remote answer RA"])
      actor.send(callOf(call));
    expect(heard).toEqual([
      "create offer",
      "candidates",
      "change have-local-offer",
      "negotiation",
      "change stable",
      "change have-remote-offer",
      "rejected answer-in-wrong-state",
    ]);
  });
});
