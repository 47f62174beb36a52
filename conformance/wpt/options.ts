import { parseArgs } from "node:util";
import { implementationNames } from "./implementations/all.ts";
import { type Column, columns } from "./report/recording.ts";

/** What the command line asks for. */
export interface Options {
  /** Are the tests of the runner itself run instead? */
  readonly short: boolean;
  /** The folder of the checkout. */
  readonly checkout: string;
  /** Only test files whose path contains one of these; all where it is empty. */
  readonly filters: readonly string[];
  /** A name of `implementations/`, or a module that exports `implementation`. */
  readonly implementation: string;
  /** The expectations; null where none apply, as for every implementation but the fake. */
  readonly expectations: string | URL | null;
  /** The column of docs/wpt.md that the outcomes are recorded for; null where they are not recorded. */
  readonly record: Column | null;
  /** Runs the tests in this browser instead. */
  readonly browser: "chromium" | "firefox-esr" | null;
  readonly output: "summary" | "verbose" | "json" | "propose";
  readonly processes: number;
}

const usage = `npm run wpt -- --wpt DIR [FILTER]… [--impl NAME] [--browser NAME] [-v | --json | --propose] [--record]
npm run wpt -- --short
  DIR        a checkout of web-platform-tests with webrtc/, resources/, interfaces/ and common/
  FILTER     only test files whose path contains this
  --impl     ${implementationNames.join(", ")}, or a module that exports one as \`implementation\`; default: fake
  --browser  chromium or firefox-esr, instead of an implementation in Node
  -v         prints every subtest, with its message
  --json     prints the outcomes as JSON
  --propose  prints expectations for the failures that have none, to be completed by hand
  --jobs     processes at a time; default: 2
  --expectations FILE  default: conformance/wpt/expectations.json, for the fake
  --record   records the outcomes for docs/wpt.md: of the fake, or of the browser, on all test files
  --short    runs the tests of the runner itself instead, which need no checkout`;

/** Why a command line is unusable. */
export interface Refused {
  readonly refused: string;
}

/** Reads the command line. */
export function optionsFrom(args: readonly string[]): Options | Refused {
  try {
    return read(args);
  } catch (error) {
    return { refused: `${error instanceof Error ? error.message : error}\n${usage}` };
  }
}

function read(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      wpt: { type: "string" },
      impl: { type: "string", default: "fake" },
      browser: { type: "string" },
      expectations: { type: "string" },
      verbose: { type: "boolean", short: "v", default: false },
      json: { type: "boolean", default: false },
      propose: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      short: { type: "boolean", default: false },
      jobs: { type: "string", default: "2" },
    },
  });
  const { wpt = "", impl, short, browser, verbose, json, propose, record, jobs } = values;
  if (wpt === "" && !short) throw new Error("--wpt DIR is missing: a checkout of web-platform-tests");
  if (browser !== undefined && browser !== "chromium" && browser !== "firefox-esr")
    throw new Error(`--browser must be chromium or firefox-esr, not ${browser}`);
  if (!/^[1-9]\d?$/.test(jobs)) throw new Error(`--jobs must be a number from 1 to 99, not ${jobs}`);
  const judged = browser === undefined && impl === "fake";
  return {
    short,
    checkout: wpt,
    filters: positionals,
    implementation: impl,
    expectations: values.expectations ?? (judged ? new URL("expectations.json", import.meta.url) : null),
    record: record ? columnOf(browser ?? impl, positionals) : null,
    browser: browser ?? null,
    output: json ? "json" : propose ? "propose" : verbose ? "verbose" : "summary",
    processes: Number(jobs),
  };
}

function columnOf(name: string, filters: readonly string[]): Column {
  const column = columns.find((one) => one === name);
  if (column === undefined || filters.length > 0)
    throw new Error(
      `--record records all test files of ${columns.join(", ")}, and not ${[name, ...filters].join(" ")}`,
    );
  return column;
}
