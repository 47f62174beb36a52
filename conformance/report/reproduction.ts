import { overlappingStatements } from "../../src/testing/check/overlap/overlapping-reproduction.ts";
import {
  overlappingPreamble,
  overlappingStart,
  reproductionPreamble,
} from "../../src/testing/check/reproduction-preamble.ts";
import type { ReproducedCall, Reproduction } from "../results/result.ts";
import { codeBlock } from "./markdown.ts";

/** What every reproduction in JavaScript begins with, as in those of `checkImplementation`: the page says it once. */
export const preamble = [
  ...reproductionPreamble,
  "const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];",
  "for (const pc of [a, b]) {",
  "  watch(pc);",
  '  pc.createDataChannel("check");',
  "}",
];

/** A reproduction as a block of code. Not of the language js: tests run the blocks of the docs, and this needs the stack. */
export function reproductionBlock({ language, calls }: Reproduction): string {
  if (language === "text") return codeBlock("text", calls);
  return codeBlock("mjs", calls.map(lineOf));
}

/** The calls as statements, a line each. */
export function statementsOf(calls: readonly ReproducedCall[]): readonly string[] {
  return calls.map(statementOf);
}

/** What a reproduction of overlapping calls begins with. */
export const overlappingBeginning = [
  ...overlappingPreamble,
  "const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];",
  ...overlappingStart,
];

/** Calls that may overlap, as a block of code. */
export function overlappingBlock(calls: readonly ReproducedCall[]): string {
  return codeBlock("mjs", overlappingStatementsOf(calls));
}

/** The same as statements, a line each. */
export function overlappingStatementsOf(calls: readonly ReproducedCall[]): readonly string[] {
  return calls.flatMap((call) => overlappingStatements({ ...call, wait: call.wait ?? "settled" }));
}

function statementOf({ peer, code, constant }: ReproducedCall): string {
  return `${constant === null ? "" : `const ${constant} = `}await attempt(${peer}, () => ${code});`;
}

function lineOf(call: ReproducedCall): string {
  const { outcome, error, signalingState } = call;
  const refusal = outcome === "applied" ? "" : `${error ?? outcome}, `;
  return `${statementOf(call)} // ${refusal}${signalingState}`;
}
