import type { Connection } from "../../../src/entries/connection.ts";
import type { FakeWorld } from "../../../src/entries/fake.ts";
import { close, type Description, type Rejection, type Session } from "../../../src/entries/index.ts";
import { parseSdp } from "../../../src/entries/sdp.ts";
import type { Driver } from "../../../src/fake/driver/driver.ts";
import { doWork } from "../../../src/fake/peer-connection/do-work.ts";
import type { HeldPeerConnection } from "../../../src/fake/peer-connection/held-peer-connection.ts";
import { peerConnectionInterface } from "../../../src/fake/peer-connection/peer-connection-interface.ts";
import { heldBy } from "../../../src/fake/web-idl/interface.ts";
import { readOnce, sideOf, typeOf } from "../simulated/decide.ts";
import { changeOf, type FaultName } from "../simulated/faults.ts";
import { laterTask } from "../simulated/later-task.ts";
import { type Action, type Call, type CallName, type Maker, type Plan, planOf } from "../simulated/plan.ts";
import type { Played } from "../simulated/script.ts";

type Change = ReturnType<typeof changeOf>;

interface Settle {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface WorldPeerConnection extends Played {
  readonly remoteDescription: Played["localDescription"];
  onsignalingstatechange: unknown;
  createDataChannel(label: string): unknown;
}

/** How to make a peer connection. */
export interface FaultyOptions {
  /** In what it is to be wrong; right in everything without. */
  readonly fault?: FaultName | undefined;
}

/**
 * The world's RTCPeerConnection, with a fault or without. With one, the fake carries out each call as ever, one after the
 * other; what it did is taken for a plan, which the fault changes, and what comes of that is put into the fake: its session,
 * its events, its promise.
 */
export function faultyClass(world: FakeWorld) {
  const PeerConnection = world.RTCPeerConnection as unknown as new () => WorldPeerConnection;

  return class FaultyPeerConnection extends PeerConnection {
    readonly #held = heldBy(peerConnectionInterface, this) as HeldPeerConnection;
    readonly #maker = makerOf(this.#held);
    /** Null without a fault. */
    readonly #change: Change | null;
    /** The calls before, where there is a fault. */
    #calls: Promise<void> = Promise.resolve();
    /** What the fake does about the call under way; null where none is. */
    #done: Action[] | null = null;

    constructor({ fault }: FaultyOptions = {}) {
      super();
      this.#change = fault === undefined ? null : changeOf(fault);
      if (fault !== undefined) failOnUnreadable(this.#held);
    }

    /** Of the o= lines of its descriptions. */
    get origin(): string {
      return this.#held.sessionId;
    }

    override createOffer(): Promise<Description> {
      return this.#carryOut("createOffer", [], () => super.createOffer());
    }

    override createAnswer(): Promise<Description> {
      return this.#carryOut("createAnswer", [], () => super.createAnswer());
    }

    override setLocalDescription(...args: [description?: unknown]): Promise<void> {
      return this.#carryOut("setLocalDescription", args, (...read) => super.setLocalDescription(...read));
    }

    override setRemoteDescription(...args: [description?: unknown]): Promise<void> {
      return this.#carryOut("setRemoteDescription", args, (...read) => super.setRemoteDescription(...read));
    }

    override close(): void {
      const call = this.#call("close", undefined);
      const plan = planOf(close(call.before), call);
      for (const action of this.#change?.(plan, call) ?? plan) {
        if (action.do === "become") super.close();
        if (action.do === "fire") super.dispatchEvent(new Event("signalingstatechange"));
      }
    }

    override dispatchEvent(event: Event): boolean {
      if (this.#done === null || event.type !== "signalingstatechange") return super.dispatchEvent(event);
      this.#done.push({ do: "become", session: this.#session }, { do: "fire" });
      return true;
    }

    get #isClosed(): boolean {
      return this.#session.signalingState === "closed";
    }

    get #session(): Session {
      return this.#held.driver.connection.session;
    }

    #call(name: CallName, description: unknown): Call {
      const before = this.#session;
      const type = typeOf(name, description, before);
      return { name, description, before, side: sideOf(name), type, maker: this.#maker };
    }

    // biome-ignore lint/suspicious/noExplicitAny: arguments of any kind are passed on
    #carryOut(name: CallName, args: readonly unknown[], run: (...read: any[]) => Promise<unknown>): Promise<never> {
      const change = this.#change;
      if (change === null) return run(...args) as Promise<never>;
      const read = args.map(readOnce);
      return new Promise((resolve, reject) => {
        const settle = { resolve: resolve as (value: unknown) => void, reject };
        const operate = () => this.#operate(this.#call(name, read[0]), change, () => run(...read), settle);
        // A closed connection refuses at once, and what close() overtakes never settles.
        if (this.#isClosed) operate();
        else this.#calls = this.#calls.then(() => (this.#isClosed ? undefined : operate()));
      });
    }

    async #operate(call: Call, change: Change, run: () => Promise<unknown>, settle: Settle): Promise<void> {
      const { connection } = this.#held.driver;
      const done: Action[] = [];
      this.#done = done;
      const settlement = await run().then(
        (value): Action => ({ do: "resolve", value }),
        (error): Action => ({ do: "reject", error, rejection: (error.cause ?? null) as Rejection | null }),
      );
      this.#done = null;
      const last = [...done].reverse().find((action) => action.do === "become")?.session ?? call.before;
      const moves: Plan = last === this.#session ? [] : [{ do: "become", session: this.#session }];
      await this.#perform(change([...done, ...moves, settlement], call), connection, settle);
    }

    async #perform(plan: Plan, before: Connection, settle: Settle): Promise<void> {
      if (plan.some((action) => action.do === "become")) this.#become(before.session);
      else this.#restore(before);
      for (const action of plan) {
        if (this.#isClosed && before.session.signalingState !== "closed") return;
        if (action.do === "wait") await laterTask();
        if (action.do === "become") this.#become(action.session);
        if (action.do === "fire") super.dispatchEvent(new Event("signalingstatechange"));
        if (action.do === "resolve") settle.resolve(action.value);
        if (action.do === "reject") settle.reject(action.error);
      }
    }

    #become(session: Session): void {
      const { driver } = this.#held;
      if (driver.connection.session !== session) driver.connection = { ...driver.connection, session };
    }

    // What the call has changed is as it was; the operations chain goes on.
    #restore(before: Connection): void {
      const { driver } = this.#held;
      if (driver.connection.session === before.session) return;
      const { operations, progress, tasks, next } = driver.connection;
      driver.connection = { ...before, operations, progress, tasks, next };
    }
  };
}

// A fault may have let SDP pass that cannot be read: nothing can be created then.
function failOnUnreadable(held: { environment: HeldPeerConnection["environment"]; readonly driver: Driver }): void {
  const { environment } = held;
  const isReadable = () => parseSdp(held.driver.connection.session.pendingRemoteDescription?.sdp ?? empty).ok;
  const takeFailure: typeof environment.takeFailure = (...operation) =>
    environment.takeFailure(...operation) || !isReadable();
  held.environment = { ...environment, takeFailure };
}

const empty = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";

/** Creates descriptions as the fake does, also where the fake would not. */
function makerOf(held: HeldPeerConnection): Maker {
  const create = (type: "offer" | "answer"): string => {
    const work =
      type === "offer" ? ({ kind: "create-offer", iceRestart: false } as const) : ({ kind: "create-answer" } as const);
    const end = doWork(held, work, type === "offer" ? "createOffer" : "createAnswer");
    return end.type === "created" ? end.sdp : "";
  };
  return {
    create: (type, { signalingState }) =>
      type === "answer" && held.driver.connection.session.signalingState !== signalingState
        ? create("offer").replaceAll("a=setup:actpass", "a=setup:active")
        : create(type),
    isAnswerStale: () => held.driver.connection.created.answerStale,
  };
}
