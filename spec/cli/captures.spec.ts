// Every capture's verdicts, call by call.
import { describe, expect, it } from "vitest";
import { reportOn } from "../../src/report/report.ts";
import { traceOf } from "../trace/dumps/dumps.ts";
import { capturePath, captureText, dumpFormats } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { type JsonReport, jsonReport, rowsOfReport, runReplay } from "./running/replaying.ts";

describe.each(captures)("replay of $name", ({ name, rows, found, status }) => {
  const [illegalCalls, divergences, unjudged] = found;

  describe.each(dumpFormats)("as a $format dump", ({ format, ending }) => {
    const file = capturePath(name, ending);

    it("judges every call as transcribed by hand", async () => {
      expect(rowsOfReport(await jsonReport(file))).toEqual(rows);
    });

    it("adds up and recognises the format by its content", async () => {
      const report = await jsonReport(file);
      const calls = rows.length;
      expect(report.summary).toEqual({ connections: 2, calls, illegalCalls, divergences, unjudged, unsettled: 0 });
      expect(report).toMatchObject({ version: 1, file, format });
    });

    it("exits with the status that says so, in text and in JSON", async () => {
      expect((await runReplay([file])).status).toBe(status);
      expect((await runReplay([file], { json: true })).status).toBe(status);
    });
  });

  it("gives the same steps in both formats, times apart", async () => {
    const [internals, rtcstats] = await Promise.all(
      dumpFormats.map(({ ending }) => jsonReport(capturePath(name, ending))),
    );
    const timeless = ({ connections }: JsonReport) =>
      JSON.parse(JSON.stringify(connections), (key, value) => (["time", "waited"].includes(key) ? null : value));
    expect(timeless(internals as JsonReport)).toEqual(timeless(rtcstats as JsonReport));
  });

  it("gives the same times since the start in both formats, to the hundredth of a millisecond", () => {
    const [internals, rtcstats] = dumpFormats.map(({ ending }) => timesSinceStart(name, ending));
    expect(internals).toHaveLength(rows.length);
    expect(internals).toEqual(rtcstats);
    expect(Math.min(...(internals ?? []))).toBeGreaterThanOrEqual(0);
  });
});

function timesSinceStart(name: string, ending: (typeof dumpFormats)[number]["ending"]): number[] {
  const { start, connections } = reportOn("", traceOf(captureText(name, ending)), {});
  return connections.flatMap(({ steps }) => steps.map(({ time }) => Math.round((time - start) * 100) / 100));
}

describe("the expectations and references of the captures", () => {
  it("expects nothing of what is not judged, and cites the rule of what is wrong", async () => {
    for (const { name } of captures) {
      const { connections } = await jsonReport(capturePath(name, "internals.json.gz"));
      for (const step of connections.flatMap(({ steps }) => steps)) {
        expect(step.expected === null, JSON.stringify(step)).toBe(step.verdict === "unjudged");
        const wrong = step.verdict === "illegal-call" || step.verdict === "divergence";
        expect(step.reference !== null, JSON.stringify(step)).toBe(wrong);
      }
    }
  });

  it("the refused second answer must be refused with InvalidStateError", async () => {
    const { connections } = await jsonReport(capturePath("double-answer", "internals.json.gz"));
    expect(connections[0]?.steps[2]).toMatchObject({
      call: "setRemoteDescription",
      type: "answer",
      before: "stable",
      expected: { outcome: "rejected", error: "InvalidStateError", signalingState: "stable" },
      observed: { message: "Failed to set remote answer sdp: Called in wrong state: stable" },
      reference: { spec: "RFC 9429", section: "§3.2" },
    });
  });

  // The first of the two offers has a=ice-pwd and no a=ice-ufrag, the second no a=rtcp-mux, in their only m= section.
  it.each(dumpFormats)("the two offers refused for their content, in the $format dump", async ({ ending }) => {
    const { connections } = await jsonReport(capturePath("munged-and-invalid-sdp", ending));
    const contracted = "time call type before expected observed verdict fault code rule reference".split(" ");
    const steps = connections[1]?.steps.slice(0, 2) ?? [];
    const refused = {
      call: "setRemoteDescription",
      type: "offer",
      before: "stable",
      expected: { outcome: "rejected", error: "InvalidAccessError", signalingState: "stable" },
      verdict: "illegal-call",
      fault: "remote",
      code: "sdp-not-acceptable",
    };
    // The members beside these are held by the JSON's schema.
    expect(
      steps.map((step) => Object.fromEntries(Object.entries(step).filter(([name]) => contracted.includes(name)))),
    ).toEqual([
      {
        ...refused,
        time: expect.any(Number),
        observed: {
          outcome: "rejected",
          message: "Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.",
          signalingState: "stable",
        },
        rule: "D5",
        reference: {
          spec: "RFC 9429",
          section: "§5.8.3",
          url: "https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8.3",
        },
      },
      {
        ...refused,
        time: expect.any(Number),
        observed: {
          outcome: "rejected",
          message: "Failed to set remote offer sdp: rtcp-mux must be enabled when BUNDLE is enabled.",
          signalingState: "stable",
        },
        rule: "D7",
        reference: {
          spec: "webrtc-pc",
          section: "#set-description",
          url: "https://w3c.github.io/webrtc-pc/#set-description",
        },
      },
    ]);
  });

  it.each(dumpFormats)("with opaque SDP those two are not judged, in the $format dump", ({ ending }) => {
    const trace = traceOf(captureText("munged-and-invalid-sdp", ending));
    const { connections, summary } = reportOn("", trace, { sdp: "opaque" });
    expect(connections[1]?.steps.map(({ verdict, code, rule }) => [verdict, code, rule])).toEqual([
      ["unjudged", null, null],
      ["unjudged", null, null],
      ["illegal-call", "answer-in-wrong-state", null],
      ["conforms", null, null],
    ]);
    expect(summary).toEqual({ connections: 2, calls: 6, illegalCalls: 1, divergences: 1, unjudged: 2, unsettled: 0 });
  });

  it("the munged offer must be refused with InvalidModificationError, but the legacy profile lets it pass", async () => {
    const file = capturePath("munged-and-invalid-sdp", "rtcstats.gz");
    const { connections } = await jsonReport(file);
    expect(connections[0]?.steps[0]?.expected).toEqual({
      outcome: "rejected",
      error: "InvalidModificationError",
      signalingState: "stable",
    });
    const legacy = await jsonReport(file, "legacy");
    expect(legacy.connections[0]?.steps[0]).toMatchObject({ verdict: "conforms", code: null });
    expect(legacy.summary).toMatchObject({ illegalCalls: 3, divergences: 0, unjudged: 0 });
  });

  it("a self-made offer must be applied", async () => {
    const { connections } = await jsonReport(capturePath("glare-implicit-rollback", "internals.json.gz"));
    expect(connections[0]?.steps[3]?.expected).toEqual({
      outcome: "applied",
      error: null,
      signalingState: "have-local-offer",
    });
  });

  it.each(["rfc9429", "legacy"] as const)("implicit rollback is a divergence by the profile %s", async (profile) => {
    const file = capturePath("glare-implicit-rollback", "internals.json.gz");
    const { connections, summary } = await jsonReport(file, profile);
    const offer = { code: "offer-in-wrong-state", before: "have-local-offer", verdict: "divergence" };
    expect(connections[0]?.steps[1]).toMatchObject({ ...offer, expected: { error: "InvalidStateError" } });
    // One fault is one divergence: judging goes on from where Chromium was.
    expect(connections[0]?.steps[2]).toMatchObject({ before: "have-remote-offer", verdict: "conforms" });
    expect(summary).toMatchObject({ illegalCalls: 1, divergences: 2 });
  });

  it("the refused rollback of a provisional answer is a divergence by the profile rfc9429", async () => {
    const file = capturePath("pranswer-then-answer", "internals.json.gz");
    const { connections, summary } = await jsonReport(file, "rfc9429");
    expect(connections[0]?.steps[3]).toMatchObject({ verdict: "divergence", expected: { signalingState: "stable" } });
    expect(summary).toMatchObject({ illegalCalls: 0, divergences: 1 });
  });
});

describe("the timeline of the captures", () => {
  it("shows the descriptions that Chromium could not parse, which are no steps", async () => {
    for (const { ending } of dumpFormats) {
      const { printed } = await runReplay([capturePath("munged-and-invalid-sdp", ending)]);
      expect(printed.match(/setRemoteDescription\(\?\)/g)).toHaveLength(2);
      expect(printed.replace(/\n +/g, " ")).toContain("Failed to parse SessionDescription. [hidden] Expect line: o=");
    }
  });

  it("is in the order of time, the failures without a call included", async () => {
    const { printed } = await runReplay([capturePath("munged-and-invalid-sdp", "internals.json.gz")]);
    const second = printed.slice(printed.indexOf("Connection 8-2"));
    const times = [...second.matchAll(/^\S.* \+(\d+\.\d{3}) s /gm)].map((match) => Number(match[1]));
    expect(times).toHaveLength(6);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it("tells the likely cause: the same answer twice", async () => {
    const { printed } = await runReplay([capturePath("double-answer", "internals.json.gz")]);
    expect(printed).toMatch(/likely cause: the same answer had been applied already, at \+0\.010 s$/m);
  });

  it("tells the likely cause: where the offer was munged, without its content", async () => {
    const { printed } = await runReplay([capturePath("munged-and-invalid-sdp", "internals.json.gz")]);
    expect(printed.replace(/\n +/g, " ")).toMatch(
      /likely cause: the SDP was changed after createOffer\(\), first in line 21 \(a=recvonly/,
    );
  });
});
