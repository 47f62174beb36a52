#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { type ProfileName, profiles } from "../signaling/profile.ts";
import { sdpTypes, sides, signalingStates } from "../signaling/transition-table.ts";
import { type CheckCommandOptions, check } from "./check/check.ts";
import { formatNames } from "./check/formats/format.ts";
import { keepHeapCompact } from "./compact-heap.ts";
import { demo } from "./demo.ts";
import { explain } from "./explain/explain.ts";
import { addExploreCommand } from "./explore/add-explore-command.ts";
import { reasonOf } from "./input.ts";
import { checkMaxSize, limitFrom, limitOptions, type ReadingLimits, replayLimits, sizeText } from "./reading-limits.ts";
import { replay } from "./replay/replay.ts";
import type { ReplayOptions } from "./replay/replay-options.ts";
import { defaultLimits, highestLimits, type Limits } from "./serve/limits.ts";
import { serve } from "./serve/serve.ts";
import { styleFor } from "./style.ts";
import { exitStatus, terminalOn } from "./terminal.ts";

const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
const colourEnvironment = { NO_COLOR, FORCE_COLOR, TERM };
const terminal = terminalOn(process.stdout, process.stderr, styleFor(process.stdout, colourEnvironment));

// A reader that has seen enough closes the pipe: not an error of this command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  terminal.complain(`the output cannot be written: ${error.message}`);
  process.exit(exitStatus.unusable);
});

const profileOption = new Option("--profile <name>", "the profile to judge by")
  .choices(Object.keys(profiles))
  .default("webrtc-pc");

const wordsText = `a state (${signalingStates.join(", ")}), a side (${sides.join(", ")}) and a type (${sdpTypes.join(", ")}); or the id of a rule, a rejection code, or a message`;

const program = new Command("jsep-machine")
  .description("Judges WebRTC signaling by JSEP (RFC 9429) and W3C webrtc-pc.")
  .version(version)
  .showSuggestionAfterError(true)
  .exitOverride()
  .configureOutput({ writeErr: (text) => terminal.complain(oneLine(text)) })
  .addHelpText("after", "\nExit status: 0 nothing found, 1 something found, 2 unusable arguments or input.");

program
  .command("demo")
  .description("replay a capture that ships with this package")
  .action(async () => {
    process.exitCode = await demo(terminal);
  });

program
  .command("replay")
  .description("judge webrtc-internals or rtcstats dumps, plain, in gzip or in zip; - is standard input")
  .argument("[file...]", "the dumps; a folder stands for the dumps in it")
  .option("--files-from <file>", "a file with the names of more dumps, one a line; - is standard input")
  .addOption(new Option("--json", "print one line of JSON for each file").default(false, "text"))
  .addOption(new Option("--ndjson", "print one line of JSON for each connection").conflicts("json"))
  .option("--problems", "print only what went wrong, and its context")
  .addOption(
    new Option("--connection <id>", "print only that connection; may be repeated").default([], "all").argParser(withId),
  )
  .addOption(
    new Option("--tolerate <ids>", "SDP rules that only warn, as in D7,S4").default([], "none").argParser(withRuleIds),
  )
  .option("--known <file>", "a JSON list of known deviations, each with its code and a reason")
  .option("--html <file>", "also write a page that shows the calls as a ladder, with their SDP")
  .addOption(profileOption)
  .addOption(readingLimit("maxSize", replayLimits.maxSize))
  .addOption(readingLimit("maxSteps", replayLimits.maxSteps))
  .addOption(readingLimit("maxConnections", replayLimits.maxConnections))
  .addOption(readingLimit("maxLines", replayLimits.maxLines))
  .addOption(readingLimit("maxLine", replayLimits.maxLine))
  .addOption(readingLimit("maxDepth", replayLimits.maxDepth))
  .action(async (files: string[], options: ReplayOptions, command: Command) => {
    if (files.length === 0 && options.filesFrom === undefined) command.error("error: missing required argument 'file'");
    keepHeapCompact();
    process.exitCode = await replay(files, options, terminal);
  });

program
  .command("check")
  .description("list what is wrong with descriptions, line by line; - is standard input")
  .argument("<file...>", "the SDP files; a folder stands for the *.sdp and *.sdp.gz in it")
  .addOption(
    new Option("--type <type>", "the type of the description; without it, only the rules for every type apply").choices(
      sdpTypes.filter((type) => type !== "rollback"),
    ),
  )
  .addOption(new Option("--side <side>", "the side that the description is set on").choices(sides).default("remote"))
  .option("--offer <file>", "the offer that the descriptions answer")
  .addOption(
    new Option("--tolerate <ids>", "rules that only warn, as in D7,S4").default([], "none").argParser(withRuleIds),
  )
  .addOption(new Option("--quiet", "list errors only, and mention no file without one").conflicts("notes"))
  .option("--notes", "list notes too: what browsers themselves do against a rule", false)
  .addOption(new Option("--format <format>", "how to print").choices(formatNames).default("text"))
  .addOption(new Option("--json", "the same as --format json").implies({ format: "json" }))
  .addOption(readingLimit("maxSize", checkMaxSize))
  .action(async (files: string[], options: CheckCommandOptions) => {
    process.exitCode = await check(files, options, terminal);
  });

program
  .command("explain")
  .description("say whether a call is legal; or what a rule, a code or the message of a browser means, and what to do")
  .usage("[options] STATE SIDE TYPE | RULE | CODE | MESSAGE")
  .argument("[words...]", wordsText)
  .addOption(profileOption)
  .action((words: string[], options: { profile: ProfileName }) => {
    process.exitCode = explain(words, options, terminal);
  });

addExploreCommand(program, terminal);

program
  .command("serve")
  .description("answer requests, one line of JSON each, read from standard input, on standard output")
  .addOption(limit("maxLine", "--max-line <bytes>", "the longest request"))
  .addOption(limit("maxSessions", "--max-sessions <count>", "the most sessions open at a time"))
  .addOption(limit("maxText", "--max-text <characters>", "the most text that all sessions together may hold"))
  .action(async (limits: Limits) => {
    process.stdin.on("error", (error) => {
      terminal.complain(`standard input: ${reasonOf(error)}`);
      process.exit(exitStatus.unusable);
    });
    await serve(process.stdin, process.stdout, limits);
    process.exitCode = exitStatus.nothing;
  });

// A suggestion comes on a line of its own.
function oneLine(text: string): string {
  return text
    .trimEnd()
    .replace(/^error: /, "")
    .replaceAll("\n", " ");
}

function withId(id: string, before: readonly string[]): readonly string[] {
  return [...before, id];
}

function withRuleIds(text: string, before: readonly string[]): readonly string[] {
  return [...before, ...text.split(",").map((id) => id.trim())];
}

function readingLimit(name: keyof ReadingLimits, usual: number): Option {
  const option = limitOptions[name];
  const shown = option.isSize ? sizeText(usual) : String(usual);
  return new Option(option.flags, option.description).default(usual, shown).argParser((text) => {
    const value = limitFrom(text, option);
    if (value !== null) return value;
    const highest = option.isSize ? sizeText(option.highest) : option.highest;
    throw new InvalidArgumentError(`It must be a ${option.isSize ? "size" : "whole number"} from 1 to ${highest}.`);
  });
}

function limit(name: keyof Limits, flags: string, description: string): Option {
  const most = highestLimits[name];
  return new Option(flags, description).default(defaultLimits[name]).argParser((text) => {
    const value = /^[1-9]\d*$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
    if (value > most) throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
    return value;
  });
}

try {
  if (process.argv.length <= 2) program.error("error: no command given: see jsep-machine --help");
  await program.parseAsync();
} catch (error) {
  const isUnforeseen = !(error instanceof CommanderError);
  if (isUnforeseen) terminal.complain(`this is a mistake in jsep-machine, please report it: ${stackOf(error)}`);
  process.exitCode = isUnforeseen || error.exitCode !== 0 ? exitStatus.unusable : exitStatus.nothing;
}

function stackOf(error: unknown): string {
  return String((error as Partial<Error>).stack ?? error).replaceAll(/\n\s*/g, " | ");
}
