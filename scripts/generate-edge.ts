import { type SdpType, type Side, type SignalingState, transitionTable } from "../src/signaling/transition-table.ts";

const signalingStates = Object.keys(transitionTable) as SignalingState[];
const sides = Object.keys(transitionTable.stable) as Side[];
const sdpTypes = Object.keys(transitionTable.stable.local) as SdpType[];

/** The source of edge.generated.ts: the transition table as switches, column by column, legal cells only. */
export function edgeSource(): string {
  const body = switchOver(
    "type",
    sdpTypes.map((type) => ({
      names: [type],
      lines: switchOver(
        "side",
        sides.map((side) => ({ names: [side], lines: switchOver("state", columnGroups(side, type)) })),
      ),
    })),
  );
  return `${[...header(), ...body.map((line) => `  ${line}`), "}"].join("\n")}\n`;
}

const header = (): string[] => [
  "// Generated from transition-table.ts by `npm run generate`: do not edit. A switch is what a stack would write by",
  "// hand: it touches no argument, is small enough for an engine to inline, and several times faster than a look-up.",
  'import type { SdpType, Side, SignalingState } from "./transition-table.ts";',
  "",
  ...namesOf("signalingStates", "SignalingState", "All states, in the order of the transition table.", signalingStates),
  ...namesOf("sides", "Side", "Both sides, in the order of the transition table.", sides),
  ...namesOf("sdpTypes", "SdpType", "All types of description, in the order of the transition table.", sdpTypes),
  "/** One cell of the transition table, or null where it is illegal or an argument is junk. */",
  "export function edge(",
  "  state: SignalingState,",
  "  side: Side,",
  "  type: SdpType,",
  "  rollbackFromPranswer: boolean,",
  "): SignalingState | null {",
];

function namesOf(variable: string, type: string, doc: string, names: readonly string[]): string[] {
  const lines = names.map((name) => `  ${JSON.stringify(name)},`);
  return [
    `/** ${doc} */`,
    `export const ${variable}: readonly ${type}[] = /* @__PURE__ */ Object.freeze<${type}[]>([`,
    ...lines,
    "]);",
    "",
  ];
}

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

function switchOver(variable: string, cases: readonly Case[]): string[] {
  const lines = cases.flatMap(({ names, lines }) => [
    ...names.map((name) => `case ${JSON.stringify(name)}:`),
    ...lines.map((line) => `  ${line}`),
  ]);
  return [`switch (${variable}) {`, ...[...lines, "default:", "  return null;"].map((line) => `  ${line}`), "}"];
}
