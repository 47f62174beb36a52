import { withKeptSdp } from "../results/kept-sdp.ts";
import type { StackResult } from "../results/result.ts";

/** A WebRTC implementation that can be judged. */
export interface Stack {
  /** As `--stack` takes it. */
  readonly name: string;
  /** As the report heads it. */
  readonly title: string;
  readonly homepage: string;
  /** What it is driven through, in half a sentence. */
  readonly driver: string;
  /** The Debian packages that it needs. */
  readonly debianPackages: readonly string[];
  /** @throws NotInstalled where something that it needs is missing; Error where it broke off */
  run(settings: Settings): Promise<StackResult>;
}

/** What decides how much is explored, and where it begins. */
export interface Settings {
  readonly seed: number;
  readonly runs: number;
}

/** When a stack that hangs is given up, in ms. */
export const timeLimit = 1_800_000;

/** What a stack needs is not on this machine. */
export class NotInstalled extends Error {
  override readonly name = "NotInstalled";
}

/** How it went with a stack: `missing` where it is not installed, `failed` where it began and broke off. */
export type StackRun =
  | { readonly kind: "ran"; readonly stack: Stack; readonly result: StackResult }
  | { readonly kind: "missing" | "failed"; readonly stack: Stack; readonly reason: string };

/** Runs a stack; whatever becomes of it ends only that. */
export async function runStack(stack: Stack, settings: Settings): Promise<StackRun> {
  try {
    return { kind: "ran", stack, result: withKeptSdp(await stack.run(settings)) };
  } catch (error) {
    const kind = error instanceof NotInstalled ? "missing" : "failed";
    return { kind, stack, reason: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}
