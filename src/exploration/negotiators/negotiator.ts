import type { CandidateInit, LocalCandidate } from "../../connection/candidate.ts";
import type { MethodCall } from "../../connection/input.ts";
import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import type { Description } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/** What negotiators send each other. */
export type Signal = { readonly description: Description } | { readonly candidate: CandidateInit };

/** What happens to a negotiator. */
export type NegotiatorEvent =
  | { readonly type: "negotiationneeded" }
  | { readonly type: "icecandidate"; readonly candidate: LocalCandidate }
  | { readonly type: "message"; readonly message: Signal }
  /** The promise of a call is settled: with a value, or an error. */
  | {
      readonly type: "settled";
      readonly after: Resumption;
      readonly value: Description | null;
      readonly rejection: ConnectionRejection | null;
    };

/** What a negotiator sees of its connection at that moment. */
export interface View {
  readonly polite: boolean;
  readonly signalingState: SignalingState;
  readonly localDescription: Description | null;
}

/** Where an asynchronous function goes on once a call is settled: a plain value, of the negotiator's choice. */
export interface Resumption {
  readonly at: string;
  /** The type of the description that was received, where there is one. */
  readonly type?: string;
}

/** What a negotiator does, one after the other, before anything else happens. */
export type Command =
  | { readonly do: "call"; readonly call: MethodCall; readonly goOn: Resumption }
  | { readonly do: "send"; readonly message: Signal }
  /** An error that the code did not expect. */
  | { readonly do: "complain"; readonly rejection: ConnectionRejection };

/** The variables of a negotiator. */
export type Variables = Readonly<Record<string, boolean>>;

/** An application's negotiation code, as a pure function: its asynchronous functions are cut where they wait. */
export interface Negotiator {
  readonly name: string;
  readonly variables: Variables;
  react(
    variables: Variables,
    event: NegotiatorEvent,
    view: View,
  ): { readonly variables: Variables; readonly commands: readonly Command[] };
}

/** Calls a method, and goes on there. */
export function call(method: MethodCall, at: string, type?: string): Command {
  return { do: "call", call: method, goOn: type === undefined ? { at } : { at, type } };
}

/** Sends the local description as it is now. */
export function sendLocalDescription({ localDescription }: View): readonly Command[] {
  return localDescription === null ? [] : [{ do: "send", message: { description: localDescription } }];
}

/** Sends a candidate. */
export function sendCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: LocalCandidate): Command {
  return { do: "send", message: { candidate: { candidate, sdpMid, sdpMLineIndex, usernameFragment } } };
}

/** Complains about an error. */
export function complain(rejection: ConnectionRejection | null): readonly Command[] {
  return rejection === null ? [] : [{ do: "complain", rejection }];
}
