import { connectingWord, type ExploreOptions, type ExploreSettings, exploreSettings } from "./explore-options.ts";
import type { NegotiationCode } from "./peer.ts";
import { type CodePropertyName, codeSights } from "./property.ts";
import { ladderText } from "./report/ladder.ts";
import { mermaidText } from "./report/mermaid.ts";
import { programText } from "./report/program.ts";
import type { PairChoice } from "./search/both-sides.ts";
import type { FoundViolation } from "./search/breadth-first.ts";
import { CodeExploration } from "./search/exploration-run.ts";
import type { PairRun, TraceStep } from "./search/pair-run.ts";
import { scheduleText } from "./search/schedule-text.ts";
import { NondeterministicCodeError } from "./search/side-histories.ts";

/** A property that did not hold, and how it came to that. */
export interface NegotiationViolation {
  readonly property: CodePropertyName;
  readonly message: string;
  readonly trace: readonly TraceStep[];
  /** A program that shows it again: on the fake and, where no more than messages and calls matter, in browsers. */
  readonly code: string;
  readonly seed: number;
  /** The option `schedule` that runs it again. */
  readonly schedule: string;
  /** The trace for people, 40 lines at most. */
  readonly ladder: string;
  /** The trace as a sequence diagram of Mermaid. */
  readonly mermaid: string;
  /** A dump of both connections that `jsep-machine replay` reads. */
  readonly dump: string;
}

/** What an exploration has found. */
export interface NegotiationReport {
  readonly verdict: "no-violation" | "violation";
  /** Were all states reached that can be? */
  readonly exhaustive: boolean;
  /** The states of both sides and of the messages under way that were reached. */
  readonly states: number;
  /** How many choices lead to the farthest of them. */
  readonly depth: number;
  /** How often the code was run from its start: at one side, or at both in random schedules. */
  readonly runs: number;
  /** The random schedules that were tried. */
  readonly schedules: number;
  /** What was seen of that which should be: glare, an ignored offer … */
  readonly reached: Readonly<Record<string, boolean>>;
  readonly violation: NegotiationViolation | null;
  /** Was it ended by its signal, or by the time? */
  readonly interrupted: boolean;
}

// Two explorations would share the globals.
let underWay: Promise<unknown> = Promise.resolve();

/**
 * Explores negotiation code: runs it on two fakes, along every order in which tasks, messages, timers and the
 * application's actions may come, as far as the bounds go, and along random orders beyond them.
 *
 * @param negotiator the code, which is called once for each side. It must be deterministic
 * @throws TypeError on unusable options; NondeterministicCodeError where the code does not do the same again
 */
export function exploreNegotiation(
  negotiator: NegotiationCode,
  options: ExploreOptions = {},
): Promise<NegotiationReport> {
  const exploring = underWay.then(() => exploreCode(negotiator, options));
  underWay = exploring.catch(() => undefined);
  return exploring;
}

async function exploreCode(code: NegotiationCode, options: ExploreOptions): Promise<NegotiationReport> {
  const settings = exploreSettings(options);
  if (typeof code !== "function") throw new TypeError("exploreNegotiation: the negotiator must be a function");
  const exploration = new CodeExploration(code, settings);
  try {
    return settings.schedule === null ? await search(exploration, settings) : await rerun(exploration, settings);
  } finally {
    exploration.end();
  }
}

async function search(exploration: CodeExploration, settings: ExploreSettings): Promise<NegotiationReport> {
  const searched = await exploration.searchBreadthFirst();
  const sights = new Set(searched.sights);
  let failing = searched.found === null ? null : await exploration.rerun(searched.found.choices, false);
  if (failing !== null && searched.found !== null) confirm(failing, searched.found);
  let schedules = 0;
  let connects = false;
  if (failing === null && settings.schedules > 0) {
    const walked = await exploration.walkRandomly();
    schedules = walked.schedules;
    failing = walked.failing;
    connects = failing !== null;
    for (const sight of walked.sights) sights.add(sight);
  }
  const { states, depth } = searched;
  const exhaustive = searched.exhaustive && searched.found === null;
  const runs = exploration.runs + schedules;
  const figures = {
    exhaustive,
    states,
    depth,
    runs,
    schedules,
    interrupted: searched.interrupted || (exploration.isOver() && !exhaustive),
  };
  return reportOfExploration(figures, sights, failing, connects, settings);
}

/** What was found of each side alone has to be there when both run. */
function confirm(run: PairRun, { property, message }: FoundViolation): void {
  // That no rest can be reached is seen in no run.
  if (property === "comes-to-rest") run.violation = { property, message };
  if (run.violation?.message === message) return;
  throw new NondeterministicCodeError(
    `the code is not deterministic: it broke ${property} ("${message}"), and when run again ${run.violation === null ? "nothing" : `${run.violation.property} ("${run.violation.message}")`}`,
  );
}

async function rerun(exploration: CodeExploration, settings: ExploreSettings): Promise<NegotiationReport> {
  const { choices, connects } = settings.schedule as { choices: readonly PairChoice[]; connects: boolean };
  const run = await exploration.rerun(choices, connects);
  const states = run.choices.length + 1;
  const figures = { exhaustive: false, states, depth: states - 1, runs: 1, schedules: 0, interrupted: false };
  return reportOfExploration(figures, run.sights, run.violation === null ? null : run, connects, settings);
}

type Figures = Omit<NegotiationReport, "verdict" | "reached" | "violation">;

function reportOfExploration(
  figures: Figures,
  sights: ReadonlySet<string>,
  failing: PairRun | null,
  connects: boolean,
  settings: ExploreSettings,
): NegotiationReport {
  return {
    verdict: failing === null ? "no-violation" : "violation",
    ...figures,
    reached: Object.fromEntries(codeSights.map((sight) => [sight, sights.has(sight)])),
    violation: failing === null ? null : violationOf(failing, connects, settings),
  };
}

function violationOf(run: PairRun, connects: boolean, settings: ExploreSettings): NegotiationViolation {
  const { property, message } = run.violation as NonNullable<PairRun["violation"]>;
  const { steps: trace, choices } = run;
  const schedule = `${connects ? `${connectingWord} ` : ""}${scheduleText(choices)}`;
  const found = { property, message, trace, schedule, seed: settings.seed };
  return {
    ...found,
    code: programText(found, choices, settings),
    ladder: ladderText(trace),
    mermaid: mermaidText(trace),
    dump: run.dump(),
  };
}
