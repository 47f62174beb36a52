// What was observed live is a trace, and whoever replays it comes to the same verdicts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Observer, observe } from "../../src/entries/observe.ts";
import { createOracle, follow, type OracleOptions, type Step } from "../../src/entries/oracle.ts";
import { reportOn } from "../../src/report/report.ts";
import { readTrace } from "../../src/trace/read-trace.ts";
import { jsonReport, runReplay } from "../cli/running/replaying.ts";
import { temporaryFolder } from "../cli/running/temporary-files.ts";
import { traceOf } from "../trace/dumps/dumps.ts";
import { anyFault, anyMoves, type Move, play } from "./driving/random-moves.ts";
import { rest } from "./driving/rest.ts";
import { FakePeerConnection, fakesWithSeed } from "./faulty/fake-peer-connection.ts";
import type { FaultName } from "./simulated/faults.ts";

async function observed(moves: readonly Move[], fault?: FaultName, options: OracleOptions = {}): Promise<Observer> {
  const pc = fakesWithSeed(1)({ fault });
  const observer = observe(pc, { ...options, id: "pc" });
  await play(pc, moves);
  return observer;
}

/** The steps that the follower comes to when it reads the trace; what is open at its end is left out, as it is live. */
function replayed(trace: string, options: OracleOptions = {}): Step[] {
  const { connections, format } = traceOf(trace);
  expect([format, connections.map(({ id }) => id)]).toEqual(["rtcstats", ["pc"]]);
  expect(connections[0]?.unlogged).toEqual([]);
  const steps: Step[] = [];
  let oracle = createOracle(options);
  for (const event of connections[0]?.events ?? []) {
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    for (const step of followed.steps) steps[step.index] = step;
  }
  return steps.filter((step) => step !== undefined);
}

describe("the trace of an observed peer connection", () => {
  it("is judged as it was live, to the last word: any calls, any fault", async () => {
    let divergences = 0;
    await fc.assert(
      fc.asyncProperty(anyMoves, anyFault, async (moves, fault) => {
        const observer = await observed(moves, fault);
        expect(replayed(observer.trace())).toEqual(observer.steps);
        divergences += observer.summary.divergences;
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(divergences).toBeGreaterThan(50);
  });

  it("under the same options", async () => {
    const options: OracleOptions = {
      profile: "rfc9429",
      knownDeviations: [{ code: "applied-implicit-rollback", reason: "known" }],
    };
    await fc.assert(
      fc.asyncProperty(anyMoves, anyFault, async (moves, fault) => {
        const observer = await observed(moves, fault, options);
        expect(replayed(observer.trace(), options)).toEqual(observer.steps);
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  it("is reported on by the command as it was judged", async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves, anyFault, async (moves, fault) => {
        const observer = await observed(moves, fault);
        const { connections, summary } = reportOn("trace", traceOf(observer.trace()), {});
        const settled = connections.flatMap(({ steps }) => steps).filter(({ verdict }) => verdict !== "unjudged");
        const live = observer.steps.filter(
          ({ call, verdict }) => !call.startsWith("create") || verdict === "divergence",
        );
        const words = ({ index, call, type, before, verdict, code, differences }: Step) =>
          [index, call, type, before, verdict, code, ...differences.map((difference) => difference.code)].join(" ");
        expect(settled.map(words)).toEqual(live.map(words));
        expect(summary.divergences).toBe(observer.summary.divergences);
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  it("goes on while the peer connection lives: each is the beginning of the next", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    const traces = [observer.trace()];
    for (const description of [undefined, { type: "rollback" }, undefined]) {
      await pc.setLocalDescription(description);
      traces.push(observer.trace());
    }
    for (const [index, trace] of traces.entries()) {
      expect(replayed(trace.replaceAll('"1"', '"pc"'))).toHaveLength(index);
      expect(traces.at(-1)?.startsWith(trace)).toBe(true);
    }
  });

  it("attached in mid-life, begins with what was found", async () => {
    const pc = new FakePeerConnection();
    await pc.setLocalDescription();
    const observer = observe(pc, { id: "pc" });
    await pc.setRemoteDescription({ type: "rollback" });
    expect(replayed(observer.trace())).toEqual(observer.steps);
    expect(observer.steps).toMatchObject([{ before: "have-local-offer", verdict: "conforms" }]);
  });

  it("keeps what arguments were, however odd: their verdicts are the same", async () => {
    // What a getter throws is passed on by Web IDL; the oracle expects a TypeError, which many stacks give.
    const converted = (error: unknown) => {
      throw error instanceof SyntaxError ? new TypeError(error.message) : error;
    };
    class Converting extends FakePeerConnection {
      override setLocalDescription(description?: unknown): Promise<void> {
        return super.setLocalDescription(description).catch(converted);
      }
      override setRemoteDescription(description?: unknown): Promise<void> {
        return super.setRemoteDescription(description).catch(converted);
      }
    }
    const pc = new Converting();
    const observer = observe(pc, { id: "pc" });
    const odd: readonly unknown[] = [
      null,
      5,
      "offer",
      Symbol("offer"),
      {},
      [],
      () => undefined,
      { type: "offer", sdp: null },
      { type: { toString: () => "rollback" } },
      { type: "offer", sdp: "\ud800\u2028\0" },
      Object.create({ type: "answer", sdp: "inherited" }),
      { type: "rollback", sdp: "ignored" },
      Object.defineProperty({}, "type", { get: () => JSON.parse("") }),
    ];
    for (const description of odd) {
      await pc.setRemoteDescription(description).catch(() => undefined);
      await pc.setLocalDescription(description).catch(() => undefined);
    }
    expect(observer.steps).toHaveLength(2 * odd.length);
    expect(observer.steps.flatMap(({ differences }) => differences)).toEqual([]);
    expect(replayed(observer.trace())).toEqual(observer.steps);
  });
});

describe("`replay` on the trace of an observed peer connection", () => {
  const file = temporaryFolder();

  it("prints its verdicts, and exits 1 where something was found", async () => {
    const pc = new FakePeerConnection({ fault: "remote-rollback-refused-in-have-local-offer" });
    const observer = observe(pc, { id: "pc" });
    await pc.setLocalDescription();
    await pc.setRemoteDescription({ type: "rollback" }).catch(() => undefined);
    pc.setLocalDescription({ type: "rollback" });
    pc.close();
    await rest();
    const path = file("trace", observer.trace());
    const { connections, summary } = await jsonReport(path);
    expect(connections.map(({ id }) => id)).toEqual(["pc"]);
    const shown = connections[0]?.steps ?? [];
    expect(shown.map(({ call, verdict, observed }) => `${call} ${observed.outcome} ${verdict}`)).toEqual([
      "setLocalDescription applied conforms",
      "setRemoteDescription rejected divergence",
      "setLocalDescription unsettled conforms",
      "close applied conforms",
    ]);
    expect(shown.map(({ time }) => time)).toEqual(observer.steps.map(({ time }) => time));
    expect(summary).toMatchObject({ connections: 1, calls: 4, divergences: 1, unsettled: 1 });
    const { status, printed } = await runReplay([path]);
    expect(status).toBe(1);
    expect(printed).toContain("DIVERGENCE");
  });

  it("exits 0 where all was right", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    await pc.setLocalDescription();
    pc.close();
    expect(await runReplay([file("right", observer.trace())])).toMatchObject({ status: 0, complaints: [] });
  });
});

describe("the options of an observer", () => {
  it("go into the trace: replay judges by them", async () => {
    const pc = new FakePeerConnection({ fault: "garbage-applied" });
    const observer = observe(pc, { sdp: "opaque", profile: "rfc9429" });
    await pc.setRemoteDescription({ type: "offer", sdp: "garbage" });
    expect(observer.conforms).toBe(true);
    const reading = readTrace(observer.trace());
    if (!reading.ok) throw new Error(reading.reason);
    const report = reportOn("trace", reading.value, {});
    expect(report.connections[0]?.steps.map(({ verdict }) => verdict)).toEqual(["conforms"]);
    const [attached] = reading.value.connections[0]?.events ?? [];
    expect(attached).toMatchObject({ options: { sdp: "opaque", profile: { name: "rfc9429" } } });
  });

  it("are left out where they are unusable", () => {
    const trace = observe(new FakePeerConnection()).trace().replace('"sdp":"validate"', '"sdp":"nonsense"');
    const reading = readTrace(trace);
    expect(reading.ok && reading.value.connections[0]?.events[0]).not.toHaveProperty("options");
  });
});
