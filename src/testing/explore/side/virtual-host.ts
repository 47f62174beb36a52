import { type InterfaceName, interfaceNames } from "../../../fake/world/interface-names.ts";
import type { EventLoop } from "./event-loop.ts";
import type { SideWorld } from "./side-world.ts";

/** The side whose code runs. */
export interface RunningSide {
  readonly loop: EventLoop;
  readonly world: SideWorld;
  /** An error that the code has not handled, or has complained of. */
  unhandled(error: unknown, how: string): void;
}

// biome-ignore lint/suspicious/noExplicitAny: the host's own functions, of which nothing but the call is known
type HostFunction = (...values: any[]) => any;

/** The host's objects whose functions are replaced. */
interface HostObjects {
  readonly performance: object;
  readonly console: object;
}

interface HostCrypto {
  readonly crypto?: { readonly subtle?: Record<string, HostFunction> };
}

/** What fires the host's error events, where it has no process. */
interface ErrorEventTarget {
  addEventListener(type: string, listener: (event: ErrorEvent) => void): void;
  removeEventListener(type: string, listener: (event: ErrorEvent) => void): void;
}

interface ErrorEvent {
  preventDefault(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: likewise
type VirtualFunction = (side: RunningSide, ...values: any[]) => unknown;

/** Virtual time begins with this date. */
const epoch = Date.UTC(2026, 0, 1);

const consoleMethods = ["log", "info", "debug", "warn", "error", "trace"] as const;

/**
 * What the code under exploration uses of its host: its classes, timers, dates, random numbers and console are those of
 * the side that runs. While no side runs, all of them are the host's.
 */
export class VirtualHost {
  current: RunningSide | null = null;
  readonly #undone: (() => void)[] = [];

  install(): void {
    this.#installTimers();
    this.#installDates();
    this.#installRandom();
    this.#installSubtleCrypto();
    this.#installClasses();
    this.#installConsole();
    this.#installErrors();
  }

  uninstall(): void {
    for (let undo = this.#undone.pop(); undo !== undefined; undo = this.#undone.pop()) undo();
  }

  #installTimers() {
    const timer =
      (once: boolean) =>
      (side: RunningSide, run: HostFunction, ms?: unknown, ...values: unknown[]) => {
        const delay = Number(ms ?? 0) || 0;
        return timerObject(
          side.loop.setCodeTimer(() => run(...values), delay, once ? null : delay),
          side.loop,
        );
      };
    const clear = (side: RunningSide, id: unknown) => side.loop.clearCodeTimer(Number(id ?? 0));
    this.#replace(globalThis, "setTimeout", timer(true));
    this.#replace(globalThis, "setInterval", timer(false));
    this.#replace(globalThis, "setImmediate", (side, run, ...values) => timer(true)(side, run, 0, ...values));
    for (const name of ["clearTimeout", "clearInterval", "clearImmediate"]) this.#replace(globalThis, name, clear);
  }

  #installDates() {
    const HostDate = Date;
    const now = () => (this.current === null ? HostDate.now() : epoch + this.current.loop.now());
    const isVirtual = () => this.current !== null;
    class VirtualDate extends HostDate {
      constructor(...values: unknown[]) {
        if (values.length === 0 && isVirtual()) super(now());
        else super(...(values as [number]));
      }
      static override now(): number {
        return now();
      }
    }
    Object.defineProperty(VirtualDate, "name", { value: "Date" });
    this.#define(globalThis, "Date", { value: VirtualDate, writable: true });
    const { performance } = globalThis as unknown as HostObjects;
    this.#replace(performance, "now", (side) => side.loop.now());
  }

  #installRandom() {
    this.#replace(Math, "random", ({ world: { random } }) => random.below(2 ** 32) / 2 ** 32);
    const { crypto } = globalThis as { readonly crypto?: object };
    if (crypto === undefined) return;
    this.#replace(crypto, "randomUUID", ({ world: { random } }) => random.uuid());
    this.#replace(crypto, "getRandomValues", ({ world: { random } }, array: ArrayBufferView) => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let index = 0; index < bytes.length; index++) bytes[index] = random.below(256);
      return array;
    });
  }

  // What is computed outside is there when the turn ends. A task gives it to the code, in the order of the calls.
  #installSubtleCrypto() {
    const { crypto } = globalThis as unknown as HostCrypto;
    const subtle = crypto?.subtle;
    if (subtle === undefined) return;
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(subtle))) {
      const method = subtle[name];
      if (name === "constructor" || typeof method !== "function") continue;
      const compute = ({ loop }: RunningSide, ...values: unknown[]) =>
        new Promise((resolve, reject) => {
          let settle: () => void = () => undefined;
          const ended = loop.waitForOutside();
          const end = (settled: () => void) => {
            settle = settled;
            ended();
          };
          (method.apply(subtle, values) as Promise<unknown>).then(
            (value) => end(() => resolve(value)),
            (error) => end(() => reject(error)),
          );
          loop.queueTask(() => settle());
        });
      this.#replace(subtle, name, compute);
    }
  }

  #installClasses() {
    for (const name of interfaceNames) {
      const before = (globalThis as Record<string, unknown>)[name];
      this.#define(globalThis, name, { get: () => this.current?.world.classNamed(name as InterfaceName) ?? before });
    }
    const { navigator } = globalThis as { readonly navigator?: { readonly mediaDevices?: unknown } };
    if (navigator === undefined) return;
    const before = navigator.mediaDevices;
    this.#define(navigator, "mediaDevices", { get: () => this.current?.world.mediaDevices.object ?? before });
  }

  // The code runs thousands of times: what it prints is of no use, but an error that it prints is a complaint.
  #installConsole() {
    const { console } = globalThis as unknown as HostObjects;
    for (const name of consoleMethods)
      this.#replace(console, name, (side, ...values: unknown[]) => {
        const error = values.find((value) => value instanceof Error);
        if (name === "error" && error !== undefined) side.unhandled(error, "console.error()");
      });
  }

  #installErrors() {
    const { process } = globalThis as unknown as { readonly process?: EventEmitter };
    if (process?.rawListeners !== undefined) {
      for (const event of ["unhandledRejection", "uncaughtException"]) this.#takeOver(process, event);
      return;
    }
    const host = globalThis as unknown as ErrorEventTarget;
    for (const [type, member] of [
      ["unhandledrejection", "reason"],
      ["error", "error"],
    ] as const) {
      const listener = (event: ErrorEvent) => {
        if (this.current === null) return;
        event.preventDefault();
        this.current.unhandled((event as unknown as Record<string, unknown>)[member], type);
      };
      host.addEventListener(type, listener);
      this.#undone.push(() => host.removeEventListener(type, listener));
    }
  }

  // The listeners of the host, such as those of a test runner, hear of what is not of the code under exploration.
  #takeOver(process: EventEmitter, event: string) {
    const before = process.rawListeners(event);
    const listener = (error: unknown, ...rest: unknown[]) => {
      if (this.current !== null) this.current.unhandled(error, event);
      else if (before.length === 0) throw error;
      else for (const other of before) other.call(process, error, ...rest);
    };
    for (const other of before) process.removeListener(event, other);
    process.on(event, listener);
    this.#undone.push(() => {
      process.removeListener(event, listener);
      for (const other of before) process.on(event, other);
    });
  }

  /** While a side runs, the function is this one; otherwise the host's. */
  #replace(target: object, name: string, virtual: VirtualFunction) {
    const before = (target as Record<string, HostFunction | undefined>)[name];
    if (before === undefined) return;
    const replacement = (...values: unknown[]) =>
      this.current === null ? before.apply(target, values) : virtual(this.current, ...values);
    this.#define(target, name, { value: replacement, writable: true });
  }

  #define(target: object, name: string, property: PropertyDescriptor) {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { ...property, configurable: true, enumerable: before?.enumerable ?? false });
    this.#undone.push(() => {
      if (before === undefined) delete (target as Record<string, unknown>)[name];
      else Object.defineProperty(target, name, before);
    });
  }
}

interface EventEmitter {
  rawListeners(event: string): readonly HostFunction[];
  on(event: string, listener: HostFunction): void;
  removeListener(event: string, listener: HostFunction): void;
}

// What Node.js returns has methods; what browsers return is a number. This is both.
function timerObject(id: number, loop: EventLoop): object {
  const timer = {
    ref: () => timer,
    unref: () => timer,
    hasRef: () => true,
    close: () => void loop.clearCodeTimer(id),
    [Symbol.toPrimitive]: () => id,
  };
  return timer;
}
