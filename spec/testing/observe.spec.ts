import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import type { Step } from "../../src/entries/oracle.ts";
import { rest } from "./driving/rest.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

async function offerOf(pc = new FakePeerConnection()) {
  return { ...(await pc.createOffer()) };
}

describe("observe()", () => {
  it("judges each call, in the order in which they were made", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    await pc.setLocalDescription();
    await pc.setRemoteDescription(await offerOf());
    await pc.createAnswer();
    await pc.setLocalDescription();
    await pc.setLocalDescription({ type: "rollback" }).catch(() => undefined);
    pc.close();
    expect(observer.steps.map(({ call, type, before, verdict }) => `${call} ${type} ${before} ${verdict}`)).toEqual([
      "setLocalDescription offer stable conforms",
      "setRemoteDescription offer have-local-offer conforms",
      "createAnswer answer have-remote-offer conforms",
      "setLocalDescription answer have-remote-offer conforms",
      "setLocalDescription rollback stable illegal-call",
      "close null stable conforms",
    ]);
    expect(observer.summary).toEqual({ calls: 6, illegalCalls: 1, divergences: 0, unjudged: 0, knownDeviations: [] });
  });

  it("tells each step as it is judged", async () => {
    const pc = new FakePeerConnection({ fault: "event-fired-twice" });
    const told: Step[] = [];
    const observer = observe(pc, { onStep: (step) => told.push(step) });
    const calls = [pc.setLocalDescription(), pc.setLocalDescription({ type: "rollback" })];
    await calls[0];
    expect(told.map(({ index }) => index)).toEqual([0]);
    await calls[1];
    expect(told).toEqual(observer.steps);
    expect(told.map(({ differences }) => differences.map(({ code }) => code).join())).toEqual([
      "wrong-events-local-offer-without-sdp-in-stable",
      "wrong-events-local-rollback-in-have-local-offer",
    ]);
  });

  it("counts declared deviations apart", async () => {
    const knownDeviations = [
      { code: "wrong-events-local-offer-without-sdp-in-stable", reason: "twice" },
      { code: "refused-implicit-rollback", reason: "not met here" },
    ];
    const pc = new FakePeerConnection({ fault: "event-fired-twice" });
    const observer = observe(pc, { knownDeviations });
    for (const description of [undefined, { type: "rollback" }, undefined]) await pc.setLocalDescription(description);
    expect(observer.summary).toMatchObject({
      calls: 3,
      divergences: 1,
      knownDeviations: [
        { code: "wrong-events-local-offer-without-sdp-in-stable", reason: "twice", count: 2 },
        { reason: "not met here", count: 0 },
      ],
    });
  });

  it("takes the oracle's options, and refuses unusable ones before it touches anything", () => {
    const pc = new FakePeerConnection();
    expect(() => observe(pc, { profile: "chrome" as never })).toThrow(TypeError);
    expect(() => observe(pc, { knownDeviations: [{ code: "", reason: "" }] })).toThrow(TypeError);
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
    expect(pc.setLocalDescription).toBe(FakePeerConnection.prototype.setLocalDescription);
  });

  it.each([
    ["profil", { profil: "legacy" }, /^observe: unknown option "profil"$/],
    ["runs, which checkImplementation() has", { runs: 5 }, /^observe: unknown option "runs"$/],
    ["an unusable profile", { profile: "chrome" }, /^observe: profile must be /],
    ["an id that is no string", { id: 5 }, /^observe: id must be a string$/],
    ["an onStep that is no function", { onStep: {} }, /^observe: onStep must be a function$/],
    ["no object", null, /^observe: the options must be an object$/],
  ])("refuses %s by its name", (_, options, message) => {
    const pc = new FakePeerConnection();
    expect(() => observe(pc, options as never)).toThrow(TypeError);
    expect(() => observe(pc, options as never)).toThrow(message);
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
  });

  it("takes undefined for an option that is left out", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc, { id: undefined, onStep: undefined, profile: undefined, knownDeviations: undefined });
    await pc.setLocalDescription();
    expect(observer.conforms).toBe(true);
    expect(observer.trace()).toContain('["setLocalDescription","1",');
  });

  it("judges by its profile", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc, { profile: "legacy" });
    await pc.setLocalDescription();
    await pc.setRemoteDescription(await offerOf());
    expect(observer.steps.at(-1)?.differences).toMatchObject([{ code: "applied-remote-offer-in-have-local-offer" }]);
  });

  it("attached in mid-life, goes on from what it finds", async () => {
    const pc = new FakePeerConnection();
    await pc.setRemoteDescription(await offerOf());
    const observer = observe(pc);
    await pc.setLocalDescription({ type: "rollback" });
    await pc.setLocalDescription();
    expect(observer.steps.map(({ before, verdict }) => `${before} ${verdict}`)).toEqual([
      "have-remote-offer conforms",
      "stable conforms",
    ]);
  });

  it("has no step of a call that is under way, and none ever of one that close() overtakes unsettled", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    pc.setLocalDescription();
    expect(observer.steps).toEqual([]);
    pc.close();
    await rest();
    expect(observer.steps).toMatchObject([
      { call: "setLocalDescription", verdict: "conforms", observed: { outcome: "unsettled" } },
      { call: "close", verdict: "conforms" },
    ]);
  });

  it("finds what settles after close()", async () => {
    class Late extends FakePeerConnection {
      override setLocalDescription(description?: unknown): Promise<void> {
        return Promise.race([super.setLocalDescription(description), rest()]);
      }
    }
    const pc = new Late();
    const observer = observe(pc);
    pc.setLocalDescription();
    pc.close();
    await rest();
    await rest();
    expect(observer.steps.flatMap(({ differences }) => differences)).toMatchObject([
      { code: "settled-after-close-local-offer-without-sdp-in-stable", observed: "applied" },
    ]);
  });

  it("what happens in its callback happens outside: a call made there is judged, too", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc, {
      onStep: ({ call, observed }) => {
        if (call === "setLocalDescription" && observed.signalingState === "have-local-offer") pc.createOffer();
      },
    });
    await pc.setLocalDescription();
    await rest();
    expect(observer.steps.map(({ call, verdict }) => `${call} ${verdict}`)).toEqual([
      "setLocalDescription conforms",
      "createOffer conforms",
    ]);
  });

  it("may be let go from its callback", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc, { onStep: () => observer.detach() });
    await pc.setLocalDescription();
    await pc.setLocalDescription({ type: "rollback" });
    expect(observer.steps).toHaveLength(1);
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
  });

  it("follows each peer connection for itself", async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection({ fault: "event-not-fired" })];
    const observers = [observe(a), observe(b)];
    await Promise.all([a.setLocalDescription(), b.setLocalDescription()]);
    expect(observers.map(({ summary }) => summary.divergences)).toEqual([0, 1]);
  });
});

describe("observe() on a peer connection that has less", () => {
  class Bare {
    readonly #pc = new FakePeerConnection();
    get signalingState() {
      return this.#pc.signalingState;
    }
    createOffer() {
      return this.#pc.createOffer();
    }
    createAnswer() {
      return this.#pc.createAnswer();
    }
    setLocalDescription(description?: unknown) {
      return this.#pc.setLocalDescription(description);
    }
    setRemoteDescription(description?: unknown) {
      return this.#pc.setRemoteDescription(description);
    }
    close() {
      this.#pc.close();
    }
  }

  it("neither slots nor events: states and outcomes are judged", async () => {
    const pc = new Bare();
    const observer = observe(pc);
    await pc.setLocalDescription();
    await pc.setLocalDescription({ type: "rollback" });
    await pc.createAnswer().catch(() => undefined);
    pc.close();
    expect(observer.steps.map(({ verdict }) => verdict)).toEqual(["conforms", "conforms", "illegal-call", "conforms"]);
    observer.detach();
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
  });

  it("undefined for null in its slots: the same", async () => {
    class Undefined extends FakePeerConnection {
      override get pendingLocalDescription(): never {
        return (super.pendingLocalDescription ?? undefined) as never;
      }
    }
    const pc = new Undefined();
    const observer = observe(pc);
    await pc.setLocalDescription();
    await pc.setLocalDescription({ type: "rollback" });
    expect(observer.summary).toMatchObject({ calls: 2, divergences: 0 });
  });

  it("a slot that cannot be read: it is not compared", async () => {
    class Unreadable extends FakePeerConnection {
      override get currentRemoteDescription(): never {
        throw new Error("not implemented");
      }
    }
    const pc = new Unreadable();
    const observer = observe(pc);
    await pc.setLocalDescription();
    expect(observer.summary).toMatchObject({ calls: 1, divergences: 0 });
  });

  it("a signaling state that is none: it counts as closed, and nothing throws", async () => {
    const pc = {
      signalingState: "nonsense",
      createOffer: async () => ({ type: "offer", sdp: "" }),
      createAnswer: async () => null,
      setLocalDescription: async () => undefined,
      setRemoteDescription: async () => undefined,
      close: () => undefined,
    };
    const observer = observe(pc);
    await pc.setLocalDescription();
    await pc.createOffer();
    pc.close();
    expect(observer.steps.map(({ observed }) => observed.signalingState)).toEqual(["closed", "closed", "closed"]);
  });
});
