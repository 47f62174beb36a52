import {
  type SdpType,
  type Side,
  type SignalingState,
  sdpTypes,
  sides,
  signalingStates,
  transitionTable,
} from "../src/signaling/transition-table.ts";

/** The source of edge.generated.ts: the transition table as switches, column by column, legal cells only. */
export function edgeSource(): string {
  const body = switchOver(
    "type",
    sdpTypes.map((type) => ({
      names: [type],
      lines: inner(
        "side",
        sides.map((side) => ({ names: [side], lines: inner("state", columnGroups(side, type)) })),
      ),
    })),
  );
  return `${[...header(), ...[...body, "return null;"].map((line) => `  ${line}`), "}"].join("\n")}\n`;
}

const header = (): string[] => [
  "// Generated from transition-table.ts by `npm run generate`: do not edit. A switch is what a stack would write by",
  "// hand: it touches no argument, is small enough for an engine to inline, and several times faster than a look-up.",
  'import type { SdpType, Side, SignalingState } from "./transition-table.ts";',
  "",
  "/** One cell of the transition table, or null where it is illegal or an argument is junk. */",
  "export function edge(",
  "  state: SignalingState,",
  "  side: Side,",
  "  type: SdpType,",
  "  rollbackFromPranswer: boolean,",
  "): SignalingState | null {",
];

interface Case {
  names: readonly string[];
  lines: readonly string[];
}

// The states of one column that lead to the same place, in one case.
function columnGroups(side: Side, type: SdpType): Case[] {
  const groups = new Map<string, SignalingState[]>();
  for (const state of signalingStates) {
    const result = resultOf(transitionTable[state][side][type]);
    if (result !== null) groups.set(result, [...(groups.get(result) ?? []), state]);
  }
  return [...groups].map(([result, names]) => ({ names, lines: [`return ${result};`] }));
}

function resultOf(cell: (typeof transitionTable)[SignalingState][Side][SdpType]): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return JSON.stringify(cell);
  return `rollbackFromPranswer ? ${JSON.stringify(cell.rollbackFromPranswer)} : null`;
}

// A switch inside a case, which what matches nothing leaves.
function inner(variable: string, cases: readonly Case[]): string[] {
  return [...switchOver(variable, cases), "break;"];
}

function switchOver(variable: string, cases: readonly Case[]): string[] {
  const lines = cases.flatMap(({ names, lines }) => [
    ...names.map((name) => `case ${JSON.stringify(name)}:`),
    ...lines.map((line) => `  ${line}`),
  ]);
  return [`switch (${variable}) {`, ...lines.map((line) => `  ${line}`), "}"];
}
