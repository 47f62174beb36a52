// checkImplementation() keeps to its options, and survives what an implementation does.
import { describe, expect, it } from "vitest";
import { matchers } from "../../src/entries/observe.ts";
import { type CheckOptions, checkImplementation } from "../../src/entries/testing.ts";
import { unhandledDuring } from "./driving/unhandled.ts";
import { laterTask } from "./simulated/later-task.ts";
import { SimulatedPeerConnection } from "./simulated/simulated-peer-connection.ts";

const make = () => new SimulatedPeerConnection();

describe("the budget in runs", () => {
  it.each([1, 2, 3, 10, 33])("of %d is no more than that", async (runs) => {
    expect(await checkImplementation(make, { seed: 1, runs })).toMatchObject({ runs });
  });
});

describe("an option that is undefined has its default", () => {
  it("whichever it is", async () => {
    const names = ["runs", "timeLimit", "maxActions", "sequences", "path", "settleTimeout", "pause", "prepare"];
    const undefinedOptions = Object.fromEntries(names.map((name) => [name, undefined]));
    const report = await checkImplementation(make, { seed: 1, ...undefinedOptions });
    expect(report).toEqual(await checkImplementation(make, { seed: 1 }));
    expect(report).toMatchObject({ conforms: true, runs: 100, stoppedBy: "runs" });
  });
});

describe("unusable options are a TypeError, and never a report that conforms", () => {
  it.each<[string, object]>([
    ["a path that is not a path", { path: "nonsense" }],
    ["a path of no stage", { path: "7/1" }],
    ["a path cut off", { path: "0/" }],
    ["a path with words", { path: "1/x:y" }],
    ["a path that is no text", { path: 5 }],
    ["runs below nothing", { runs: -1 }],
    ["runs that are no number", { runs: Number.NaN }],
    ["runs in words", { runs: "many" }],
    ["half a run", { runs: 1.5 }],
    ["no actions", { maxActions: 0 }],
    ["sequences of no kind", { sequences: "none" }],
    ["a time limit that is no number", { timeLimit: Number.NaN }],
    ["a time limit below nothing", { timeLimit: -1 }],
    ["a timeout that is no number", { settleTimeout: Number.NaN }],
    ["a seed that is no number", { seed: Number.NaN }],
    ["a prepare that is no function", { prepare: "createDataChannel" }],
    ["an unknown name", { maxRuns: 5 }],
    ["a name of the oracle's with another spelling", { knownDeviation: [] }],
  ])("%s", async (_, options) => {
    const checking = checkImplementation(make, { seed: 1, runs: 5, ...options } as CheckOptions);
    await expect(checking).rejects.toThrow(TypeError);
    // The message names the function and the option.
    await expect(checking).rejects.toThrow(/^checkImplementation: /);
    await expect(checking).rejects.toThrow(Object.keys(options)[0]);
  });

  it("options that are no object", async () => {
    await expect(checkImplementation(make, null as never)).rejects.toThrow(
      new TypeError("checkImplementation: the options must be an object"),
    );
  });
});

describe("the budget in ms", () => {
  it("leaves nothing behind: no peer connection is open, and none is made later", async () => {
    const made: SimulatedPeerConnection[] = [];
    class Slow extends SimulatedPeerConnection {
      override async createOffer() {
        await new Promise((resolve) => setTimeout(resolve, 40));
        return super.createOffer();
      }
      override async setLocalDescription(description?: unknown) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        return super.setLocalDescription(description);
      }
    }
    const slow = () => {
      const pc = new Slow();
      made.push(pc);
      return pc;
    };
    const { stoppedBy } = await checkImplementation(slow, { seed: 1, runs: 1000, timeLimit: 100 });
    expect(stoppedBy).toBe("time");
    const before = made.length;
    expect(made.filter(({ signalingState }) => signalingState !== "closed")).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made).toHaveLength(before);
  });
});

describe("a deviation that does not happen again", () => {
  it("is reported as it happened, and does not conform", async () => {
    let made = 0;
    const flaky = () => {
      made += 1;
      return new SimulatedPeerConnection({ fault: made === 3 ? "event-fired-twice" : undefined });
    };
    const report = await checkImplementation(flaky, { seed: 1 });
    expect(report.conforms).toBe(false);
    expect(report.failure?.differences.length).toBeGreaterThan(0);
    expect(matchers.toConform(report).pass).toBe(false);
  });
});

describe("peer connections", () => {
  it("that could not be prepared are closed, too", async () => {
    const made: SimulatedPeerConnection[] = [];
    const prepare = () => {
      throw new Error("prepare");
    };
    const counted = () => {
      const pc = make();
      made.push(pc);
      return pc;
    };
    await expect(checkImplementation(counted, { seed: 1, prepare })).rejects.toThrow("prepare");
    expect(made.map(({ signalingState }) => signalingState)).toEqual(["closed"]);
  });

  it("whose state cannot be read once they are closed hold nothing up", async () => {
    class Gone extends SimulatedPeerConnection {
      override get signalingState() {
        if (super.signalingState === "closed") throw new Error("closed");
        return super.signalingState;
      }
    }
    const report = checkImplementation(() => new Gone(), { seed: 1, runs: 30 });
    const unhandled = await unhandledDuring(async () => {
      const late = new Promise((resolve) => setTimeout(() => resolve("hangs"), 1000));
      expect(await Promise.race([report, late])).not.toBe("hangs");
    });
    expect(unhandled).toEqual([]);
  });

  it("whose close() gives a promise that is rejected break nothing", async () => {
    class Rejecting extends SimulatedPeerConnection {
      override close(): never {
        super.close();
        return Promise.reject(new Error("closing")) as never;
      }
    }
    const unhandled = await unhandledDuring(async () => {
      await checkImplementation(() => new Rejecting(), { seed: 1, runs: 20 });
      await laterTask();
    });
    expect(unhandled).toEqual([]);
  });
});
