import type { Difference } from "../../oracle/verdict/difference.ts";
import type { CheckedStep, FailingCall } from "./calls/made-call.ts";
import { overlappingReproduction } from "./overlap/overlapping-reproduction.ts";

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

/**
 * How a reproduction makes its calls: `attempt` prints a line for each, with its outcome, the states in the events since the
 * line before, the type, the length and a checksum of what each slot holds (pending and current local, pending and current
 * remote), and the signaling state. A refused call does not end the program.
 */
export const reproductionPreamble: readonly string[] = [
  "const events = [];",
  "const watch = (pc) =>",
  '  pc.addEventListener?.("signalingstatechange", () => events.push(pc.signalingState));',
  "const described = ({ type, sdp }) => {",
  "  let sum = 0;",
  "  for (const char of sdp) sum = (sum * 31 + char.codePointAt(0)) % 65521;",
  '  return [type, sdp.length, sum.toString(16)].join(":");',
  "};",
  "const slots = (pc) =>",
  '  ["pendingLocal", "currentLocal", "pendingRemote", "currentRemote"].map((name) => {',
  "    try {",
  '      const held = pc[name + "Description"];',
  '      return held ? described(held) : "-";',
  "    } catch {",
  '      return "unreadable";',
  "    }",
  "  });",
  "const attempt = async (pc, call) => {",
  '  let [value, outcome] = [null, "applied"];',
  "  try {",
  "    value = await call();",
  '    if (value?.sdp) outcome = "created " + described(value);',
  "  } catch (error) {",
  "    outcome = String(error);",
  "  }",
  '  const fired = events.splice(0).join(" ") || "none";',
  '  console.log([outcome, "events " + fired, "slots " + slots(pc).join(" "), pc.signalingState].join("; "));',
  "  return value;",
  "};",
];

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
