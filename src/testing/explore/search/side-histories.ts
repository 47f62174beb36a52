import { Network } from "../../../fake/network/network.ts";
import { ExploredSide, type SidePlan } from "../side/side.ts";
import { type SideChoice, type SideTurn, turnFingerprint } from "../side/turn.ts";

/** What a side has gone through, up to a turn: a node of the tree of its histories. */
interface SideHistory {
  readonly before: number;
  readonly by: SideChoice | null;
  readonly turn: SideTurn;
  readonly next: Map<string, number>;
  /** The side itself, where it still stands here. */
  side: ExploredSide | null;
}

/** The code does not do the same when the same happens to it. */
export class NondeterministicCodeError extends Error {
  override readonly name = "NondeterministicCodeError";
}

/** How many sides are kept at the ends of their histories, so that they need not go through them again. */
const mostStanding = 1000;

/**
 * What the turns of a side lead to. A turn depends on what the side has gone through in its own order, and on the message
 * where one arrives: each is taken once, in however many states of both sides it may be. What is known need not be run.
 */
export class SideHistories {
  readonly #plan: SidePlan;
  readonly #histories: SideHistory[] = [];
  readonly #fingerprints = new WeakMap<SideTurn, string>();
  readonly #standing: number[] = [];
  /** How often the code was begun. */
  runs = 0;
  /** How many turns were taken, those included that were taken again. */
  turns = 0;

  constructor(plan: SidePlan) {
    this.#plan = plan;
  }

  get count(): number {
    return this.#histories.length;
  }

  /** The beginning: the number 0. */
  async begin(): Promise<void> {
    const side = this.#createSide();
    const turn = await side.start();
    this.#histories.push({ before: -1, by: null, turn, next: new Map(), side });
  }

  turn(history: number): SideTurn {
    return (this.#histories[history] as SideHistory).turn;
  }

  /** The history that a choice leads to, where it is known. */
  known(history: number, key: string): number | undefined {
    return (this.#histories[history] as SideHistory).next.get(key);
  }

  /** Takes a choice that is not known yet. */
  async take(history: number, choice: SideChoice, key: string): Promise<number> {
    const from = this.#histories[history] as SideHistory;
    const side = from.side ?? (await this.#goThrough(history));
    from.side = null;
    const turn = await side.take(choice);
    this.turns++;
    const number = this.#histories.length;
    this.#histories.push({ before: history, by: choice, turn, next: new Map(), side });
    from.next.set(key, number);
    this.#keep(number);
    return number;
  }

  /** The turns that lead to a history from the beginning. */
  path(history: number): readonly { readonly before: number; readonly number: number; readonly choice: SideChoice }[] {
    const path = [];
    for (let number = history; number > 0; ) {
      const { before, by } = this.#histories[number] as SideHistory;
      path.unshift({ before, number, choice: by as SideChoice });
      number = before;
    }
    return path;
  }

  #createSide(): ExploredSide {
    this.runs++;
    return new ExploredSide(this.#plan, new Network(), null);
  }

  #keep(number: number): void {
    this.#standing.push(number);
    if (this.#standing.length <= mostStanding) return;
    const oldest = this.#histories[this.#standing.shift() as number] as SideHistory;
    oldest.side = null;
  }

  async #goThrough(history: number): Promise<ExploredSide> {
    const path: SideHistory[] = [];
    for (let at = history; at >= 0; ) {
      const step = this.#histories[at] as SideHistory;
      path.unshift(step);
      at = step.before;
    }
    const side = this.#createSide();
    for (const [index, { by, turn }] of path.entries()) {
      const again = by === null ? await side.start() : await side.take(by);
      this.turns++;
      if (turnFingerprint(again) !== this.#fingerprintOf(turn)) throw this.#nondeterministic(index, turn, again);
    }
    return side;
  }

  #fingerprintOf(turn: SideTurn): string {
    const text = this.#fingerprints.get(turn) ?? turnFingerprint(turn);
    this.#fingerprints.set(turn, text);
    return text;
  }

  #nondeterministic(index: number, first: SideTurn, again: SideTurn): NondeterministicCodeError {
    const words = ({ what, notes, sent, pending }: SideTurn) =>
      [what, ...notes, ...sent.map((text) => text.slice(0, 200)), ...pending.map((call) => `pending ${call}`)].join(
        "; ",
      );
    return new NondeterministicCodeError(
      `the code of side ${this.#plan.name} is not deterministic: in turn ${index}, after the same events, it first did "${words(first)}" and then "${words(again)}". ` +
        "An exploration needs code whose state is its own: keep nothing in variables of the module, and take times and random numbers from the globals",
    );
  }
}
