// The mutants: each a single edit of a source file's text, made in the literal that the rule stands in.
import { profiles } from "../../src/signaling/profile.ts";
import { type SdpType, type Side, type SignalingState, transitionTable } from "../../src/signaling/transition-table.ts";
import {
  chainMutants,
  negotiationNeededMutants,
  rollbackMutants,
  setDescriptionMutants,
} from "./connection-mutants.ts";
import { grammarMutants } from "./grammar-mutants.ts";
import { find, type Mutant } from "./mutant.ts";
import { contentMutants, syntaxMutants } from "./rule-mutants.ts";
import type { Suite } from "./suites.ts";

/** A kind of rule, a mutant for every one of them, and the suites that each have to notice. */
export interface Family {
  readonly name: string;
  readonly suites: readonly Suite[];
  readonly mutants: () => Mutant[];
}

export const families: readonly Family[] = [
  { name: "legality of the cells", suites: ["spec", "property-tests"], mutants: legalityMutants },
  { name: "targets of the cells", suites: ["spec", "property-tests"], mutants: targetMutants },
  { name: "switches of the profiles", suites: ["spec", "property-tests"], mutants: switchMutants },
  // Property tests hold the rules' common traits: which description breaks which rule only the tables of spec/sdp know.
  { name: "rules on the content of SDP", suites: ["spec/sdp"], mutants: contentMutants },
  { name: "rules on the text of SDP", suites: ["spec/sdp"], mutants: syntaxMutants },
  { name: "grammars of lines and attributes of SDP", suites: ["spec/sdp"], mutants: grammarMutants },
  { name: "steps of the operations chain", suites: ["connection"], mutants: chainMutants },
  { name: "steps of the negotiation-needed flag", suites: ["connection"], mutants: negotiationNeededMutants },
  { name: "steps of setting a description", suites: ["connection"], mutants: setDescriptionMutants },
  { name: "steps of rollback", suites: ["connection"], mutants: rollbackMutants },
];

const states = Object.keys(transitionTable) as SignalingState[];
const sides = ["local", "remote"] as const satisfies Side[];
const types = ["offer", "pranswer", "answer", "rollback"] as const satisfies SdpType[];

type Cell = string | null | { readonly rollbackFromPranswer: string };

// A legal cell becomes illegal; an illegal one legal; one that depends on the profile becomes each in turn.
function legalityMutants(): Mutant[] {
  return cellMutants((cell, side, type) => {
    if (cell === null) return [JSON.stringify(reachedElsewhere(side, type))];
    return typeof cell === "string" ? ["null"] : ["null", JSON.stringify(cell.rollbackFromPranswer)];
  });
}

// A legal cell leads to each other state. To closed leads close() alone.
function targetMutants(): Mutant[] {
  return cellMutants((cell) => {
    if (cell === null) return [];
    const target = typeof cell === "string" ? cell : cell.rollbackFromPranswer;
    const others = states
      .filter((state) => state !== target && state !== "closed")
      .map((state) => JSON.stringify(state));
    return typeof cell === "string" ? others : others.map((state) => `fromPranswer(${state})`);
  });
}

/** A mutant for each replacement of each cell. */
function cellMutants(replacements: (cell: Cell, side: Side, type: SdpType) => string[]): Mutant[] {
  return states.flatMap((state) =>
    sides.flatMap((side) =>
      types.flatMap((type) =>
        replacements(transitionTable[state][side][type], side, type).map((replacement) => ({
          name: `${state}, ${side} ${type} → ${replacement}`,
          file: "src/signaling/transition-table.ts",
          edit: (source: string) => editCell(source, state, side, type, replacement),
        })),
      ),
    ),
  );
}

// Where the same call leads in a state that allows it.
function reachedElsewhere(side: Side, type: SdpType): SignalingState {
  for (const state of states) {
    const cell = transitionTable[state][side][type];
    if (typeof cell === "string") return cell;
  }
  throw new Error(`no state allows ${side} ${type}`);
}

function editCell(source: string, state: SignalingState, side: Side, type: SdpType, replacement: string): string {
  const row = find(source, new RegExp(`\\n\\s*"?${state}"?:\\s*\\{(?:[^{}]*\\{[^{}]*\\}){2}[^{}]*\\}`, "g"), state);
  const columns = find(row, new RegExp(`\\b${side}:\\s*\\{[^{}]*\\}`, "g"), `${state} ${side}`);
  const cell = find(
    columns,
    new RegExp(`\\b${type}:\\s*(?:null|"[a-z-]+"|fromPranswer\\("[a-z-]+"\\))`, "g"),
    `${state} ${side} ${type}`,
  );
  const edited = columns.replace(cell, `${type}: ${replacement}`);
  return source.replace(row, row.replace(columns, edited));
}

function switchMutants(): Mutant[] {
  return Object.values(profiles).flatMap(({ name, rollbackFromPranswer, implicitRollback, modificationCheck }) => [
    switchMutant(name, "rollbackFromPranswer", 0, String(!rollbackFromPranswer)),
    switchMutant(name, "implicitRollback", 1, String(!implicitRollback)),
    ...["before-state", "after-state", "off"]
      .filter((check) => check !== modificationCheck)
      .map((check) => switchMutant(name, "modificationCheck", 2, JSON.stringify(check))),
  ]);
}

function switchMutant(profile: string, name: string, position: number, replacement: string): Mutant {
  return {
    name: `${profile}, ${name} → ${replacement}`,
    file: "src/signaling/profile.ts",
    edit(source) {
      const call = find(source, new RegExp(`\\bprofile\\("${profile}", \\w+, \\w+, "[a-z-]+"\\)`, "g"), profile);
      const switches = call.slice(0, -1).split(", ").slice(1);
      switches[position] = replacement;
      return source.replace(call, `profile("${profile}", ${switches.join(", ")})`);
    },
  };
}
