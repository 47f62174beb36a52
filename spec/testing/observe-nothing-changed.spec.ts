// An observer changes nothing of what it did not make itself, and leaves nothing behind: thenables, getters that throw,
// proxies, and several observers of one object that go in any order.
import { describe, expect, it } from "vitest";
import { revokedProxy, throwingProxy, withThrowingGetter } from "../../cases/junk.ts";
import { type Observer, observe } from "../../src/entries/observe.ts";
import { createOracle, follow } from "../../src/entries/oracle.ts";
import { readTrace } from "../../src/entries/trace.ts";
import { rest } from "./driving/rest.ts";
import { unhandledDuring } from "./driving/unhandled.ts";
import { FakePeerConnection } from "./faulty/fake-peer-connection.ts";

const methods = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"] as const;

/** A peer connection whose createOffer() gives that. */
function giving(value: unknown): FakePeerConnection {
  return Object.assign(new FakePeerConnection(), { createOffer: () => value });
}

const offer = { type: "offer", sdp: "v=0\r\n" };

function thenable(then: (...args: never[]) => unknown): object {
  // biome-ignore lint/suspicious/noThenProperty: it is what is tested
  return Object.defineProperty({}, "then", { value: then, configurable: true, writable: true, enumerable: true });
}

describe("a thenable that a method gives", () => {
  it("is given as it is, and not asked for what it comes to: asking may start it", async () => {
    let asked = 0;
    const given = thenable((fulfilled: (value: unknown) => void) => {
      asked += 1;
      fulfilled(offer);
    });
    const pc = giving(given);
    const before = Object.getOwnPropertyDescriptors(given);
    const observer = observe(pc);
    const result = pc.createOffer();
    expect(result).toBe(given);
    await rest();
    expect(asked).toBe(0);
    expect(observer.steps).toEqual([]);
    expect(await result).toBe(offer);
    expect(asked).toBe(1);
    expect(Object.getOwnPropertyDescriptors(given)).toEqual(before);
    expect(observer.steps).toMatchObject([{ call: "createOffer", verdict: "conforms" }]);
  });

  it("that rejects is heard, too, and what its `then` gives is passed on", () => {
    const given = thenable((_: unknown, rejected: (reason: unknown) => void) => {
      rejected(Object.assign(new Error("no"), { name: "OperationError" }));
      return 5;
    });
    const pc = giving(given);
    const observer = observe(pc);
    const reasons: unknown[] = [];
    const result = pc.createOffer() as unknown as { then(...args: unknown[]): unknown };
    expect(result.then(null, (reason: unknown) => reasons.push(reason))).toBe(5);
    expect(reasons).toMatchObject([{ name: "OperationError" }]);
    expect(observer.steps).toMatchObject([{ observed: { outcome: "rejected", error: { name: "OperationError" } } }]);
  });

  it("that was not asked is left as it was by detach()", () => {
    const given = thenable(() => undefined);
    const before = Object.getOwnPropertyDescriptors(given);
    const pc = giving(given);
    const [first, second] = [observe(pc), observe(pc)];
    pc.createOffer();
    first.detach();
    second.detach();
    expect(Object.getOwnPropertyDescriptors(given)).toEqual(before);
  });

  it("a promise of a class with a `then` of its own is not asked either", async () => {
    let asked = 0;
    class Lazy<Value> extends Promise<Value> {
      // biome-ignore lint/suspicious/noThenProperty: it is what is tested
      override then<One = Value, Other = never>(...args: Parameters<Promise<Value>["then"]>): Promise<One | Other> {
        asked += 1;
        return super.then(...(args as never as [])) as never;
      }
    }
    const given = new Lazy((resolve) => resolve(offer));
    const pc = giving(given);
    observe(pc);
    expect(pc.createOffer()).toBe(given);
    await rest();
    expect(asked).toBe(0);
  });

  it.each<[string, unknown]>([
    ["frozen", Object.freeze(thenable((fulfilled: (value: unknown) => void) => fulfilled(offer)))],
    ["with a getter that throws", withThrowingGetter({}, "then")],
    ["a proxy that throws when touched", throwingProxy()],
    ["a revoked proxy", revokedProxy()],
    [
      "a proxy that lets nothing be changed",
      new Proxy({}, { get: (_, name) => (name === "then" ? () => undefined : undefined), defineProperty: () => false }),
    ],
  ])("%s: given as it is, and nothing throws", (_, given) => {
    const pc = giving(given);
    const observer = observe(pc);
    expect(pc.createOffer() === given).toBe(true);
    observer.detach();
  });
});

/** All orders of the numbers below that one. */
function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}

describe("several observers of one object", () => {
  it.each(orders(3))("detached in the order %i, %i, %i leave nothing behind", async (...order) => {
    const pc = new FakePeerConnection();
    const observers = [observe(pc), observe(pc), observe(pc)] as const;
    await pc.setLocalDescription();
    for (const [gone, index] of order.entries()) {
      (observers[index] as Observer).detach();
      await pc.setLocalDescription({ type: "rollback" }).catch(() => undefined);
      const steps = observers.map((observer) => observer.steps.length);
      // Those that are left go on, those that are gone do not.
      expect(steps.filter((length) => length === gone + 2)).toHaveLength(2 - gone);
    }
    expect(Object.getOwnPropertyNames(pc)).toEqual([]);
    for (const method of methods) expect(pc[method]).toBe(FakePeerConnection.prototype[method]);
  });

  it.each(orders(2))("on an object with methods of its own: %i, %i", (...order) => {
    const simulated = new FakePeerConnection();
    const pc = {
      get signalingState() {
        return simulated.signalingState;
      },
      ...Object.fromEntries(methods.map((method) => [method, () => simulated[method]()])),
    } as unknown as FakePeerConnection;
    const before = Object.getOwnPropertyDescriptors(pc);
    const observers = [observe(pc), observe(pc)];
    for (const index of order) observers[index]?.detach();
    expect(Object.getOwnPropertyDescriptors(pc)).toEqual(before);
  });

  it("around another's wrapper leave that, which goes on working", async () => {
    const pc = new FakePeerConnection();
    const first = observe(pc);
    const inner = pc.setLocalDescription;
    let wrapped = 0;
    const wrapper = function (this: FakePeerConnection, ...args: unknown[]) {
      wrapped += 1;
      return Reflect.apply(inner, this, args);
    };
    pc.setLocalDescription = wrapper;
    const second = observe(pc);
    first.detach();
    second.detach();
    expect(pc.setLocalDescription).toBe(wrapper);
    await pc.setLocalDescription();
    expect(wrapped).toBe(1);
    expect(pc.signalingState).toBe("have-local-offer");
  });
});

describe("an object", () => {
  it.each(["createOffer", "addEventListener", "signalingState", "pendingLocalDescription"])(
    "whose %s throws when read is observed in everything else",
    async (name) => {
      const pc = new FakePeerConnection();
      Object.defineProperty(pc, name, {
        configurable: true,
        get() {
          throw new Error("touched");
        },
      });
      const before = Object.getOwnPropertyDescriptor(pc, name);
      const observer = observe(pc);
      expect(() => Reflect.get(pc, name)).toThrow("touched");
      observer.detach();
      expect(Object.getOwnPropertyDescriptor(pc, name)).toEqual(before);
      expect(Object.getOwnPropertyNames(pc)).toEqual([name]);
    },
  );

  it("behind a proxy that binds its methods anew each time is left as it was", async () => {
    const target = new FakePeerConnection();
    const pc = new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name, from);
        return typeof value === "function" ? value.bind(from) : value;
      },
    });
    const observer = observe(pc);
    await pc.setLocalDescription();
    observer.detach();
    expect(Object.getOwnPropertyNames(target)).toEqual([]);
    expect(pc.signalingState).toBe("have-local-offer");
  });

  it.each<[string, ProxyHandler<FakePeerConnection>]>([
    ["refuses new properties", { defineProperty: () => false }],
    [
      "throws when a property is defined",
      {
        defineProperty() {
          throw new Error("no");
        },
      },
    ],
  ])("behind a proxy that %s is refused, and left as it was", (_, handler) => {
    const target = new FakePeerConnection();
    expect(() => observe(new Proxy(target, handler))).toThrow();
    expect(Object.getOwnPropertyNames(target)).toEqual([]);
  });

  it("behind a proxy that lets no property be deleted: detach() throws nothing, and calls pass", async () => {
    const target = new FakePeerConnection();
    const pc = new Proxy(target, { deleteProperty: () => false, get: (from, name) => Reflect.get(from, name, from) });
    const observer = observe(pc);
    observer.detach();
    await target.setLocalDescription();
    expect(target.signalingState).toBe("have-local-offer");
    expect(observer.steps).toEqual([]);
  });

  it("whose answers are promises that are rejected: none is unhandled because of an observer", async () => {
    const refusing = () => Promise.reject(new Error("nobody asked for it"));
    class Refusing extends FakePeerConnection {
      override get pendingLocalDescription() {
        return refusing() as never;
      }
      override addEventListener = refusing as never;
      override removeEventListener = refusing as never;
    }
    const unhandled = await unhandledDuring(async () => {
      const pc = new Refusing();
      const observer = observe(pc);
      await pc.setLocalDescription();
      observer.detach();
    });
    expect(unhandled).toEqual([]);
  });
});

describe("close() in a handler that runs within another call", () => {
  /** Fires its events at once, as some stacks do. */
  class Firing extends FakePeerConnection {
    #state: "stable" | "have-local-offer" | "closed" = "stable";
    override get signalingState() {
      return this.#state;
    }
    override get pendingLocalDescription() {
      return this.#state === "stable" ? null : (offer as never);
    }
    override setLocalDescription() {
      this.#state = "have-local-offer";
      this.dispatchEvent(new Event("signalingstatechange"));
      return this.#state === ("closed" as string) ? new Promise<never>(() => undefined) : Promise.resolve();
    }
    override close() {
      this.#state = "closed";
    }
  }

  it("is the application's: a step of its own, and the call that it overtakes conforms", async () => {
    const pc = new Firing();
    const observer = observe(pc, { sdp: "opaque" });
    pc.addEventListener("signalingstatechange", () => pc.close());
    void pc.setLocalDescription();
    await rest();
    expect(observer.steps.map(({ call, verdict }) => `${call} ${verdict}`)).toEqual([
      "setLocalDescription conforms",
      "close conforms",
    ]);
  });

  it("but close() within close() is the implementation's own", () => {
    class Closing extends FakePeerConnection {
      #isClosing = false;
      override close() {
        if (this.#isClosing) return super.close();
        this.#isClosing = true;
        this.close();
      }
    }
    const pc = new Closing();
    const observer = observe(pc);
    pc.close();
    expect(observer.steps).toMatchObject([{ call: "close", verdict: "conforms" }]);
    expect(observer.steps).toHaveLength(1);
  });
});

// @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions: no overload takes two arguments.
describe("a set call with two arguments", () => {
  it("that is refused with a TypeError is no wrong refusal", async () => {
    class TwoForms extends FakePeerConnection {
      override setLocalDescription(...args: unknown[]): Promise<void> {
        return args.length === 2
          ? Promise.reject(new TypeError("Valid arities are: [0,1,3], but 2 arguments provided"))
          : super.setLocalDescription(args[0]);
      }
    }
    const pc = new TwoForms();
    const observer = observe(pc);
    await expect(Reflect.apply(pc.setLocalDescription, pc, [undefined, () => undefined])).rejects.toThrow("arities");
    const refused = {
      verdict: "unjudged",
      differences: [],
      observed: { outcome: "rejected", error: { name: "TypeError" } },
    };
    expect(observer.steps).toMatchObject([refused]);
    await pc.setLocalDescription();
    expect(observer.steps).toMatchObject([refused, { verdict: "conforms" }]);
    const reading = readTrace(observer.trace());
    const [connection] = reading.ok ? reading.value.connections : [];
    let oracle = createOracle();
    const replayed = connection?.events.flatMap((event) => {
      const followed = follow(oracle, event);
      oracle = followed.oracle;
      return followed.steps;
    });
    expect(replayed).toEqual(observer.steps);
  });

  it("that a stack without the deprecated form applies is judged as ever", async () => {
    const pc = new FakePeerConnection();
    const observer = observe(pc);
    await Reflect.apply(pc.setLocalDescription, pc, [undefined, 5]);
    expect(observer.steps).toMatchObject([{ call: "setLocalDescription", verdict: "conforms" }]);
    const refused = Reflect.apply(pc.setRemoteDescription, pc, [{ type: "answer", sdp: "" }, 5]);
    await expect(refused).rejects.toMatchObject({ name: "OperationError" });
    expect(observer.steps).toMatchObject([{}, { verdict: "illegal-call" }]);
  });
});
