import type { Difference } from "../../oracle/verdict/difference.ts";
import type { CheckedStep, FailingCall } from "./calls/made-call.ts";
import { overlappingReproduction } from "./overlap/overlapping-reproduction.ts";
import { reproductionPreamble } from "./reproduction-preamble.ts";

/** What is known of the run that is reproduced. */
export interface ReproducedRun {
  readonly seed: number;
  readonly path: string;
  /** Did the caller prepare the peer connections? */
  readonly prepared: boolean;
}

/**
 * A program that makes the calls again and prints what each call does, a line a call. Comments give the state that each call led to,
 * and for the last call what was expected and what was observed. The program's reader defines `makePeerConnection`, and
 * `prepare` where the caller prepared the peer connections.
 */
export function reproductionOf(
  calls: readonly FailingCall[],
  differences: readonly Difference[],
  { seed, path, prepared }: ReproducedRun,
): string {
  if (calls.some(({ wait }) => wait !== null)) {
    return [
      `// seed ${seed}, path "${path}"`,
      ...overlappingReproduction(calls),
      ...differences.flatMap(differenceLines),
      "",
    ].join("\n");
  }
  const peers = [...new Set(calls.map(({ peer }) => peer))].sort();
  return [
    `// seed ${seed}, path "${path}"`,
    ...reproductionPreamble,
    ...peers.flatMap((peer) => [
      `const ${peer} = await makePeerConnection();`,
      `watch(${peer});`,
      prepared ? `await prepare(${peer});` : `${peer}.createDataChannel?.("check");`,
    ]),
    ...calls.map((call, index) => callLine(call, index === calls.length - 1)),
    ...differences.flatMap(differenceLines),
    ...peers.map((peer) => `${peer}.close();`),
    "",
  ].join("\n");
}

function callLine({ peer, code, constant, step }: FailingCall, last: boolean): string {
  const comment = last ? "" : ` // ${observedInWords(step)}`;
  return `${constant === null ? "" : `const ${constant} = `}await attempt(${peer}, () => ${code});${comment}`;
}

/** What a call was observed to do: the state afterwards, after the error's name where it was rejected. */
function observedInWords({ observed }: CheckedStep): string {
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
