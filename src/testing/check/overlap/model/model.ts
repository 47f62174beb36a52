import { returnsPromise } from "../../../../connection/calls/methods.ts";
import type { Connection } from "../../../../connection/connection.ts";
import type { ConnectionEffect } from "../../../../connection/effect.ts";
import type { ConnectionInput } from "../../../../connection/input.ts";
import type { Operation, Progress } from "../../../../connection/operation.ts";
import { stepConnection } from "../../../../connection/step.ts";
import { firstWaiting } from "../../../../connection/structure/queue.ts";
import type { SignalingState } from "../../../../signaling/transition-table.ts";
import type { Abilities } from "../abilities.ts";
import { methodProvision, operationProvision } from "./exercised.ts";

/** An effect that a script must see and has not seen yet. */
export type DueEffect = Extract<
  ConnectionEffect,
  { readonly type: "resolve" | "reject" | "signalingstatechange" | "track" }
>;

/** The settlement of a call. */
export type DueSettlement = Extract<DueEffect, { readonly type: "resolve" | "reject" }>;

/** What a call gives at once. */
export type Returned = Extract<ConnectionEffect, { readonly type: "return" | "throw" }>;

/** The input for the end of a piece of work, by its operation's number. */
export type EndOfWork = (operation: number) => ConnectionInput;

/** The turn of a call: what of the specification it exercises, and the signaling state that it finds. */
export interface CallTurn {
  readonly provision: string;
  readonly before: SignalingState;
}

/**
 * The connection that an implementation must be, run beside it. It goes on as far as what was seen shows: work ends when an
 * effect of its end is seen, because when it ends is free; tasks keep their order.
 */
export class Model {
  connection: Connection;
  /** What must be seen next, in this order; negotiationneeded is counted apart, as its task is one of its own. */
  readonly due: DueEffect[] = [];
  negotiationsDue = 0;
  /** The work that the implementation does in parallel; null where nothing is under way. */
  work: Extract<ConnectionEffect, { readonly type: "start" }> | null = null;
  /** What was exercised last. */
  exercised = "new-connection";
  /** Has the connection been changed while the description under way was created? */
  private changedMeanwhile = false;
  private readonly turns = new Map<unknown, CallTurn>();
  private readonly tasks: number[] = [];
  private readonly reactions = new Map<unknown, number>();

  private readonly abilities: Abilities;

  /** @param abilities the events that are listened to: others are not due */
  constructor(connection: Connection, abilities: Abilities) {
    this.connection = connection;
    this.abilities = abilities;
  }

  /** The operation that is being executed; undefined where the chain is empty. */
  get operation(): Operation | undefined {
    return firstWaiting(this.connection.operations);
  }

  /** Goes on by an input. Gives what a call gives at once; null where it gives a promise. */
  take(input: ConnectionInput): Returned | null {
    const { connection, effects } = stepConnection(this.connection, input);
    const turn = this.turnOf(input);
    if (turn !== null) this.exercised = turn.provision;
    this.connection = connection;
    let returned: Returned | null = null;
    for (const effect of effects) {
      if (effect.type === "return" || effect.type === "throw") returned = effect;
      else if (effect.type === "negotiationneeded") this.negotiationsDue += this.abilities.negotiationneeded ? 1 : 0;
      else if (effect.type === "start") this.work = effect;
      else if (effect.type === "queue-task") this.tasks.push(effect.task);
      else if (effect.type === "react") this.reactions.set(this.operation?.call, effect.operation);
      else if (this.isSeen(effect)) this.due.push(effect);
    }
    this.noteTurn();
    if (this.isClosed) this.forget();
    // Only a microtask lies before what was refused as it was executed; what close() overtakes in it is left free.
    else if (this.connection.progress?.phase === "decided") this.react(this.operation?.call);
    return returned;
  }

  /** The turn of a call; undefined where it has not come. */
  turn(call: unknown): CallTurn | undefined {
    return this.turns.get(call);
  }

  get isClosed(): boolean {
    return this.connection.session.signalingState === "closed";
  }

  /** Runs the tasks that are queued. Gives whether there were any. */
  runTasks(): boolean {
    const any = this.tasks.length > 0;
    for (let task = this.tasks.shift(); task !== undefined; task = this.tasks.shift())
      this.take({ type: "task", task });
    return any;
  }

  /** Goes on, by queued tasks and then by the end of its work, until that holds or nothing shows how its work has ended. */
  advance(until: () => boolean, end: () => EndOfWork | null): void {
    // A description may be created or applied again.
    for (let rounds = 0; rounds < 16 && !until(); rounds++) {
      if (this.runTasks()) continue;
      const input = this.work === null ? null : end();
      if (input === null) return;
      this.endWork(input);
    }
  }

  private endWork(end: EndOfWork): void {
    const operation = this.work?.operation ?? -1;
    const { progress } = this.connection;
    this.work = null;
    this.take(end(operation));
    if (progress?.phase === "creating") this.noteChanges(progress);
  }

  // When it was created is not seen: the change may have come before or after that. So nothing is known of whether what was
  // created still represents the connection, and setLocalDescription() may set it or create another.
  private noteChanges({ type, modified }: Extract<Progress, { readonly phase: "creating" }>): void {
    const isCreated = !modified;
    if (isCreated && this.changedMeanwhile) {
      const stale = type === "offer" ? { offerStale: true } : { answerStale: true };
      this.connection = { ...this.connection, created: { ...this.connection.created, ...stale } };
    }
    this.changedMeanwhile = modified;
  }

  /** The application's reactions to that call's settlement have run. */
  react(call: unknown): void {
    const operation = this.reactions.get(call);
    if (operation === undefined) return;
    this.reactions.delete(call);
    this.take({ type: "reaction", operation });
  }

  // What an input is about: the call itself where it returns at once, else the operation that is being executed.
  private turnOf(input: ConnectionInput): CallTurn | null {
    const before = this.connection.session.signalingState;
    if (input.type === "call" && !returnsPromise(input.method)) {
      const turn = { provision: methodProvision(input.method), before };
      this.turns.set(input.call, turn);
      return turn;
    }
    const ends = ["created", "applied", "failed", "task"].includes(input.type);
    const provision = ends ? operationProvision(this.connection) : null;
    return provision === null ? null : { provision, before };
  }

  // The operation that is executed now, if it was not before.
  private noteTurn(): void {
    const { operation, connection } = this;
    if (operation === undefined || this.turns.has(operation.call)) return;
    const provision = operationProvision(connection);
    if (provision === null) return;
    this.turns.set(operation.call, { provision, before: connection.session.signalingState });
    // What is refused at once has had its turn.
    if (connection.progress?.phase === "settled") this.exercised = provision;
  }

  // close() ends everything: what was due before is not due any more, but for the refusals that do not go through the chain.
  private forget(): void {
    this.work = null;
    this.negotiationsDue = 0;
    this.tasks.length = 0;
    this.reactions.clear();
  }

  private isSeen(effect: ConnectionEffect): effect is DueEffect {
    const { type } = effect;
    if (type === "resolve" || type === "reject") return true;
    return (
      (type === "signalingstatechange" && this.abilities.signalingstatechange) ||
      (type === "track" && this.abilities.track)
    );
  }
}

/** Is it the settlement of a call? */
export function isSettlement(effect: DueEffect): effect is DueSettlement {
  return effect.type === "resolve" || effect.type === "reject";
}
