import type { TraceEvent } from "../../oracle/evidence/trace-event.ts";
import { follow } from "../../oracle/follow.ts";
import { createOracle, type OracleOptions } from "../../oracle/oracle.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import { observedTrace } from "../../trace/observed-trace.ts";
import { hearStates, lookAt, type PeerConnectionLike } from "../peer-connection.ts";
import { type Summary, summaryOf } from "../summary.ts";
import { type CallEvents, watchCalls } from "./watch-calls.ts";

interface Platform {
  /** Browsers have it: an error that nobody caught. */
  readonly reportError?: (error: unknown) => void;
  readonly console?: { error(error: unknown): void };
}

// An error that nobody caught, apart from the call that it came of.
function report(error: unknown): void {
  const { reportError, console }: Platform = globalThis as object;
  if (reportError === undefined) console?.error(error);
  else reportError(error);
}

/** How a live peer connection is observed. */
export interface ObserveOptions extends OracleOptions {
  /** Its name in the trace, "1" unless told. */
  readonly id?: string;
  /** Hears each call as it is judged; a later step of the same index replaces the one before. */
  readonly onStep?: (step: Step) => void;
}

/** What was observed of a live peer connection so far. */
export interface Observer {
  /** Its calls in the order in which they were made or, of createOffer() and createAnswer(), settled. */
  readonly steps: readonly Step[];
  /** Was nothing found but declared deviations? */
  readonly conforms: boolean;
  /** What was found, in numbers. */
  readonly summary: Summary;
  /** What happened so far, as an rtcstats dump that `jsep-machine replay` judges as it was judged here. */
  trace(): string;
  /** Ends it, and leaves the peer connection as it was. */
  detach(): void;
}

/**
 * Attaches the oracle to a live peer connection, without changing what that does: records the calls that set or create
 * descriptions and close(), their promises, the signalingstatechange events, and after each call the signaling state
 * and the slots. Attach it before the first call; where there were some, it goes on from the state and slots found.
 *
 * What a method returns is a promise that settles as its own does, one microtask later. A description's members `sdp`
 * and `type` are read once more, before the call.
 *
 * @param pc the RTCPeerConnection, or one of any stack that has its methods
 * @throws TypeError where the options are unusable, or the object takes no properties
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export function observe(pc: PeerConnectionLike, options: ObserveOptions = {}): Observer {
  const { id = "1", onStep, ...oracleOptions } = options;
  const events: TraceEvent[] = [];
  const steps: Step[] = [];
  let oracle = createOracle(oracleOptions);
  const record = (event: TraceEvent) => {
    events.push(event);
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    for (const step of followed.steps) {
      steps[step.index] = step;
      tell(step);
    }
  };
  // An error of the callback's is no error of the call.
  const tell = (step: Step) => {
    try {
      onStep?.(step);
    } catch (error) {
      report(error);
    }
  };
  if (!Object.isExtensible(pc)) throw new TypeError("an object that takes no properties cannot be observed");
  const time = () => Date.now();
  const unhear = hearStates(pc, (signalingState) => record({ kind: "state", time: time(), signalingState }));
  const look = () => lookAt(pc, unhear !== null);
  record({ kind: "attached", time: time(), seen: look(), options: oracle.session.options });
  const calls: CallEvents = {
    called: (call) => record({ kind: "call", time: time(), ...call }),
    settled: (settlement) => record({ kind: "settled", time: time(), ...settlement, seen: look() }),
  };
  const unwatch = watchOrUnhear(pc, calls, unhear);
  return {
    get steps() {
      return steps.filter((step) => step !== undefined);
    },
    get conforms() {
      return steps.every((step) => step.verdict !== "divergence");
    },
    get summary() {
      return summaryOf(
        steps.filter((step) => step !== undefined),
        oracle.knownDeviations,
      );
    },
    trace: () => observedTrace(id, events),
    detach() {
      unhear?.();
      unwatch();
    },
  };
}

// An object that does not let its methods be watched is left as it was.
function watchOrUnhear(pc: PeerConnectionLike, calls: CallEvents, unhear: (() => void) | null): () => void {
  try {
    return watchCalls(pc, calls);
  } catch (error) {
    unhear?.();
    throw error;
  }
}
