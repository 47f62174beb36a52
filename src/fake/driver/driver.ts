import { readArguments } from "../../connection/calls/read-arguments.ts";
import type { Connection } from "../../connection/connection.ts";
import type { ConnectionEffect, Work } from "../../connection/effect.ts";
import type { MethodCall } from "../../connection/input.ts";
import type { ChainedAction } from "../../connection/operation.ts";
import { stepWith } from "../../connection/operations/take-input.ts";
import type { ReadInput } from "../../connection/read-input.ts";
import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import { firstWaiting, waiting } from "../../connection/structure/queue.ts";
import { type Readings, withReadings } from "../../sdp/description/readings.ts";
import type { Description } from "../../signaling/description.ts";
import type { Clock } from "../world/clock.ts";
import { afterMicrotasks } from "../world/host-timing.ts";

/** The effects that are the stack's: all but settlements, tasks and reactions, which are the driver's. */
export type StackEffect = Exclude<
  ConnectionEffect,
  { readonly type: "return" | "throw" | "resolve" | "reject" | "react" | "start" | "queue-task" }
>;

/** How work has ended. */
export type WorkEnd =
  | { readonly type: "created"; readonly sdp: string }
  | { readonly type: "applied" }
  | { readonly type: "failed"; readonly message: string };

/** What a driver drives. */
export interface DrivenStack {
  readonly clock: Clock;
  readonly readings: Readings;
  /** Does a piece of work, for that operation: called in the task that ends it. */
  doWork(work: Work, operation: ChainedAction["kind"]): WorkEnd;
  /** The connection has changed, and none of the effects is carried out yet. */
  changed(before: Connection, after: Connection): void;
  carryOut(effect: StackEffect): void;
  /**
   * All effects are carried out, also those of the steps within: handlers may have called methods. `before` is what the
   * connection was the last time.
   */
  carriedOut(before: Connection, after: Connection): void;
  exceptionOf(rejection: ConnectionRejection): Error;
  readonly log: CallLog;
}

/** Hears of the calls, and of how they end. */
export interface CallLog {
  called(call: number, method: MethodCall): void;
  /** `connection` is what the model held then. */
  settled(call: number, end: SettlingEffect, connection: Connection): void;
}

// What fires events, but for `ended`: when a track ends, the transports of the same description are yet to be created.
const firesEvents: ReadonlySet<ConnectionEffect["type"]> = /* @__PURE__ */ new Set([
  ...(["signalingstatechange", "negotiationneeded", "track", "icecandidate"] as const),
  ...(["mute", "unmute", "add-track", "remove-track"] as const),
]);

/** An effect that ends a call. */
export type SettlingEffect = Extract<ConnectionEffect, { readonly type: "return" | "throw" | "resolve" | "reject" }>;

interface OpenPromise {
  resolve(value: Description | undefined): void;
  reject(reason: Error): void;
}

/**
 * Runs the model for one peer connection: it reports what happens, each in its turn, and obeys the effects. Queued tasks are
 * tasks of the world's clock, reactions are microtasks.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-chain
 */
export class Driver {
  connection: Connection;
  readonly #stack: DrivenStack;
  readonly #open = new Map<number, OpenPromise>();
  readonly #ended = new Map<number, ConnectionEffect>();
  #calls = 0;
  /** The steps whose effects are being carried out. */
  #unfinished = 0;
  #carriedOut: Connection;

  constructor(connection: Connection, stack: DrivenStack) {
    this.connection = connection;
    this.#carriedOut = connection;
    this.#stack = stack;
  }

  /** Calls a method that returns no promise: gives the number that it returns, or throws. */
  call(method: MethodCall): number | null {
    const call = this.#calls++;
    this.#stack.log.called(call, method);
    this.report(callInput(call, method));
    const ended = this.#ended.get(call);
    this.#ended.delete(call);
    if (ended?.type === "throw") throw this.#stack.exceptionOf(ended.rejection);
    return ended?.type === "return" ? ended.value : null;
  }

  /** Calls a method that returns a promise. */
  promise(method: MethodCall): Promise<Description | undefined> {
    const call = this.#calls++;
    return new Promise((resolve, reject) => {
      this.#open.set(call, { resolve, reject });
      this.#stack.log.called(call, method);
      this.report(callInput(call, method));
    });
  }

  /** What the call of a method would throw now; null where it would be allowed. Nothing is changed. */
  refusalOf(method: MethodCall): Error | null {
    const { effects } = stepWith(this.connection, callInput(0, method));
    const thrown = effects.find((effect) => effect.type === "throw");
    return thrown === undefined ? null : this.#stack.exceptionOf(thrown.rejection);
  }

  /** Reports what has happened. */
  report(input: ReadInput): void {
    for (const effect of this.step(input)) this.#obey(effect);
    this.#finish();
  }

  /**
   * Reports what has happened in a task. Microtasks run between two events, as on a platform that calls each listener
   * with nothing else on the stack.
   */
  reportInTask(input: ReadInput): void {
    this.#obeyInTask(this.step(input));
  }

  /** Has the model take it: gives the effects, none of which is carried out yet. */
  protected step(input: ReadInput): readonly ConnectionEffect[] {
    const before = this.connection;
    const { connection, effects } = withReadings(this.#stack.readings, () => stepWith(before, input));
    this.connection = connection;
    this.#unfinished++;
    this.#stack.changed(before, connection);
    return effects;
  }

  #obeyInTask(effects: readonly ConnectionEffect[], from = 0): void {
    for (let index = from; index < effects.length; index++) {
      const effect = effects[index] as ConnectionEffect;
      this.#obey(effect);
      const isLast = index === effects.length - 1;
      if (!isLast && firesEvents.has(effect.type) && afterMicrotasks !== null) {
        afterMicrotasks(() => this.#obeyInTask(effects, index + 1));
        return;
      }
    }
    this.#finish();
  }

  #finish(): void {
    this.#unfinished--;
    if (this.#unfinished > 0) return;
    const before = this.#carriedOut;
    this.#carriedOut = this.connection;
    this.#stack.carriedOut(before, this.connection);
  }

  #obey(effect: ConnectionEffect): void {
    if (this.#settles(effect)) this.#stack.log.settled(effect.call as number, effect, this.connection);
    switch (effect.type) {
      case "return":
      case "throw":
        this.#ended.set(effect.call as number, effect);
        return;
      case "resolve":
        this.#settle(effect.call)?.resolve(effect.value === null ? undefined : { ...effect.value });
        return;
      case "reject":
        this.#settle(effect.call)?.reject(this.#stack.exceptionOf(effect.rejection));
        return;
      case "react": {
        const { operation } = effect;
        // After the application's own reactions, which the settlement has queued.
        Promise.resolve().then(() => this.report({ type: "reaction", operation }));
        return;
      }
      case "queue-task": {
        const { task } = effect;
        const kind = waiting(this.connection.tasks).find(({ id }) => id === task)?.kind;
        this.#stack.clock.queueTask(() => this.reportInTask({ type: "task", task }), kind);
        return;
      }
      case "start":
        this.#start(effect.operation, effect.work);
        return;
      default:
        this.#stack.carryOut(effect);
        if (effect.type === "destroy-ice-agent") this.#open.clear();
    }
  }

  // Nothing is left to settle where a handler of the same task has closed the connection.
  #settles(effect: ConnectionEffect): effect is SettlingEffect {
    if (effect.type === "return" || effect.type === "throw") return true;
    return (effect.type === "resolve" || effect.type === "reject") && this.#open.has(effect.call as number);
  }

  #settle(call: string | number): OpenPromise | undefined {
    const open = this.#open.get(call as number);
    this.#open.delete(call as number);
    return open;
  }

  #start(operation: number, work: Work): void {
    this.#stack.clock.queueTask(() => {
      const first = firstWaiting(this.connection.operations);
      // Closed in the meantime.
      if (first?.id !== operation) return;
      const end = withReadings(this.#stack.readings, () => this.#stack.doWork(work, first.action.kind));
      this.reportInTask({ ...end, operation });
    }, work.kind);
  }
}

function callInput(call: number, method: MethodCall): ReadInput {
  return { type: "call", call, run: readArguments(method.method, { ...method }) };
}
