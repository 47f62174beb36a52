import type { MethodName } from "../../../connection/input.ts";
import type { Difference } from "../../../oracle/verdict/difference.ts";
import { signalingStateOf } from "../../peer-connection.ts";
import type { PeerName } from "../calls/action.ts";
import type { MadeCall } from "../calls/made-call.ts";
import type { Wait } from "./actions/connection-action.ts";
import type { CallUnderWay } from "./call-under-way.ts";
import type { FollowedConnection } from "./followed-connection.ts";

/** A call that was made while others may have been under way. */
export interface RecordedCall {
  readonly peer: { readonly name: PeerName; readonly followed: FollowedConnection };
  readonly method: MethodName;
  readonly call: CallUnderWay;
  readonly constant: string | null;
  readonly wait: Wait;
  readonly place: number;
  /** What was found until the next call was made. */
  readonly differences: Difference[];
}

/** What a call exercises whose turn has not come. */
const waitingProvision = "operations-chain";

/** The calls as they stand now, each with what became of it so far. */
export function madeCalls(calls: readonly RecordedCall[]): readonly MadeCall[] {
  return calls.map(madeCall);
}

function madeCall({ peer, method, call, constant, wait, place, differences }: RecordedCall, index: number): MadeCall {
  const { followed, name } = peer;
  const turn = followed.model.turn(call.id) ?? null;
  const outcome = call.settlement?.outcome ?? "unsettled";
  const error = call.settlement?.error ?? null;
  const signalingState = signalingStateOf(followed.pc);
  const unknown = differences.some(({ knownDeviation }) => knownDeviation === null);
  const isDivergent = differences.length > 0;
  const [first] = differences;
  return {
    peer: name,
    code: call.code,
    constant,
    wait,
    place,
    step: {
      index,
      time: 0,
      call: method,
      type: typeInProvision(turn?.provision ?? ""),
      provision: turn?.provision ?? waitingProvision,
      before: turn?.before ?? signalingState,
      waited: 0,
      expected: null,
      observed: { outcome, message: error?.message ?? null, signalingState, stateSeen: true, error },
      verdict: unknown
        ? "divergence"
        : isDivergent
          ? "known-deviation"
          : outcome === "rejected"
            ? "illegal-call"
            : "conforms",
      fault: isDivergent ? "implementation" : outcome === "rejected" ? "application" : null,
      differences: Object.freeze([...differences]),
      why: isDivergent ? differences.map(({ message }) => message).join(" ") : null,
      cause: null,
      code: first?.code ?? null,
      rule: first?.rule ?? null,
      reference: first?.reference ?? null,
    },
  };
}

function typeInProvision(provision: string) {
  const [, type = null] = /-(offer|pranswer|answer|rollback)\b/.exec(provision) ?? [];
  return type as "offer" | "pranswer" | "answer" | "rollback" | null;
}
