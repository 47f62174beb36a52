import type { Connection } from "../../../src/entries/connection.ts";
import type { FakeWorld } from "../../../src/entries/fake.ts";
import { close, type Rejection, type Session } from "../../../src/entries/index.ts";
import { doWork } from "../../../src/fake/peer-connection/do-work.ts";
import type { HeldPeerConnection } from "../../../src/fake/peer-connection/held-peer-connection.ts";
import { peerConnectionInterface } from "../../../src/fake/peer-connection/peer-connection-interface.ts";
import { heldBy } from "../../../src/fake/web-idl/interface.ts";
import { readOnce, sideOf, typeOf } from "../simulated/decide.ts";
import { changeOf, type FaultName } from "../simulated/faults.ts";
import { laterTask } from "../simulated/later-task.ts";
import { type Action, type Call, type CallName, type Maker, type Plan, planOf } from "../simulated/plan.ts";
import type { Played } from "../simulated/script.ts";

interface Settle {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface FakePeerConnection extends Played {
  createDataChannel(label: string): unknown;
}

/**
 * The world's RTCPeerConnection with a fault. The fake carries out each call as ever; what it did is taken for a plan, which
 * the fault changes, and what comes of that is put into the fake: its session, its events, its promise. For calls that are
 * made one after the other.
 */
export function faultyClass(world: FakeWorld, fault?: FaultName) {
  const change = changeOf(fault);
  const PeerConnection = world.RTCPeerConnection as unknown as new () => FakePeerConnection;

  return class FaultyPeerConnection extends PeerConnection {
    readonly #held = heldBy(peerConnectionInterface, this) as HeldPeerConnection;
    readonly #maker = makerOf(this.#held);
    /** What the fake does about the call under way; null where none is. */
    #done: Action[] | null = null;

    /** Of the o= lines of its descriptions. */
    get origin(): string {
      return this.#held.sessionId;
    }

    override createOffer(): Promise<never> {
      return this.#carryOut("createOffer", [], () => super.createOffer());
    }

    override createAnswer(): Promise<never> {
      return this.#carryOut("createAnswer", [], () => super.createAnswer());
    }

    override setLocalDescription(...args: unknown[]): Promise<never> {
      return this.#carryOut("setLocalDescription", args, (...read) => super.setLocalDescription(...read));
    }

    override setRemoteDescription(...args: unknown[]): Promise<never> {
      return this.#carryOut("setRemoteDescription", args, (...read) => super.setRemoteDescription(...read));
    }

    override close(): void {
      const call = this.#call("close", undefined);
      for (const action of change(planOf(close(call.before), call), call)) {
        if (action.do === "become") super.close();
        if (action.do === "fire") super.dispatchEvent(new Event("signalingstatechange"));
      }
    }

    override dispatchEvent(event: Event): boolean {
      if (this.#done === null || event.type !== "signalingstatechange") return super.dispatchEvent(event);
      this.#done.push({ do: "become", session: this.#session }, { do: "fire" });
      return true;
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
      const read = args.map(readOnce);
      const call = this.#call(name, read[0]);
      const { connection } = this.#held.driver;
      const done: Action[] = [];
      this.#done = done;
      return new Promise((resolve, reject) => {
        const end = (settlement: Action) => {
          this.#done = null;
          const last = [...done].reverse().find((action) => action.do === "become")?.session ?? call.before;
          const moves: Plan = last === this.#session ? [] : [{ do: "become", session: this.#session }];
          const plan = change([...done, ...moves, settlement], call);
          this.#perform(plan, connection, { resolve: resolve as (value: unknown) => void, reject });
        };
        run(...read).then(
          (value) => end({ do: "resolve", value }),
          (error) => end({ do: "reject", error, rejection: (error.cause ?? null) as Rejection | null }),
        );
      });
    }

    async #perform(plan: Plan, before: Connection, settle: Settle): Promise<void> {
      if (plan.some((action) => action.do === "become")) this.#become(before.session);
      else this.#restore(before);
      for (const action of plan) {
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
