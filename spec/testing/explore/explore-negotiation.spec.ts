import { describe, expect, it } from "vitest";
import { reportOn } from "../../../src/report/report.ts";
import { exploreNegotiation } from "../../../src/testing/explore/explore-negotiation.ts";
import { readTrace } from "../../../src/trace/read-trace.ts";
import { candidatesLine, exampleLines, exampleWithout, small, withoutRoles } from "./negotiators.ts";

describe("exploreNegotiation: perfect negotiation", () => {
  it("has no violation in any order of turns, and shows what it is for", async () => {
    const report = await exploreNegotiation(await exampleWithout(candidatesLine), small);
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: true, states: 3831, violation: null });
    const seen = ["rest", "glare", "ignored offer", "implicit rollback"];
    expect(Object.keys(report.reached).filter((sight) => report.reached[sight])).toEqual(seen);
    // Each turn of a side is run once, in however many states it is.
    expect(report.runs).toBeLessThan(report.states / 10);
  });

  it("has none in random schedules along which the transports connect", async () => {
    const bounds = { states: 1, schedules: 10 };
    const report = await exploreNegotiation(await exampleWithout(), { bounds });
    expect(report).toMatchObject({ verdict: "no-violation", exhaustive: false, schedules: 10 });
    expect(report.reached.rest).toBe(true);
  });

  // What breaks where the line is left out; null where nothing does within these bounds.
  const broken: Readonly<Record<string, string | null>> = {
    "makingOffer = true;": "no-invalid-state-error",
    "await pc.setLocalDescription();": "no-unhandled-error",
    "send({ description: pc.localDescription });": "both-stable",
    "makingOffer = false;": "both-stable",
    'const isReady = !makingOffer && (pc.signalingState === "stable" || settingAnswer);': "no-unhandled-error",
    'ignoreOffer = !polite && description.type === "offer" && !isReady;': "no-invalid-state-error",
    "if (ignoreOffer) return;": "no-invalid-state-error",
    'settingAnswer = description.type === "answer";': "both-stable",
    "await pc.setRemoteDescription(description);": "both-stable",
    "settingAnswer = false;": null,
    'if (description.type !== "offer") return;': "no-invalid-state-error",
  };
  const ofCandidates = [candidatesLine, "await pc.addIceCandidate(candidate);", "if (!ignoreOffer) throw error;"];

  it("every line of the example is left out once", () => {
    expect([...new Set(exampleLines)].sort()).toEqual([...Object.keys(broken), ...ofCandidates].sort());
  });

  it.each(Object.entries(broken))("without %s: %s", async (line, property) => {
    const report = await exploreNegotiation(await exampleWithout(candidatesLine, line), small);
    expect(report.violation?.property ?? null).toBe(property);
  });

  it("without its candidates, they are lost", async () => {
    const { violation } = await exploreNegotiation(await exampleWithout(candidatesLine));
    expect(violation?.property).toBe("no-candidate-lost");
  });
});

describe("exploreNegotiation: a violation", () => {
  it("has a shortest schedule, which shows it again", async () => {
    const { verdict, violation } = await exploreNegotiation(withoutRoles);
    expect(verdict).toBe("violation");
    expect(violation).toMatchObject({ property: "no-invalid-state-error", seed: 1 });
    expect(violation?.trace).toHaveLength(10);
    expect(violation?.trace.at(-1)).toMatchObject({
      who: "b",
      states: { a: "have-local-offer", b: "have-remote-offer" },
      effects: ["setLocalDescription() rejects: InvalidStateError", expect.stringMatching(/^unhandledRejection: /)],
    });
    const again = await exploreNegotiation(withoutRoles, { schedule: violation?.schedule });
    expect(again.violation).toEqual(violation);
  });

  it("is drawn as a ladder and by Mermaid", async () => {
    const { violation } = await exploreNegotiation(withoutRoles);
    expect(violation?.ladder.split("\n").slice(0, 6)).toEqual([
      "     a (impolite)                                       │ b (polite)",
      "  1  addTransceiver()                                   │",
      "  2  negotiation needed? → createOffer()                │",
      "  3  createOffer() ends → setLocalDescription(offer)    │",
      "  4  description applied → have-local-offer             │",
      "       → sends offer                                    │",
    ]);
    expect(violation?.mermaid).toContain("\n  a->>b: offer\n");
  });

  it("has a program that runs the schedule, and in a browser the messages and actions in their order", async () => {
    const { violation } = await exploreNegotiation(withoutRoles);
    expect(violation?.code).toContain(`schedule: "${violation?.schedule}"`);
    const steps = violation?.code.match(/^ {4}(?:act|await deliver)\(.*$/gm);
    expect(steps).toEqual(["    act(a);", "    act(b);", "    await deliver(b);"]);
  });

  it("has a dump, in which replay finds the same call", async () => {
    const { violation } = await exploreNegotiation(withoutRoles);
    const reading = readTrace(violation?.dump ?? "");
    if (!reading.ok) throw new Error(reading.reason);
    const { connections } = reportOn("dump", reading.value, {});
    const steps = connections.flatMap((connection) => connection.steps);
    expect(steps.map(({ verdict, code }) => `${verdict} ${code}`)).toEqual([
      "conforms null",
      "conforms null",
      "illegal-call offer-in-wrong-state",
    ]);
  });

  it("of a random schedule shows again as well", async () => {
    const options = { bounds: { states: 1, schedules: 50 }, seed: 5, except: ["no-candidate-lost"] };
    const { violation, schedules } = await exploreNegotiation(withoutRoles, options);
    expect(violation?.property).toBe("no-unhandled-error");
    expect(schedules).toBeGreaterThan(0);
    const again = await exploreNegotiation(withoutRoles, { ...options, schedule: violation?.schedule });
    expect(again.violation).toEqual(violation);
  });
});
