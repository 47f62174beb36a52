// judge() on descriptions that are none, or look like one: it answers as Web IDL does, and never throws.
import { describe, expect, it } from "vitest";
import { junk, lookalikes } from "../../cases/junk.ts";
import { createOracle, judge, type Observation } from "../../src/entries/oracle.ts";

const oracle = createOracle({ sdp: "opaque" });
const offered: Observation = {
  call: "setRemoteDescription",
  description: { type: "offer", sdp: "O1" },
  outcome: "applied",
  signalingState: "have-remote-offer",
};
// What throws when it is looked at is another matter.
const withoutTraps = junk.filter(([name]) => name !== "a throwing proxy" && name !== "a revoked proxy");

describe("judge() on a description that is", () => {
  it.each(withoutTraps)("%s: no remote description", (_, description) => {
    const refused = { ...offered, description, outcome: "rejected", signalingState: "stable" } as const;
    const { step, differences } = judge(oracle, { ...refused, error: { name: "TypeError" } });
    expect(differences).toEqual([]);
    expect(step).toMatchObject({ verdict: "illegal-call", type: null, expected: { error: "TypeError" } });
    expect(judge(oracle, { ...refused, error: { name: "InvalidStateError" } }).differences).toHaveLength(1);
    expect(judge(oracle, { ...refused, outcome: "applied" }).differences).toMatchObject([
      { code: `applied-${step.provision}`, expected: "TypeError" },
    ]);
    expect(judge(oracle, { ...refused, outcome: "unsettled" }).differences).toHaveLength(1);
  });

  it.each(lookalikes("offer"))("an offer by %s", (_, type) => {
    const isOffer = typeof type === "object";
    const { step } = judge(oracle, { ...offered, description: { type, sdp: "O1" } });
    // What plain data cannot say, such as a symbol, is kept as a type that there is not.
    expect(step.provision).toBe(isOffer ? "remote-offer-in-stable" : "type-unknown");
  });

  it.each<[string, unknown, string]>([
    ["no SDP", { type: "offer" }, "sdp-syntax-error"],
    ["null for SDP", { type: "offer", sdp: null }, "sdp-syntax-error"],
    ["a number for SDP", { type: "offer", sdp: 5 }, "sdp-syntax-error"],
    ["a symbol for SDP", { type: "offer", sdp: Symbol("sdp") }, "type-unknown"],
    ["no type", { sdp: "O1" }, "type-missing"],
  ])("an offer with %s", (_, description, provision) => {
    const { step } = judge(createOracle(), { ...offered, description });
    expect(step).toMatchObject({ provision, differences: [{ code: `applied-${provision}` }] });
  });
});

describe("judge() on members named like Object's own", () => {
  it("__proto__, constructor", () => {
    const description: unknown = JSON.parse(
      '{"type":"offer","sdp":"O1","__proto__":{"type":"answer"},"constructor":1}',
    );
    const slots = JSON.parse(
      '{"pendingRemoteDescription":{"type":"offer","sdp":"O1","__proto__":{"a":1}},"__proto__":{"currentLocalDescription":5}}',
    );
    const { differences, oracle: after } = judge(oracle, { ...offered, description, slots });
    expect(differences).toEqual([]);
    expect(after.session.pendingRemoteDescription).toEqual({ type: "offer", sdp: "O1" });
    expect(Object.keys(after.session.pendingRemoteDescription ?? {})).toEqual(["type", "sdp"]);
  });
});

describe("judge() on huge SDP", () => {
  const huge = `v=0\r\n${"a=x-candidate:1 1 udp 1 192.0.2.1 1 typ host\r\n".repeat(40_000)}`;

  it("judges its length, and compares the slots", () => {
    const description = { type: "offer", sdp: huge };
    const applied = judge(createOracle(), { ...offered, description });
    expect(applied.differences.map(({ code }) => code)).toEqual(["applied-sdp-too-long"]);
    const slots = { pendingRemoteDescription: { type: "offer", sdp: `${huge}a=x\r\n` } } as const;
    const changed = judge(oracle, { ...offered, description, slots });
    expect(changed.differences.map(({ code }) => code)).toEqual(["changed-sdp-remote-offer-in-stable"]);
    expect(JSON.stringify(changed.differences).length).toBeLessThan(2000);
  });
});
