// What an observation costs does not grow with the calls that are open, nor with what was seen before: 20,000 calls that
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

// Numbered calls are found through a tree of lists of 16: 20,000 have two levels more than 200.
const most = 2;

describe.each(["createOffer", "setLocalDescription"] as const)("with many calls of %s open", (call) => {
  const [few, many] = [200, 20_000].map((count) => following(createOracle(), calls(call, count))) as [Oracle, Oracle];

  it.each<[string, (count: number) => TraceEvent]>([
    ["one more call", (count) => called(call, count)],
    ["the settlement of the first", () => settled(call, 0)],
    ["the settlement of the last", (count) => settled(call, count - 1)],
    ["the settlement of one in the middle", (count) => settled(call, count / 2)],
    ["a call of another method", (count) => called("createOffer", count)],
    ["an event", () => ({ kind: "state", time: 0, signalingState: "have-local-offer" })],
    ["a number that no call has", (count) => settled(call, count + 1)],
  ])("%s costs the same", async (_, eventFor) => {
    const events = [eventFor(200), eventFor(20_000)] as const;
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

// Twice the difference in n would be four times the cost, or more, for what is quadratic.
async function growth(run: (count: number) => void): Promise<number> {
  run(10);
  const cost = await executionsDuring(() => run(1000));
  return (await executionsDuring(() => run(4000))) / cost;
}

describe("four times the calls cost four times as much, hardly more", () => {
  it("settled in the order in which they were made", async () => {
    const run = (count: number) => {
      const open = following(createOracle(), calls("createOffer", count));
      following(
        open,
        Array.from({ length: count }, (_, id) => settled("createOffer", id)),
      );
    };
    expect(await growth(run)).toBeLessThan(5);
  });

  it("settled in the reverse order", async () => {
    const run = (count: number) => {
      const open = following(createOracle(), calls("createOffer", count));
      following(
        open,
        Array.from({ length: count }, (_, id) => settled("createOffer", count - 1 - id)),
      );
    };
    expect(await growth(run)).toBeLessThan(5);
  });

  it("each overtaken by a close() that does not close", async () => {
    const run = (count: number) => {
      const events = (id: number) => [
        called("setLocalDescription", 2 * id),
        called("close", 2 * id + 1),
        settled("close", 2 * id + 1),
      ];
      following(createOracle(), Array.from({ length: count }, (_, id) => events(id)).flat());
    };
    expect(await growth(run)).toBeLessThan(5);
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
