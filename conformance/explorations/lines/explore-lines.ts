import { exploreNegotiation } from "../../../src/entries/testing.ts";
import { writePage } from "../write-page.ts";
import { codeWithout, type Statement, statements } from "./left-out.ts";
import { type ExploredSetting, type RecordedLine, recordedLines, recordLines } from "./recording.ts";
import { settings } from "./settings.ts";

/**
 * Explores the example without each of its statements in turn, and prints what came of it.
 *
 * @param recording is it recorded, or compared with what is?
 * @returns whether all came to what is recorded
 */
export async function exploreLines(recording: boolean): Promise<boolean> {
  const before = recordedLines();
  const lines: RecordedLine[] = [];
  for (const statement of statements) {
    const began = performance.now();
    const line = await exploreWithout(statement);
    lines.push(line);
    const known = before.find((other) => other.line === line.line);
    const isChanged = !recording && JSON.stringify(known) !== JSON.stringify(line);
    console.log(`${inWords(line)}, in ${Math.round(performance.now() - began)} ms${isChanged ? ": CHANGED" : ""}`);
  }
  if (recording) {
    recordLines(lines);
    writePage();
  }
  return recording || JSON.stringify(lines) === JSON.stringify(before);
}

/**
 * Runs the recorded schedule of each statement that is missed. Gives whether each was found again. That no rest can be
 * reached is seen in a search, and in no single run.
 */
export async function runRecordedLines(): Promise<boolean> {
  let areFound = true;
  for (const { line, text, found } of recordedLines()) {
    if (found === null || found.property === "comes-to-rest") continue;
    const property = await propertyAlong(line, found.setting, found.schedule);
    areFound &&= property === found.property;
    console.log(`line ${line}, ${text}: ${property ?? "NOT FOUND AGAIN"}`);
  }
  return areFound;
}

/** The property that does not hold along a schedule without the statement of that line, or null. */
export async function propertyAlong(line: number, settingName: string, schedule: string): Promise<string | null> {
  const statement = statements.find((one) => one.line === line);
  const setting = settings.find(({ name }) => name === settingName);
  if (statement === undefined || setting === undefined) return null;
  const { options, withCandidates } = setting;
  const code = await codeWithout(statement, withCandidates);
  return (await exploreNegotiation(code, { ...options, schedule })).violation?.property ?? null;
}

/** Explores the example without a statement, in one setting after the other, until something breaks. */
export async function exploreWithout(statement: Statement): Promise<RecordedLine> {
  const { line, text } = statement;
  const held: ExploredSetting[] = [];
  for (const { name: setting, withCandidates, options } of settings) {
    const report = await exploreNegotiation(await codeWithout(statement, withCandidates), options);
    const { violation, states, exhaustive, interrupted } = report;
    if (interrupted) throw new Error("the time was up: the figures would depend on the machine");
    if (violation !== null) {
      const { property, message, trace, schedule } = violation;
      return { line, text, held, found: { setting, property, message, steps: trace.length, schedule } };
    }
    held.push({ setting, states, exhaustive });
  }
  return { line, text, held, found: null };
}

function inWords({ line, text, found, held }: RecordedLine): string {
  const verdict =
    found === null
      ? `nothing in ${held.map(({ states, exhaustive }) => `${states} states${exhaustive ? ", all there are" : ""}`).join("; ")}`
      : `${found.property} in ${found.steps} steps, with ${found.setting}`;
  return `line ${line}, without ${text}: ${verdict}`;
}
