import fc from "fast-check";
import { anyCall, calls, setting } from "../arbitraries/arbitraries.ts";
import { play, type Step } from "./commands.ts";
import { runs } from "./run-options.ts";

/** Checks every step of many sessions. */
export function everyStep(check: (step: Step, index: number, steps: readonly Step[]) => void, call = anyCall): void {
  fc.assert(
    fc.property(setting, calls(30, call), ({ options }, calls) => play(options, calls).forEach(check)),
    runs(1200),
  );
}
