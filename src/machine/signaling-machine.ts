import { assign, emit, enqueueActions, raise, type StateMachine, type StateSchema, setup } from "xstate";
import { close } from "../session/close.ts";
import { createSession } from "../session/create-session.ts";
import { answerCreated, offerCreated } from "../session/created-description.ts";
import { type Decision, decideLocal, decideRemote } from "../session/decide.ts";
import type { SessionOptions } from "../session/options.ts";
import type { Effect, Outcome } from "../session/outcome.ts";
import type { Rejection } from "../session/rejection/rejection.ts";
import type { Session } from "../session/session.ts";
import { carryOut } from "../session/set-description.ts";
import { sdpTypes, sides } from "../signaling/edge.generated.ts";
import { type SdpType, type Side, type SignalingState, transitionTable } from "../signaling/transition-table.ts";

/** What can be sent to the machine: the calls of the functions, by their names. */
export type SignalingEvent =
  | { readonly type: "setLocalDescription"; readonly description?: unknown }
  | { readonly type: "setRemoteDescription"; readonly description?: unknown }
  | { readonly type: "offerCreated"; readonly sdp: string }
  | { readonly type: "answerCreated"; readonly sdp: string }
  | { readonly type: "close" };

/** What the machine emits: every effect, every rejection, and the wish for a created description. */
export type SignalingEmitted =
  | Effect
  | { readonly type: "rejected"; readonly rejection: Rejection }
  | { readonly type: "create"; readonly descriptionType: "offer" | "answer" };

/** The machine's context: the session, and what came of the last call (null at first). */
export interface SignalingContext {
  readonly session: Session;
  readonly outcome: Outcome | null;
}

/** The type of the machine, named by hand: xstate's inferred one fills pages. */
export type SignalingMachine = StateMachine<
  SignalingContext,
  SignalingEvent,
  Record<string, never>,
  never,
  never,
  never,
  never,
  SignalingState,
  string,
  SessionOptions | undefined,
  never,
  SignalingEmitted,
  Record<string, unknown>,
  StateSchema
>;

/** The edges' names are those of the figure in RFC 9429 §3.2; only the machine raises them. */
type EdgeName = `${"setLocal" | "setRemote"}(${Uppercase<SdpType>})`;

function edgeName(side: Side, type: SdpType): EdgeName {
  return `${side === "local" ? "setLocal" : "setRemote"}(${type.toUpperCase() as Uppercase<SdpType>})`;
}

interface Handled {
  readonly outcome: Outcome;
  /** The edge that the outcome goes along; null where it stays. */
  readonly edge: EdgeName | null;
}

function handle(session: Session, event: SignalingEvent): Handled {
  switch (event.type) {
    case "setLocalDescription":
      return handleDescription(session, "local", decideLocal(session, event.description));
    case "setRemoteDescription":
      return handleDescription(session, "remote", decideRemote(session, event.description));
    case "offerCreated":
      return { outcome: offerCreated(session, event.sdp), edge: null };
    case "answerCreated":
      return { outcome: answerCreated(session, event.sdp), edge: null };
    case "close":
      return { outcome: close(session), edge: null };
  }
}

function handleDescription(session: Session, side: Side, decision: Decision): Handled {
  const outcome = carryOut(session, side, decision);
  if (decision.kind !== "apply" || outcome.session === session) return { outcome, edge: null };
  // Implicit rollback goes along two edges: this is the first, whether or not the second was then refused.
  if (decision.implicitRollback) return { outcome, edge: edgeName("local", "rollback") };
  return { outcome, edge: edgeName(side, decision.type) };
}

const machineSetup = setup({
  types: {} as {
    context: SignalingContext;
    events: SignalingEvent | { readonly type: EdgeName };
    emitted: SignalingEmitted;
    input: SessionOptions | undefined;
  },
  guards: {
    // An edge is gone along only where the decision already led: a forged event moves nothing.
    sessionArrivedAt: ({ context }, { state }: { state: SignalingState }) => context.session.signalingState === state,
  },
  actions: {
    decide: enqueueActions(({ context, event, enqueue }) => {
      const { outcome, edge } = handle(context.session, event as SignalingEvent);
      const session = outcome.kind === "applied" ? (outcome.rolledBack ?? outcome.session) : outcome.session;
      enqueue(assign({ session, outcome }));
      for (const effect of outcome.effects) enqueue(emit(effect));
      if (outcome.kind === "rejected") enqueue(emit({ type: "rejected", rejection: outcome.rejection }));
      if (outcome.kind === "create") enqueue(emit({ type: "create", descriptionType: outcome.type }));
      if (edge !== null) enqueue(raise({ type: edge }));
    }),
    // After the first edge of an implicit rollback, the second: the remote offer.
    goOn: enqueueActions(({ context, enqueue }) => {
      const { session, outcome } = context;
      if (outcome === null || outcome.session === session) return;
      enqueue(assign({ session: outcome.session }));
      enqueue(raise({ type: edgeName("remote", "offer") }));
    }),
  },
});

type Edges = Partial<Record<EdgeName, ReturnType<typeof edgeTo>>>;

function edgeTo(target: SignalingState) {
  return { target, guard: { type: "sessionArrivedAt", params: { state: target } }, actions: "goOn" } as const;
}

function edgesFrom(state: SignalingState): Edges {
  const edges: Edges = {};
  for (const side of sides) {
    for (const type of sdpTypes) {
      const cell = transitionTable[state][side][type];
      if (cell !== null)
        edges[edgeName(side, type)] = edgeTo(typeof cell === "string" ? cell : cell.rollbackFromPranswer);
    }
  }
  return edges;
}

/**
 * The signaling state machine as an xstate v5 statechart; `input` is SessionOptions. `snapshot.value` is the
 * signaling state, `snapshot.context.session` the Session, `snapshot.context.outcome` the last Outcome. For every
 * input it agrees with the functions. Effects, rejections and creation requests are emitted.
 *
 * Each call is decided once, at the root, which then raises an event named like the figure's edge: with xstate's
 * pure `transition()` it shows up as one more action. `closed` is not final: a stopped actor would swallow the calls
 * that must be refused.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2
 */
export const signalingMachine: SignalingMachine = machineSetup.createMachine({
  id: "signaling",
  context: ({ input }) => ({ session: createSession(input), outcome: null }),
  on: {
    setLocalDescription: { actions: "decide" },
    setRemoteDescription: { actions: "decide" },
    offerCreated: { actions: "decide" },
    answerCreated: { actions: "decide" },
    close: { target: ".closed", actions: "decide" },
  },
  initial: "stable",
  states: {
    stable: { on: edgesFrom("stable") },
    "have-local-offer": { on: edgesFrom("have-local-offer") },
    "have-remote-offer": { on: edgesFrom("have-remote-offer") },
    "have-local-pranswer": { on: edgesFrom("have-local-pranswer") },
    "have-remote-pranswer": { on: edgesFrom("have-remote-pranswer") },
    closed: { on: edgesFrom("closed") },
  },
}) as unknown as SignalingMachine;
