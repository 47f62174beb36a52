import type { CallName } from "../../../oracle/evidence/trace-event.ts";
import { judge } from "../../../oracle/judge.ts";
import type { Oracle } from "../../../oracle/oracle.ts";
import type { Step } from "../../../oracle/verdict/step.ts";
import type { SignalingState } from "../../../signaling/transition-table.ts";
import { createdDescription, hearStates, lookAt, type PeerConnectionLike, thrownError } from "../../peer-connection.ts";
import { pause, type Settled, settle } from "../../timing.ts";
import type { CheckSettings } from "../check-options.ts";
import { type Patience, settleWithin } from "../out-of-time.ts";
import type { PeerName } from "./action.ts";

/** A peer connection under test, and the oracle that follows it. */
export interface Peer {
  readonly name: PeerName;
  readonly pc: PeerConnectionLike;
  /** The last SDP that createOffer() and createAnswer() gave; null at first. */
  readonly created: Record<"offer" | "answer", SourcedSdp | null>;
  oracle: Oracle;
  call(name: CallName, ...args: unknown[]): Promise<CallResult>;
  close(): Promise<void>;
}

/** SDP that a peer connection made, and the code that refers to it. */
export interface SourcedSdp {
  readonly sdp: string;
  readonly code: string;
}

/** A judged call, and the description that it created. */
export interface CallResult {
  readonly step: Step;
  readonly created: { readonly type: string; readonly sdp: string } | null;
}

/** How a peer connection is followed. */
export type PeerSettings = Pick<CheckSettings, "oracle" | "pause"> & Patience;

/** Follows a peer connection whose calls are made one at a time. */
export function followedPeer(name: PeerName, pc: PeerConnectionLike, settings: PeerSettings): Peer {
  const { oracle, settleTimeout, limit } = settings;
  const heard: SignalingState[] = [];
  const unhear = hearStates(pc, (state) => heard.push(state));
  const peer: Peer = {
    name,
    pc,
    created: { offer: null, answer: null },
    oracle,
    async call(method, ...args) {
      const description = method.startsWith("set") ? args[0] : undefined;
      const look = () => ({ ...lookAt(pc, true), events: heard.splice(0) });
      const [settled, seen] = await settleWithin(settings, `${method}()`, () => invoke(pc, method, args), look);
      await pause(Math.min(settings.pause, limit.left()));
      const lateEvents = heard.splice(0);
      const outcome = outcomeOfSettling[settled.kind];
      const error = settled.kind === "rejected" ? thrownError(settled.reason) : null;
      const isCreated = method.startsWith("create") && settled.kind === "fulfilled";
      const created = isCreated ? createdDescription(settled.value) : null;
      const { signalingState, slots } = seen;
      const events = unhear === null ? {} : { events: seen.events, lateEvents };
      const observation = { call: method, description, outcome, error, created, signalingState, slots, ...events };
      const judged = judge(peer.oracle, observation);
      peer.oracle = judged.oracle;
      return { step: judged.step, created };
    },
    close() {
      unhear?.();
      return closeQuietly(pc, Math.min(settleTimeout, limit.left()));
    },
  };
  return peer;
}

/** Closes it, and waits for that no longer than so many ms; what close() throws is ignored. */
export async function closeQuietly(pc: PeerConnectionLike, ms: number): Promise<void> {
  await settle(
    () => pc.close(),
    ms,
    () => null,
  );
}

const outcomeOfSettling = {
  fulfilled: "applied",
  rejected: "rejected",
  unsettled: "unsettled",
} as const satisfies Record<Settled["kind"], string>;

function invoke(pc: PeerConnectionLike, method: CallName, args: readonly unknown[]): unknown {
  const target: unknown = pc[method];
  // The error of a platform that knows the method and does not support it.
  if (typeof target !== "function") {
    throw Object.assign(new Error(`${method}() is missing`), { name: "NotSupportedError" });
  }
  return Reflect.apply(target, pc, args);
}
