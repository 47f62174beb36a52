import { parseArgs } from "node:util";
import type { Settings } from "./results/recording.ts";
import { stacks } from "./stacks/all.ts";
import type { Stack } from "./stacks/stack.ts";
import { committedCallsFiles, committedFiles, filesIn, type ReportFiles } from "./write-report.ts";

/** What the command line asks for. */
export interface Options {
  /**
   * The stacks; colliding negotiators in browsers; browsers against a peer whose descriptions the library makes; overlapping
   * calls on the JavaScript stacks; a breach of each SDP rule on browsers, or in real descriptions; or what CI runs: the tests
   * and a simulated stack; or werift alone and under the connection, with the test of that.
   */
  readonly task: "stacks" | "glare" | "create" | "calls" | "rules" | "rule-counts" | "short" | "werift";
  readonly chosen: readonly Stack[];
  readonly settings: Settings;
  /** Where the report goes; null where none is written. */
  readonly output: ReportFiles | null;
  /** Is what is missing installed first, and the command built? */
  readonly install: boolean;
}

const usage = `npm run conformance -- [--stack NAME]… [--seed N] [--runs N] [--output FOLDER] [--no-install]
npm run conformance -- --glare [--seed N] [--no-install]
npm run conformance -- --create [--seed N] [--no-install]
npm run conformance -- --calls [--stack NAME]… [--seed N] [--runs N] [--output FOLDER] [--no-install]
npm run conformance -- --rules [--corpus] [--no-install]
npm run conformance -- --werift [--seed N] [--runs N] [--no-install]
npm run conformance -- --short
stacks: ${stacks.map(({ name }) => name).join(", ")}`;

const defaults: Settings = { seed: 9429, runs: 600 };
// What is found in one of them is made again often, and a browser has to be waited for.
const runsOfCalls = 200;

/** Reads the command line. Returns a message where it is unusable. */
export function optionsFrom(args: readonly string[]): Options | string {
  try {
    return read(args);
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n${usage}`;
  }
}

function read(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      stack: { type: "string", multiple: true },
      seed: { type: "string" },
      runs: { type: "string" },
      output: { type: "string" },
      install: { type: "boolean", default: true },
      glare: { type: "boolean", default: false },
      create: { type: "boolean", default: false },
      calls: { type: "boolean", default: false },
      rules: { type: "boolean", default: false },
      corpus: { type: "boolean", default: false },
      short: { type: "boolean", default: false },
      werift: { type: "boolean", default: false },
    },
  });
  const { glare, create, calls, rules, corpus, short, werift } = values;
  if ([glare, create, calls, rules, short, werift].filter(Boolean).length > 1)
    throw new Error("--glare, --create, --calls, --rules, --short and --werift exclude each other");
  if (corpus && !rules) throw new Error("--corpus needs --rules");
  const settings = {
    seed: wholeNumber("seed", values.seed, defaults.seed),
    runs: wholeNumber("runs", values.runs, calls ? runsOfCalls : defaults.runs),
  };
  const named = values.stack === undefined ? stacks : values.stack.map(stackNamed);
  const chosen = calls ? named.filter(({ isJavaScript }) => isJavaScript) : named;
  // Only a run of everything replaces the report that is committed.
  const whole = values.stack === undefined && values.seed === undefined && values.runs === undefined;
  const committed = whole ? (calls ? committedCallsFiles : committedFiles) : null;
  return {
    task: taskIn({ ...values }),
    chosen,
    settings,
    output: values.output === undefined ? committed : filesIn(values.output),
    install: values.install && !short && !corpus,
  };
}

function taskIn({
  short,
  glare,
  create,
  calls,
  rules,
  corpus,
  werift,
}: Readonly<Record<string, unknown>>): Options["task"] {
  if (werift) return "werift";
  if (short) return "short";
  if (glare) return "glare";
  if (create) return "create";
  if (calls) return "calls";
  if (rules) return corpus ? "rule-counts" : "rules";
  return "stacks";
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number of at most nine digits, not ${text}`);
  return Number(text);
}

function stackNamed(wanted: string): Stack {
  const stack = stacks.find(({ name }) => name === wanted);
  if (stack === undefined) throw new Error(`--stack must name a stack, not ${wanted}`);
  return stack;
}
