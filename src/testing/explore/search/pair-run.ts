import type { IceGeneration } from "../../../fake/network/ice/ice-transport.ts";
import { Network } from "../../../fake/network/network.ts";
import { TraceRecorder } from "../../../fake/world/trace-recorder.ts";
import type { SignalingState } from "../../../signaling/transition-table.ts";
import { violationsOfOwn } from "../own-property.ts";
import { messageName } from "../side/message.ts";
import { ExploredSide, type SidePlan } from "../side/side.ts";
import type { CodeViolation, SideTurn } from "../side/turn.ts";
import { choicesOfPair, faultOf, type OneFault, type PairChoice, type SideName } from "./both-sides.ts";
import type { AskedProperties } from "./breadth-first.ts";
import { packetsOf } from "./packet-numbers.ts";
import { violationsAtCodeRest } from "./rest.ts";

/** One step of a trace: who did what, what came of it, and the states after it. */
export interface TraceStep {
  readonly who: SideName;
  readonly what: string;
  /** What the messages are about that arrived, or were lost. */
  readonly received: readonly string[];
  /** The methods that were called to create or set a description. */
  readonly calls: readonly string[];
  /** Calls, how they ended, states that were reached and messages that were sent, in their order. */
  readonly effects: readonly string[];
  readonly states: Readonly<Record<SideName, SignalingState>>;
}

/** What a run of both sides needs. */
export interface PairPlan {
  readonly sides: Readonly<Record<SideName, SidePlan>>;
  readonly faults: readonly OneFault[];
  readonly asked: AskedProperties;
  /** Do the transports of both sides find each other? */
  readonly connects: boolean;
}

/** Both sides at once, along one schedule. */
export class PairRun {
  readonly steps: TraceStep[] = [];
  readonly choices: PairChoice[] = [];
  readonly sights = new Set<string>();
  violation: CodeViolation | null = null;
  readonly #plan: PairPlan;
  readonly #recorder = new TraceRecorder(null);
  readonly #sides: Readonly<Record<SideName, ExploredSide>>;
  readonly #turns: Partial<Record<SideName, SideTurn>> = {};
  readonly #underWay: Record<SideName, (readonly string[])[]> = { a: [], b: [] };
  #faults: readonly OneFault[];

  constructor(plan: PairPlan) {
    this.#plan = plan;
    this.#faults = plan.faults;
    const shared = new Network<IceGeneration>();
    const side = (name: SideName) =>
      new ExploredSide(plan.sides[name], plan.connects ? shared : new Network(), this.#recorder);
    this.#sides = { a: side("a"), b: side("b") };
  }

  async begin(): Promise<void> {
    for (const name of ["a", "b"] as const) this.#taken(name, await this.#sides[name].start());
    this.#judge(this.#turn("a").violations.concat(this.#turn("b").violations));
  }

  /** What may come next, the ordinary first; nothing after a violation. */
  next(): readonly PairChoice[] {
    if (this.violation !== null) return [];
    const { a, b } = this.#underWay;
    const turns = this.#refreshed();
    return choicesOfPair(turns, { a: a.length, b: b.length }, this.#faults);
  }

  async take(choice: PairChoice): Promise<void> {
    const { side: name, kind } = choice;
    this.choices.push(choice);
    const fault = faultOf(choice);
    if (fault !== null) this.#faults = this.#faults.filter((other) => other !== fault);
    const [messages = []] = this.#underWay[name];
    if (kind === "deliver" || kind === "lose") this.#underWay[name].shift();
    if (kind === "lose") {
      this.#step(name, "loses what was sent to it", messages, null);
      return this.#judge([]);
    }
    const turn = await this.#sides[name].take(kind === "turn" ? choice.choice : { kind: "message", messages });
    this.#taken(name, turn);
    const what = kind === "duplicate" ? `${turn.what}, which will arrive again` : turn.what;
    this.#step(name, what, kind === "turn" ? [] : messages, turn);
    this.#judge(turn.violations);
  }

  /** A dump that `jsep-machine replay` reads. */
  dump(): string {
    return this.#recorder.toText();
  }

  #turn(name: SideName): SideTurn {
    return this.#turns[name] as SideTurn;
  }

  // A turn of one side may queue tasks at the other, where the transports find each other.
  #refreshed(): Readonly<Record<SideName, SideTurn>> {
    const { a, b } = this.#sides;
    return { a: a.refreshed(this.#turn("a")), b: b.refreshed(this.#turn("b")) };
  }

  #taken(name: SideName, turn: SideTurn): void {
    this.#turns[name] = turn;
    const other = name === "a" ? "b" : "a";
    this.#underWay[other].push(...packetsOf(turn.sent, this.#plan.sides[name].candidates));
    for (const sight of turn.sights) this.sights.add(sight);
  }

  #step(who: SideName, what: string, messages: readonly string[], turn: SideTurn | null): void {
    const stateOf = (name: SideName) => this.#turn(name).connections.at(-1)?.session.signalingState ?? "stable";
    const received = messages.map(messageName);
    const { calls = [], notes: effects = [] } = turn ?? {};
    this.steps.push({ who, what, received, calls, effects, states: { a: stateOf("a"), b: stateOf("b") } });
  }

  #judge(violations: readonly CodeViolation[]): void {
    const { a, b } = this.#refreshed();
    const { own, except } = this.#plan.asked;
    const isAtRest = this.#underWay.a.length + this.#underWay.b.length === 0 && a.isIdle && b.isIdle;
    const found = [
      ...violations,
      ...violationsOfOwn(own, "state", a, b),
      ...(isAtRest ? [...violationsAtCodeRest(a, b, except), ...violationsOfOwn(own, "rest", a, b)] : []),
    ];
    if (isAtRest) this.sights.add("rest");
    this.violation = found[0] ?? null;
  }
}
