// Whatever throws, it is not the observer, and the peer connection does as it does unobserved.
import { describe, expect, it } from "vitest";
import { throwingProxy, withThrowingGetter } from "../../cases/junk.ts";
import { observe } from "../../src/entries/observe.ts";
import { rest } from "./driving/rest.ts";
import { unhandledDuring } from "./driving/unhandled.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

const plain = {
  signalingState: "stable",
  createOffer: async (): Promise<unknown> => ({ type: "offer", sdp: "" }),
  createAnswer: async (): Promise<unknown> => ({ type: "answer", sdp: "" }),
  setLocalDescription: async (): Promise<unknown> => undefined,
  setRemoteDescription: async (): Promise<unknown> => undefined,
  close: () => undefined,
};

describe("an observer's callback that throws", () => {
  it("harms nothing: neither the call, nor the process, nor what is judged next", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc, {
      onStep() {
        throw new Error("in the callback");
      },
    });
    const unhandled = await unhandledDuring(async () => {
      await pc.setLocalDescription();
      await pc.setLocalDescription({ type: "rollback" });
    });
    expect(unhandled).toEqual([]);
    expect(observer.steps).toHaveLength(2);
  });
});

describe("getters that throw", () => {
  it.each(["name", "message", "errorDetail", "sdpLineNumber"])(
    "%s of an error: it is passed on as it is",
    async (name) => {
      const error = withThrowingGetter({ name: "OperationError" }, name);
      const pc = { ...plain, createOffer: () => Promise.reject(error) };
      observe(pc);
      expect(await pc.createOffer().catch((reason: unknown) => reason)).toBe(error);
    },
  );

  it("an error, or a description, whose every touch throws", async () => {
    const odd = throwingProxy();
    const pc = { ...plain, createOffer: () => Promise.reject(odd) };
    observe(pc);
    const reasons = await pc.createOffer().catch((reason: unknown) => [reason]);
    expect(Array.isArray(reasons) && reasons[0] === odd).toBe(true);
  });

  it.each(["type", "sdp"])("%s of what was created: it is given as it is", async (name) => {
    const created = withThrowingGetter({ type: "offer", sdp: "" }, name);
    const pc = { ...plain, createOffer: async () => created };
    observe(pc);
    expect((await pc.createOffer()) === created).toBe(true);
  });

  it.each(["type", "sdp"])("%s of a slot", async (name) => {
    const pc = { ...plain, pendingLocalDescription: withThrowingGetter({ type: "offer", sdp: "" }, name) };
    const observer = observe(pc);
    await pc.createOffer();
    expect(observer.steps).toHaveLength(1);
  });

  it("signalingState, at first or later, also in an event", async () => {
    let throws = false;
    class Throwing extends FakePeerConnection {
      override get signalingState() {
        if (throws) throw new Error("gone");
        return super.signalingState;
      }
    }
    const pc = new Throwing();
    const observer = observe(pc);
    throws = true;
    await expect(pc.setLocalDescription()).resolves.toBeUndefined();
    expect(() => observe(pc)).not.toThrow();
    observer.detach();
  });

  it("the callbacks of the deprecated form are called all the same", async () => {
    const error = withThrowingGetter({}, "name");
    const pc = {
      ...plain,
      createOffer: async (...[, failure]: unknown[]): Promise<unknown> => (failure as (reason: unknown) => void)(error),
    };
    observe(pc);
    const told: unknown[] = [];
    await pc.createOffer(
      () => undefined,
      (reason: unknown) => told.push(reason),
    );
    expect(told[0] === error).toBe(true);
  });
});

describe("objects that cannot be changed", () => {
  it.each<[string, (pc: object) => object]>([
    ["not extensible", Object.preventExtensions],
    ["frozen", Object.freeze],
  ])("%s: refused with a TypeError, and left as it was", async (_, harden) => {
    let listeners = 0;
    class Listened extends FakePeerConnection {
      override addEventListener(...args: Parameters<EventTarget["addEventListener"]>) {
        listeners += 1;
        super.addEventListener(...args);
      }
      override removeEventListener(...args: Parameters<EventTarget["removeEventListener"]>) {
        listeners -= 1;
        super.removeEventListener(...args);
      }
    }
    const pc = harden(new Listened()) as Listened;
    expect(() => observe(pc)).toThrow(TypeError);
    expect(listeners).toBe(0);
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
  });

  it("half of it: what was changed already is changed back", () => {
    const pc = { ...plain };
    Object.defineProperty(pc, "setRemoteDescription", { configurable: false, writable: false });
    const before = Object.getOwnPropertyDescriptors(pc);
    try {
      observe(pc).detach();
    } catch {
      // Refused is as good as done.
    }
    expect(Object.getOwnPropertyDescriptors(pc)).toEqual(before);
  });
});

describe("an observed object", () => {
  it("shows the same keys: its own methods stay enumerable", () => {
    const pc = { ...plain };
    const keys = Object.keys(pc);
    observe(pc);
    expect(Object.keys(pc)).toEqual(keys);
    expect(typeof { ...pc }.createOffer).toBe("function");
  });

  it("does not get methods that it has not", () => {
    const { createAnswer: _, ...without } = plain;
    observe(without as typeof plain);
    expect("createAnswer" in without).toBe(false);
  });

  it("is told apart from others that its methods are called on", async () => {
    const [pc, other] = [new FakePeerConnection(), new FakePeerConnection()];
    const observer = observe(pc);
    const { setLocalDescription } = pc;
    await Reflect.apply(setLocalDescription, other, []);
    await (async () => Reflect.apply(setLocalDescription, undefined, []))().catch(() => undefined);
    expect(observer.steps).toEqual([]);
    await Reflect.apply(setLocalDescription, pc, []);
    expect(observer.steps).toMatchObject([{ verdict: "conforms" }]);
  });
});

describe("a slot that holds what is no description", () => {
  it("is not compared, live or replayed", async () => {
    class Odd extends FakePeerConnection {
      override get pendingLocalDescription(): never {
        return {} as never;
      }
    }
    const pc = new Odd();
    const observer = observe(pc);
    await pc.setLocalDescription();
    expect(observer.steps.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe("calls in an event handler, in the same task", () => {
  it("a TypeError there is no difference", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    pc.onsignalingstatechange = () => {
      pc.setRemoteDescription({ type: "nonsense" }).catch(() => undefined);
    };
    await pc.setLocalDescription();
    await rest();
    expect(observer.steps.flatMap(({ differences }) => differences)).toEqual([]);
    expect(observer.steps).toHaveLength(2);
  });
});
