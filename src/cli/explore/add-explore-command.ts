import { type Command, InvalidArgumentError, Option } from "commander";
import { faultNames } from "../../testing/explore/fault.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { exploreFile, mergeFiles } from "./explore-command.ts";
import type { ExploreFlags, Shard } from "./explore-flags.ts";

/** Adds the command `explore`. */
export function addExploreCommand(program: Command, terminal: Terminal): void {
  program
    .command("explore")
    .description("run negotiation code on two fakes, in every order of what may happen")
    .argument("<file...>", "a module that exports the code as its default, and may export actions and options")
    .addOption(count("--states <count>", "the most states"))
    .addOption(count("--steps <count>", "the most choices in a schedule"))
    .addOption(count("--time <ms>", "when to stop, in ms"))
    .addOption(count("--virtual-time <ms>", "timers that are due later in virtual time do not fire"))
    .addOption(count("--schedules <count>", "the most random schedules"))
    .addOption(count("--seed <number>", "what everything comes from that looks random"))
    .addOption(new Option("--actions <names>", "what each side does, as in addTrack,close").argParser(readNames))
    .addOption(new Option("--faults <names>", `what may go wrong: ${faultNames.join(", ")}`).argParser(readNames))
    .addOption(new Option("--except <names>", "properties that need not hold").argParser(readNames))
    .addOption(new Option("--candidates <how>", "one event a generation, or each").choices(["together", "apart"]))
    .option("--schedule <words>", "run this schedule only, as a violation has it")
    .addOption(new Option("--shard <part/of>", "a part of the random schedules, as in 2/4").argParser(shardFrom))
    .addOption(count("--workers <count>", "how many threads share the random schedules"))
    .option("--merge", "make one report of those that --shard --json has printed: the files are these")
    .option("--save <folder>", "write what belongs to a violation into a folder")
    .addOption(new Option("--json", "print one line of JSON").default(false, "text"))
    .action(async (files: readonly string[], flags: ExploreFlags) => {
      process.exitCode = await exploreFiles(files, flags, terminal);
    });
}

async function exploreFiles(files: readonly string[], flags: ExploreFlags, terminal: Terminal): Promise<number> {
  if (flags.merge) return mergeFiles(files, flags, terminal);
  const [file = "", ...others] = files;
  if (others.length === 0) return exploreFile(file, flags, terminal);
  terminal.complain("explore takes one file; with --merge, it takes the reports of shards");
  return exitStatus.unusable;
}

function readNames(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim());
}

function count(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw new InvalidArgumentError("It must be a whole number.");
  });
}

function shardFrom(text: string): Shard {
  const [, part = "0", of = "0"] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (Number(part) >= 1 && Number(part) <= Number(of)) return { part: Number(part), of: Number(of) };
  throw new InvalidArgumentError("It must be a part and how many there are, as in 2/4.");
}
