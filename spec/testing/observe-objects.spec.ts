// What an observed peer connection is as an object, while it is observed and when it is let go.
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { rest } from "./driving/rest.ts";
import { unhandledDuring } from "./driving/unhandled.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

const methods = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"] as const;

/** A peer connection whose methods are its own properties, as mocks and wrappers have them. */
function plainPeerConnection() {
  const pc = new FakePeerConnection();
  return {
    get signalingState() {
      return pc.signalingState;
    },
    createOffer: () => pc.createOffer(),
    createAnswer: () => pc.createAnswer(),
    setLocalDescription: (description?: unknown) => pc.setLocalDescription(description),
    setRemoteDescription: (description?: unknown) => pc.setRemoteDescription(description),
    close: () => pc.close(),
  };
}

describe("detach()", () => {
  it("leaves no property of its own on an instance", () => {
    const pc = new FakePeerConnection();
    const before = Object.getOwnPropertyNames(pc);
    const observer = observe(pc);
    expect(Object.keys(pc)).toEqual(before);
    observer.detach();
    expect(Object.getOwnPropertyNames(pc)).toEqual(before);
    for (const method of methods) expect(pc[method]).toBe(FakePeerConnection.prototype[method]);
  });

  it("puts own properties back as they were: value, attributes, order", () => {
    const pc = plainPeerConnection();
    Object.defineProperty(pc, "createOffer", { enumerable: false });
    Object.defineProperty(pc, "createAnswer", { writable: false });
    const original = pc.close;
    Object.defineProperty(pc, "close", { get: () => original, configurable: true });
    const [keys, before] = [Reflect.ownKeys(pc), Object.getOwnPropertyDescriptors(pc)];
    observe(pc).detach();
    expect(Object.getOwnPropertyDescriptors(pc)).toEqual(before);
    expect(Object.getOwnPropertyDescriptor(pc, "close")?.get).toBe(before.close.get);
    expect(Reflect.ownKeys(pc)).toEqual(keys);
  });

  it("takes its listener away, and only that", async () => {
    const pc = new FakePeerConnection();
    const heard: string[] = [];
    pc.onsignalingstatechange = () => heard.push("handler");
    const observer = observe(pc);
    pc.addEventListener("signalingstatechange", () => heard.push("listener"));
    observer.detach();
    const before = observer.trace();
    await pc.setLocalDescription();
    expect(heard).toEqual(["handler", "listener"]);
    expect(observer.trace()).toBe(before);
    expect(observer.steps).toEqual([]);
  });

  it.each([
    ["has no removeEventListener", undefined],
    [
      "throws when a listener is removed",
      () => {
        throw new Error("not implemented");
      },
    ],
  ])("ends the record of an object that %s", async (_, removeEventListener) => {
    const pc = Object.defineProperty(new FakePeerConnection(), "removeEventListener", {
      value: removeEventListener,
    });
    const observer = observe(pc);
    await pc.setLocalDescription();
    observer.detach();
    const before = observer.trace();
    await pc.setLocalDescription({ type: "rollback" });
    expect(observer.trace()).toBe(before);
    expect(observer.steps.map(({ verdict }) => verdict)).toEqual(["conforms"]);
  });

  it("leaves what somebody else has wrapped around, which goes on working", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    const inner = pc.setLocalDescription;
    const calls: unknown[] = [];
    pc.setLocalDescription = function (this: FakePeerConnection, description?: unknown) {
      calls.push(description);
      return inner.call(this, description);
    };
    const wrapper = pc.setLocalDescription;
    await pc.setLocalDescription();
    expect(observer.steps).toHaveLength(1);
    observer.detach();
    expect(pc.setLocalDescription).toBe(wrapper);
    expect(Object.getOwnPropertyNames(pc)).toEqual(["setLocalDescription"]);
    const before = observer.trace();
    await pc.setLocalDescription({ type: "rollback" });
    expect(calls).toEqual([undefined, { type: "rollback" }]);
    expect(observer.trace()).toBe(before);
    expect(observer.steps).toHaveLength(1);
    expect(pc.signalingState).toBe("stable");
  });

  it("twice is once; a call under way is forgotten, and settles", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    const call = pc.setLocalDescription();
    observer.detach();
    observer.detach();
    await expect(call).resolves.toBeUndefined();
    expect(observer.steps).toEqual([]);
    expect(pc.signalingState).toBe("have-local-offer");
  });

  it("of one of two observers leaves the other at work", async () => {
    const pc = new FakePeerConnection();
    const [first, second] = [observe(pc), observe(pc)];
    await pc.setLocalDescription();
    second.detach();
    await pc.setLocalDescription({ type: "rollback" });
    first.detach();
    expect([first.steps.length, second.steps.length]).toEqual([2, 1]);
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
  });
});

describe("an observed method", () => {
  it("is called on the object that it was called on, with the arguments that it was given", async () => {
    const seen: unknown[][] = [];
    class Recording extends FakePeerConnection {
      override setRemoteDescription(...args: unknown[]): Promise<void> {
        seen.push([this, ...args]);
        return super.setRemoteDescription(args[0]);
      }
    }
    const pc = new Recording();
    observe(pc);
    const description = { type: "rollback" };
    await Reflect.apply(pc.setRemoteDescription, pc, [description, undefined, 5]).catch(() => undefined);
    await Reflect.apply(pc.setRemoteDescription, pc, []).catch(() => undefined);
    expect(seen).toEqual([[pc, description, undefined, 5], [pc]]);
    expect(seen[0]?.[1]).toBe(description);
  });

  it("gives what the original gave, also where that is no promise", () => {
    const result = {};
    const pc = { ...plainPeerConnection(), close: () => result, createOffer: () => 5 };
    const observer = observe(pc);
    expect(pc.close()).toBe(result);
    expect(pc.createOffer()).toBe(5);
    expect(observer.steps.map(({ call }) => call)).toEqual(["close", "createOffer"]);
  });

  it("throws what the original threw", () => {
    const error = new RangeError("now");
    const pc = {
      ...plainPeerConnection(),
      setLocalDescription() {
        throw error;
      },
    };
    const observer = observe(pc);
    expect(() => pc.setLocalDescription()).toThrow(error);
    expect(observer.steps).toMatchObject([{ observed: { outcome: "rejected", error: { name: "RangeError" } } }]);
  });

  it("gives a promise of the value itself", async () => {
    const offer = { type: "offer", sdp: "" };
    const pc = { ...plainPeerConnection(), createOffer: async () => offer };
    observe(pc);
    const promise = pc.createOffer();
    expect(promise).toBeInstanceOf(Promise);
    expect(await promise).toBe(offer);
  });

  it("that calls others of its own is told alone", async () => {
    class Inner extends FakePeerConnection {
      override setLocalDescription(description?: unknown): Promise<void> {
        this.createOffer().catch(() => undefined);
        return super.setLocalDescription(description);
      }
    }
    const pc = new Inner();
    const observer = observe(pc);
    await pc.setLocalDescription();
    expect(observer.steps.map(({ call }) => call)).toEqual(["setLocalDescription"]);
    await pc.createOffer();
    expect(observer.steps.map(({ call }) => call)).toEqual(["setLocalDescription", "createOffer"]);
  });

  it("reads an argument's members once more, before the call, in Web IDL's order", async () => {
    const read: string[] = [];
    const description = {
      get type() {
        read.push("type");
        return "rollback";
      },
      get sdp() {
        read.push("sdp");
        return undefined;
      },
    };
    const pc = new FakePeerConnection();
    observe(pc);
    await pc.setRemoteDescription(description).catch(() => undefined);
    expect(read).toEqual(["sdp", "type", "sdp", "type"]);
  });
});

describe("a rejection of an observed peer connection", () => {
  const refused = { name: "InvalidStateError" };

  it("that nobody handles is unhandled, once, with the error itself", async () => {
    for (const isObserved of [false, true]) {
      const pc = new FakePeerConnection();
      if (isObserved) observe(pc);
      const reasons = await unhandledDuring(() => void pc.setLocalDescription({ type: "rollback" }));
      expect(reasons).toMatchObject([refused]);
    }
  });

  it("that is handled is handled: by catch, then, await, or through allSettled", async () => {
    for (const isObserved of [false, true]) {
      const pc = new FakePeerConnection();
      if (isObserved) observe(pc);
      const reasons = await unhandledDuring(async () => {
        pc.setLocalDescription({ type: "rollback" }).catch(() => undefined);
        pc.setLocalDescription({ type: "rollback" }).then(
          () => undefined,
          () => undefined,
        );
        await expect(pc.createAnswer()).rejects.toMatchObject(refused);
        await Promise.allSettled([pc.setRemoteDescription(), pc.setRemoteDescription({ type: "nonsense" })]);
      });
      expect(reasons).toEqual([]);
    }
  });

  it("that is handled on one branch only is unhandled on the other", async () => {
    for (const isObserved of [false, true]) {
      const pc = new FakePeerConnection();
      if (isObserved) observe(pc);
      const reasons = await unhandledDuring(() => {
        const call = pc.createAnswer();
        call.catch(() => undefined);
        void call.then(() => undefined);
      });
      expect(reasons).toMatchObject([refused]);
    }
  });

  it("after detaching too", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    const reasons = await unhandledDuring(() => {
      void pc.createAnswer();
      observer.detach();
    });
    expect(reasons).toMatchObject([refused]);
  });
});

describe("the deprecated callback form", () => {
  /** With the overloads of old: callbacks in place of a promise. @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions */
  class Legacy extends FakePeerConnection {
    override createOffer(...args: unknown[]): Promise<never> {
      return withCallbacks(super.createOffer(), args);
    }
    override setLocalDescription(description?: unknown, ...args: unknown[]): Promise<never> {
      return withCallbacks(super.setLocalDescription(description), args);
    }
    override setRemoteDescription(description?: unknown, ...args: unknown[]): Promise<never> {
      return withCallbacks(super.setRemoteDescription(description), args);
    }
  }

  function withCallbacks(call: Promise<unknown>, [success, failure]: readonly unknown[]): Promise<never> {
    if (typeof success !== "function" || typeof failure !== "function") return call as Promise<never>;
    call.then(
      (value) => Reflect.apply(success, callbackThis, [value]),
      (error) => Reflect.apply(failure, callbackThis, [error]),
    );
    return Promise.resolve() as Promise<never>;
  }

  const callbackThis = {};

  it("calls back as it did, and its calls are judged", async () => {
    const told: unknown[] = [];
    const pc = new Legacy();
    const observer = observe(pc);
    const called = (name: string) =>
      function (this: unknown, ...args: unknown[]) {
        told.push([name, this === callbackThis, ...args]);
      };
    const returned = pc.createOffer(called("created"), called("not created"), { iceRestart: true });
    await expect(returned).resolves.toBeUndefined();
    await rest();
    const [, , offer] = told[0] as [string, boolean, { readonly sdp: string }];
    pc.setLocalDescription(offer, called("set"), called("not set"));
    await rest();
    pc.setRemoteDescription({ type: "pranswer", sdp: "garbage" }, called("set"), called("not set"));
    await rest();
    expect(told).toMatchObject([
      ["created", true, { type: "offer" }],
      ["set", true, undefined],
      ["not set", true, { errorDetail: "sdp-syntax-error" }],
    ]);
    expect(observer.steps.map(({ call, verdict }) => `${call} ${verdict}`)).toEqual([
      "createOffer conforms",
      "setLocalDescription conforms",
      "setRemoteDescription illegal-call",
    ]);
  });

  // @see https://webidl.spec.whatwg.org/#js-operations: what is thrown while arguments are converted rejects the promise.
  it("whose argument Web IDL refuses rejects its promise and calls no callback: the TypeError is seen", async () => {
    const error = new TypeError("no such type");
    class Refusing extends Legacy {
      override setRemoteDescription(..._: unknown[]): Promise<never> {
        return Promise.reject(error);
      }
    }
    const pc = new Refusing();
    const observer = observe(pc);
    const called: unknown[] = [];
    const callback = (value: unknown) => called.push(value);
    await expect(pc.setRemoteDescription({ type: "nonsense" }, callback, callback)).rejects.toBe(error);
    expect(called).toEqual([]);
    expect(observer.steps).toMatchObject([
      {
        call: "setRemoteDescription",
        verdict: "illegal-call",
        code: "type-unknown",
        observed: { outcome: "rejected", error: { name: "TypeError", message: "no such type" } },
      },
    ]);
    await pc.setLocalDescription();
    expect(observer.steps).toHaveLength(2);
  });

  it("that throws at once is seen, too, and what was thrown is passed on", () => {
    const error = new TypeError("two arguments");
    const pc = {
      ...plainPeerConnection(),
      createOffer(..._: unknown[]) {
        throw error;
      },
    };
    const observer = observe(pc);
    const callback = () => undefined;
    expect(() => pc.createOffer(callback, callback)).toThrow(error);
    expect(observer.steps).toMatchObject([{ call: "createOffer", observed: { error: { name: "TypeError" } } }]);
  });

  it("that calls back and rejects its promise as well is settled once", async () => {
    const pc = {
      ...plainPeerConnection(),
      async createAnswer(_: unknown, failure: (reason: unknown) => void) {
        const error = Object.assign(new Error("not now"), { name: "InvalidStateError" });
        failure(error);
        throw error;
      },
    };
    const observer = observe(pc as never);
    await pc
      .createAnswer(
        () => undefined,
        () => undefined,
      )
      .catch(() => undefined);
    expect(observer.steps.map(({ call, verdict }) => `${call} ${verdict}`)).toEqual(["createAnswer illegal-call"]);
  });

  it("with options instead of callbacks is the ordinary form", async () => {
    const pc = new Legacy();
    const observer = observe(pc);
    await expect(pc.createOffer({ iceRestart: true })).resolves.toMatchObject({ type: "offer" });
    expect(observer.steps).toMatchObject([{ call: "createOffer", verdict: "conforms" }]);
  });
});
