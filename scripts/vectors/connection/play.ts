import { isDeepStrictEqual } from "node:util";
import type { ConnectionOptions, Input, MethodCall, Work } from "../../../src/entries/connection.ts";
import { type Connection, createConnection, step } from "../../../src/entries/connection.ts";
import { describeAnswer, describeOffer } from "../../../src/exploration/sdp/create-descriptions.ts";
import { type ConnectionCase, visibleState, type WrittenStep, writtenStep } from "./written.ts";

/** What a stack has yet to report. */
type Pending =
  | { readonly kind: "reaction" | "task"; readonly number: number }
  | { readonly kind: "work"; readonly number: number; readonly work: Work };

/** How a play departs from what usually happens. */
export interface Departure {
  /** After so many inputs, the connection is closed. */
  readonly closeAfter?: number;
  /** The n-th piece of work, from 0, fails. */
  readonly failing?: number;
  /** Changes what was created. */
  readonly edit?: (sdp: string) => string;
}

class Closed extends Error {}

/** A connection, a stack that does what the effects ask for, and the record of both. */
export class Play {
  readonly steps: WrittenStep[] = [];
  connection: Connection;
  readonly #options: ConnectionOptions;
  readonly #departure: Departure;
  readonly #open = new Set<unknown>();
  readonly #refusals: string[] = [];
  #pending: Pending[] = [];
  #calls = 0;
  #works = 0;
  #generation = 1;

  constructor(options: ConnectionOptions = {}, departure: Departure = {}) {
    this.#options = options;
    this.#departure = departure;
    this.connection = createConnection(options);
  }

  /** The last transceiver that was created. */
  get last(): number {
    return this.connection.next.transceiver - 1;
  }

  /** How many pieces of work have ended. */
  get works(): number {
    return this.#works;
  }

  /** Makes a call; what follows from it waits. */
  begin(call: MethodCall): this {
    const id = ++this.#calls;
    this.#open.add(id);
    this.report({ type: "call", call: id, ...call });
    return this;
  }

  /** Makes a call, and does all that follows. */
  call(call: MethodCall): this {
    return this.begin(call).settle();
  }

  /** Does all that waits. */
  settle(): this {
    while (this.#pending.length > 0) this.next();
    return this;
  }

  /** Forgets the work that was reported by hand, and does the rest. */
  drain(): this {
    this.#pending = this.#pending.filter(({ kind }) => kind !== "work");
    return this.settle();
  }

  /** Does what waits next: reactions first, the rest in its order. */
  next(): this {
    const reaction = this.#pending.findIndex(({ kind }) => kind === "reaction");
    const [pending] = this.#pending.splice(Math.max(reaction, 0), 1);
    if (pending === undefined) throw new Error("Nothing waits");
    const { number } = pending;
    if (pending.kind === "work") this.#end(number, pending.work);
    else if (pending.kind === "task") this.report({ type: "task", task: number });
    else this.report({ type: "reaction", operation: number });
    return this;
  }

  /** Gives an input. */
  report(input: Input): this {
    if (this.steps.length === this.#departure.closeAfter && input.type !== "call")
      this.#pending.unshift(...back(input));
    if (this.steps.length === this.#departure.closeAfter) throw new Closed();
    this.#give(input);
    return this;
  }

  /** Plays; where the departure closes the connection in between, what waits is reported nevertheless, too late. */
  play(script: (play: Play) => void): this {
    try {
      script(this);
    } catch (error) {
      if (!(error instanceof Closed)) throw error;
      this.#give({ type: "call", call: "close", method: "close" });
      for (const { kind, number } of this.#pending) {
        if (kind === "task") this.#give({ type: "task", task: number });
        else this.#give(kind === "work" ? { type: "applied", operation: number } : { type: kind, operation: number });
      }
    }
    return this;
  }

  /** Where it has led: the signaling state, and the codes of the refusals. */
  get verdict(): string {
    return [this.connection.session.signalingState, ...this.#refusals].join(", ");
  }

  /** The case; throws where the verdict is not the one written by hand, or a promise was forgotten. */
  case(id: string, verdict: string | null): ConnectionCase {
    const verdictFound = this.verdict;
    const fits = verdict?.endsWith(", …") ? verdictFound.startsWith(verdict.slice(0, -1)) : verdictFound === verdict;
    if (verdict !== null && !fits) throw new Error(`${id}: must be ${verdict}, and is ${verdictFound}`);
    if (this.connection.session.signalingState !== "closed" && this.#open.size > 0)
      throw new Error(`${id}: the calls ${[...this.#open]} are not settled`);
    return { id, options: this.#options, steps: this.steps, after: { a: visibleState(this.connection) } };
  }

  #give(input: Input): void {
    const before = this.connection;
    const stepped = step(before, input);
    this.connection = stepped.connection;
    this.steps.push(writtenStep("a", input, before, stepped));
    if (input.type === "failed") requireUnchanged(before, this.connection);
    for (const effect of stepped.effects) {
      if (effect.type === "queue-task") this.#pending.push({ kind: "task", number: effect.task });
      else if (effect.type === "react") this.#pending.push({ kind: "reaction", number: effect.operation });
      else if (effect.type === "start")
        this.#pending.push({ kind: "work", number: effect.operation, work: effect.work });
      else if ("call" in effect) this.#settled(effect.call, before);
      if ("rejection" in effect) this.#refusals.push(effect.rejection.code);
    }
  }

  #settled(call: unknown, before: Connection): void {
    const late = before.session.signalingState === "closed" && call !== this.#calls;
    if (call !== "close" && (late || !this.#open.delete(call))) throw new Error(`The call ${call} is settled again`);
  }

  #end(operation: number, work: Work): void {
    const { failing, edit = (sdp: string) => sdp } = this.#departure;
    if (this.#works++ === failing) this.report({ type: "failed", operation, message: "no resources" });
    else if (work.kind === "create-offer" || work.kind === "create-answer") {
      const describe = work.kind === "create-offer" ? describeOffer : describeAnswer;
      this.report({ type: "created", operation, sdp: edit(describe(this.connection, this.#usernameFragment(work))) });
    } else this.report({ type: "applied", operation });
  }

  // New credentials where those in use are to be replaced, and where the other peer has restarted.
  #usernameFragment(work: Work): string {
    const { mediaDescriptions: described, localIceCredentialsToReplace } = this.connection;
    const local = described.pendingLocalDescription ?? described.currentLocalDescription;
    const inUse = local?.sections.find(({ iceCredentials }) => iceCredentials !== null)?.iceCredentials;
    const replaced = localIceCredentialsToReplace.some((one) => one.usernameFragment === inUse?.usernameFragment);
    const remote = [described.currentRemoteDescription, described.pendingRemoteDescription].map(
      (one) => one?.sections.find(({ iceCredentials }) => iceCredentials !== null)?.iceCredentials?.usernameFragment,
    );
    const restarted = remote[0] !== undefined && remote[1] !== undefined && remote[0] !== remote[1];
    const asked = work.kind === "create-offer" && work.iceRestart;
    if (inUse && (asked || replaced || restarted)) this.#generation++;
    return `a00${this.#generation}`;
  }
}

function back(input: Input): readonly Pending[] {
  if (input.type === "task") return [{ kind: "task", number: input.task }];
  if (input.type === "reaction") return [{ kind: "reaction", number: input.operation }];
  if (input.type === "created" || input.type === "applied" || input.type === "failed")
    return [{ kind: "work", number: input.operation, work: { kind: "create-answer" } }];
  return [];
}

// But for the chain, whose promise is settled.
function requireUnchanged(before: Connection, after: Connection): void {
  const { progress: _, operations: __, tasks: ___, next: ____, ...slots } = before;
  if (!isDeepStrictEqual({ ...after, ...slots }, after)) throw new Error("A failure has changed the connection");
}
