import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SurveyReport } from "../library.ts";
import { resultFromSurvey } from "../results/from-survey.ts";
import type { StackResult } from "../results/result.ts";
import type { SurveySettings } from "../survey.ts";
import { NotInstalled, timeLimit } from "./stack.ts";

/** What the parent orders the child to do, and the child's answer. */
export interface SurveyOrder {
  readonly packageName: string;
  /** What exports its RTCPeerConnection: the package, or a module of this repository that uses it. */
  readonly module: string;
  /** The configuration of each peer connection. */
  readonly configuration: object;
  readonly settings: SurveySettings;
}
export type SurveyAnswer = { readonly report: SurveyReport } | { readonly error: string };

const child = fileURLToPath(new URL("survey-child.ts", import.meta.url));

/**
 * Surveys a package that has an RTCPeerConnection, or another module that makes one of the package, in a process of its own:
 * native code may crash or leak.
 */
export async function surveyInNode(
  packageName: string,
  configuration: object,
  settings: SurveySettings,
  module: string = packageName,
): Promise<StackResult> {
  const manifest = new URL(`../node_modules/${packageName}/package.json`, import.meta.url);
  if (!existsSync(manifest)) throw new NotInstalled(`the package ${packageName} is not installed`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const answer = await answerOf({ packageName, module, configuration, settings });
  if ("error" in answer) throw new Error(answer.error);
  return resultFromSurvey(`${packageName} ${version}`, answer.report);
}

// Native code may crash at any call: the same survey is then started again.
const tries = 6;

async function answerOf(order: SurveyOrder): Promise<SurveyAnswer> {
  for (let tried = 1; ; tried++) {
    const answer = await answerOfOneProcess(order);
    if (!("signal" in answer)) return answer;
    if (tried === tries) throw new Error(`its process ended with ${answer.signal}, ${tries} times`);
    console.log(`${order.packageName}: its process ended with ${answer.signal}: the survey starts again`);
  }
}

function answerOfOneProcess(order: SurveyOrder): Promise<SurveyAnswer | { readonly signal: string }> {
  return new Promise((resolve, reject) => {
    const running = fork(child, { stdio: ["ignore", "ignore", "inherit", "ipc"], timeout: timeLimit });
    running.once("message", (answer) => resolve(answer as SurveyAnswer));
    running.once("error", reject);
    running.once("exit", (code, signal) => {
      if (signal !== null && signal !== "SIGTERM") resolve({ signal });
      else reject(new Error(signal === null ? `its process ended with status ${code}` : "it took too long"));
    });
    running.send(order);
  });
}
