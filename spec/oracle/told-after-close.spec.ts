// A refusal that had to be, told only after close(): an observer's promise settles a microtask later than the stack's.
import { describe, expect, it } from "vitest";
import { createOracle, follow, type TraceEvent } from "../../src/entries/oracle.ts";

const seen = { signalingState: "closed", slots: {}, events: true } as const;

function stepsOf(call: "createAnswer" | "setRemoteDescription", name: string) {
  const refusal = { message: null, description: null, error: { name }, seen } as const;
  const description = { type: "answer", sdp: "v=0\r\n" };
  const events: TraceEvent[] = [
    { kind: "call", time: 0, id: 0, call, description },
    { kind: "call", time: 0, id: 1, call: "close" },
    { kind: "settled", time: 0, id: 1, call: "close", outcome: "applied", message: null, description: null, seen },
    { kind: "settled", time: 0, id: 0, call, outcome: "rejected", ...refusal },
  ];
  let oracle = createOracle();
  return events.flatMap((event) => {
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    return followed.steps;
  });
}

describe.each(["createAnswer", "setRemoteDescription"] as const)("%s() refused, and told after close()", (call) => {
  it("with the error that it had to be refused with: it was refused in time", () => {
    expect(stepsOf(call, "InvalidStateError").at(-1)).toMatchObject({ call, verdict: "illegal-call", differences: [] });
  });

  it("with another: close() overtook it, and it must never settle", () => {
    const [difference] = stepsOf(call, "AbortError").at(-1)?.differences ?? [];
    expect(difference?.code).toMatch(/^settled-after-close-/);
  });
});
