// The likely cause of what went wrong, where the log shows one: what happened, and when the call was made that did it.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob, carol } from "../../cases/sdp/given/descriptions.ts";
import { eventsOf, lineTime, onlyFinding, opaque, stepsOf } from "./scripts/event-script.ts";

const completed = `
      local
      state have-local-offer
      local ok offer O1
      remote answer A1
      state stable
      remote ok`;

// The cause of the last step, where the scripts' names stand for real SDP.
function causeWith(script: string, sdp: Readonly<Record<string, string>>) {
  const events = eventsOf(script).map((event) => {
    const { description } = event as { readonly description?: { readonly type: string; readonly sdp?: string } | null };
    const named = sdp[description?.sdp ?? ""];
    return named === undefined ? event : ({ ...event, description: { ...description, sdp: named } } as typeof event);
  });
  return stepsOf(events, {}).at(-1)?.cause;
}

describe("the likely cause", () => {
  it("the same answer was applied already", () => {
    const { cause } = onlyFinding(`${completed}
      remote answer A1
      remote failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/same answer .* already/), time: 3 * lineTime });
  });

  it("another answer is a second one to the same offer", () => {
    const { cause } = onlyFinding(`${completed}
      remote answer A2
      remote failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/another answer to the same offer/), time: 3 * lineTime });
  });

  it("an answer to the other side's offer is no second one", () => {
    const { cause } = onlyFinding(`
      remote offer O1
      state have-remote-offer
      remote ok
      local
      state stable
      local ok answer A1
      remote answer A2
      remote failed`);
    expect(cause).toBeNull();
  });

  it("the same local answer was applied already", () => {
    const { cause } = onlyFinding(`
      remote offer O1
      state have-remote-offer
      remote ok
      local
      state stable
      local ok answer A1
      local answer A1
      local failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/same answer .* already/), time: 3 * lineTime });
  });

  it.each(["local", "remote"])("the offer was rolled back before its answer came, on the %s side", (side) => {
    const { cause, code } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      ${side} rollback
      state stable
      ${side} ok
      remote answer A1
      remote failed`);
    expect(code).toBe("answer-in-wrong-state");
    expect(cause).toEqual({ what: expect.stringMatching(/offer .* rolled back/), time: 3 * lineTime });
  });

  it("the offer was rolled back by an offer that crossed it, and then its answer came", () => {
    const { cause } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      remote offer O2
      state stable
      state have-remote-offer
      remote ok
      remote answer A1
      remote failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/rolled back.*crossed/), time: 3 * lineTime });
  });

  it("the offer was rolled back by an offer that crossed it, that one was answered, and then its answer came", () => {
    const { cause } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      remote offer O2
      state stable
      state have-remote-offer
      remote ok
      local
      state stable
      local ok answer A2
      remote answer A1
      remote failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/answers crossed.*rolled back/), time: 7 * lineTime });
  });

  it("a rollback long past is no cause: another offer was made and answered since", () => {
    const { cause } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      local rollback
      state stable
      local ok
      ${completed}
      remote answer A2
      remote failed`);
    expect(cause?.what).toMatch(/another answer to the same offer/);
  });

  it.each(["rfc9429", "legacy"] as const)("the offers crossed, by the profile %s", (profile) => {
    const { cause, verdict } = onlyFinding(
      `
      local
      state have-local-offer
      local ok offer O1
      remote offer O2
      remote failed`,
      opaque(profile),
    );
    expect(verdict).toBe("illegal-call");
    expect(cause).toEqual({ what: expect.stringMatching(/crossed this side's own offer/), time: 0 });
  });

  it("the offers crossed, and nothing was rolled back", () => {
    const { cause, verdict } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      remote offer O2
      remote failed`);
    expect(verdict).toBe("divergence");
    expect(cause).toEqual({ what: expect.stringMatching(/crossed this side's own offer/), time: 0 });
  });

  it("an own offer crossed the other side's", () => {
    const { cause } = onlyFinding(`
      created offer O1
      remote offer O2
      state have-remote-offer
      remote ok
      local offer O1
      local failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/crossed the other side's offer/), time: lineTime });
  });

  it("nothing to roll back, as the exchange was complete", () => {
    const { cause } = onlyFinding(`${completed}
      local rollback
      local failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/completed/), time: 3 * lineTime });
  });

  it("nothing to roll back, and nothing ever happened", () => {
    const { cause } = onlyFinding(`
      local rollback
      local failed`);
    expect(cause).toBeNull();
  });

  it("the connection had been closed", () => {
    const { cause } = onlyFinding(`${completed}
      close
      remote offer O2
      remote failed`);
    expect(cause).toEqual({ what: expect.stringMatching(/closed/), time: 6 * lineTime });
  });

  it("an answer on the side of the offer that was rolled back is another mistake", () => {
    const { cause } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      local rollback
      state stable
      local ok
      local answer A1
      local failed`);
    expect(cause).toBeNull();
  });

  it("answers whose SDP the log does not hold cannot be told to be the same", () => {
    const { cause } = onlyFinding(`
      local
      state have-local-offer
      local ok offer O1
      remote answer
      state stable
      remote ok
      remote answer
      remote failed`);
    expect(cause).toBeNull();
  });

  it("the same answer was wrongly applied already", () => {
    const steps = stepsOf(
      eventsOf(`
        remote answer A1
        remote ok
        remote answer A1
        remote failed`),
    );
    expect(steps.map(({ verdict }) => verdict)).toEqual(["divergence", "illegal-call"]);
    expect(steps[1]?.cause?.what).toMatch(/same answer .* already/);
  });

  it("has the time of its call's own step, also where that waited", () => {
    const [, applied, refused] = stepsOf(
      eventsOf(`
        local
        remote answer A1
        state have-local-offer
        local ok offer O1
        state stable
        remote ok
        remote answer A1
        remote failed`),
    );
    expect(applied).toMatchObject({ time: lineTime, waited: 2 * lineTime });
    expect(refused?.cause?.time).toBe(lineTime);
  });

  it("the description comes from another peer connection than the one before", () => {
    const sdp = { O1: audioOnly(alice, "actpass"), A1: audioOnly(bob, "active"), A2: audioOnly(carol, "active") };
    const none = audioOnly(carol, "actpass").replace(/^m=[\s\S]*$/m, "");
    const offers = { O2: audioOnly(carol, "actpass"), O3: audioOnly(bob, "actpass"), O4: none };
    const cause = (lines: string) => causeWith(`${completed}\n${lines}`, { ...sdp, ...offers });
    const replaced = { what: expect.stringMatching(/another peer connection .* all new/), time: 3 * lineTime };
    expect(cause("remote answer A2\nremote failed")).toEqual(replaced);
    expect(cause("remote offer O2\nremote failed")).toEqual(replaced);
    // The same peer connection, and one that says nothing of its transport.
    expect(cause("remote offer O3\nremote failed")).toBeNull();
    expect(cause("remote offer O4\nremote failed")).toBeNull();
  });

  it("what conforms has none, even where offers crossed", () => {
    const steps = stepsOf(
      eventsOf(`
        local
        state have-local-offer
        local ok offer O1
        remote offer O2
        state stable
        state have-remote-offer
        remote ok`),
    );
    expect(steps.map(({ verdict, cause }) => ({ verdict, cause }))).toEqual([
      { verdict: "conforms", cause: null },
      { verdict: "conforms", cause: null },
    ]);
  });
});
