import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { failure, type Result, success } from "../../result.ts";
import {
  exploreNegotiation,
  type NegotiationReport,
  type NegotiationViolation,
} from "../../testing/explore/explore-negotiation.ts";
import type { ExploreOptions } from "../../testing/explore/explore-options.ts";
import type { NegotiationCode } from "../../testing/explore/peer.ts";
import { displayName, readInput, reasonOf } from "../input.ts";
import { jsonText } from "../json-text.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { type ExploreFlags, optionsOf } from "./explore-flags.ts";
import { mergedReport } from "./merged-report.ts";
import { explorationText } from "./report-text.ts";
import { exploredText, mergedShards, type NamedText, type PrintedReport } from "./shard-reports.ts";
import { startWorkers, type WorkersAtWork } from "./workers.ts";

/** What a file exports that can be explored. */
interface ExploredModule {
  readonly default: NegotiationCode;
  readonly actions?: ExploreOptions["actions"];
  readonly options?: ExploreOptions;
}

/** `explore FILE`: explores the negotiation code that a module exports. Gives the exit status. */
export async function exploreFile(file: string, flags: ExploreFlags, terminal: Terminal): Promise<number> {
  const loaded = await load(file);
  if (!loaded.ok) {
    terminal.complain(`${displayName(file)}: ${loaded.reason}`);
    return exitStatus.unusable;
  }
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  const began = performance.now();
  try {
    const options = { ...optionsOf(loaded.value, flags), ...progressOn(process.stderr), signal: stopping.signal };
    const workers = startWorkers(file, flags, flags.schedule === undefined ? (flags.workers ?? 1) : 1);
    stopping.signal.addEventListener("abort", workers.end);
    const report = await exploreAll(loaded.value.default, options, workers);
    const ms = Math.round(performance.now() - began);
    const about = { shard: flags.shard ?? null, explored: exploredText(options) };
    return await print({ version: 1, file, ms, ...about, ...report }, flags, terminal);
  } catch (error) {
    if (!isOfTheCode(error)) throw error;
    terminal.complain(`${displayName(file)}: ${error.message.replace(/^exploreNegotiation: /, "")}`);
    return exitStatus.unusable;
  } finally {
    process.removeListener("SIGINT", stop);
  }
}

/** A violation that this thread finds is the one; the others need not go on. */
async function exploreAll(
  code: NegotiationCode,
  options: ExploreOptions,
  workers: WorkersAtWork,
): Promise<NegotiationReport> {
  try {
    const first = await exploreNegotiation(code, options);
    return first.violation === null ? mergedReport(first, await workers.reports) : first;
  } finally {
    workers.end();
  }
}

async function load(file: string): Promise<Result<ExploredModule>> {
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as Partial<ExploredModule>;
    // A CommonJS module is what it exports, as the default.
    const exported = typeof module.default === "object" ? (module.default as Partial<ExploredModule>) : module;
    if (typeof exported.default !== "function") return failure("it must export a function as its default");
    return success(exported as ExploredModule);
  } catch (error) {
    return failure(`it cannot be loaded: ${reasonOf(error)}`);
  }
}

/** How many bytes a report has at most. */
const mostReportSize = 64 * 1024 * 1024;

/** `explore --merge FILE…`: makes one report of those that the shards have printed. Gives the exit status. */
export async function mergeFiles(files: readonly string[], flags: ExploreFlags, terminal: Terminal): Promise<number> {
  const texts: NamedText[] = [];
  for (const file of files) {
    const read = await readInput(file, mostReportSize);
    if (!read.ok) {
      terminal.complain(`${displayName(file)}: ${read.reason}`);
      return exitStatus.unusable;
    }
    texts.push({ name: displayName(file), text: read.value });
  }
  const merged = mergedShards(texts);
  if (merged.ok) return print(merged.value, flags, terminal);
  terminal.complain(merged.reason);
  return exitStatus.unusable;
}

async function print(report: PrintedReport, { json, save }: ExploreFlags, terminal: Terminal): Promise<number> {
  const { file, ms, violation } = report;
  if (save !== undefined && violation !== null) saveAll(save, violation, file);
  if (json) await terminal.print(`${jsonText(report)}\n`);
  else await terminal.print(explorationText(displayName(file), report, ms, save, terminal));
  return violation === null ? exitStatus.nothing : exitStatus.found;
}

/** Writes what belongs to a violation into a folder. */
function saveAll(
  folder: string,
  { code, dump, mermaid, ladder, ...violation }: NegotiationViolation,
  file: string,
): void {
  mkdirSync(folder, { recursive: true });
  // Beside the program there is no negotiator.mjs: it takes the code from where it is.
  const from = relative(folder, file).replaceAll("\\", "/");
  const program = code.replace("./negotiator.mjs", from.startsWith(".") ? from : `./${from}`);
  const files = { "program.mjs": program, "dump.rtcstats": dump, "trace.mmd": mermaid, "trace.txt": `${ladder}\n` };
  for (const [name, text] of Object.entries({ ...files, "violation.json": `${jsonText(violation)}\n` }))
    writeFileSync(join(folder, name), text);
}

// One line that is written over; on a terminal only.
function progressOn(stream: NodeJS.WriteStream): Pick<ExploreOptions, "onProgress"> {
  if (!stream.isTTY) return {};
  return {
    onProgress({ states, depth, rate, schedules }) {
      const walked = schedules > 0 ? `, ${schedules} random schedules` : "";
      stream.write(`\r${states} states, ${depth} deep, ${rate} a second${walked}\u001b[K\r`);
    },
  };
}

function isOfTheCode(error: unknown): error is Error {
  const { name } = error as Partial<Error>;
  return (
    name === "NondeterministicCodeError" ||
    (name === "TypeError" && /^exploreNegotiation: /.test(`${(error as Error).message}`))
  );
}
