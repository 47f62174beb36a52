// Traces as the playground shows them: of reports, and of what explore has found.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { exploredTrace } from "../../src/playground/trace/explored-trace.ts";
import type { OpenedTrace } from "../../src/playground/trace/opened-trace.ts";
import { reportedTrace } from "../../src/playground/trace/reported-trace.ts";
import { likeliestPair, shownPair, withConnection } from "../../src/playground/trace/shown-pair.ts";
import { describedSections, sectionInWords, usernameFragmentsOf } from "../../src/playground/words/section-words.ts";
import { detailedReportOn } from "../../src/report/detailed-report.ts";
import { readTrace } from "../../src/trace/read-trace.ts";

function traceOfCapture(name: string): OpenedTrace {
  const text = gunzipSync(readFileSync(new URL(`../fixtures/${name}.gz`, import.meta.url))).toString();
  const trace = readTrace(text);
  if (!trace.ok) throw new Error(name);
  return reportedTrace(name, detailedReportOn(name, trace.value, {})) as OpenedTrace;
}

describe("a captured call", () => {
  const glare = traceOfCapture("glare-implicit-rollback.rtcstats");
  const pair = shownPair(glare, likeliestPair(glare));

  it("has both sessions after each step, as they were observed", () => {
    const states = pair.sessions.map((both) => both.map(({ signalingState }) => signalingState).join("/"));
    expect(states[0]).toBe("stable/stable");
    expect(states).toContain("have-local-offer/have-local-offer");
    // The last offer of the capture is never answered.
    expect(states.at(-1)).toBe("have-remote-offer/have-local-offer");
  });

  it("what is pending in stable is nothing, and what was set is in its slot", () => {
    for (const session of pair.sessions.flat()) {
      const { signalingState, pendingLocalDescription, pendingRemoteDescription } = session;
      if (signalingState !== "stable") continue;
      expect([pendingLocalDescription, pendingRemoteDescription]).toEqual([null, null]);
    }
    const [one, other] = pair.sessions.at(-1) ?? [];
    expect(one?.currentLocalDescription?.type).not.toBe(other?.currentLocalDescription?.type);
  });

  it("messages go from an earlier step of one side to a later one of the other", () => {
    expect(pair.messages.length).toBeGreaterThan(1);
    for (const { from, to } of pair.messages) {
      expect(from).toBeLessThan(to ?? 0);
      expect(pair.steps[from]?.connection).not.toBe(pair.steps[to ?? 0]?.connection);
    }
  });

  it("an ICE restart shows, although its secrets are hidden", () => {
    const restarted = traceOfCapture("renegotiate-and-ice-restart.rtcstats");
    const fragments = restarted.steps.flatMap(({ set }) =>
      set === null ? [] : [usernameFragmentsOf(describedSections(set.sdp)).join()],
    );
    expect(new Set(fragments).size).toBeGreaterThan(2);
    const sections = describedSections(restarted.steps.find(({ set }) => set !== null)?.set?.sdp ?? "");
    expect(sections.map(sectionInWords).join("; ")).toMatch(/^0 (audio|video|data)/);
  });
});

describe("the connections that are shown", () => {
  const call = (time: number, sdp: number) => ({
    call: "setLocalDescription",
    type: "offer",
    time,
    sdp,
    observed: { outcome: "applied", signalingState: "have-local-offer" },
  });
  const three = reportedTrace("file", {
    connections: [
      { id: "x", steps: [call(1, 0)] },
      { id: "y", steps: [call(2, 1)] },
      { id: "z", steps: [call(3, 2)] },
    ],
    pairs: [{ from: { connection: 1, step: 0 }, to: { connection: 2, step: 0 } }],
    sdp: ["1", "2", "3"],
  }) as OpenedTrace;

  it("are those between which messages went", () => {
    expect(likeliestPair(three)).toEqual([1, 2]);
    expect(likeliestPair({ ...three, messages: [] })).toEqual([0, 1]);
  });

  it("of a trace with one connection, it alone", () => {
    const one = reportedTrace("file", { connections: [{ steps: [call(1, 0)] }] }) as OpenedTrace;
    const { steps, sessions } = shownPair(one, likeliestPair(one));
    expect(steps).toHaveLength(1);
    expect(sessions.at(-1)?.map(({ signalingState }) => signalingState)).toEqual(["have-local-offer", "stable"]);
  });

  it("can be chosen: the others are left out", () => {
    expect(withConnection([1, 2], 0, 0)).toEqual([0, 2]);
    expect(withConnection([1, 2], 0, 2)).toEqual([2, 1]);
    expect(withConnection([1, 2], 1, 1)).toEqual([2, 1]);
    const { steps, messages } = shownPair(three, [0, 2]);
    expect([steps.map(({ set }) => set?.sdp), messages]).toEqual([["1", "3"], []]);
    expect(shownPair(three, [2, 1]).messages).toEqual([{ name: "offer", from: 0, to: 1, connection: 2 }]);
  });
});

const step = (who: string, what: string, effects: readonly string[], a: string, b: string) => ({
  who,
  what,
  effects,
  states: { a, b },
});

describe("what explore has found", () => {
  const violation = {
    property: "both-stable",
    message: "a is in have-local-offer",
    schedule: "a.act",
    trace: [
      step(
        "a",
        "description applied",
        ["have-local-offer", "sends offer", "sends candidate"],
        "have-local-offer",
        "stable",
      ),
      step("b", "receives offer, candidate, which will arrive again", [], "have-local-offer", "stable"),
      step("b", "receives offer, candidate", ["setRemoteDescription(offer)"], "have-local-offer", "have-remote-offer"),
      step("b", "description applied", ["sends answer"], "have-local-offer", "stable"),
      step("a", "loses what was sent to it", [], "have-local-offer", "stable"),
    ],
  };

  it.each([
    ["violation.json", violation],
    ["what --json prints", { verdict: "violation", violation }],
  ])("is read of %s", (_, value) => {
    const trace = exploredTrace("file", value) as OpenedTrace;
    expect(trace.notes).toEqual(["Found: both-stable: a is in have-local-offer", "The schedule: a.act"]);
    expect(trace.steps.map(({ connection, signalingState }) => [connection, signalingState])).toEqual([
      [0, "have-local-offer"],
      [1, "stable"],
      [1, "have-remote-offer"],
      [1, "stable"],
      [0, "have-local-offer"],
    ]);
    expect(trace.messages).toEqual([
      { name: "offer", from: 0, to: 2, connection: 1 },
      { name: "candidate", from: 0, to: 2, connection: 1 },
    ]);
    expect(trace.steps.at(-1)).toMatchObject({ isProblem: true, lines: [{ text: "broken: both-stable" }] });
  });

  it("nothing else is", () => {
    for (const value of [null, 1, "x", [], {}, { violation: null }, { trace: [] }, { property: 1, trace: [] }])
      expect(exploredTrace("file", value)).toBeNull();
  });
});

describe("a report from a stranger", () => {
  it("is no report without a list of connections", () => {
    for (const value of [null, 1, "x", [], {}, { connections: 1 }]) expect(reportedTrace("file", value)).toBeNull();
  });

  it("whatever its members are, it is shown as far as it can be", () => {
    const odd = [
      null,
      1,
      "x",
      [],
      { id: 1, steps: [null, 1, { call: 1, observed: 2, reference: { url: "javascript:x" } }] },
    ];
    const trace = reportedTrace("file", { connections: odd, pairs: [null, { from: {}, to: {} }], sdp: [1] });
    expect(trace?.steps.map(({ what, set }) => [what, set])).toEqual(Array(3).fill(["a call()", null]));
    expect(trace?.messages).toEqual([]);
  });

  it("shows no link but into the specifications", () => {
    const urls = [
      "javascript:alert(1)",
      "https://example.com/",
      "http://w3c.github.io/webrtc-pc/",
      "https://w3c.github.io.example/",
    ];
    const steps = urls.map((url) => ({ call: "close", why: "w", reference: { spec: "s", section: "s", url } }));
    const references = reportedTrace("file", { connections: [{ steps }] })?.steps.flatMap(({ lines }) =>
      lines.map(({ reference }) => reference),
    );
    expect(references).toEqual([null, null, null, null]);
  });

  it("shows 2000 steps of a long one, and short texts", () => {
    const steps = Array.from({ length: 3000 }, () => ({ call: "x".repeat(10_000) }));
    const trace = reportedTrace("file", { connections: [{ steps }] });
    expect(trace?.steps).toHaveLength(2000);
    expect(trace?.notes).toEqual(["The first 2000 of 3000 calls are shown."]);
    expect(trace?.steps[0]?.what.length).toBeLessThan(700);
  });
});
