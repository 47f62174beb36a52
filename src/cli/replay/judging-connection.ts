import { finish, follow } from "../../oracle/follow.ts";
import { createOracle, type Oracle } from "../../oracle/oracle.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { SessionOptions } from "../../session/options.ts";
import type { Redactor } from "../../trace/redact.ts";
import type { ConnectionListener, UnloggedFailure } from "../../trace/trace.ts";

/** One peer connection of a dump, judged. */
export interface JudgedConnection {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly unlogged: readonly UnloggedFailure[];
}

/** Judges one peer connection while its log is read: of the log, only the steps are kept. */
export interface JudgingConnection extends ConnectionListener {
  /** When the first thing happened, in ms since the epoch; Infinity where nothing did. */
  start(): number;
  /** What was judged, once the log has ended. */
  judged(): JudgedConnection;
}

/** Judges a connection whose log begins. */
export function judgingConnection(id: string, options: SessionOptions, { learn, redact }: Redactor): JudgingConnection {
  const steps: Step[] = [];
  const unlogged: UnloggedFailure[] = [];
  let oracle: Oracle | null = null;
  let first = Number.POSITIVE_INFINITY;

  const keep = (step: Step) => {
    steps[step.index] = step;
  };
  return {
    event(event) {
      if (oracle === null) {
        first = event.time;
        // An observer's trace says what it was judged by.
        oracle = createOracle((event.kind === "attached" && event.options) || options);
      }
      learn(event);
      const followed = follow(oracle, event);
      oracle = followed.oracle;
      followed.steps.forEach(keep);
    },
    unlogged: (failure) => void unlogged.push(failure),
    start: () => Math.min(first, unlogged[0]?.time ?? first),
    judged() {
      if (oracle !== null) finish(oracle).forEach(keep);
      // Only now are all credentials known.
      return {
        id,
        steps: steps.filter(isReported).map((step) => redacted(step, redact)),
        unlogged: unlogged.map((failure) => ({ ...failure, message: redact(failure.message) })),
      };
    },
  };
}

// createOffer() and createAnswer() are reported only where an observer saw them go wrong.
function isReported({ call, verdict }: Step): boolean {
  return (call !== "createOffer" && call !== "createAnswer") || verdict === "divergence";
}

function redacted(step: Step, redact: (text: string) => string): Step {
  const { message } = step.observed;
  return message === null ? step : { ...step, observed: { ...step.observed, message: redact(message) } };
}
