// Whatever an implementation does, short of never giving the thread back: checking ends, leaves no rejection unhandled, and
// closes what was made.
import { describe, expect, it } from "vitest";
import { throwingProxy, withThrowingGetter } from "../../cases/junk.ts";
import { matchers } from "../../src/entries/observe.ts";
import {
  type CheckOptions,
  type CheckReport,
  checkImplementation,
  type SurveyReport,
  surveyImplementation,
} from "../../src/entries/testing.ts";
import { endOf } from "./driving/passing-time.ts";
import { unhandledDuring } from "./driving/unhandled.ts";
import { SimulatedPeerConnection } from "./simulated/simulated-peer-connection.ts";

const hanging = () => new Promise<never>(() => undefined);
const later = <Value>(ms: number, run: () => Value) =>
  new Promise<Value>((resolve, reject) =>
    setTimeout(() => {
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
    }, ms),
  );

/** Counts what is made and closed. */
function counted(Type: new () => object = SimulatedPeerConnection) {
  const open = new Set<unknown>();
  let made = 0;
  const make = () => {
    const pc = new Type() as SimulatedPeerConnection;
    const { close } = pc;
    open.add(pc);
    made += 1;
    Object.defineProperty(pc, "close", {
      value(...args: unknown[]) {
        open.delete(pc);
        return Reflect.apply(close, pc, args);
      },
    });
    return pc;
  };
  return { make, open, made: () => made };
}

const timeLimit = 1000;

type Make = () => SimulatedPeerConnection | Promise<SimulatedPeerConnection>;

/** How checking and surveying end, and what was unhandled. Of a survey, each shrinking may take the time limit again. */
async function endsOf(make: Make, options: CheckOptions = {}) {
  const settings = { seed: 1, runs: 60, timeLimit, ...options };
  let ends: { readonly checked: unknown; readonly surveyed: unknown } = { checked: null, surveyed: null };
  const unhandled = await unhandledDuring(async () => {
    const checked = await endOf<CheckReport>(() => checkImplementation(make, settings), 2 * timeLimit);
    const surveyed = await endOf<SurveyReport>(() => surveyImplementation(make, settings), 100 * timeLimit);
    ends = { checked, surveyed };
  });
  return { ...ends, unhandled };
}

const untried = { conforms: false, runs: 0, stoppedBy: "time", failure: null };

describe("makePeerConnection", () => {
  it("that never gives a peer connection ends with the time limit, and the report names it", async () => {
    const { checked, surveyed, unhandled } = await endsOf(hanging);
    expect(checked).toMatchObject({ value: { ...untried, waitingFor: "makePeerConnection" } });
    expect(surveyed).toMatchObject({ value: { runs: 0, stoppedBy: "time", waitingFor: "makePeerConnection" } });
    expect(unhandled).toEqual([]);
    for (const { value } of [checked, surveyed] as { value: CheckReport }[]) {
      const { pass, message } = matchers.toConform(value);
      expect(pass).toBe(false);
      expect(message()).toContain("the time was up while waiting for makePeerConnection");
    }
  });

  it("that is late: what comes is closed", async () => {
    const { make, open, made } = counted();
    const { checked, unhandled } = await endsOf(() => later(3 * timeLimit, make));
    expect(checked).toMatchObject({ value: untried });
    expect(made()).toBeGreaterThan(0);
    expect(open.size).toBe(0);
    expect(unhandled).toEqual([]);
  });

  it("that rejects late: the rejection is handled", async () => {
    const make = () =>
      later(3 * timeLimit, () => {
        throw new Error("late");
      });
    const { checked, unhandled } = await endsOf(make);
    expect(checked).toMatchObject({ value: untried });
    expect(unhandled).toEqual([]);
  });

  it("of which the second hangs: what was tried counts, and the first is closed", async () => {
    const { make, open, made } = counted();
    const { checked } = await endsOf(() => (made() < 30 ? make() : hanging()));
    expect(checked).toMatchObject({ value: { conforms: true, stoppedBy: "time", waitingFor: "makePeerConnection" } });
    expect(open.size).toBe(0);
  });

  const without = (name: string) => {
    const members = ["signalingState", "createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription"];
    return Object.fromEntries([...members, "close"].filter((member) => member !== name).map((key) => [key, () => {}]));
  };

  it.each<[string, unknown, string]>([
    ["null", null, "it is null"],
    ["undefined", undefined, "it is undefined"],
    ["a text", "pc", "it is string"],
    ["an object without members", {}, "its member signalingState is missing"],
    ["no createOffer", without("createOffer"), "its member createOffer is missing"],
    ["no setRemoteDescription", without("setRemoteDescription"), "its member setRemoteDescription is missing"],
    ["no close", without("close"), "its member close is missing"],
    ["what throws when touched", throwingProxy(), "its member signalingState is missing"],
  ])("that gives %s is refused in words", async (_, value, words) => {
    const { checked, surveyed, unhandled } = await endsOf(
      async () =>
        // A promise cannot be kept from asking a proxy for its `then`.
        value as never,
    );
    const reasons = [checked, surveyed].map((end) => (end as { readonly reason: Error }).reason);
    if (_ === "what throws when touched")
      expect(reasons).toMatchObject([{ message: "touched" }, { message: "touched" }]);
    else {
      const gave = `makePeerConnection gave what is no peer connection: ${words}`;
      expect(reasons).toEqual([
        new TypeError(`checkImplementation: ${gave}`),
        new TypeError(`surveyImplementation: ${gave}`),
      ]);
    }
    expect(unhandled).toEqual([]);
  });

  it("that gives what answers to every name, a `then` that calls nothing included", async () => {
    const anything = new Proxy(() => undefined, { get: (target) => target, has: () => true });
    const { checked, unhandled } = await endsOf(() => anything as never);
    expect(checked).toMatchObject({ value: { ...untried, waitingFor: "makePeerConnection" } });
    expect(unhandled).toEqual([]);
  });

  it.each([
    ["undefined", undefined],
    ["a text", "no"],
    ["a symbol", Symbol("no")],
    ["a proxy", throwingProxy()],
  ])("that rejects with %s: that very value is passed on", async (_, reason) => {
    const { checked, unhandled } = await endsOf(() => Promise.reject(reason));
    expect((checked as { reason: unknown }).reason === reason).toBe(true);
    expect(unhandled).toEqual([]);
  });
});

describe("prepare", () => {
  it.each<[string, () => unknown]>([
    ["hangs", hanging],
    ["is a thenable without an end", () => endless],
    [
      "rejects late",
      () =>
        later(3 * timeLimit, () => {
          throw new Error("late");
        }),
    ],
  ])("that %s ends with the time limit; what was made is closed", async (_, prepare) => {
    const { make, open, made } = counted();
    const { checked, surveyed, unhandled } = await endsOf(make, { prepare });
    expect(checked).toMatchObject({ value: { ...untried, waitingFor: "prepare" } });
    expect(surveyed).toMatchObject({ value: { waitingFor: "prepare" } });
    expect(made()).toBe(2);
    expect(open.size).toBe(0);
    expect(unhandled).toEqual([]);
  });
});

/** Gives itself, again and again. */
const endless = {
  // biome-ignore lint/suspicious/noThenProperty: it is what is tested
  then(fulfilled: (value: unknown) => void) {
    fulfilled(endless);
  },
};

const refusing = () => Promise.reject(new Error("nobody asked for it"));

class Hangs extends SimulatedPeerConnection {
  override setLocalDescription = hanging;
  override setRemoteDescription = hanging;
  override createOffer = hanging;
  override createAnswer = hanging;
}

const hostile: Readonly<Record<string, new () => object>> = {
  "whose every call hangs": Hangs,
  "whose close() hangs": class extends SimulatedPeerConnection {
    override close = hanging as never;
  },
  "whose close() throws": class extends SimulatedPeerConnection {
    override close(): never {
      super.close();
      throw throwingProxy();
    }
  },
  "whose calls reject long after": class extends SimulatedPeerConnection {
    override setLocalDescription = () => later(50_000, refusing) as never;
    override createOffer = () => later(50_000, refusing) as never;
  },
  "whose calls give thenables without an end": class extends SimulatedPeerConnection {
    override createOffer = () => endless as never;
    override setRemoteDescription = () => endless as never;
  },
  "whose calls give thenables that throw": class extends SimulatedPeerConnection {
    override createOffer = () =>
      ({
        // biome-ignore lint/suspicious/noThenProperty: it is what is tested
        then() {
          throw throwingProxy();
        },
      }) as never;
    override setLocalDescription = () => withThrowingGetter({}, "then") as never;
  },
  "whose calls give thenables that settle twice": class extends SimulatedPeerConnection {
    override createOffer = () =>
      ({
        // biome-ignore lint/suspicious/noThenProperty: it is what is tested
        then(fulfilled: (value: unknown) => void, rejected: (reason: unknown) => void) {
          fulfilled({ type: "offer", sdp: "" });
          rejected(5);
          fulfilled(throwingProxy());
          return refusing();
        },
      }) as never;
  },
  "whose calls reject with what is no error": class extends SimulatedPeerConnection {
    override createOffer = () => Promise.reject(undefined);
    override createAnswer = () => Promise.reject(Symbol("no"));
    override setLocalDescription = () => Promise.reject(throwingProxy());
    override setRemoteDescription = () => Promise.reject(() => undefined);
  },
  "whose calls throw": class extends SimulatedPeerConnection {
    override createOffer(): never {
      throw null;
    }
    override setLocalDescription(): never {
      throw throwingProxy();
    }
    override setRemoteDescription(): never {
      throw new Error("now");
    }
  },
  "whose descriptions throw when read": class extends SimulatedPeerConnection {
    override createOffer = async () => withThrowingGetter({ type: "offer", sdp: "" }, "sdp") as never;
    override get pendingLocalDescription(): never {
      return throwingProxy() as never;
    }
    override get currentRemoteDescription(): never {
      throw new Error("no slot");
    }
  },
  "whose state throws when read": class extends SimulatedPeerConnection {
    override get signalingState(): never {
      throw new Error("no state");
    }
  },
  "whose listeners cannot be added": class extends SimulatedPeerConnection {
    constructor() {
      super();
      Object.defineProperty(this, "addEventListener", {
        get() {
          throw new Error("no listeners");
        },
      });
    }
  },
  "whose every answer is a promise that is rejected": class extends SimulatedPeerConnection {
    override get signalingState() {
      return refusing() as never;
    }
    override get pendingRemoteDescription() {
      return refusing() as never;
    }
    override addEventListener = refusing as never;
    override removeEventListener = refusing as never;
    override close = refusing as never;
    createDataChannel = refusing;
    override createOffer = async () =>
      ({
        get type() {
          return refusing();
        },
      }) as never;
    override setLocalDescription = () =>
      Promise.reject({
        get name() {
          return refusing();
        },
      });
  },
  "whose events come after close()": class extends SimulatedPeerConnection {
    override close() {
      super.close();
      for (const ms of [0, 1, 5000]) setTimeout(() => this.dispatchEvent(new Event("signalingstatechange")), ms);
    }
  },
  "whose events storm": class extends SimulatedPeerConnection {
    override async createOffer() {
      const storm = setInterval(() => this.dispatchEvent(new Event("signalingstatechange")), 50);
      setTimeout(() => clearInterval(storm), 1000);
      return super.createOffer();
    }
  },
};

describe("an implementation", () => {
  it.each(Object.entries(hostile))("%s: checking and surveying end with a report", async (_, Type) => {
    const { make, open, made } = counted(Type);
    const { checked, surveyed, unhandled } = await endsOf(make);
    expect(checked).toHaveProperty("value.seed", 1);
    expect(surveyed).toHaveProperty("value.seed", 1);
    expect(() => structuredClone([checked, surveyed])).not.toThrow();
    expect(unhandled).toEqual([]);
    expect(made()).toBeGreaterThan(0);
    expect(open.size).toBe(0);
  });

  it("whose calls hang longer than is left of the time: nothing is said against it", async () => {
    const { checked, surveyed } = await endsOf(() => new Hangs(), { settleTimeout: 2 * timeLimit });
    expect(checked).toMatchObject({ value: { failure: null, stoppedBy: "time" } });
    expect(checked).toMatchObject({ value: { waitingFor: expect.stringMatching(/^(?:set|create)\w+\(\)$/) } });
    expect(surveyed).toMatchObject({ value: { stoppedBy: "time", deviations: [] } });
  });

  it("whose calls hang for their own time: that is found, within the limit", async () => {
    const { checked } = await endsOf(() => new Hangs(), { settleTimeout: 100 });
    expect(checked).toMatchObject({
      value: { stoppedBy: "failure", failure: { differences: [{ kind: "unsettled" }] } },
    });
  });
});

describe("shrinking", () => {
  it.each(["makePeerConnection", "a call"])(
    "that waits for %s for ever ends with the limit, and keeps what was found",
    async (what) => {
      let found = false;
      class Faulty extends SimulatedPeerConnection {
        #hasRefused = false;
        override async setRemoteDescription(description?: unknown) {
          if (found && what === "a call") return hanging();
          this.#hasRefused = true;
          await super.setRemoteDescription(description).catch(() => undefined);
          throw new RangeError("refused");
        }
        override close() {
          found ||= this.#hasRefused;
          super.close();
        }
      }
      const { make, open } = counted(Faulty);
      const options = { seed: 1, runs: 60, timeLimit, settleTimeout: 2 * timeLimit };
      const ended = await endOf(
        () => checkImplementation(() => (found && what !== "a call" ? hanging() : make()), options),
        2 * timeLimit,
      );
      expect(ended).toMatchObject({ value: { conforms: false, stoppedBy: "failure" } });
      expect(ended).toMatchObject({ value: { failure: { differences: [{ observed: "RangeError" }] } } });
      expect(open.size).toBe(0);
    },
  );
});
