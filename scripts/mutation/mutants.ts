// The mutants: each a single edit of a source file's text, made in the literal that the rule stands in.
import { profiles } from "../../src/signaling/profile.ts";
import { type SdpType, type Side, type SignalingState, transitionTable } from "../../src/signaling/transition-table.ts";
import { find, type Mutant } from "./mutant.ts";
import { ruleMutants } from "./rule-mutants.ts";
import type { Suite } from "./suites.ts";
import { syntaxMutants } from "./syntax-mutants.ts";

/** A kind of rule, a mutant for every one of them, and the suites that each have to notice. */
export interface Family {
  readonly name: string;
  readonly suites: readonly Suite[];
  readonly mutants: () => Mutant[];
}

export const families: readonly Family[] = [
  { name: "cells of the transition table", suites: ["spec", "property-tests"], mutants: cellMutants },
  { name: "switches of the profiles", suites: ["spec", "property-tests"], mutants: switchMutants },
  // Property tests hold the rules' common traits: which description breaks which rule only the tables of spec/sdp know.
  { name: "rules on the content of SDP", suites: ["spec/sdp"], mutants: ruleMutants },
  { name: "rules on the syntax of SDP", suites: ["spec/syntax"], mutants: syntaxMutants },
];

const states = Object.keys(transitionTable) as SignalingState[];
const sides = ["local", "remote"] as const satisfies Side[];
const types = ["offer", "pranswer", "answer", "rollback"] as const satisfies SdpType[];

function cellMutants(): Mutant[] {
  return states.flatMap((state) =>
    sides.flatMap((side) =>
      types.flatMap((type) =>
        replacements(state, side, type).map((replacement) => ({
          name: `${state}, ${side} ${type} → ${replacement}`,
          file: "src/signaling/transition-table.ts",
          edit: (source: string) => editCell(source, state, side, type, replacement),
        })),
      ),
    ),
  );
}

// A legal cell becomes illegal; an illegal one legal; one that depends on the profile becomes each in turn.
function replacements(state: SignalingState, side: Side, type: SdpType): string[] {
  const cell = transitionTable[state][side][type];
  if (cell === null) return [JSON.stringify(reachedElsewhere(side, type))];
  return typeof cell === "string" ? ["null"] : ["null", JSON.stringify(cell.rollbackFromPranswer)];
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
