import { describe, expect, it } from "vitest";
import {
  type CheckOptions,
  type CheckReport,
  checkImplementation,
  surveyImplementation,
} from "../../src/entries/testing.ts";
import type { FaultName } from "./simulated/faults.ts";
import { laterTask } from "./simulated/later-task.ts";
import { SimulatedPeerConnection } from "./simulated/simulated-peer-connection.ts";

const settleTimeout = 15;

/** Checks simulated peer connections with a fault, numbered from 1 in every check. */
function check(fault?: FaultName, options: CheckOptions = {}): Promise<CheckReport> {
  let origin = 0;
  const make = () => {
    origin += 1;
    return new SimulatedPeerConnection({ fault, origin });
  };
  return checkImplementation(make, { seed: 1, settleTimeout, ...options });
}

describe("checkImplementation() on a faultless implementation", () => {
  it("conforms over 2,000 runs, having asked about everything", async () => {
    const report = await check(undefined, { runs: 2000, seed: 2, sequences: "awaited" });
    expect(report.failure).toBeNull();
    expect(report).toMatchObject({ conforms: true, seed: 2, runs: 2000, stoppedBy: "runs", knownDeviations: [] });
    const counts = Object.values(report.provisions);
    expect(counts.reduce((sum, count) => sum + count)).toBe(report.calls);
    expect(report.calls).toBeGreaterThan(report.runs);
    const asked = Object.keys(report.provisions);
    expect(asked).toEqual([...asked].sort());
    const states = ["stable", "have-local-offer", "have-remote-offer", "have-local-pranswer", "have-remote-pranswer"];
    for (const state of states) {
      for (const call of [
        "local-rollback",
        "remote-rollback",
        "remote-answer",
        "create-offer",
        "create-answer",
        "close",
      ]) {
        expect(asked).toContain(`${call}-in-${state}`);
      }
    }
    expect(asked).toEqual(
      expect.arrayContaining([
        "implicit-rollback",
        "connection-closed",
        "close-in-closed",
        "sdp-syntax-error",
        "sdp-not-acceptable-d5",
        "local-description-modified",
        "type-missing",
        "type-unknown",
        "description-missing",
        "description-not-an-object",
      ]),
    );
  });
});

describe("a report", () => {
  it("is the same for the same seed, and another for another", async () => {
    const [one, two] = [await check("event-on-refusal"), await check("event-on-refusal")];
    expect(two).toEqual(one);
    const others = [await check(undefined, { seed: 1, runs: 30 }), await check(undefined, { seed: 3, runs: 30 })];
    expect(others[0]?.provisions).not.toEqual(others[1]?.provisions);
  });

  it("holds the seed where no seed was given: with that seed, the report is the same again", async () => {
    let origin = 0;
    const make = () => {
      origin += 1;
      return new SimulatedPeerConnection({ fault: "event-on-refusal", origin });
    };
    const report = await checkImplementation(make, { runs: 60 });
    expect(Number.isSafeInteger(report.seed)).toBe(true);
    origin = 0;
    expect(await checkImplementation(make, { runs: 60, seed: report.seed })).toEqual(report);
  });

  it("is plain data", async () => {
    for (const report of [await check(), await check("garbage-applied")]) {
      expect(structuredClone(report)).toEqual(report);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }
  });
});

describe("the budget", () => {
  it("in runs: 100 by default", async () => {
    expect(await check()).toMatchObject({ runs: 100, stoppedBy: "runs" });
    expect(await check(undefined, { runs: 40 })).toMatchObject({ runs: 40, stoppedBy: "runs" });
    expect(await check(undefined, { runs: 1 })).toMatchObject({ runs: 1, stoppedBy: "runs" });
  });

  it("in ms: an implementation that takes its time is left when that is up", async () => {
    class Slow extends SimulatedPeerConnection {
      override async createOffer() {
        await sleep(10);
        return super.createOffer();
      }
      override async setLocalDescription(description?: unknown) {
        await sleep(10);
        return super.setLocalDescription(description);
      }
    }
    const report = await checkImplementation(() => new Slow(), { seed: 1, runs: 100_000, timeLimit: 60 });
    expect(report).toMatchObject({ conforms: true, failure: null, stoppedBy: "time" });
    expect(report.runs).toBeLessThan(100_000);
    expect(await check(undefined, { timeLimit: 0, runs: 100_000 })).toMatchObject({ stoppedBy: "time" });
  });

  it("in actions: sequences are no longer than the option says, apart from what an action needs first", async () => {
    const short = await check(undefined, { maxActions: 1, runs: 60 });
    const long = await check(undefined, { maxActions: 30, runs: 60 });
    // At most five calls: two offers, two to set them, the action itself.
    expect(short.calls).toBeLessThanOrEqual(5 * short.runs);
    expect(long.calls).toBeGreaterThan(3 * short.calls);
  });
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe("every peer connection", () => {
  class Counted extends SimulatedPeerConnection {
    closed = 0;
    override close() {
      this.closed += 1;
      super.close();
    }
  }

  function counting(fault?: FaultName) {
    const made: Counted[] = [];
    const make = async () => {
      const pc = new Counted({ fault });
      made.push(pc);
      await laterTask();
      return pc;
    };
    return { made, make };
  }

  it.each<[string, FaultName | undefined]>([
    ["where nothing is found", undefined],
    ["where something is found, shrinking included", "rollback-from-local-pranswer-applied"],
    ["where a call hangs", "rollback-never-settles"],
  ])("that was made is closed, %s", async (_, fault) => {
    const { made, make } = counting(fault);
    const runs = fault === undefined ? 200 : 1000;
    const report = await checkImplementation(make, { seed: 1, runs, settleTimeout });
    expect(report.conforms).toBe(fault === undefined);
    expect(made.length).toBeGreaterThan(report.runs / 2);
    expect(made.filter(({ closed }) => closed === 0)).toEqual([]);
  });

  it("is closed by a survey, too", async () => {
    const { made, make } = counting("pranswer-refused");
    await surveyImplementation(make, { seed: 1, runs: 200 });
    expect(made.filter(({ closed }) => closed === 0)).toEqual([]);
  });

  it("is closed where the second cannot be made", async () => {
    const { made, make } = counting();
    const error = new Error("no more");
    const makeOne = async () => {
      if (made.length === 1) throw error;
      return make();
    };
    await expect(checkImplementation(makeOne, { seed: 1 })).rejects.toBe(error);
    expect(made.map(({ closed }) => closed > 0)).toEqual([true]);
  });

  it("has no listener of ours when it is over", async () => {
    let listeners = 0;
    class Listened extends SimulatedPeerConnection {
      override addEventListener(...args: Parameters<EventTarget["addEventListener"]>) {
        listeners += 1;
        super.addEventListener(...args);
      }
      override removeEventListener(...args: Parameters<EventTarget["removeEventListener"]>) {
        listeners -= 1;
        super.removeEventListener(...args);
      }
    }
    await checkImplementation(() => new Listened(), { seed: 1 });
    expect(listeners).toBe(0);
  });

  it("may throw when it is closed again", async () => {
    class Closed extends SimulatedPeerConnection {
      override close() {
        if (this.signalingState === "closed") throw new Error("closed already");
        super.close();
      }
    }
    const { failure } = await checkImplementation(() => new Closed(), { seed: 1, runs: 1000 });
    expect(failure?.differences).toMatchObject([{ code: "refused-close-in-closed", observed: "Error" }]);
  });

  it("is collected now and then, where the platform lets that be asked for", async () => {
    const platform: { gc?: (() => void) | undefined } = globalThis;
    const { gc } = platform;
    let collected = 0;
    platform.gc = () => {
      collected += 1;
    };
    try {
      const { made, make } = counting();
      await checkImplementation(make, { seed: 1, runs: 300 });
      expect(collected).toBe(Math.floor(made.length / 100));
      expect(collected).toBeGreaterThan(0);
    } finally {
      if (gc === undefined) delete platform.gc;
      else platform.gc = gc;
    }
  });
});

describe("what the caller does wrong", () => {
  it.each<[string, () => never]>([
    [
      "makePeerConnection throws",
      () => {
        throw new RangeError("made");
      },
    ],
  ])("%s: the error is passed on", async (_, make) => {
    await expect(checkImplementation(make, { seed: 1 })).rejects.toThrow(RangeError);
    await expect(surveyImplementation(make, { seed: 1 })).rejects.toThrow(RangeError);
  });

  it("makePeerConnection rejects, late: the very error is passed on, and nothing more is made", async () => {
    const error = { not: "even an error" };
    let made = 0;
    const make = async () => {
      made += 1;
      if (made === 40) throw error;
      return new SimulatedPeerConnection();
    };
    await expect(checkImplementation(make, { seed: 1 })).rejects.toBe(error);
    expect(made).toBe(40);
  });

  it("prepare throws: that is passed on, too", async () => {
    const prepare = async () => {
      throw new RangeError("prepared");
    };
    await expect(check(undefined, { prepare })).rejects.toThrow("prepared");
  });

  it("unusable options are a TypeError before anything is made", async () => {
    let made = 0;
    const make = () => {
      made += 1;
      return new SimulatedPeerConnection();
    };
    for (const options of [{ profile: "chrome" }, { knownDeviations: [{}] }, { sdp: 5 }]) {
      await expect(checkImplementation(make, options as CheckOptions)).rejects.toThrow(TypeError);
      await expect(surveyImplementation(make, options as CheckOptions)).rejects.toThrow(TypeError);
    }
    expect(made).toBe(0);
  });
});

describe("options", () => {
  it("prepare is given each peer connection, once and before any call", async () => {
    const prepared = new Set<unknown>();
    const made: SimulatedPeerConnection[] = [];
    const make = () => {
      const pc = new SimulatedPeerConnection();
      made.push(pc);
      return pc;
    };
    const prepare = (pc: unknown) => {
      expect(prepared.has(pc)).toBe(false);
      expect(pc).toMatchObject({ signalingState: "stable", localDescription: null });
      prepared.add(pc);
    };
    await checkImplementation(make, { seed: 1, prepare });
    expect([...prepared]).toEqual(made);
  });

  it("without prepare, each is given a data channel where it can have one", async () => {
    const labels: unknown[] = [];
    class WithChannel extends SimulatedPeerConnection {
      createDataChannel(label: string) {
        labels.push(label);
      }
    }
    let made = 0;
    const make = () => {
      made += 1;
      return new WithChannel();
    };
    await checkImplementation(make, { seed: 1, runs: 20 });
    expect(labels).toEqual(Array.from({ length: made }, () => "check"));
  });

  it("those of the oracle: by another profile, another implementation is right", async () => {
    const knownDeviations = [{ code: "refused-local-offer-in-stable", reason: "lets no SDP be munged" }];
    const { failure } = await check(undefined, {
      runs: 1000,
      sequences: "awaited",
      profile: "legacy",
      knownDeviations,
    });
    expect(failure?.differences.map(({ provision }) => provision)).toEqual(["remote-offer-in-have-local-offer"]);
  });

  it("knownDeviations: what is declared is counted apart, and the next thing is found", async () => {
    const fault = "munged-local-offer-applied";
    const first = await check(fault, { runs: 400 });
    const [code] = first.failure?.differences.map((difference) => difference.code) ?? [];
    expect(code).toMatch(/-local-description-modified$/);
    const codes = ["applied-local-description-modified", "wrong-error-local-description-modified"];
    const one = codes.filter((known) => known === code).map((known) => ({ code: known, reason: "first" }));
    const second = await check(fault, { runs: 1000, knownDeviations: one });
    expect(second.failure?.differences.map((difference) => difference.code)).toEqual(
      codes.filter((other) => other !== code),
    );
    expect(second.knownDeviations).toMatchObject([{ code, reason: "first" }]);
    const both = codes.map((known) => ({ code: known, reason: `as ${known} is` }));
    const last = await check(fault, { runs: 1000, knownDeviations: both });
    expect(last).toMatchObject({ conforms: true, failure: null, stoppedBy: "runs" });
    expect(last.knownDeviations.map(({ code: known }) => known).sort()).toEqual(codes);
    expect(last.knownDeviations.every(({ count }) => count > 0)).toBe(true);
  });
});

describe("a call that hangs", () => {
  class Hanging extends SimulatedPeerConnection {
    override createAnswer(): Promise<never> {
      return new Promise(() => undefined);
    }
  }

  it("is found, ends its sequence, and holds up nothing else", async () => {
    const { failure } = await checkImplementation(() => new Hanging(), { seed: 1, runs: 1000, settleTimeout: 5 });
    expect(failure?.calls).toHaveLength(1);
    expect(failure?.differences).toMatchObject([
      { code: "unsettled-create-answer-in-stable", expected: "InvalidStateError", observed: "unsettled" },
    ]);
  });

  const states = ["stable", "have-local-offer", "have-remote-offer", "have-local-pranswer", "have-remote-pranswer"];
  const knownDeviations = [
    ...states.map((state) => ({ code: `unsettled-create-answer-in-${state}`, reason: "hangs" })),
    { code: "unsettled-connection-closed", reason: "hangs" },
  ];

  it("nothing more is asked of the pair, but what the same action goes on to ask", async () => {
    const asked = { before: 0, after: 0 };
    let hanging = false;
    class Waiting extends Hanging {
      override createAnswer(): Promise<never> {
        if (!hanging) asked.before += 1;
        hanging = true;
        return super.createAnswer();
      }
      override setLocalDescription(description?: unknown) {
        if (hanging) asked.after += 1;
        return super.setLocalDescription(description);
      }
      override setRemoteDescription(description?: unknown) {
        if (hanging) asked.after += 1;
        return super.setRemoteDescription(description);
      }
    }
    const prepare = () => {
      hanging = false;
    };
    await checkImplementation(() => new Waiting(), { seed: 2, runs: 60, settleTimeout: 1, knownDeviations, prepare });
    expect(asked.before).toBeGreaterThan(5);
    expect(asked.after).toBeLessThanOrEqual(asked.before);
  });

  it("may be declared: the rest is tried as well", async () => {
    const options = { seed: 2, runs: 200, sequences: "awaited", settleTimeout: 1, knownDeviations } as const;
    const report = await checkImplementation(() => new Hanging(), options);
    expect(report).toMatchObject({ conforms: true, runs: 200 });
    expect(report.knownDeviations.length).toBeGreaterThan(2);
    expect(Object.keys(report.provisions).length).toBeGreaterThan(40);
  });
});

describe("an implementation", () => {
  it("of which a method is missing is found to refuse with NotSupportedError", async () => {
    class Without extends SimulatedPeerConnection {
      override createAnswer = undefined as never;
    }
    const { failure } = await checkImplementation(() => new Without(), { seed: 1, runs: 1000 });
    expect(failure?.differences).toMatchObject([{ observed: "NotSupportedError" }]);
    expect(failure?.differences[0]?.provision).toMatch(/^create-answer-in-/);
  });

  it("that throws what must be a rejection is taken as if it had rejected", async () => {
    class Throwing extends SimulatedPeerConnection {
      override setRemoteDescription(): never {
        throw new RangeError("now");
      }
    }
    const { failure } = await checkImplementation(() => new Throwing(), { seed: 1, runs: 1000 });
    expect(failure?.differences).toMatchObject([{ observed: "RangeError" }]);
  });
});
