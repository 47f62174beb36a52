import {
  type SignalingState,
  sdpTypes,
  sides,
  signalingStates,
  transitionTable,
} from "../../src/signaling/transition-table.ts";

/** An arrow of the diagram: all calls that lead from one state to another. */
export interface Arrow {
  readonly from: SignalingState;
  readonly to: SignalingState;
  /** Named as in the figure of RFC 9429 §3.2. */
  readonly calls: readonly string[];
  /** There only where the profile lets a provisional answer be rolled back. */
  readonly rollbackFromPranswer: boolean;
}

/** The arrows of the state diagram, in the order of the transition table. */
export function arrows(): Arrow[] {
  const found = new Map<string, Arrow & { calls: string[] }>();
  for (const state of signalingStates) {
    for (const side of sides) {
      for (const type of sdpTypes) {
        const cell = transitionTable[state][side][type];
        if (cell === null) continue;
        const rollbackFromPranswer = typeof cell !== "string";
        const to = typeof cell === "string" ? cell : cell.rollbackFromPranswer;
        const key = `${state} ${to} ${rollbackFromPranswer}`;
        const arrow = found.get(key) ?? { from: state, to, calls: [], rollbackFromPranswer };
        arrow.calls.push(`${side === "local" ? "setLocal" : "setRemote"}(${type.toUpperCase()})`);
        found.set(key, arrow);
      }
    }
  }
  return [...found.values()];
}

/** The states that have arrows: `closed` has none, for close() leads there from everywhere. */
export function drawnStates(): SignalingState[] {
  return signalingStates.filter((state) => arrows().some(({ from, to }) => from === state || to === state));
}
