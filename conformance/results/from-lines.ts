import { referenceOf } from "./references.ts";
import type { Deviation, StackResult } from "./result.ts";

/** What a native program prints of each provision: one JSON object a line. */
interface ProvisionLine {
  readonly provision: string;
  readonly verdict: "pass" | "deviation" | "not-implemented";
  readonly code?: string | null;
  readonly expected?: string | null;
  readonly observed?: string | null;
  readonly message?: string | null;
  readonly reproduction?: readonly string[];
}

/** Its last line. */
interface LastLine {
  readonly done: true;
  readonly stack: string;
  readonly version: string;
  readonly calls: number;
}

/** The result that a native program's output tells. @throws Error where it is not such an output, or ends too early */
export function resultFromLines(output: string): StackResult {
  // Some stacks log to standard output too.
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  const objects = lines.map(readLine);
  const last = objects.pop();
  if (last === undefined || !isLastLine(last)) throw new Error("it ended before it said that it was done");
  const judged = objects.map((line) => {
    if (isProvisionLine(line)) return line;
    throw new Error(`a line tells of no provision: ${JSON.stringify(line).slice(0, 80)}`);
  });
  return {
    version: last.version.startsWith(last.stack) ? last.version : `${last.stack} ${last.version}`,
    calls: last.calls,
    provisions: [...new Set(judged.map(({ provision }) => provision))].sort(),
    deviations: onePerCode(judged.filter(({ verdict }) => verdict !== "pass").map(deviationFrom)),
    fleeting: [],
  };
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`a line is no JSON: ${line.slice(0, 80)}`);
  }
}

function isLastLine(value: unknown): value is LastLine {
  const { done, stack, version, calls } = Object(value) as Partial<LastLine>;
  return done === true && typeof stack === "string" && typeof version === "string" && typeof calls === "number";
}

const verdicts: readonly unknown[] = ["pass", "deviation", "not-implemented"];

function isProvisionLine(value: unknown): value is ProvisionLine {
  const { provision, verdict } = Object(value) as Partial<ProvisionLine>;
  return typeof provision === "string" && verdicts.includes(verdict);
}

function deviationFrom(line: ProvisionLine): Deviation {
  const notImplemented = line.verdict === "not-implemented";
  const { provision, expected = null } = line;
  return {
    code: line.code ?? `${notImplemented ? "not-implemented" : "deviates"}-${provision}`,
    provision,
    expected: expected ?? "–",
    observed: line.observed ?? "–",
    message: line.message ?? null,
    reference: referenceOf(provision, expected ?? ""),
    reproduction: { language: "text", lines: line.reproduction ?? [] },
    notImplemented,
  };
}

// The first of each code is told: the programs go from the short sequences of calls to the longer ones.
function onePerCode(deviations: readonly Deviation[]): readonly Deviation[] {
  const first = new Map<string, Deviation>();
  for (const deviation of deviations) {
    if (!first.has(deviation.code)) first.set(deviation.code, deviation);
  }
  return [...first.values()];
}
