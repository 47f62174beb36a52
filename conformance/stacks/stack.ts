import type { Settings, StackName, StackRun } from "../results/recording.ts";
import type { StackResult } from "../results/result.ts";

/** How a stack is explored. */
export interface RunSettings extends Settings {
  /** May calls overlap, those about transceivers too? Default: each is awaited before the next. */
  readonly overlapping?: boolean;
}

/** A WebRTC implementation that can be judged. */
export interface Stack extends StackName {
  /** The Debian packages that it needs. */
  readonly debianPackages: readonly string[];
  /** Is it driven in JavaScript, so that calls may overlap? */
  readonly isJavaScript: boolean;
  /** @throws NotInstalled where something that it needs is missing; Error where it broke off */
  run(settings: RunSettings): Promise<StackResult>;
}

/** When a stack that hangs is given up, in ms. */
export const timeLimit = 1_800_000;

/** What a stack needs is not on this machine. */
export class NotInstalled extends Error {
  override readonly name = "NotInstalled";
}

/** Runs a stack; what goes wrong with it ends no other stack. */
export async function runStack(stack: Stack, settings: RunSettings): Promise<StackRun> {
  const { name, title, homepage, driver } = stack;
  const named = { name, title, homepage, driver };
  try {
    return { kind: "ran", stack: named, result: await stack.run(settings) };
  } catch (error) {
    const kind = error instanceof NotInstalled ? "missing" : "failed";
    return { kind, stack: named, reason: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}
