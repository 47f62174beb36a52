import { assign, emit, enqueueActions, type StateMachine, type StateSchema, setup } from "xstate";
import type { Connection } from "../connection/connection.ts";
import { createConnection } from "../connection/create-connection.ts";
import type { ConnectionEffect } from "../connection/effect.ts";
import type { ConnectionInput } from "../connection/input.ts";
import type { Progress } from "../connection/operation.ts";
import type { ConnectionOptions } from "../connection/options.ts";
import { stepConnection } from "../connection/step.ts";

import { type SignalingState, signalingStates } from "../signaling/transition-table.ts";

/** How far the first operation of the chain is; `idle` where the chain is empty. */
export type OperationsState = Progress["phase"] | "idle";

/** Whether negotiation is needed; `waiting` where the flag is updated once the chain is empty. */
export type NegotiationState = "not-needed" | "needed" | "waiting";

/** The machine's parallel regions. */
export interface ConnectionMachineValue {
  readonly signaling: SignalingState;
  readonly operations: OperationsState;
  readonly negotiation: NegotiationState;
}

/** The machine's context: the connection, and the effects of the last input (none at first). */
export interface ConnectionMachineContext {
  readonly connection: Connection;
  readonly effects: readonly ConnectionEffect[];
}

/** The type of the machine, named by hand: xstate's inferred one fills pages. */
export type ConnectionMachine = StateMachine<
  ConnectionMachineContext,
  ConnectionInput,
  Record<string, never>,
  never,
  never,
  never,
  never,
  { signaling: SignalingState; operations: OperationsState; negotiation: NegotiationState },
  string,
  ConnectionOptions | undefined,
  never,
  ConnectionEffect,
  Record<string, unknown>,
  StateSchema
>;

const operationsStates: readonly OperationsState[] = [
  "idle",
  "creating",
  "applying",
  "adding-candidate",
  "replacing-track",
  "settling",
  "decided",
  "settled",
];

const negotiationStates: readonly NegotiationState[] = ["not-needed", "needed", "waiting"];

function regionStates(connection: Connection): ConnectionMachineValue {
  const { session, progress, negotiationNeeded, updateNegotiationNeededFlagOnEmptyChain } = connection;
  const needed = negotiationNeeded ? "needed" : "not-needed";
  return {
    signaling: session.signalingState,
    operations: progress?.phase ?? "idle",
    negotiation: updateNegotiationNeededFlagOnEmptyChain ? "waiting" : needed,
  };
}

const connectionSetup = /* @__PURE__ */ setup({
  types: {} as {
    context: ConnectionMachineContext;
    events: ConnectionInput;
    emitted: ConnectionEffect;
    input: ConnectionOptions | undefined;
  },
  guards: {
    connectionIsAt: ({ context }, { region, state }: { region: keyof ConnectionMachineValue; state: string }) =>
      regionStates(context.connection)[region] === state,
  },
  actions: {
    step: /* @__PURE__ */ enqueueActions(({ context, event, enqueue }) => {
      const { connection, effects } = stepConnection(context.connection, event as ConnectionInput);
      enqueue(assign({ connection, effects }));
      for (const effect of effects) enqueue(emit(effect));
    }),
  },
});

// A region goes wherever the connection has gone.
function parallelRegion(region: keyof ConnectionMachineValue, initial: string, states: readonly string[]) {
  const always = states.map((state) => {
    return { target: state, guard: { type: "connectionIsAt", params: { region, state } } } as const;
  });
  const elsewhere = (own: string) => always.filter(({ target }) => target !== own);
  return { initial, states: Object.fromEntries(states.map((state) => [state, { always: elsewhere(state) }])) };
}

/**
 * The whole connection as an xstate v5 statechart; `input` is ConnectionOptions. Its events are the inputs of `step`, and
 * for every input both agree. `snapshot.value` has three parallel regions: the signaling state, how far the first operation
 * of the chain is, and whether negotiation is needed. `snapshot.context.connection` is the Connection, and every effect is
 * emitted.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export const connectionMachine: ConnectionMachine = /* @__PURE__ */ connectionSetup.createMachine({
  id: "connection",
  type: "parallel",
  context: ({ input }) => ({ connection: createConnection(input), effects: [] }),
  on: { "*": { actions: "step" } },
  states: {
    signaling: parallelRegion("signaling", "stable", signalingStates),
    operations: parallelRegion("operations", "idle", operationsStates),
    negotiation: parallelRegion("negotiation", "not-needed", negotiationStates),
  },
}) as unknown as ConnectionMachine;
