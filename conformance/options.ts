import { parseArgs } from "node:util";
import { stacks } from "./stacks/all.ts";
import type { Settings, Stack } from "./stacks/stack.ts";

/** What the command line asks for. */
export interface Options {
  readonly chosen: readonly Stack[];
  readonly settings: Settings;
  /** Where the report goes; null where only some stacks run and nobody said. */
  readonly output: string | null;
  /** Is what is missing to be installed, and the command to be built? */
  readonly install: boolean;
  /** Not the stacks, but the glare run. */
  readonly glare: boolean;
  /** Not the stacks, but a breach of each SDP rule on the browsers. */
  readonly rules: boolean;
  /** With `rules`: not the breaches, but the real descriptions beside this clone. */
  readonly corpus: boolean;
}

const usage = `npm run conformance -- [--stack NAME]… [--seed N] [--runs N] [--output FILE] [--no-install]
npm run conformance -- --glare [--seed N] [--no-install]
npm run conformance -- --rules [--corpus] [--no-install]
stacks: ${stacks.map(({ name }) => name).join(", ")}`;

const report = "docs/conformance.md";
const enough: Settings = { seed: 9429, runs: 600 };

/** Reads the command line. A word that says why, where it is unusable. */
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
      rules: { type: "boolean", default: false },
      corpus: { type: "boolean", default: false },
    },
  });
  const settings = { seed: number("seed", values.seed, enough.seed), runs: number("runs", values.runs, enough.runs) };
  const chosen = values.stack === undefined ? stacks : values.stack.map(stackNamed);
  const whole = values.stack === undefined && values.seed === undefined && values.runs === undefined;
  const output = values.output ?? (whole ? report : null);
  return {
    chosen,
    settings,
    output,
    install: values.install,
    glare: values.glare,
    rules: values.rules,
    corpus: values.corpus,
  };
}

function number(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
}

function stackNamed(wanted: string): Stack {
  const stack = stacks.find(({ name }) => name === wanted);
  if (stack === undefined) throw new Error(`there is no stack ${wanted}`);
  return stack;
}
