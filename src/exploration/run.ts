import type { Connection, SteppedConnection } from "../connection/connection.ts";
import type { ConnectionEffect, Work } from "../connection/effect.ts";
import type { CallId, ConnectionInput, MethodCall } from "../connection/input.ts";
import type { ConnectionRejection } from "../connection/rejection/connection-rejection.ts";
import { stepConnection } from "../connection/step.ts";
import type { Command, NegotiatorEvent, Resumption, Signal, View } from "./negotiators/negotiator.ts";
import { lostLine, stableState } from "./properties/stable-state.ts";
import type { Sight, Violation } from "./properties/violation.ts";
import type { AgendaItem, Endpoint, EndpointName, Scenario } from "./world.ts";

/** An input that a connection was given, and what it has done. */
export interface FedInput {
  readonly before: Connection;
  readonly input: ConnectionInput;
  readonly stepped: SteppedConnection;
}

/** What one turn of a peer's event loop has done. */
export interface Turn {
  readonly peer: Endpoint;
  readonly fed: readonly FedInput[];
  readonly sent: readonly Signal[];
  readonly violations: readonly Violation[];
  readonly seen: readonly Sight[];
}

/** A turn while it is being made. */
export interface TurnDraft {
  readonly name: EndpointName;
  readonly scenario: Scenario;
  connection: Connection;
  variables: Endpoint["variables"];
  open: Record<string, Resumption>;
  agenda: AgendaItem[];
  own: number[];
  /** What the application's own call has returned last. */
  returned: number | null;
  failures: number;
  generation: number;
  gathered: string[];
  stable: string | null;
  readonly microtasks: (() => void)[];
  readonly fed: FedInput[];
  readonly sent: Signal[];
  readonly violations: Violation[];
  readonly seen: Sight[];
}

/** Begins a turn. */
export function runOf(name: EndpointName, scenario: Scenario, peer: Endpoint): TurnDraft {
  const { connection, variables, generation, failures, stable } = peer;
  return {
    ...{ name, scenario, connection, variables, generation, failures, stable },
    open: { ...peer.open },
    agenda: [...peer.agenda],
    own: [...peer.own],
    returned: null,
    gathered: [...peer.gathered],
    ...{ microtasks: [], fed: [], sent: [], violations: [], seen: [] },
  };
}

/** Ends a turn: all microtasks have run. */
export function ended(run: TurnDraft, acts: Endpoint["acts"]): Turn {
  for (let next = run.microtasks.shift(); next !== undefined; next = run.microtasks.shift()) next();
  const { connection, variables, open, agenda, own, generation, gathered, failures, stable } = run;
  const { fed, sent, violations, seen } = run;
  return {
    peer: { connection, variables, open, agenda, acts, own, generation, gathered, failures, stable },
    ...{ fed, sent, violations, seen },
  };
}

/** Gives the connection an input, and does what its effects say, each before the next. */
export function feed(run: TurnDraft, input: ConnectionInput): void {
  const before = run.connection;
  const stepped = stepConnection(before, input);
  const { connection, effects } = stepped;
  run.fed.push({ before, input, stepped });
  run.connection = connection;
  watchRollback(run, before, connection);
  for (const effect of effects) carryOut(run, effect);
}

/** Calls a method for the negotiator. */
export function callFor(run: TurnDraft, method: MethodCall, then: Resumption): void {
  const id = freeId(run.open);
  run.open[id] = then;
  feed(run, { type: "call", call: id, ...method });
}

/** Has the negotiator react. */
export function react(run: TurnDraft, event: NegotiatorEvent): void {
  const { scenario, name } = run;
  const { variables, commands } = scenario.negotiators[name].react(run.variables, event, viewOf(run));
  if (variables.ignoreOffer && event.type === "message") run.seen.push("ignored offer");
  run.variables = variables;
  for (const command of commands) obey(run, command);
}

function obey(run: TurnDraft, command: Command): void {
  if (command.do === "send") run.sent.push(command.message);
  else if (command.do === "call") callFor(run, command.call, command.goOn);
  else if (!isExpected(run, command.rejection)) {
    const { error, message } = command.rejection;
    run.violations.push({ property: "no-unexpected-error", message: `${run.name}: ${error}: ${message}` });
  }
}

// On a closed connection every call is refused; where work may fail, its failure comes to the application.
function isExpected({ connection, scenario }: TurnDraft, { code }: ConnectionRejection): boolean {
  if (connection.session.signalingState === "closed") return true;
  return (scenario.failures ?? 0) > 0 && (code === "operation-failed" || code === "work-failed");
}

function viewOf({ name, connection: { session } }: TurnDraft): View {
  return {
    polite: name === "b",
    signalingState: session.signalingState,
    localDescription: session.pendingLocalDescription ?? session.currentLocalDescription,
  };
}

function carryOut(run: TurnDraft, effect: ConnectionEffect) {
  switch (effect.type) {
    case "resolve":
      return settleCall(run, effect.call, { value: effect.value, rejection: null });
    case "reject":
      return settleCall(run, effect.call, { value: null, rejection: effect.rejection });
    case "react":
      run.microtasks.push(() => feed(run, { type: "reaction", operation: effect.operation }));
      return;
    case "start":
      run.agenda.push({ kind: "work", operation: effect.operation, work: effect.work });
      return noteStart(run, effect.work);
    case "queue-task":
      run.agenda.push({ kind: "task", task: effect.task });
      return;
    case "negotiationneeded":
      return react(run, { type: "negotiationneeded" });
    case "icecandidate":
      return react(run, { type: "icecandidate", candidate: effect.candidate });
    case "return":
      run.returned = effect.value;
      return;
    case "throw":
      run.violations.push({ property: "no-throw", message: `${run.name}: ${effect.rejection.message}` });
      return;
    default:
  }
}

type Settling = Pick<NegotiatorEvent & { readonly type: "settled" }, "value" | "rejection">;

function settleCall(run: TurnDraft, id: CallId, settlement: Settling): void {
  const after = run.open[id];
  if (after === undefined || wasClosed(run, settlement.rejection)) {
    run.violations.push({ property: "settled-once", message: `${run.name}: the call ${id} is settled again, or late` });
    return;
  }
  delete run.open[id];
  run.microtasks.push(() => react(run, { type: "settled", after, ...settlement }));
}

// A call on a closed connection is rejected at once; no other is settled any more.
function wasClosed({ connection }: TurnDraft, rejection: ConnectionRejection | null): boolean {
  if (connection.session.signalingState !== "closed") return false;
  return rejection?.code !== "call-on-closed-connection" && rejection?.code !== "connection-closed";
}

function noteStart(run: TurnDraft, work: Work): void {
  if (work.kind !== "apply-description" || work.description.type !== "rollback" || work.side !== "local") return;
  if (run.connection.progress?.phase === "applying" && run.connection.progress.offer !== null) {
    run.seen.push("implicit rollback");
  }
}

// Remembers the state that an offer leads away from, and compares it with the one that a rollback leads back to.
function watchRollback(run: TurnDraft, before: Connection, after: Connection): void {
  const [from, to] = [before.session.signalingState, after.session.signalingState];
  const receptive = run.scenario.receptive ?? false;
  if (from === to) return;
  if (from === "stable") run.stable = stableState(before, receptive);
  if (to !== "stable") return;
  const rolledBack = before.session.currentLocalDescription === after.session.currentLocalDescription;
  const lost = rolledBack && run.stable !== null ? lostLine(run.stable, after, receptive) : null;
  if (lost !== null) run.violations.push({ property: "rollback-restores", message: `${run.name} has lost ${lost}` });
  run.stable = null;
}

function freeId(open: Readonly<Record<string, Resumption>>): string {
  let id = 0;
  while (Object.hasOwn(open, `${id}`)) id++;
  return `${id}`;
}
