// Runs in a browser's page: two sides, each in a frame of its own, along the schedule of a violation. The browser does in its
// own time what the schedule does not decide; the page waits until each side has done what the trace has there.
import { kindOfMessage, type MessageKind } from "./message-kind.ts";
import type { DrivenSide, SideFacts } from "./side.ts";

/** What the page does next. */
export interface ReproducedStep {
  readonly side: "a" | "b";
  readonly kind: "deliver" | "duplicate" | "lose" | "timer" | "act" | "close";
  /** What arrives; null where nothing does. */
  readonly arriving: MessageKind | null;
  /** How much each side has done before: calls, states that were reached, messages. */
  readonly done: Readonly<Record<"a" | "b", readonly string[]>>;
}

/** What the page needs. */
export interface ReproductionOrder {
  readonly exploration: string;
  /** The library, as the text of a script, and the variable that the script sets. */
  readonly library: { readonly text: string; readonly variable: string } | null;
  /** The program of a side. */
  readonly side: string;
  readonly steps: readonly ReproducedStep[];
}

/** What came of it. */
export interface ReproducedFacts {
  readonly a: SideFacts;
  readonly b: SideFacts;
  /** The steps before which a side did not come to do what it does in the trace. */
  readonly missed: readonly number[];
}

Object.assign(globalThis, {
  reproduceHere: async (order: ReproductionOrder) => JSON.stringify(await reproduce(order)),
});

/** How long the page waits for what a browser does, in ms. */
const patience = 2000;
/** How long nothing happens at a rest, in ms. */
const calm = 300;
/** How many messages and timers may come after the schedule, before a rest. */
const mostAfter = 100;

async function reproduce(order: ReproductionOrder): Promise<ReproducedFacts> {
  const [a, b] = [start("a", order), start("b", order)];
  const sides = { a, b };
  const taken = { a: 0, b: 0 };
  const missed: number[] = [];
  const inbox = (side: "a" | "b") => sides[side === "a" ? "b" : "a"].sent.slice(taken[side]);

  // A browser finds its candidates in its own time, after what the schedule has next.
  const isReady = (step: ReproducedStep) =>
    (["a", "b"] as const).every((side) => includesAll(sides[side].done, step.done[side])) &&
    (step.arriving === null || step.arriving === "candidate" || howMany(inbox(step.side), step.arriving) > 0) &&
    (step.kind !== "timer" || sides[step.side].hasTimer);

  for (const [index, step] of order.steps.entries()) {
    if (!(await until(sides, () => isReady(step)))) missed.push(index + 1);
    const side = sides[step.side];
    if (step.kind === "timer") side.fireTimer();
    else if (step.kind === "act") side.act();
    else if (step.kind === "close") side.close();
    else {
      const messages = inbox(step.side).slice(0, howMany(inbox(step.side), step.arriving));
      if (step.kind !== "duplicate") taken[step.side] += messages.length;
      if (step.kind !== "lose") for (const message of messages) side.receive(message);
    }
    await turnEnds();
  }
  await comeToRest(sides, inbox, taken);
  return { a: a.facts(), b: b.facts(), missed };
}

/** How many microtasks in a row the code of a turn may need: none of the browser's tasks comes in between. */
const microtasks = 100;

async function turnEnds(): Promise<void> {
  for (let count = 0; count < microtasks; count++) await undefined;
}

/** Lets come what is under way after the schedule: messages first, then timers that are due soon. */
async function comeToRest(
  sides: Readonly<Record<"a" | "b", DrivenSide>>,
  inbox: (side: "a" | "b") => readonly string[],
  taken: Record<"a" | "b", number>,
): Promise<void> {
  let moves = 0;
  for (let quiet = 0; quiet < calm && moves < mostAfter; quiet += 10) {
    await pause(10);
    for (const name of ["a", "b"] as const) {
      const [message] = inbox(name);
      if (message === undefined && !sides[name].hasTimerSoon) continue;
      if (message === undefined) sides[name].fireTimer();
      else sides[name].receive(message);
      if (message !== undefined) taken[name]++;
      moves++;
      quiet = 0;
    }
  }
}

function start(name: "a" | "b", { exploration, library, side }: ReproductionOrder): DrivenSide {
  const frame = document.body.appendChild(document.createElement("iframe"));
  // biome-ignore lint/suspicious/noExplicitAny: the variables of its scripts
  const view = frame.contentWindow as any;
  for (const text of [...(library === null ? [] : [library.text]), side]) {
    const script = view.document.createElement("script");
    script.textContent = text;
    view.document.body.append(script);
  }
  return view.startSide(name, exploration, library === null ? undefined : view[library.variable]);
}

/** How many messages arrive at once: those up to the first one of that kind, and candidates with those that follow. */
function howMany(inbox: readonly string[], kind: MessageKind | null): number {
  const kinds = inbox.map(kindOfMessage);
  if (kind !== "candidate") return kinds.indexOf(kind as MessageKind) + 1;
  const other = kinds.findIndex((one) => one !== "candidate");
  return other < 0 ? kinds.length : other;
}

/** Does a list have each of these as often as they are there? */
function includesAll(list: readonly string[], wanted: readonly string[]): boolean {
  const count = (all: readonly string[], what: string) => all.filter((one) => one === what).length;
  return [...new Set(wanted)].every((what) => count(list, what) >= count(wanted, what));
}

// Looks whenever a side does something, in that very turn, and now and then.
function until(sides: Readonly<Record<"a" | "b", DrivenSide>>, holds: () => boolean): Promise<boolean> {
  if (holds()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const began = performance.now();
    const end = (isMet: boolean) => {
      clearInterval(looking);
      for (const side of [sides.a, sides.b]) side.whenever(() => undefined);
      resolve(isMet);
    };
    const look = () => {
      if (holds()) end(true);
      else if (performance.now() - began > patience) end(false);
    };
    const looking = setInterval(look, 5);
    for (const side of [sides.a, sides.b]) side.whenever(look);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
