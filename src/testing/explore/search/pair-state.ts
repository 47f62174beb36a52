import { type OwnProperty, violationsOfOwn } from "../own-property.ts";
import type { CodeViolation, SideChoice, SideTurn } from "../side/turn.ts";
import { choicesOfPair, faultOf, type OneFault, type PairChoice, type SideName } from "./both-sides.ts";
import { violationsAtCodeRest } from "./rest.ts";

/**
 * A state of both sides: what each has gone through, by the numbers of their histories; the messages under way to each;
 * and the faults that may still happen.
 */
export interface PairState {
  readonly a: number;
  readonly b: number;
  readonly toA: readonly number[];
  readonly toB: readonly number[];
  readonly faults: readonly OneFault[];
}

/** States are the same where these texts are. */
export function keyOfPair({ a, b, toA, toB, faults }: PairState): string {
  return `${a},${b}|${toA.join()}|${toB.join()}|${faults.length === 0 ? "" : faults.join()}`;
}

export function choicesOfState(
  turns: Readonly<Record<SideName, SideTurn>>,
  { toA, toB, faults }: PairState,
): readonly PairChoice[] {
  return choicesOfPair(turns, { a: toA.length, b: toB.length }, faults);
}

/** The side's own part of a choice; null where the side notices nothing. */
export function sideChoiceOf(
  choice: PairChoice,
  { toA, toB }: PairState,
  packet: (number: number) => readonly string[],
): SideChoice | null {
  if (choice.kind === "turn") return choice.choice;
  if (choice.kind === "lose") return null;
  const [first] = choice.side === "a" ? toA : toB;
  return { kind: "message", messages: packet(first as number) };
}

/** The state after a choice, which has led the side to that history and sent these messages. */
export function stateAfter(before: PairState, choice: PairChoice, history: number, sent: readonly number[]): PairState {
  const { side, kind } = choice;
  const isA = side === "a";
  const mine = isA ? before.toA : before.toB;
  const others = isA ? before.toB : before.toA;
  const left = kind === "deliver" || kind === "lose" ? mine.slice(1) : mine;
  const theirs = sent.length === 0 ? others : [...others, ...sent];
  const fault = faultOf(choice);
  const faults = fault === null ? before.faults : before.faults.filter((name) => name !== fault);
  return isA
    ? { a: history, b: before.b, toA: left, toB: theirs, faults }
    : { a: before.a, b: history, toA: theirs, toB: left, faults };
}

/** Is nothing under way? The application may still act. */
export function isPairAtRest({ toA, toB }: PairState, a: SideTurn, b: SideTurn): boolean {
  return toA.length === 0 && toB.length === 0 && a.isIdle && b.isIdle;
}

/** The properties of one's own, and the built-in ones that need not hold. */
export interface AskedProperties {
  readonly own: readonly OwnProperty[];
  readonly except: ReadonlySet<string>;
}

/** What does not hold in a state to which that turn has led. */
export function violationsInState(
  state: PairState,
  turns: Readonly<Record<SideName, SideTurn>>,
  taken: SideTurn | null,
  { own, except }: AskedProperties,
): readonly CodeViolation[] {
  const { a, b } = turns;
  return [
    ...(taken?.violations ?? []),
    ...violationsOfOwn(own, "state", a, b),
    ...(isPairAtRest(state, a, b)
      ? [...violationsAtCodeRest(a, b, except), ...violationsOfOwn(own, "rest", a, b)]
      : []),
  ];
}
