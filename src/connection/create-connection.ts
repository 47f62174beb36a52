import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/session.ts";
import { type Connection, initialConnection } from "./connection.ts";
import { type ConnectionOptions, resolveConnectionOptions } from "./options.ts";

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
  return initialConnection(createSession(session), connection, configuration);
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
