// A stack for the tests: carries out what the connection says, as far as a test wants it to.
import {
  type CallRejection,
  type Connection,
  type ConnectionOptions,
  type ConnectionRejection,
  createConnection,
  type Effect,
  type Input,
  type MethodCall,
  step,
  type Transceiver,
  transceiversOf,
  type Work,
} from "../../../src/entries/connection.ts";
import { describeAnswer, describeOffer } from "../../../src/exploration/sdp/create-descriptions.ts";

/** A connection, and what waits. */
export class Stack {
  connection: Connection;
  /** Every effect so far. */
  readonly effects: Effect[] = [];
  readonly tasks: number[] = [];
  readonly reactions: number[] = [];
  work: { operation: number; work: Work } | null = null;
  usernameFragment: string;

  constructor(options: ConnectionOptions = {}, usernameFragment = "frag") {
    this.connection = createConnection(options);
    this.usernameFragment = usernameFragment;
  }

  /** Gives an input; gives its effects. */
  feed(input: Input): readonly Effect[] {
    const { connection, effects } = step(this.connection, input);
    this.connection = connection;
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.type === "queue-task") this.tasks.push(effect.task);
      if (effect.type === "react") this.reactions.push(effect.operation);
      if (effect.type === "start") this.work = { operation: effect.operation, work: effect.work };
    }
    return effects;
  }

  /** Calls a method. The call's id is the method's name, unless another is given. */
  call(method: MethodCall, call: string = method.method): readonly Effect[] {
    return this.feed({ type: "call", call, ...method });
  }

  /** Ends the work under way as it should end. */
  endWork(): readonly Effect[] {
    const { work: current } = this;
    if (current === null) throw new Error("no work is under way");
    this.work = null;
    const { operation, work } = current;
    if (work.kind === "create-offer" || work.kind === "create-answer") {
      const describe = work.kind === "create-offer" ? describeOffer : describeAnswer;
      return this.feed({ type: "created", operation, sdp: describe(this.connection, this.usernameFragment) });
    }
    return this.feed({ type: "applied", operation });
  }

  /** Has the work under way fail. */
  failWork(message = "out of memory"): readonly Effect[] {
    const operation = this.work?.operation ?? -1;
    this.work = null;
    return this.feed({ type: "failed", operation, message });
  }

  runTask(): readonly Effect[] {
    return this.feed({ type: "task", task: this.tasks.shift() ?? -1 });
  }

  runReaction(): readonly Effect[] {
    return this.feed({ type: "reaction", operation: this.reactions.shift() ?? -1 });
  }

  /** Runs everything that waits, and what comes of it. Gives the effects of all. */
  settle(): readonly Effect[] {
    const from = this.effects.length;
    for (let rounds = 0; this.reactions.length + this.tasks.length > 0 || this.work !== null; rounds++) {
      if (rounds > 100_000) throw new Error("it never ends");
      if (this.reactions.length > 0) this.runReaction();
      else if (this.tasks.length > 0) this.runTask();
      else this.endWork();
    }
    return this.effects.slice(from);
  }

  /** Calls a method, and runs everything that comes of it. */
  do(method: MethodCall, call?: string): readonly Effect[] {
    return [...this.call(method, call), ...this.settle()];
  }

  get transceivers(): readonly Transceiver[] {
    return transceiversOf(this.connection);
  }

  transceiver(place = 0): Transceiver {
    const transceiver = this.transceivers[place];
    if (transceiver === undefined) throw new Error(`there is no transceiver ${place}`);
    return transceiver;
  }

  get signalingState(): string {
    return this.connection.session.signalingState;
  }

  get localDescription() {
    const { pendingLocalDescription, currentLocalDescription } = this.connection.session;
    return pendingLocalDescription ?? currentLocalDescription;
  }
}

/** One offers, the other answers. */
export function negotiate(offerer: Stack, answerer: Stack): void {
  succeed(offerer.do({ method: "setLocalDescription" }));
  succeed(answerer.do({ method: "setRemoteDescription", description: offerer.localDescription }));
  succeed(answerer.do({ method: "setLocalDescription" }));
  succeed(offerer.do({ method: "setRemoteDescription", description: answerer.localDescription }));
}

function succeed(effects: readonly Effect[]): void {
  const [refused] = only(effects, "reject");
  if (refused !== undefined) throw new Error(refused.rejection.message);
}

/** Two connections. */
export function pair(options: ConnectionOptions = {}): { a: Stack; b: Stack } {
  return { a: new Stack(options, "aaaa"), b: new Stack(options, "bbbb") };
}

/** The types of effects, in order. */
export function typesOf(effects: readonly Effect[]): readonly string[] {
  return effects.map(({ type }) => type);
}

/** The effects of one type. */
export function only<Type extends Effect["type"]>(
  effects: readonly Effect[],
  type: Type,
): readonly (Effect & { readonly type: Type })[] {
  return effects.filter((effect): effect is Effect & { readonly type: Type } => effect.type === type);
}

/** The rejection that a call was settled with. */
export function refusalIn(effects: readonly Effect[]): ConnectionRejection {
  const refused = effects.find((effect) => effect.type === "throw" || effect.type === "reject");
  if (refused === undefined || !("rejection" in refused)) throw new Error(`nothing was refused: ${typesOf(effects)}`);
  return refused.rejection;
}

/** Its error and code. */
export function codeIn(effects: readonly Effect[]): readonly [string, CallRejection["code"] | string] {
  const { error, code } = refusalIn(effects);
  return [error, code];
}
