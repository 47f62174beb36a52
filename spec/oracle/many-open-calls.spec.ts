// What an observation costs does not grow with the calls that are open, nor with what was seen before: 5,000 calls that
// never settle cost an event as much as 200 do. Counted, not timed.
import { describe, expect, it } from "vitest";
import { createOracle, finish, follow, judge, type Oracle, type TraceEvent } from "../../src/entries/oracle.ts";
import { executionsDuring, membersMade } from "./scripts/counted.ts";

const seen = { signalingState: "stable", slots: {}, events: true } as const;

function called(call: "createOffer" | "setLocalDescription" | "close", id: number): TraceEvent {
  return { kind: "call", time: id, call, id };
}

function settled(call: "createOffer" | "setLocalDescription" | "close", id: number): TraceEvent {
  const description = call === "createOffer" ? { type: "offer", sdp: `O${id}` } : null;
  return { kind: "settled", time: id, call, id, outcome: "applied", message: null, description, seen };
}

function following(oracle: Oracle, events: Iterable<TraceEvent>): Oracle {
  let last = oracle;
  for (const event of events) last = follow(last, event).oracle;
  return last;
}

function* calls(call: "createOffer" | "setLocalDescription", count: number): Generator<TraceEvent> {
  for (let id = 0; id < count; id++) yield called(call, id);
}

// Numbered calls are found through a tree of lists of 16: 5,000 have two levels more than 200.
const most = 2;

const histories: Readonly<Record<string, (count: number) => Iterable<TraceEvent>>> = {
  "createOffer() that never settles": (count) => calls("createOffer", count),
  "setLocalDescription() that never settles": (count) => calls("setLocalDescription", count),
  "setLocalDescription() that a close() overtakes, which does not close": (count) =>
    Array.from({ length: count }, (_, id) => [
      called("setLocalDescription", id),
      called("close", count + id),
      settled("close", count + id),
    ]).flat(),
  "close() that never returns": (count) => Array.from({ length: count }, (_, id) => called("close", id)),
  "events that no call explains": (count) =>
    Array.from({ length: count }, (_, id) => ({
      kind: "state",
      time: id,
      signalingState: id % 2 === 0 ? "have-remote-offer" : "stable",
    })),
};

describe.each(Object.entries(histories))("after many of %s", (_, history) => {
  const [few, many] = [200, 5_000].map((count) => following(createOracle(), history(count))) as [Oracle, Oracle];

  it.each<[string, (count: number) => TraceEvent]>([
    ["one more call", (count) => called("setLocalDescription", 2 * count)],
    ["one more creation", (count) => called("createOffer", 2 * count)],
    ["the first settlement", () => settled("setLocalDescription", 0)],
    ["the last settlement", (count) => settled("setLocalDescription", count - 1)],
    ["the settlement of the last creation", (count) => settled("createOffer", count - 1)],
    ["the settlement of one in the middle", (count) => settled("createOffer", count / 2)],
    ["an event", () => ({ kind: "state", time: 0, signalingState: "have-local-offer" })],
    ["a number that no call has", (count) => settled("setLocalDescription", 2 * count)],
  ])("%s costs the same", async (_, eventFor) => {
    const events = [eventFor(200), eventFor(5_000)] as const;
    // What is loaded, compiled or made once counts for neither.
    follow(few, events[0]);
    const cost = await executionsDuring(() => follow(few, events[0]));
    expect(cost).toBeGreaterThan(0);
    expect(await executionsDuring(() => follow(many, events[1]))).toBeLessThanOrEqual(most * cost);
    const made = membersMade(few, follow(few, events[0]).oracle);
    expect(membersMade(many, follow(many, events[1]).oracle)).toBeLessThanOrEqual(most * made);
  });

  it("judge() costs the same", async () => {
    const observation = { call: "createOffer", outcome: "unsettled", signalingState: "stable", events: [] } as const;
    const cost = await executionsDuring(() => judge(few, observation));
    expect(await executionsDuring(() => judge(many, observation))).toBeLessThanOrEqual(most * cost);
    const made = membersMade(few, judge(few, observation).oracle);
    expect(membersMade(many, judge(many, observation).oracle)).toBeLessThanOrEqual(most * made);
  });
});

describe("after many calls that close() overtook", () => {
  it("one more close() costs the same", () => {
    const history = histories["setLocalDescription() that a close() overtakes, which does not close"];
    const [made, madeOfMany] = [200, 5_000].map((count) => {
      const before = following(createOracle(), history?.(count) ?? []);
      return membersMade(before, follow(before, called("close", 2 * count)).oracle);
    }) as [number, number];
    expect(made).toBeGreaterThan(0);
    expect(madeOfMany).toBeLessThanOrEqual(most * made);
  });
});

describe("the state with 10,000 calls open", () => {
  const open = following(createOracle(), [...calls("createOffer", 5000), ...calls("setLocalDescription", 5000)]);

  it.each<[string, (oracle: Oracle) => Oracle]>([
    ["structuredClone", (oracle) => structuredClone(oracle)],
    ["JSON", (oracle) => JSON.parse(JSON.stringify(oracle))],
  ])("survives %s, and the copy goes on as the original does", (_, copy) => {
    const clone = copy(open);
    expect(clone).toEqual(open);
    const rest = [settled("createOffer", 2500), settled("setLocalDescription", 4999), called("close", 5000)];
    let [one, other] = [open, clone];
    for (const event of rest) {
      const [first, second] = [follow(one, event), follow(other, event)];
      expect(second).toEqual(first);
      expect(first.steps.length).toBeGreaterThan(0);
      [one, other] = [first.oracle, second.oracle];
    }
    expect(finish(copy(one))).toEqual(finish(one));
  });
});

describe("a number that was used before", () => {
  it("is the later call's; the earlier one stays open", () => {
    const twice = following(createOracle(), [called("setLocalDescription", 0), called("setLocalDescription", 0)]);
    const once = follow(twice, settled("setLocalDescription", 0));
    expect(once.steps).toMatchObject([{ index: 1 }]);
    const again = follow(once.oracle, settled("setLocalDescription", 0));
    expect(again.steps).toEqual([]);
    expect(finish(again.oracle)).toMatchObject([{ index: 0, verdict: "unjudged" }]);
  });

  it("takes any safe integer", () => {
    const ids = [0, 15, 16, 255, 256, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];
    const open = following(
      createOracle(),
      ids.map((id) => called("createOffer", id)),
    );
    for (const id of ids) expect(follow(open, settled("createOffer", id)).steps).toHaveLength(1);
    expect(follow(open, settled("createOffer", 1)).steps).toHaveLength(1);
    const none = following(
      open,
      ids.map((id) => settled("createOffer", id)),
    );
    expect(JSON.stringify(none)).not.toContain('"order"');
  });
});
