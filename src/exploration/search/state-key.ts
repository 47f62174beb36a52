import type { Connection } from "../../connection/connection.ts";
import { listedItems } from "../../connection/structure/list.ts";
import { waiting } from "../../connection/structure/queue.ts";
import type { Transceiver } from "../../connection/transceivers/transceiver.ts";
import type { AgendaItem, Endpoint } from "../world.ts";

/** How states are told apart, for whoever reads the figures. */
export const howStatesAreToldApart = `Two states are the same where these are:
  of each peer every slot of its connection, the chain, the queued tasks, the work under way, the negotiator's variables
  and open calls, and what its application is yet to do; and the messages on their way, in each direction in order.
  Numbers of operations and tasks count from the first that waits; those of transports, in the order of their use.`;

/** What tells a peer from others: the same text for peers that are the same. */
export function textOfPeer(peer: Endpoint): string {
  const { connection, variables, open, agenda, acts, own, generation, gathered, failures, stable } = peer;
  return JSON.stringify([
    textOfConnection(connection),
    variables,
    Object.entries(open).map(([id, { at, type }]) => [id, at, type]),
    agenda.map(textOfItem),
    acts.length,
    own,
    generation,
    gathered,
    failures,
    stable,
  ]);
}

function textOfItem(item: AgendaItem): unknown {
  if (item.kind === "task") return "task";
  return item.kind === "work" ? item.work : item;
}

function textOfConnection(connection: Connection): unknown {
  const { session, created, progress, negotiationNeeded, updateNegotiationNeededFlagOnEmptyChain } = connection;
  const { options: _, ...slots } = session;
  const transports = transportNumbers(connection);
  return [
    slots,
    created,
    waiting(connection.operations).map(({ call, action }) => [call, action]),
    progress,
    waiting(connection.tasks).map(({ id: _, ...task }) => ("operation" in task ? { ...task, operation: 0 } : task)),
    negotiationNeeded,
    updateNegotiationNeededFlagOnEmptyChain,
    listedItems(connection.transceivers).map((one) => [textOfTransceiver(one), transportsUsedBy(one).map(transports)]),
    listedItems(connection.dataChannels),
    connection.sctpTransport === null ? null : transports(connection.sctpTransport.transport),
    connection.localIceCredentialsToReplace,
    listedItems(connection.earlyCandidates),
    listedItems(connection.localCandidates),
    listedItems(connection.remoteCandidates),
  ];
}

function textOfTransceiver({ sender, receiver, ...slots }: Transceiver): unknown {
  const { transport: _, lastStableStateTransport: __, ...ofSender } = sender;
  const { transport: ___, lastStableStateTransport: ____, ...ofReceiver } = receiver;
  return [slots, ofSender, ofReceiver];
}

function transportsUsedBy({ sender, receiver }: Transceiver): readonly (number | null)[] {
  return [sender.transport, sender.lastStableStateTransport, receiver.transport, receiver.lastStableStateTransport];
}

function transportNumbers(connection: Connection): (transport: number | null) => number | null {
  const numbers = new Map<number, number>();
  const used = listedItems(connection.transceivers).flatMap(transportsUsedBy);
  for (const transport of [...used, connection.sctpTransport?.transport ?? null]) {
    if (transport !== null && !numbers.has(transport)) numbers.set(transport, numbers.size);
  }
  return (transport) => (transport === null ? null : (numbers.get(transport) ?? null));
}
