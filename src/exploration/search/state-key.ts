import type { Connection } from "../../connection/connection.ts";
import type { Session } from "../../session/session.ts";
import { listedItems } from "../../connection/structure/list.ts";
import { waiting } from "../../connection/structure/queue.ts";
import type { Transceiver } from "../../connection/transceiver.ts";
import { type AgendaItem, type Peer, peerNames, type World } from "../world.ts";

/** How states are told apart, for whoever reads the figures. */
export const howStatesAreToldApart =
  "by their values: of each peer every slot of the connection, the chain, the queued tasks and the work under way, the " +
  "negotiator's variables and open calls, and what the application is yet to do; and the messages on their way. " +
  "Not by the numbers of operations and tasks, which count from the first that waits, nor by those of transports, " +
  "which count in the order in which transceivers use them.";

/** Gives worlds that are the same the same key. Equal parts of worlds share what was written of them. */
export function stateKeys(): (world: World) => string {
  const number = numbering();
  const peers = cached((peer: Peer) => number(textOfPeer(peer, parts)));
  const parts: Parts = {
    transceiver: cached((transceiver: Transceiver) => textOfTransceiver(transceiver)),
    session: cached((session: Session) => number(textOfSession(session))),
  };
  return ({ peers: { a, b }, network }) => {
    const messages = peerNames.map((name) => network[name].map((message) => number(JSON.stringify(message))).join(","));
    return `${peers(a)} ${peers(b)} ${messages.join("/")}`;
  };
}

interface Parts {
  readonly transceiver: (transceiver: Transceiver) => string;
  readonly session: (session: Session) => number;
}

function textOfPeer(peer: Peer, parts: Parts): string {
  const { variables, open, agenda, acts, own, generation, gathered, stable } = peer;
  return JSON.stringify([
    textOfConnection(peer.connection, parts),
    variables,
    Object.entries(open).map(([id, { at, type }]) => [id, at, type]),
    agenda.map(textOfItem),
    acts.length,
    own,
    generation,
    gathered,
    stable,
  ]);
}

function textOfItem(item: AgendaItem): unknown {
  if (item.kind === "task") return "task";
  return item.kind === "work" ? item.work : item;
}

function textOfConnection(connection: Connection, parts: Parts): string {
  const { session, created, progress, negotiationNeeded, updateNegotiationNeededFlagOnEmptyChain } = connection;
  const transports = transportNumbers(connection);
  return JSON.stringify([
    parts.session(session),
    created,
    waiting(connection.operations).map(({ call, action }) => [call, action]),
    progress,
    waiting(connection.tasks).map(({ id: _, ...task }) => ("operation" in task ? { ...task, operation: 0 } : task)),
    negotiationNeeded,
    updateNegotiationNeededFlagOnEmptyChain,
    listedItems(connection.transceivers).map((one) => [parts.transceiver(one), ...transportsOf(one).map(transports)]),
    listedItems(connection.dataChannels),
    connection.sctpTransport === null ? null : transports(connection.sctpTransport.transport),
    connection.localIceCredentialsToReplace,
    listedItems(connection.earlyCandidates),
    listedItems(connection.localCandidates),
    listedItems(connection.remoteCandidates),
  ]);
}

function textOfSession(session: Session): string {
  const { options: _, ...slots } = session;
  return JSON.stringify(slots);
}

function textOfTransceiver(transceiver: Transceiver): string {
  const { sender, receiver, ...slots } = transceiver;
  const { transport: _, lastStableStateTransport: __, ...ofSender } = sender;
  const { transport: ___, lastStableStateTransport: ____, ...ofReceiver } = receiver;
  return JSON.stringify([slots, ofSender, ofReceiver]);
}

function transportsOf({ sender, receiver }: Transceiver): readonly (number | null)[] {
  return [sender.transport, sender.lastStableStateTransport, receiver.transport, receiver.lastStableStateTransport];
}

function transportNumbers(connection: Connection): (transport: number | null) => number | null {
  const numbers = new Map<number, number>();
  const used = listedItems(connection.transceivers).flatMap(transportsOf);
  for (const transport of [...used, connection.sctpTransport?.transport ?? null]) {
    if (transport !== null && !numbers.has(transport)) numbers.set(transport, numbers.size);
  }
  return (transport) => (transport === null ? null : (numbers.get(transport) ?? null));
}

/** Numbers texts, so that long ones are kept once. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

/** What was made of an object is made once. */
function cached<Value extends object, Made>(make: (value: Value) => Made): (value: Value) => Made {
  const made = new WeakMap<Value, Made>();
  return (value) => {
    const known = made.get(value);
    if (known !== undefined) return known;
    const fresh = make(value);
    made.set(value, fresh);
    return fresh;
  };
}
