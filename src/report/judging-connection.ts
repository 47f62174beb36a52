import { finish } from "../oracle/follow.ts";
import { createOracle, internalsOf, type OracleOptions, opaque } from "../oracle/oracle.ts";
import { reduce } from "../oracle/reduce.ts";
import type { OracleState } from "../oracle/state.ts";
import type { Step } from "../oracle/verdict/step.ts";
import type { Redactor } from "../trace/redact.ts";
import type { ConnectionListener, UnloggedFailure } from "../trace/trace.ts";
import { shownUrl } from "./about.ts";
import { descriptionHash } from "./description-hash.ts";
import { type SetSdp, sdpKeeper } from "./set-descriptions.ts";

/** One peer connection of a dump, judged. */
export interface JudgedConnection {
  readonly id: string;
  /** The page that it belongs to, as far as it may be shown; null where the dump does not hold it. */
  readonly url: string | null;
  readonly steps: readonly Step[];
  /** For each step, the hashes of the description that it set. */
  readonly hashes: readonly SetSdp<number>[];
  readonly unlogged: readonly UnloggedFailure[];
}

/** Judges one peer connection while its log is read: of the log, only the steps are kept. */
export interface JudgingConnection extends ConnectionListener {
  /** When the first thing happened, in ms since the epoch; Infinity where nothing did. */
  start(): number;
  /** What was judged, once the log has ended. */
  judged(): JudgedConnection;
}

/** What the connections of a dump share. */
export interface SharedBetweenConnections {
  readonly share: (step: Step) => Step;
  /** Whether there is room for the hashes of one more call. */
  readonly hasRoom: () => boolean;
}

/** Judges a connection whose log begins. */
export function judgingConnection(
  id: string,
  options: OracleOptions,
  { learn, redact }: Redactor,
  { share, hasRoom }: SharedBetweenConnections,
): JudgingConnection {
  const steps: Step[] = [];
  const unlogged: UnloggedFailure[] = [];
  // Not an oracle: freezing it for every event would take a third of the time.
  let state: OracleState | null = null;
  let first = Number.POSITIVE_INFINITY;
  let page: string | null = null;
  const keeper = sdpKeeper(descriptionHash, hasRoom);

  const keep = (step: Step) => {
    steps[step.index] = share(step);
  };
  return {
    event(event) {
      if (state === null) {
        first = event.time;
        // An observer's trace says what it was judged by.
        const own = event.kind === "attached" && event.options;
        const { knownDeviations } = options;
        state = internalsOf("follow", createOracle(own ? { ...own, knownDeviations } : options));
      }
      learn(event);
      keeper.event(event);
      const reduced = reduce(state, event);
      state = reduced.state;
      reduced.steps.forEach(keep);
    },
    unlogged: (failure) => void unlogged.push(failure),
    url(url) {
      page ??= url;
    },
    start: () => Math.min(first, unlogged[0]?.time ?? first),
    judged() {
      if (state !== null) finish(opaque(state)).forEach(keep);
      state = null;
      // Only now are all credentials known.
      for (const [at, step] of steps.entries()) steps[at] = redacted(step, redact);
      for (const [at, failed] of unlogged.entries()) unlogged[at] = { ...failed, message: redact(failed.message) };
      const reported = steps.every(isReported) ? steps : steps.filter(isReported);
      const url = page === null ? null : shownUrl(page, redact);
      return { id, url, steps: reported, hashes: keeper.sdpOf(reported), unlogged };
    },
  };
}

// createOffer() and createAnswer() are reported only where an observer saw them go wrong.
function isReported({ call, verdict }: Step): boolean {
  return (call !== "createOffer" && call !== "createAnswer") || verdict === "divergence";
}

function redacted(step: Step, redact: (text: string) => string): Step {
  const { message, error } = step.observed;
  if (message === null && error === null) return step;
  const hidden = (text: string | null | undefined) => (typeof text === "string" ? redact(text) : null);
  const hiddenError = error === null ? null : { ...error, message: hidden(error.message) };
  return { ...step, observed: { ...step.observed, message: hidden(message), error: hiddenError } };
}
