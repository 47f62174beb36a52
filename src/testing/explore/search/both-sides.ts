import type { ExploredFault } from "../fault.ts";
import type { SideChoice, SideTurn } from "../side/turn.ts";

/** The two sides. */
export type SideName = "a" | "b";
export const sideNames: readonly SideName[] = ["a", "b"];

/** What comes next: at which side, and whether it is a fault of the network. */
export type PairChoice =
  | { readonly side: SideName; readonly kind: "turn"; readonly choice: SideChoice }
  /** The first message that is on its way to the side arrives. */
  | { readonly side: SideName; readonly kind: "deliver" | "duplicate" | "lose" };

/** The faults that may happen once. */
export type OneFault = Exclude<ExploredFault, "slow-create">;

/** What may come next, in the order in which things ordinarily come: what is under way before what the application does. */
export function choicesOfPair(
  turns: Readonly<Record<SideName, SideTurn>>,
  waiting: Readonly<Record<SideName, number>>,
  faults: readonly OneFault[],
): readonly PairChoice[] {
  const of = (kind: "task" | "timer" | "act") =>
    sideNames.flatMap((side) =>
      turns[side].choices
        .filter((choice) => choice.kind === kind)
        .map((choice): PairChoice => ({ side, kind: "turn", choice })),
    );
  const arriving = (kind: "deliver" | "duplicate" | "lose") =>
    sideNames
      .filter((side) => waiting[side] > 0 && (turns[side].listens || kind === "lose"))
      .map((side): PairChoice => ({ side, kind }));
  const closing = sideNames
    .filter((side) => turns[side].connections.at(-1)?.session.signalingState !== "closed")
    .map((side): PairChoice => ({ side, kind: "turn", choice: { kind: "close" } }));
  return [
    ...of("task"),
    ...arriving("deliver"),
    ...of("timer"),
    ...of("act"),
    ...(faults.includes("duplicate") ? arriving("duplicate") : []),
    ...(faults.includes("lose") ? arriving("lose") : []),
    ...(faults.includes("close") ? closing : []),
  ];
}

/** The fault that a choice is; null for an ordinary choice. */
export function faultOf(choice: PairChoice): OneFault | null {
  if (choice.kind === "turn") return choice.choice.kind === "close" ? "close" : null;
  return choice.kind === "deliver" ? null : choice.kind;
}
