import { spawn } from "node:child_process";
import { builtCommand, root } from "../command.ts";
import { resultFromLines } from "../results/from-lines.ts";
import type { StackResult } from "../results/result.ts";
import { timeLimit } from "./stack.ts";

/** A program in its stack's own language, which asks the oracle over `jsep-machine serve`. */
export interface NativeProgram {
  readonly command: string;
  readonly args: readonly string[];
}

const oracleCommand = `node ${builtCommand} serve`;

/** Runs the program to its end, and reads what it printed. @throws Error where the program failed */
export async function resultOfProgram({ command, args }: NativeProgram): Promise<StackResult> {
  const output = await outputOf(command, args);
  return resultFromLines(output);
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = spawn(command, args, {
      cwd: root,
      env: { ...process.env, JSEP_MACHINE: oracleCommand },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeLimit,
    });
    const written: string[] = [];
    const complaints: string[] = [];
    running.stdout.setEncoding("utf8").on("data", (text: string) => written.push(text));
    running.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
    running.once("error", reject);
    running.once("close", (code) => {
      // A program that found deviations may end with status 1.
      if (code === 0 || code === 1) resolve(written.join(""));
      else reject(new Error(`the program ended with status ${code}: ${lastLine(complaints.join(""))}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
