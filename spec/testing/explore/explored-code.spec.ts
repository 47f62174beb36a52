// What the code under exploration finds around it, and what is asked of it.
import { describe, expect, it } from "vitest";
import { exploreNegotiation } from "../../../src/testing/explore/explore-negotiation.ts";
import type { ExploredPeer, NegotiationCode } from "../../../src/testing/explore/peer.ts";
import { candidatesLine, exampleWithout, small, withoutRoles } from "./negotiators.ts";

const idle: NegotiationCode = ({ pc, onMessage }) => {
  onMessage(() => undefined);
  return void pc.signalingState;
};
const alone = { actions: [], bounds: { schedules: 0 } } as const;

describe("exploreNegotiation: what the code finds around it", () => {
  it("timers and dates in virtual time, and the host's own afterwards", async () => {
    const host = { setTimeout, setInterval, Date };
    const seen: number[] = [];
    const began = Date.now();
    const report = await exploreNegotiation(({ name }) => {
      const start = Date.now();
      if (name === "a") setTimeout(() => seen.push(Date.now() - start), 3_600_000);
      const interval = setInterval(() => clearInterval(interval), 10);
    }, alone);
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true });
    expect(new Set(seen)).toEqual(new Set([3_600_000]));
    expect(Date.now() - began).toBeLessThan(60_000);
    expect({ setTimeout, setInterval, Date }).toEqual(host);
  });

  it("the fake's classes as globals, and random numbers that are the same in each run", async () => {
    const drawn: Record<string, Set<number>> = { a: new Set(), b: new Set() };
    const made: unknown[] = [];
    const code: NegotiationCode = ({ name, pc, send, onMessage }) => {
      drawn[name]?.add(Math.random());
      const { RTCPeerConnection } = globalThis as unknown as {
        RTCPeerConnection: new () => { signalingState: string };
      };
      made.push(new RTCPeerConnection().signalingState, pc instanceof RTCPeerConnection);
      onMessage(() => undefined);
      send(crypto.randomUUID());
    };
    const report = await exploreNegotiation(code, {
      actions: ["createDataChannel"],
      bounds: { states: 50, schedules: 2 },
    });
    expect(report.violation?.property).toBe("no-negotiation-needed");
    expect([drawn.a?.size, drawn.b?.size]).toEqual([1, 1]);
    expect(new Set(made)).toEqual(new Set(["stable", true]));
    expect("RTCPeerConnection" in globalThis).toBe(false);
  });

  it("what crypto.subtle computes comes by a task, in the order of the calls", async () => {
    const seen = new Set<string>();
    const code: NegotiationCode = async ({ name, send, onMessage }) => {
      const digested = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      const order: string[] = [];
      const long = digested("long".repeat(100_000)).then(() => order.push("long"));
      await Promise.all([long, digested("short").then(() => order.push("short"))]);
      await crypto.subtle.digest("unknown", new Uint8Array(1)).catch(({ name: error }) => order.push(error));
      seen.add(order.join());
      send(name);
      onMessage((message) => void seen.add(`${name} hears ${message}`));
    };
    const report = await exploreNegotiation(code, alone);
    // Each side has three results to come, and the message of the other.
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true, states: 19 });
    expect([...seen].sort()).toEqual(["a hears b", "b hears a", "long,short,NotSupportedError"]);
  });

  it("code that is not deterministic is refused", async () => {
    let runs = 0;
    const negotiate = await exampleWithout(candidatesLine);
    const code: NegotiationCode = (peer) => {
      negotiate(peer);
      if (runs++ < 2) peer.pc.addTransceiver("audio");
    };
    await expect(exploreNegotiation(code, small)).rejects.toThrow(/is not deterministic/);
  });
});

describe("exploreNegotiation: what is asked of the code", () => {
  it("nothing goes unhandled, neither thrown, rejected nor printed", async () => {
    const failing: readonly NegotiationCode[] = [
      () => {
        throw new RangeError("thrown");
      },
      () => Promise.reject(new RangeError("rejected")),
      () => console.error(new RangeError("printed")),
    ];
    for (const code of failing) {
      const { violation } = await exploreNegotiation(code, alone);
      expect(violation).toMatchObject({ property: "no-unhandled-error", trace: [] });
    }
  });

  it("no call is left open", async () => {
    const code: NegotiationCode = ({ pc }) => void pc.addIceCandidate({ candidate: "", sdpMid: "0" }).catch(() => {});
    expect((await exploreNegotiation(code, alone)).verdict).toBe("no-violation");
  });

  it("properties of one's own hold at rest or in every state", async () => {
    const properties = [{ name: "one offer at a time", at: "state", holds: neverTwo }] as const;
    const { violation } = await exploreNegotiation(await exampleWithout(candidatesLine), { ...small, properties });
    expect(violation?.property).toBe("one offer at a time");
    expect(violation?.trace.at(-1)?.states).toEqual({ a: "have-local-offer", b: "have-local-offer" });
  });

  it("an action of one's own is done once, at any moment", async () => {
    const holds = ({ a }: { a: { transceivers: readonly { kind: string }[] } }) => a.transceivers.length < 2;
    const twice = {
      name: "twice",
      peer: "a",
      do: ({ pc }: ExploredPeer) => {
        pc.addTransceiver("audio");
        pc.addTransceiver("video");
      },
    } as const;
    const properties = [{ name: "one transceiver", holds, at: "state" }] as const;
    const report = await exploreNegotiation(idle, { ...alone, actions: [twice], properties });
    expect(report.violation?.trace.map(({ what }) => what)).toEqual(["does twice"]);
  });
});

function neverTwo({ a, b }: Record<"a" | "b", { signalingState: string }>): boolean {
  return a.signalingState !== "have-local-offer" || b.signalingState !== "have-local-offer";
}

describe("exploreNegotiation: faults", () => {
  it.each([
    ["lose", "both-stable", "loses what was sent to it"],
    ["duplicate", "no-invalid-state-error", "receives answer, which will arrive again"],
  ] as const)("%s: %s", async (fault, property, what) => {
    const options = { ...small, faults: [fault], actions: [{ peer: "a", do: "addTransceiver" }] } as const;
    const { violation } = await exploreNegotiation(await exampleWithout(candidatesLine), options);
    expect(violation?.property).toBe(property);
    expect(violation?.trace.map((step) => step.what)).toContain(what);
  });

  it("close: calls that are under way are forgotten, and that is no fault", async () => {
    const options = { ...small, faults: ["close"], actions: [{ peer: "a", do: "addTransceiver" }] } as const;
    const report = await exploreNegotiation(await exampleWithout(candidatesLine), options);
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true });
    expect(report.reached["close with calls under way"]).toBe(true);
  });

  it("slow-create: other tasks overtake createOffer()", async () => {
    const plain = await exploreNegotiation(await exampleWithout(candidatesLine), small);
    const slow = await exploreNegotiation(await exampleWithout(candidatesLine), { ...small, faults: ["slow-create"] });
    expect(slow).toMatchObject({ verdict: "no-violation", exhaustive: true });
    expect(slow.states).toBeGreaterThanOrEqual(plain.states);
  });
});

describe("exploreNegotiation: bounds", () => {
  it("states and steps end a search, which then is not exhaustive", async () => {
    const code = await exampleWithout(candidatesLine);
    const few = await exploreNegotiation(code, { ...small, bounds: { states: 100, schedules: 0 } });
    expect(few).toMatchObject({ states: 100, exhaustive: false, interrupted: false });
    const shallow = await exploreNegotiation(code, { ...small, bounds: { steps: 5, schedules: 0 } });
    expect(shallow).toMatchObject({ depth: 5, exhaustive: false });
  });

  it("a virtual time makes the states few of code that has intervals", async () => {
    const code: NegotiationCode = ({ pc, onMessage }) => {
      onMessage(() => undefined);
      setInterval(() => pc.signalingState, 5000);
    };
    const endless = await exploreNegotiation(code, { actions: [], bounds: { states: 50, schedules: 0 } });
    expect(endless).toMatchObject({ states: 50, exhaustive: false });
    const bounded = await exploreNegotiation(code, { actions: [], bounds: { virtualTime: 9999, schedules: 0 } });
    expect(bounded).toMatchObject({ states: 4, exhaustive: true });
  });

  it("what is under way beyond the virtual time makes a search not exhaustive", async () => {
    const code: NegotiationCode = ({ name, onMessage }) => {
      onMessage(() => undefined);
      const count = (left: number) => void (left > 0 && setTimeout(() => count(left - 1), 600));
      if (name === "a") count(3);
    };
    const cut = await exploreNegotiation(code, { actions: [], bounds: { virtualTime: 1000, schedules: 0 } });
    expect(cut).toMatchObject({ states: 2, exhaustive: false, verdict: "no-violation", reached: { rest: false } });
    const whole = await exploreNegotiation(code, { actions: [], bounds: { virtualTime: 1800, schedules: 0 } });
    expect(whole).toMatchObject({ states: 4, exhaustive: true, reached: { rest: true } });
  });

  it("a signal and the time end it with what was found so far", async () => {
    const code = await exampleWithout(candidatesLine);
    const aborted = await exploreNegotiation(code, { ...small, signal: { aborted: true } });
    expect(aborted).toMatchObject({ verdict: "no-violation", interrupted: true, exhaustive: false });
    const timedOut = await exploreNegotiation(code, { ...small, bounds: { timeLimit: 0 } });
    expect(timedOut).toMatchObject({ interrupted: true });
  });

  it.each([
    [{ action: [] }, 'unknown option "action"'],
    [{ bounds: { depth: 1 } }, 'unknown option "depth"'],
    [{ bounds: { states: -1 } }, "bounds.states must be a whole number"],
    [{ revision: "tomorrow" }, "revision must be today, before #2405, "],
    [{ profile: "chromium" }, "profile must be webrtc-pc, rfc9429, legacy, or a profile of your own"],
    [{ bounds: { virtualTime: -1 } }, "bounds.virtualTime must be a number of ms"],
    [{ faults: ["late"] }, 'faults must be of duplicate, lose, slow-create, close, found "late"'],
    [{ actions: ["dance"] }, /an action must be a function or one of addTransceiver, .*, found "dance"/],
    [{ schedule: "c.act" }, /schedule must be the schedule of a violation/],
  ])("%j is refused", async (options, reason) => {
    await expect(exploreNegotiation(withoutRoles, options as never)).rejects.toThrow(reason);
  });
});
