import { assign, emit, enqueueActions, raise, type StateMachine, type StateSchema, setup } from "xstate";
import { createSession } from "../session/create-session.ts";
import type { Effect } from "../session/effect.ts";
import type { SessionOptions } from "../session/options.ts";
import type { Outcome } from "../session/outcome.ts";
import type { Rejection } from "../session/rejection/rejection.ts";
import type { Session } from "../session/session.ts";
import { type Call, step } from "../session/step.ts";
import { type EdgeName, edgeName } from "../signaling/names.ts";
import { type SignalingState, sdpTypes, sides, transitionTable } from "../signaling/transition-table.ts";

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

function outcomeOf(session: Session, event: SignalingEvent): Outcome {
  return step(session, { ...event, method: event.type } as Call);
}

// The edge that the session goes along first; null where it stays. Only the machine raises these events.
function firstEdge(method: SignalingEvent["type"], outcome: Outcome): EdgeName | null {
  if (outcome.kind === "create") return null;
  // Implicit rollback goes along two edges: this is the first, whether or not the second was then refused.
  if (outcome.rolledBack !== null) return edgeName("local", "rollback");
  if (outcome.kind !== "applied" || outcome.description === null) return null;
  return edgeName(method === "setLocalDescription" ? "local" : "remote", outcome.description.type);
}

// Where the machine stands when the first edge is gone along.
function sessionAfterFirstEdge(outcome: Outcome): Session {
  return outcome.kind === "create" ? outcome.session : (outcome.rolledBack?.session ?? outcome.session);
}

function effectsIn(outcome: Outcome): readonly Effect[] {
  return outcome.kind === "create" ? [] : [...(outcome.rolledBack?.effects ?? []), ...outcome.effects];
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
      const call = event as SignalingEvent;
      const outcome = outcomeOf(context.session, call);
      const edge = firstEdge(call.type, outcome);
      enqueue(assign({ session: sessionAfterFirstEdge(outcome), outcome }));
      for (const effect of effectsIn(outcome)) enqueue(emit(effect));
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
