import { quote } from "../../sdp/text/quote.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import { sdpTypes, sides, signalingStates } from "../../signaling/transition-table.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { explainCall } from "./explain-call.ts";
import { subjectNamed, subjectNames } from "./subject.ts";

/**
 * `explain STATE SIDE TYPE`: says whether a call is legal. `explain RULE`, `explain CODE` and `explain MESSAGE`: says what
 * it means, how it comes about, and what to do; a message may be passed without quotation marks. Gives the exit status.
 */
export function explain(
  words: readonly string[],
  { profile }: { readonly profile: ProfileName },
  terminal: Terminal,
): number {
  const [state, side, type] = [among(signalingStates, words[0]), among(sides, words[1]), among(sdpTypes, words[2])];
  if (words.length === 3 && state && side && type) return explainCall(state, side, type, { profile }, terminal);
  const subject = state === undefined && words.length > 0 ? subjectNamed(words.join(" ")) : null;
  if (subject === null) {
    terminal.complain(reasonAgainst(words));
    return exitStatus.unusable;
  }
  terminal.print(`${[terminal.style.bold(subject.title), ...subject.lines].join("\n  ")}\n`);
  return exitStatus.nothing;
}

function among<Name extends string>(names: readonly Name[], word: string | undefined): Name | undefined {
  return names.find((name) => name === word);
}

// Words that look like a call are taken for one.
function reasonAgainst(words: readonly string[]): string {
  if (words.length === 0) return "nothing to explain: pass a state, a side and a type; or a rule, a code or a message";
  const [state = "", side, type] = words;
  const looksLikeCall = words.slice(1).some((word) => among(sides, word) ?? among(sdpTypes, word));
  if (among(signalingStates, state) || looksLikeCall) {
    if (!among(signalingStates, state)) return `unknown state ${quote(state)}: ${signalingStates.join(", ")}`;
    if (side === undefined) return `missing side and type: explain ${state} SIDE TYPE`;
    if (!among(sides, side)) return `unknown side ${quote(side)}: ${sides.join(", ")}`;
    if (type === undefined) return `missing type: explain ${state} ${side} TYPE, one of ${sdpTypes.join(", ")}`;
    if (!among(sdpTypes, type)) return `unknown type ${quote(type)}: ${sdpTypes.join(", ")}`;
    return "too many words: explain STATE SIDE TYPE takes three";
  }
  const near = subjectNames
    .filter((name) => resembles(name, words.join(" ")))
    .sort(byLength)
    .slice(0, 3);
  const hint = near.length === 0 ? "docs/messages.md lists the known messages" : `did you mean ${near.join(" or ")}?`;
  return `${quote(words.join(" "))} is no rule, code or known message: ${hint}`;
}

// One name holds the other, in any case: what a suggestion needs, for names as short as these.
function resembles(name: string, word: string): boolean {
  const [a, b] = [name.toLowerCase(), word.toLowerCase()];
  return b.length > 3 && (a.includes(b) || b.includes(a));
}

function byLength(a: string, b: string): number {
  return a.length - b.length;
}
