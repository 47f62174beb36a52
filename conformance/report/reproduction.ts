import type { ReproducedCall, Reproduction } from "../results/result.ts";
import { codeBlock } from "./markdown.ts";

/** What every reproduction in JavaScript begins with: the page says it once. */
export const preamble = [
  "const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];",
  'for (const pc of [a, b]) pc.createDataChannel("check");',
  "const attempt = async (call) => {",
  "  try {",
  "    const result = await call();",
  '    console.log("applied", a.signalingState, b.signalingState);',
  "    return result;",
  "  } catch (error) {",
  "    console.log(String(error), a.signalingState, b.signalingState);",
  "  }",
  "};",
];

/** A reproduction as a block of code. Not of the language js: tests run the blocks of the docs, and this needs the stack. */
export function reproductionBlock({ language, calls }: Reproduction): string {
  if (language === "text") return codeBlock("text", calls);
  return codeBlock(
    "mjs",
    calls.map((call, index) => lineOf(call, index === calls.length - 1)),
  );
}

/** What distinguishes one reproduction from another. */
export function identityOf(reproduction: Reproduction): string {
  return reproductionBlock(reproduction);
}

// What the last call did stands above.
function lineOf({ code, constant, outcome, error, signalingState }: ReproducedCall, last: boolean): string {
  const assignment = constant === null ? "" : `const ${constant} = `;
  const refusal = outcome === "applied" ? "" : `${error ?? outcome}, `;
  return `${assignment}await attempt(() => ${code});${last ? "" : ` // ${refusal}${signalingState}`}`;
}
