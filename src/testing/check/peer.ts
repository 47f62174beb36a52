import { descriptionOf, errorOf } from "../../oracle/evidence/plain-data.ts";
import type { CallName } from "../../oracle/evidence/trace-event.ts";
import { judge } from "../../oracle/judge.ts";
import { createOracle, type Oracle, type OracleOptions } from "../../oracle/oracle.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { hearStates, lookAt, type PeerConnectionLike } from "../peer-connection.ts";
import { pause, type Settled, settle } from "../timing.ts";
import type { PeerName } from "./action.ts";

/** How long things may take, in ms. */
export interface Patience {
  /** How long a call may take to settle. */
  readonly settleTimeout: number;
  /** How long to wait for late events after a call. */
  readonly pause: number;
}

/** A peer connection under test, and the oracle that follows it. */
export interface Peer {
  readonly name: PeerName;
  readonly pc: PeerConnectionLike;
  /** What createOffer() and createAnswer() gave last, and the name of the constant in code; null at first. */
  readonly created: Record<"offer" | "answer", Created | null>;
  oracle: Oracle;
  call(name: CallName, ...args: unknown[]): Promise<Called>;
  close(): Promise<void>;
}

/** An SDP that a peer connection made, and the code that says where it is from. */
export interface Created {
  readonly sdp: string;
  readonly code: string;
}

/** A call, judged, and what it gave. */
export interface Called {
  readonly step: Step;
  readonly created: { readonly type: string; readonly sdp: string } | null;
}

/** Follows a peer connection whose calls are made one at a time. */
export function peerOf(name: PeerName, pc: PeerConnectionLike, options: OracleOptions, patience: Patience): Peer {
  const heard: SignalingState[] = [];
  const unhear = hearStates(pc, (state) => heard.push(state));
  const peer: Peer = {
    name,
    pc,
    created: { offer: null, answer: null },
    oracle: createOracle(options),
    async call(method, ...args) {
      const description = method.startsWith("set") ? args[0] : undefined;
      const look = () => ({ ...lookAt(pc, true), events: heard.splice(0) });
      const [settled, seen] = await settle(() => invoke(pc, method, args), patience.settleTimeout, look);
      await pause(patience.pause);
      const lateEvents = heard.splice(0);
      const outcome = outcomes[settled.kind];
      const error = settled.kind === "rejected" ? errorOf(settled.reason) : null;
      const created = method.startsWith("create") && settled.kind === "fulfilled" ? descriptionOf(settled.value) : null;
      const { signalingState, slots } = seen;
      const events = unhear === null ? {} : { events: seen.events, lateEvents };
      const observation = { call: method, description, outcome, error, created, signalingState, slots, ...events };
      const judged = judge(peer.oracle, observation);
      peer.oracle = judged.oracle;
      return { step: judged.step, created };
    },
    close() {
      unhear?.();
      return giveUp(pc, patience.settleTimeout);
    },
  };
  return peer;
}

/** Closes it, whatever comes of that; waits for it, no longer than that many ms. */
export async function giveUp(pc: PeerConnectionLike, ms: number): Promise<void> {
  await settle(
    () => pc.close(),
    ms,
    () => null,
  );
}

const outcomes = { fulfilled: "applied", rejected: "rejected", unsettled: "unsettled" } as const satisfies Record<
  Settled["kind"],
  string
>;

function invoke(pc: PeerConnectionLike, method: CallName, args: readonly unknown[]): unknown {
  const target: unknown = pc[method];
  // As a platform would say it that knows the method and does not have it.
  if (typeof target !== "function") {
    throw Object.assign(new Error(`there is no ${method}()`), { name: "NotSupportedError" });
  }
  return Reflect.apply(target, pc, args);
}
