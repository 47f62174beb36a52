import type { DifferenceCause } from "../library.ts";
import { causesOfLines, type JudgedLine } from "./line-cause.ts";
import { referenceOf } from "./references.ts";
import type { StackDeviation, StackResult } from "./result.ts";

/** What a native program prints of each provision: one JSON object a line. */
interface ProvisionLine extends JudgedLine {
  /** Of a deviation: its code, which has its kind in it. */
  readonly code?: string | null;
  readonly reproduction: readonly string[];
}

/** Its last line. */
interface LastLine {
  readonly done: true;
  readonly stack: string;
  readonly version: string;
  readonly calls: number;
}

/** The result that a native program's output holds. @throws Error where it is not such an output, or ends too early */
export function resultFromLines(output: string): StackResult {
  // Some stacks log to standard output too.
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  const objects = lines.map(readLine);
  const last = objects.pop();
  if (last === undefined || !isLastLine(last))
    throw new Error("the program ended before its last line, which says that it is done");
  const judged = objects.map((line) => {
    if (isProvisionLine(line)) return line;
    throw new Error(`a line without a provision and its verdict: ${JSON.stringify(line).slice(0, 80)}`);
  });
  const causeFor = causesOfLines(judged);
  const deviating = judged.filter(({ verdict }) => verdict !== "pass");
  return {
    version: last.version.startsWith(last.stack) ? last.version : `${last.stack} ${last.version}`,
    calls: last.calls,
    provisions: [...new Set(judged.map(({ provision }) => provision))].sort(),
    conforming: [...new Set(judged.flatMap((line) => (line.verdict === "pass" ? [line.provision] : [])))].sort(),
    deviations: onePerCode(deviating.map((line) => deviationFrom(line, causeFor(line)))),
    fleeting: [],
  };
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`a line that is not JSON: ${line.slice(0, 80)}`);
  }
}

function isLastLine(value: unknown): value is LastLine {
  const { done, stack, version, calls } = Object(value) as Partial<LastLine>;
  return done === true && typeof stack === "string" && typeof version === "string" && typeof calls === "number";
}

function isProvisionLine(value: unknown): value is ProvisionLine {
  const { provision, verdict, code, kind, expected, observed, reproduction } = Object(value) as Partial<ProvisionLine>;
  const judged = [provision, expected, observed].every((member) => typeof member === "string");
  if (!judged || !Array.isArray(reproduction)) return false;
  if (verdict === "deviation") return typeof code === "string" && typeof kind === "string";
  return verdict === "pass" || verdict === "not-implemented";
}

function deviationFrom(
  { provision, verdict, code, kind, expected, observed, reproduction }: ProvisionLine,
  cause: DifferenceCause,
): StackDeviation {
  return {
    code: code ?? `not-implemented-${provision}`,
    kind: kind ?? null,
    provision,
    cause,
    isConsequence: false,
    expected,
    observed,
    message: null,
    reference: referenceOf(provision, expected),
    reproduction: { language: "text", calls: reproduction },
    notImplemented: verdict === "not-implemented",
  };
}

// The first of each code: the programs go from the short sequences of calls to the longer ones.
function onePerCode(deviations: readonly StackDeviation[]): readonly StackDeviation[] {
  const first = new Map<string, StackDeviation>();
  for (const deviation of deviations) {
    if (!first.has(deviation.code)) first.set(deviation.code, deviation);
  }
  return [...first.values()];
}
