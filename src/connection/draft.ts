import type { Connection, Counters, SteppedConnection } from "./connection.ts";
import type { ConnectionEffect } from "./effect.ts";
import { append, at, listedItems, listFrom, withReplaced } from "./structure/list.ts";
import { noSenders, sendersAfter } from "./transceivers/senders.ts";
import type { Transceiver } from "./transceivers/transceiver.ts";

/**
 * A connection while a step is being made: the algorithms set its slots as webrtc-pc does. Only a finished draft is seen
 * from outside, and what its slots hold is never changed, but withReplaced.
 */
export type Draft = { -readonly [Slot in keyof Connection]: Connection[Slot] } & {
  readonly effects: ConnectionEffect[];
};

/** A draft of a connection, without effects. */
export function draftOf(connection: Connection): Draft {
  return { ...connection, effects: [] };
}

/** The step that a draft has become. Where no slot has changed, the connection is the very object given. */
export function finished(before: Connection, draft: Draft): SteppedConnection {
  if (mayNeedNegotiation(before, draft)) draft.negotiationChecked = false;
  const slots = connectionOf(draft);
  const { effects } = draft;
  for (const effect of effects) Object.freeze(effect);
  return Object.freeze({
    connection: isChanged(before, slots) ? Object.freeze(slots) : before,
    effects: Object.freeze(effects),
  });
}

// Has a slot changed that decides whether negotiation is needed?
function mayNeedNegotiation(before: Connection, after: Connection): boolean {
  return (
    after.transceivers !== before.transceivers ||
    after.dataChannels !== before.dataChannels ||
    after.localIceCredentialsToReplace !== before.localIceCredentialsToReplace ||
    after.mediaDescriptions !== before.mediaDescriptions
  );
}

function isChanged(before: Connection, after: Connection): boolean {
  for (const name in after) if (after[name as keyof Connection] !== before[name as keyof Connection]) return true;
  return false;
}

// One by one: a copy of "the rest" takes many times as long, and every step ends here.
function connectionOf(draft: Draft): Connection {
  return {
    options: draft.options,
    configuration: draft.configuration,
    session: draft.session,
    mediaDescriptions: draft.mediaDescriptions,
    created: draft.created,
    operations: draft.operations,
    progress: draft.progress,
    updateNegotiationNeededFlagOnEmptyChain: draft.updateNegotiationNeededFlagOnEmptyChain,
    negotiationNeeded: draft.negotiationNeeded,
    negotiationChecked: draft.negotiationChecked,
    tasks: draft.tasks,
    transceivers: draft.transceivers,
    senders: draft.senders,
    associations: draft.associations,
    openTransports: draft.openTransports,
    dataChannels: draft.dataChannels,
    sctpTransport: draft.sctpTransport,
    lastStableStateSctpTransport: draft.lastStableStateSctpTransport,
    localIceCredentialsToReplace: draft.localIceCredentialsToReplace,
    earlyCandidates: draft.earlyCandidates,
    localCandidates: draft.localCandidates,
    remoteCandidates: draft.remoteCandidates,
    localDescriptionCalled: draft.localDescriptionCalled,
    next: draft.next,
  };
}

/** Adds an effect. */
export function emit(draft: Draft, effect: ConnectionEffect): void {
  draft.effects.push(effect);
}

/** `[[IsClosed]]`. */
export function isClosed({ session }: Pick<Connection, "session">): boolean {
  return session.signalingState === "closed";
}

/** Takes the next number of a kind. */
export function takeNumber(draft: Draft, counter: keyof Counters): number {
  const number = draft.next[counter];
  draft.next = Object.freeze({ ...draft.next, [counter]: number + 1 });
  return number;
}

/** The place of a transceiver in the set, by its id: the ids grow along the set. -1 where the set does not have it. */
export function placeOfTransceiver({ transceivers }: Pick<Connection, "transceivers">, id: number): number {
  let from = 0;
  let to = transceivers.size - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = at(transceivers, middle)?.id as number;
    if (found === id) return middle;
    if (found < id) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** The transceiver with that id, where it is in the set. */
export function transceiverWithId(connection: Pick<Connection, "transceivers">, id: number): Transceiver | undefined {
  return at(connection.transceivers, placeOfTransceiver(connection, id));
}

/** Puts a transceiver in the place of the one with its id. */
export function putTransceiver(draft: Draft, transceiver: Transceiver): void {
  const place = placeOfTransceiver(draft, transceiver.id);
  draft.senders = sendersAfter(draft.senders, at(draft.transceivers, place) ?? null, transceiver, place);
  draft.transceivers = withReplaced(draft.transceivers, place, Object.freeze(transceiver));
}

/** Adds a transceiver to the set. */
export function addToSet(draft: Draft, transceiver: Transceiver): void {
  draft.senders = sendersAfter(draft.senders, null, transceiver, draft.transceivers.size);
  draft.transceivers = append(draft.transceivers, Object.freeze(transceiver));
}

/** Changes every transceiver of the set, in its order; one for which `change` gives null leaves the set. */
export function changeTransceivers(draft: Draft, change: (transceiver: Transceiver) => Transceiver | null): void {
  const before = listedItems(draft.transceivers);
  const after: Transceiver[] = [];
  for (const transceiver of before) {
    const changed = change(transceiver);
    draft.senders = sendersAfter(draft.senders, transceiver, changed, after.length);
    if (changed !== null) after.push(changed === transceiver ? transceiver : Object.freeze(changed));
  }
  if (after.length === before.length && after.every((transceiver, index) => transceiver === before[index])) return;
  draft.transceivers = listFrom(after);
  // Where some have left, the others have moved to the front.
  if (after.length < before.length)
    draft.senders = Object.freeze({ ...draft.senders, reusableFrom: noSenders.reusableFrom });
}
