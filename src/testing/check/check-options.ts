import type { OracleOptions } from "../../oracle/oracle.ts";
import type { CheckOptions } from "./check-implementation.ts";

const lowest: Readonly<Partial<Record<keyof CheckOptions, number>>> = {
  runs: 1,
  maxActions: 1,
  timeLimit: 0,
  settleTimeout: 0,
  pause: 0,
};

// What a timer can wait for, in ms.
const most = 2 ** 31 - 1;

/** Refuses options that would make a check mean nothing. @throws TypeError */
export function refuseUnusable(options: CheckOptions): void {
  for (const [name, least] of Object.entries(lowest)) {
    const value = options[name as keyof CheckOptions];
    if (value === undefined || (typeof value === "number" && value >= least && value <= most)) continue;
    throw new TypeError(`${name} must be a number from ${least} to ${most}`);
  }
  const { seed, path, runs, maxActions } = options;
  for (const [name, value] of Object.entries({ seed, runs, maxActions })) {
    if (value !== undefined && !Number.isSafeInteger(value)) throw new TypeError(`${name} must be a whole number`);
  }
  if (path !== undefined && !/^[0-2]\/\d+(?::\d+)*$/.test(path)) {
    throw new TypeError("path must be the path of a failure in a report");
  }
}

/** The options that an oracle takes: those that say how to judge. */
export function oracleOptionsOf(options: CheckOptions): OracleOptions {
  const { runs, timeLimit, maxActions, seed, path, settleTimeout, pause, prepare, ...oracleOptions } = options;
  return oracleOptions;
}
