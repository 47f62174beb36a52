import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/session.ts";
import type { Connection, Counters, Created } from "./connection.ts";
import { type ConnectionOptions, resolveConnectionOptions } from "./options.ts";
import { noItems } from "./structure/list.ts";
import { emptyQueue } from "./structure/queue.ts";
import { noSenders } from "./transceivers/senders.ts";

/** Nothing was created. */
export const nothingCreated: Created = /* @__PURE__ */ Object.freeze({
  offerStale: false,
  answerStale: false,
  offeredTransceivers: /* @__PURE__ */ Object.freeze({}),
});

/** No description, and so nothing that it says. */
const nothingDescribed = /* @__PURE__ */ Object.freeze({
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
});

const fromZero: Counters = /* @__PURE__ */ Object.freeze({
  operation: 0,
  task: 0,
  transceiver: 0,
  transport: 0,
  channel: 0,
});

/**
 * A new connection: in stable, with no transceiver, and nothing under way.
 *
 * @param options the session's options, the revision, the configuration; members that are undefined have their default
 * @throws TypeError where the options are unusable: an unknown name, a bad value
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection
 */
export function createConnection(options?: ConnectionOptions): Connection {
  const resolved = resolveConnectionOptions(options);
  if (!resolved.ok) throw new TypeError(`createConnection: ${resolved.reason}`);
  const { session, connection, configuration } = resolved.value;
  return Object.freeze({
    options: connection,
    configuration,
    session: createSession(session),
    mediaDescriptions: nothingDescribed,
    created: nothingCreated,
    operations: emptyQueue,
    progress: null,
    updateNegotiationNeededFlagOnEmptyChain: false,
    negotiationNeeded: false,
    negotiationChecked: false,
    tasks: emptyQueue,
    transceivers: noItems,
    senders: noSenders,
    associations: Object.freeze({}),
    openTransports: Object.freeze([]),
    dataChannels: noItems,
    sctpTransport: null,
    lastStableStateSctpTransport: null,
    localIceCredentialsToReplace: Object.freeze([]),
    earlyCandidates: noItems,
    localCandidates: noItems,
    remoteCandidates: noItems,
    localDescriptionCalled: false,
    next: fromZero,
  });
}

/**
 * A connection with that session of which only the signaling is followed: nothing is under way, it has no transceiver,
 * and no description is read for its m= sections.
 */
export function signalingConnection(session: Session): Connection {
  return { ...signalingOnly, session };
}

const signalingOnly: Connection = /* @__PURE__ */ withoutMedia(/* @__PURE__ */ createConnection());

function withoutMedia(connection: Connection): Connection {
  return { ...connection, options: Object.freeze({ ...connection.options, readsMedia: false }) };
}
