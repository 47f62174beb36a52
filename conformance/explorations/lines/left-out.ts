// The example of perfect negotiation without one of its statements.
import { readFileSync } from "node:fs";
import ts from "typescript";
import type { NegotiationCode } from "../../../src/entries/testing.ts";

/** A statement of the example: the outermost one that begins on its line. */
export interface Statement {
  readonly line: number;
  /** Its first line. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const example = readFileSync(new URL("../../../examples/perfect-negotiation.mjs", import.meta.url), "utf8");

/** The statements within the function of the example. */
export const statements: readonly Statement[] = statementsIn(example);

/** The example as it is. */
export function exampleCode(withCandidates: boolean): Promise<NegotiationCode> {
  return moduleOf(example, withCandidates);
}

/** The example without that statement. */
export function codeWithout({ from, to }: Statement, withCandidates: boolean): Promise<NegotiationCode> {
  return moduleOf(`${example.slice(0, from)};${example.slice(to)}`, withCandidates);
}

async function moduleOf(text: string, withCandidates: boolean): Promise<NegotiationCode> {
  const left = withCandidates ? text : text.replace(/pc\.onicecandidate = .*;/, ";");
  return (await import(`data:text/javascript,${encodeURIComponent(left)}`)).default;
}

function statementsIn(text: string): readonly Statement[] {
  const file = ts.createSourceFile("example.mjs", text, ts.ScriptTarget.Latest, true);
  const found: Statement[] = [];
  const visit = (node: ts.Node) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const counts = ts.isStatement(node) && !ts.isBlock(node) && !ts.isFunctionDeclaration(node);
    if (counts && found.every((other) => other.line !== line))
      found.push({ line, text: firstLine(node.getText()), from: node.getStart(), to: node.end });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
