import type { TraceEvent } from "../../oracle/evidence/trace-event.ts";
import { follow } from "../../oracle/follow.ts";
import { createOracleFor, type OracleOptions } from "../../oracle/oracle.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import { observedTrace } from "../../trace/observed-trace.ts";
import { hearStates, lookAt, type PeerConnectionLike } from "../peer-connection.ts";
import { type Summary, summaryOf } from "../summary.ts";
import { type CallListener, watchCalls } from "./watch-calls.ts";

/** How a live peer connection is observed. */
export interface ObserveOptions extends OracleOptions {
  /** The name of the connection in the trace. Default "1". */
  readonly id?: string | undefined;
  /** Is called with each step as the call is judged; a later step of the same index replaces the one before. */
  readonly onStep?: ((step: Step) => void) | undefined;
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
  /** Ends the observation, and leaves the peer connection as it was. */
  detach(): void;
}

/**
 * Attaches the oracle to a live peer connection, without changing what that does: records the calls that set or create
 * descriptions and close(), their promises, the signalingstatechange events, and after each call the signaling state
 * and the slots. Attach it before the first call; where there were some, judging goes on from the state and slots found.
 *
 * What a method returns is a promise that settles as its own does, one microtask later. A description's members `sdp`
 * and `type` are read once more, before the call.
 *
 * @param pc the RTCPeerConnection, or one of any stack that has its methods
 * @throws TypeError where an option is unknown or unusable, or the object takes no properties
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export function observe(pc: PeerConnectionLike, options: ObserveOptions = {}): Observer {
  let oracle = createOracleFor("observe", options, ["id", "onStep"]);
  const { id = "1", onStep } = options;
  if (typeof id !== "string") throw new TypeError("observe: id must be a string");
  if (onStep !== undefined && typeof onStep !== "function") throw new TypeError("observe: onStep must be a function");
  if (!Object.isExtensible(pc)) throw new TypeError("observe: an object that takes no properties cannot be observed");
  const events: TraceEvent[] = [];
  const steps: Step[] = [];
  const record = (event: TraceEvent) => {
    events.push(event);
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    for (const step of followed.steps) {
      steps[step.index] = step;
      notify(onStep, step);
    }
  };
  const unhear = hearStates(pc, (signalingState) => record({ kind: "state", time: Date.now(), signalingState }));
  const look = () => lookAt(pc, unhear !== null);
  record({ kind: "attached", time: Date.now(), seen: look(), options: oracle.session.options });
  const unwatch = watchOrUnhear(
    pc,
    {
      called: (call) => record({ kind: "call", time: Date.now(), ...call }),
      settled: (settlement) => record({ kind: "settled", time: Date.now(), ...settlement, seen: look() }),
    },
    unhear,
  );
  const judged = () => steps.filter((step) => step !== undefined);
  return {
    get steps() {
      return judged();
    },
    get conforms() {
      return judged().every((step) => step.verdict !== "divergence");
    },
    get summary() {
      return summaryOf(judged(), oracle.knownDeviations);
    },
    trace: () => observedTrace(id, events),
    detach() {
      unhear?.();
      unwatch();
    },
  };
}

// An error of the callback's is no error of the call.
function notify(onStep: ObserveOptions["onStep"], step: Step): void {
  try {
    onStep?.(step);
  } catch (error) {
    const { reportError, console }: ErrorReporting = globalThis as object;
    if (reportError === undefined) console?.error(error);
    else reportError(error);
  }
}

interface ErrorReporting {
  /** Browsers have it: reports an error that no code caught. */
  readonly reportError?: (error: unknown) => void;
  readonly console?: { error(error: unknown): void };
}

// An object that does not let its methods be watched is left as it was.
function watchOrUnhear(pc: PeerConnectionLike, listener: CallListener, unhear: (() => void) | null): () => void {
  try {
    return watchCalls(pc, listener);
  } catch (error) {
    unhear?.();
    throw error;
  }
}
