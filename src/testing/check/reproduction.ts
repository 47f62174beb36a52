import type { Difference } from "../../oracle/verdict/difference.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { MadeCall } from "./pair.ts";

/** What is known of the run that is reproduced. */
export interface ReproducedRun {
  readonly seed: number;
  readonly path: string;
  /** Did the caller prepare the peer connections? */
  readonly prepared: boolean;
}

/**
 * A program that makes the calls again and prints what comes of each; the comments say what must, and what did.
 * Its reader defines `makePeerConnection`, and `prepare` where there was one.
 */
export function reproductionOf(
  calls: readonly MadeCall[],
  differences: readonly Difference[],
  { seed, path, prepared }: ReproducedRun,
): string {
  const peers = [...new Set(calls.flatMap(({ peer, code }) => [peer, ...namedIn(code)]))].sort();
  return [
    `// seed ${seed}, path "${path}"`,
    ...attempt,
    ...peers.flatMap((peer) => [
      `const ${peer} = await makePeerConnection();`,
      prepared ? `await prepare(${peer});` : `${peer}.createDataChannel?.("check");`,
    ]),
    ...calls.map((call, index) => callLine(call, index === calls.length - 1)),
    ...differences.flatMap(differenceLines),
    ...peers.map((peer) => `${peer}.close();`),
    "",
  ].join("\n");
}

// A refused call does not end the program.
const attempt = [
  "const attempt = async (call) => {",
  "  try {",
  '    return [await call(), "applied"];',
  "  } catch (error) {",
  "    return [null, String(error)];",
  "  }",
  "};",
];

// The other peer connection, where an SDP is taken from it.
function namedIn(code: string): ("a" | "b")[] {
  return [...code.matchAll(/\b([ab])\.(?:pendingL|l)ocalDescription\b/g)].map(([, name]) => (name === "a" ? "a" : "b"));
}

function callLine({ peer, code, constant, step }: MadeCall, last: boolean): string {
  const wanted = last ? "" : ` // ${inWords(step)}`;
  if (constant !== null) return `const [${constant}] = await attempt(() => ${code});${wanted}`;
  return `console.log(...(await attempt(() => ${code})), ${peer}.signalingState);${wanted}`;
}

function inWords({ observed }: Step): string {
  const { outcome, error, signalingState } = observed;
  return `${outcome === "rejected" ? `${error?.name ?? "rejected"}, ` : ""}${signalingState}`;
}

function differenceLines({ code, expected, observed, reference }: Difference): string[] {
  return [
    `// ${code}`,
    `//   expected: ${expected}`,
    `//   observed: ${observed}`,
    `//   ${reference.spec} ${reference.section}: ${reference.url}`,
  ];
}
