import type { EndpointName } from "../../exploration/world.ts";
import type { HandCall } from "../calls/hand-call.ts";
import type { NegotiationName } from "./negotiations.ts";

/** The code of each peer. */
export type Setup = Readonly<Record<EndpointName, NegotiationName>>;

/** What happens at a peer, one step of a schedule. */
export type ScheduleStep =
  /** Its application calls a method. */
  | { readonly peer: EndpointName; readonly kind: "call"; readonly call: HandCall }
  /** What waits in its event loop at that place has its turn: it succeeds, or fails. */
  | { readonly peer: EndpointName; readonly kind: "run" | "fail"; readonly item: number }
  /** The first message under way to it arrives, is lost, or arrives and will arrive again. */
  | { readonly peer: EndpointName; readonly kind: "deliver" | "lose" | "repeat" };

/** A schedule: what happens, and how far it has come. */
export interface Schedule {
  readonly setup: Setup;
  readonly steps: readonly ScheduleStep[];
  /** How many of the steps have happened. */
  readonly at: number;
}

/** Nothing has happened. */
export const emptySchedule: Schedule = { setup: { a: "hand", b: "hand" }, steps: [], at: 0 };
