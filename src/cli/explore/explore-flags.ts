import type { ActionName } from "../../testing/explore/action.ts";
import type { ExploreOptions } from "../../testing/explore/explore-options.ts";
import type { ExploredFault } from "../../testing/explore/fault.ts";

/** The options of `explore`. */
export interface ExploreFlags {
  readonly states?: number;
  readonly steps?: number;
  /** In ms. */
  readonly time?: number;
  /** In ms. */
  readonly virtualTime?: number;
  readonly schedules?: number;
  readonly seed?: number;
  readonly actions?: readonly string[];
  readonly faults?: readonly string[];
  /** Properties that need not hold. */
  readonly except?: readonly string[];
  readonly candidates?: string;
  readonly schedule?: string;
  /** The part of the random schedules that is tried. */
  readonly shard?: Shard;
  /** How many threads share the random schedules. */
  readonly workers?: number;
  /** Are the files reports to be merged? */
  readonly merge?: boolean;
  readonly json: boolean;
  /** A folder for what belongs to a violation. */
  readonly save?: string;
}

/** The part of one machine among several. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** The options of an exploration: those of the command before those of the file. */
export function optionsOf(
  file: { readonly actions?: ExploreOptions["actions"]; readonly options?: ExploreOptions },
  flags: ExploreFlags,
): ExploreOptions {
  const {
    states,
    steps,
    time: timeLimit,
    virtualTime,
    schedules,
    seed,
    actions,
    faults,
    except,
    candidates,
    schedule,
  } = flags;
  const given = {
    ...(seed !== undefined && { seed }),
    ...(actions !== undefined && { actions: actions as readonly ActionName[] }),
    ...(faults !== undefined && { faults: faults as readonly ExploredFault[] }),
    ...(except !== undefined && { except }),
    ...(candidates !== undefined && { candidates: candidates as "together" | "apart" }),
    ...(schedule !== undefined && { schedule }),
  };
  const bounds = {
    ...file.options?.bounds,
    ...(states !== undefined && { states }),
    ...(steps !== undefined && { steps }),
    ...(timeLimit !== undefined && { timeLimit }),
    ...(virtualTime !== undefined && { virtualTime }),
    ...(schedules !== undefined && { schedules }),
  };
  const ofFile = { ...file.options, ...(file.actions !== undefined && { actions: file.actions }) };
  const { shard = flags.workers === undefined ? undefined : { part: 1, of: Math.max(1, flags.workers) } } = flags;
  return sharded({ ...ofFile, ...given, bounds }, shard);
}

// Every state is looked at by the first; the random schedules are shared, each machine with seeds of its own.
function sharded(options: ExploreOptions, shard: Shard | undefined): ExploreOptions {
  if (shard === undefined) return options;
  const { part, of } = shard;
  const schedules = Math.ceil((options.bounds?.schedules ?? 100) / of);
  return {
    ...options,
    walkSeed: (options.seed ?? 1) + (part - 1) * 1_000_003,
    bounds: { ...options.bounds, schedules },
  };
}
