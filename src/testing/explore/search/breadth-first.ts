import { inTurn } from "../../../fake/world/host-timing.ts";
import { type OwnProperty, violationsOfOwn } from "../own-property.ts";
import type { CodeViolation, SideTurn } from "../side/turn.ts";
import type { OneFault, PairChoice, SideName } from "./both-sides.ts";
import { choicesBeside } from "./exchange-pair.ts";
import { ExchangePairs } from "./exchange-pairs.ts";
import { ExchangingSide } from "./exchanging-side.ts";
import type { ExchangePair, MessageExchange, Offer } from "./message-exchange.ts";
import { PacketNumbers } from "./packet-numbers.ts";
import { violationsAtCodeRest } from "./rest.ts";
import { scheduleTo } from "./schedule-to.ts";
import type { SideHistories } from "./side-histories.ts";
import { deepest, type PairState, statesAt, statesOfDepth } from "./states-of-depth.ts";
import { type WaitingChoice, waitingChoices } from "./waiting-choice.ts";
import { firstWithoutRest } from "./without-rest.ts";

/** How far to search, and who hears how far it is. */
export interface SearchBounds {
  readonly states: number;
  /** How many choices a schedule may have. */
  readonly steps: number;
  /** Is the time up, or is the search to end for another reason? */
  isOver(): boolean;
  /** Is called now and then. */
  progress(states: number, depth: number): void;
}

/** The properties of one's own, and the built-in ones that need not hold. */
export interface AskedProperties {
  readonly own: readonly OwnProperty[];
  readonly except: ReadonlySet<string>;
}

/** A violation, with the choices that lead to it. */
export interface FoundViolation extends CodeViolation {
  readonly choices: readonly PairChoice[];
}

/** What a search in breadth has found. */
export interface PairSearch {
  readonly states: number;
  /** How many choices lead to the farthest of the states. */
  readonly depth: number;
  /** Were all states reached that can be? */
  readonly exhaustive: boolean;
  readonly sights: ReadonlySet<string>;
  readonly found: FoundViolation | null;
  /** Was it ended before it had come to its bounds? */
  readonly interrupted: boolean;
}

/** What is searched. */
export interface SearchPlan {
  readonly sides: Readonly<Record<SideName, SideHistories>>;
  readonly faults: readonly OneFault[];
  readonly asked: AskedProperties;
  readonly candidates: "together" | "apart";
}

/**
 * Searches all states of both sides, those that fewer choices lead to first: what is found has a shortest schedule.
 *
 * What a side does depends on the other side by the messages alone. So each side's histories are found by themselves, each
 * once; and which messages fit together is found for all histories that exchange the same ones. The states are the pairs of
 * histories whose messages fit. They are counted, and looked at only where a property asks for both sides.
 */
export function searchBreadthFirst(plan: SearchPlan, bounds: SearchBounds): Promise<PairSearch> {
  return new BreadthFirstSearch(plan, bounds).run();
}

class BreadthFirstSearch {
  readonly #plan: SearchPlan;
  readonly #bounds: SearchBounds;
  readonly #packets: PacketNumbers;
  readonly #sides: Readonly<Record<SideName, ExchangingSide>>;
  readonly #pairs: ExchangePairs;
  readonly #sights = new Set<string>();
  /** The choices that may be taken, by how many lead to their ends. */
  readonly #waiting: (WaitingChoice & { readonly side: SideName; readonly history: number })[][] = [];
  #taken = 0;
  #states = 0;
  #depth = 0;
  #isCut = false;

  constructor(plan: SearchPlan, bounds: SearchBounds) {
    this.#plan = plan;
    this.#bounds = bounds;
    const packets = new PacketNumbers(plan.candidates);
    this.#packets = packets;
    const numbers = { last: 0 };
    const side = (name: SideName) => new ExchangingSide(name, plan.sides[name], packets, numbers);
    this.#sides = { a: side("a"), b: side("b") };
    this.#pairs = new ExchangePairs((exchange, name, beside) => {
      for (const history of exchange.histories.flat()) this.#wait(exchange, history, name, beside);
    });
    const { a, b } = this.#sides;
    this.#pairs.add([
      {
        ...{ a: a.first, b: b.first, toA: packets.of(b.turn(0).sent), toB: packets.of(a.turn(0).sent) },
        ...{ faults: plan.faults, lost: 0, before: null, by: null },
      },
    ]);
  }

  async run(): Promise<PairSearch> {
    const { a, b } = this.#sides;
    const [atOnce] = [...a.turn(0).violations, ...b.turn(0).violations];
    if (atOnce !== undefined) return this.#result({ ...atOnce, choices: [] });
    if (a.turn(0).isCut || b.turn(0).isCut) this.#isCut = true;
    for (let depth = 0; depth < this.#waiting.length || depth <= deepest(this.#pairs.all); depth++) {
      if (depth > this.#bounds.steps) break;
      if (this.#states >= this.#bounds.states) {
        this.#isCut = true;
        return this.#result(null);
      }
      const found = (await this.#takeAll(depth)) ?? this.#judgeAll(depth);
      if (found === "over") return this.#result(null, true);
      const states = statesOfDepth(this.#pairs.all, depth);
      if (states > 0) this.#depth = depth;
      this.#states += states;
      if (found !== null) return this.#result(found);
    }
    return this.#result(this.#isCut ? null : this.#withoutRest());
  }

  /** Takes the choices to whose ends so many lead. */
  async #takeAll(depth: number): Promise<FoundViolation | "over" | null> {
    for (const { side: name, history, choice, key, packet } of this.#waiting[depth] ?? []) {
      const side = this.#sides[name];
      if (side.isTaken(history, key)) continue;
      if (this.#bounds.isOver()) return "over";
      this.#bounds.progress(this.#states, depth);
      // The host's own timers and events, such as an abort, have their turn.
      if (++this.#taken % 256 === 0) await new Promise<void>((resolve) => inTurn(resolve));
      const { turn, exchange, isNew, ...taken } = await side.take(history, choice, key, packet);
      for (const sight of turn.sights) this.#sights.add(sight);
      if (turn.isCut) this.#isCut = true;
      if (isNew) this.#pairs.follow(exchange);
      else for (const [offer, beside] of exchange.offers) this.#wait(exchange, taken.history, offer, beside);
      const [violation] = turn.violations;
      if (violation !== undefined) return { ...violation, choices: this.#scheduleToTurn(exchange, taken.history) };
    }
    return null;
  }

  /** Looks at the states of that depth in which a property asks for both sides. */
  #judgeAll(depth: number): FoundViolation | "over" | null {
    const { own, except } = this.#plan.asked;
    const looked = own.some(({ at }) => at === "state") ? statesAt(this.#pairs.all, depth, "anywhere") : [];
    for (const state of looked) {
      if (this.#bounds.isOver()) return "over";
      const [violation] = violationsOfOwn(own, "state", ...this.#turnsOf(state));
      if (violation !== undefined) return { ...violation, choices: this.#scheduleTo(state) };
    }
    for (const state of statesAt(this.#pairs.all, depth, "at rest")) {
      if (this.#bounds.isOver()) return "over";
      this.#sights.add("rest");
      const turns = this.#turnsOf(state);
      const [violation] = [...violationsAtCodeRest(...turns, except), ...violationsOfOwn(own, "rest", ...turns)];
      if (violation !== undefined) return { ...violation, choices: this.#scheduleTo(state) };
    }
    return null;
  }

  #withoutRest(): FoundViolation | null {
    if (this.#plan.asked.except.has("comes-to-rest")) return null;
    const state = firstWithoutRest(this.#pairs.all, this.#depth, (side, history) => this.#sides[side].turn(history));
    if (state === null) return null;
    const { toA } = state.pair;
    const message = `what was sent to ${toA.length > 0 ? "a" : "b"} waits there for ever: its code takes no messages`;
    return { property: "comes-to-rest", message, choices: this.#scheduleTo(state) };
  }

  #wait(exchange: MessageExchange, history: number, offer: Offer, beside: number): void {
    const side = this.#sides[exchange.side];
    const depth = side.turnsOf(history) + 1 + beside;
    const choices = waitingChoices(side.turn(history), offer, this.#packets);
    if (choices.length === 0) return;
    if (depth > this.#bounds.steps) {
      this.#isCut = true;
      return;
    }
    while (this.#waiting.length <= depth) this.#waiting.push([]);
    for (const choice of choices) this.#waiting[depth]?.push({ ...choice, side: exchange.side, history });
  }

  #turnsOf({ a, b }: PairState): readonly [SideTurn, SideTurn] {
    return [this.#sides.a.turn(a), this.#sides.b.turn(b)];
  }

  // The other side has done no more than it must.
  #scheduleToTurn(exchange: MessageExchange, history: number): readonly PairChoice[] {
    const beside = (pair: ExchangePair) => choicesBeside(exchange.side, pair);
    const pair = exchange.pairs.reduce((least, other) => (beside(other) < beside(least) ? other : least));
    const other = exchange.side === "a" ? "b" : "a";
    const least = pair[other].histories[pair[other].shortest]?.[0] ?? 0;
    return this.#scheduleTo(exchange.side === "a" ? { pair, a: history, b: least } : { pair, a: least, b: history });
  }

  #scheduleTo({ pair, a, b }: PairState): readonly PairChoice[] {
    return scheduleTo(pair, { a: this.#sides.a.path(a), b: this.#sides.b.path(b) });
  }

  #result(found: FoundViolation | null, interrupted = false): PairSearch {
    const exhaustive = !this.#isCut && !interrupted;
    const states = Math.min(this.#states, this.#bounds.states);
    return { states, depth: this.#depth, exhaustive, sights: this.#sights, found, interrupted };
  }
}
