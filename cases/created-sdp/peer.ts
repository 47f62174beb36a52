import {
  type Capabilities,
  type CreateSdpInput,
  createAnswerSdp,
  createOfferSdp,
  type DescribedTransceiver,
  type NewTransport,
} from "../../src/entries/connection.ts";
import {
  answerCreated,
  createSession,
  type DescriptionType,
  type Outcome,
  offerCreated,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import { usualCapabilities } from "./capabilities.ts";
import { isRejected, mediaLinesIn } from "./media-lines.ts";

/** A transceiver whose members a test changes. */
export type PeerTransceiver = { -readonly [Name in keyof DescribedTransceiver]: DescribedTransceiver[Name] } & {
  stopping: boolean;
  stopped: boolean;
  /** May a remote offer be associated with it? */
  byTrack: boolean;
  /** Was it created by a remote offer? */
  byOffer: boolean;
};

/** How a peer differs from the usual one. */
export interface PeerOptions
  extends Partial<Pick<CreateSdpInput, "bundlePolicy" | "bundledTransport" | "rtcpMuxPolicy" | "sctp">> {
  readonly name: string;
  readonly capabilities?: Capabilities;
  readonly tlsIds?: boolean;
  /** What its session takes from the other side all the same. What the peer itself makes is judged without. */
  readonly tolerate?: readonly string[];
}

/** An end of a connection whose descriptions the library makes, as simple as can be: no transports, no queue. */
export interface Peer {
  readonly options: PeerOptions;
  session: Session;
  transceivers: PeerTransceiver[];
  dataChannel: boolean;
  iceRestart: boolean;
  /** How many descriptions it has created. */
  created: number;
  /** What a rollback gives back. */
  stable: { readonly transceivers: readonly PeerTransceiver[]; readonly mids: readonly (string | null)[] };
}

/** What was found wrong, as lines for people. */
export type Findings = readonly string[];

export function createPeer(options: PeerOptions): Peer {
  const { rtcpMuxPolicy, tolerate } = options;
  return {
    options,
    session: createSession({ rtcpMuxPolicy, tolerate }),
    transceivers: [],
    dataChannel: false,
    iceRestart: false,
    created: 0,
    stable: { transceivers: [], mids: [] },
  };
}

export function addTransceiver(
  peer: Peer,
  kind: "audio" | "video",
  { direction = "sendrecv", ...init }: Partial<PeerTransceiver> = {},
): PeerTransceiver {
  const transceiver = {
    kind,
    mid: null,
    stopping: false,
    stopped: false,
    byTrack: false,
    byOffer: false,
    direction,
    ...init,
  };
  peer.transceivers.push(transceiver);
  return transceiver;
}

/** The SDP of a new offer or answer, which the session then knows. */
export function create(peer: Peer, type: "offer" | "answer"): string {
  const input = inputOf(peer);
  peer.created += 1;
  const { dataChannel, iceRestart, session } = peer;
  const sdp = type === "offer" ? createOfferSdp({ ...input, dataChannel, iceRestart }) : createAnswerSdp(input);
  peer.session = applied(type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp));
  return sdp;
}

/** Sets a description; the findings are those that are no notes, and of both passes: as a rule is judged and as it is set. */
export function set(peer: Peer, side: "local" | "remote", type: DescriptionType, sdp: string): Findings {
  const { session } = peer;
  const findings = checkSdp(sdp, { type, side, session, rtcpMuxPolicy: peer.options.rtcpMuxPolicy })
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, rule, message }) => `${peer.options.name}, ${side} ${type}: ${severity} ${rule}: ${message}`);
  const outcome =
    side === "local" ? setLocalDescription(session, { type, sdp }) : setRemoteDescription(session, { type, sdp });
  if (outcome.kind !== "applied") {
    const why = outcome.kind === "rejected" ? outcome.rejection.message : outcome.kind;
    return [...findings, `${peer.options.name}, ${side} ${type}: refused: ${why}`];
  }
  peer.session = outcome.session;
  associate(peer, side, type, sdp);
  return findings;
}

/** Rolls back what is pending. */
export function rollBack(peer: Peer): void {
  peer.session = applied(setLocalDescription(peer.session, { type: "rollback", sdp: "" }));
  const { transceivers, mids } = peer.stable;
  const before = new Map(transceivers.map((transceiver, index) => [transceiver, mids[index] ?? null]));
  peer.transceivers = peer.transceivers.filter((transceiver) => before.has(transceiver) || !transceiver.byOffer);
  for (const transceiver of peer.transceivers) transceiver.mid = before.get(transceiver) ?? null;
}

function associate(peer: Peer, side: "local" | "remote", type: DescriptionType, sdp: string): void {
  const sections = mediaLinesIn(sdp);
  if (side === "local" && type === "offer") {
    const known = new Set(peer.transceivers.map(({ mid }) => mid));
    // Mids count up in the order in which the transceivers were added, wherever their sections stand.
    const added = sections
      .filter((section) => section.media !== "application" && !isRejected(section) && !known.has(section.mid))
      .sort((a, b) => Number(a.mid) - Number(b.mid));
    for (const transceiver of peer.transceivers) {
      if (transceiver.mid === null && isLiving(transceiver)) transceiver.mid = added.shift()?.mid ?? null;
    }
  }
  if (side === "remote" && type === "offer") {
    for (const section of sections) {
      if (section.media !== "audio" && section.media !== "video") continue;
      const transceiver =
        peer.transceivers.find(({ mid }) => mid === section.mid) ??
        (isRejected(section) ? undefined : unassociated(peer, section.media));
      if (transceiver !== undefined) transceiver.mid = section.mid;
    }
  }
  if (type !== "answer") return;
  peer.iceRestart = false;
  for (const section of sections.filter(isRejected)) {
    const transceiver = peer.transceivers.find(({ mid }) => mid === section.mid);
    if (transceiver !== undefined) transceiver.stopped = true;
  }
  peer.transceivers = peer.transceivers.filter(({ stopped, stopping, mid }) => !stopped && !(stopping && mid === null));
  peer.stable = { transceivers: [...peer.transceivers], mids: peer.transceivers.map(({ mid }) => mid) };
}

function unassociated(peer: Peer, kind: "audio" | "video"): PeerTransceiver {
  const found = peer.transceivers.find(
    (transceiver) =>
      transceiver.kind === kind && transceiver.mid === null && transceiver.byTrack && isLiving(transceiver),
  );
  return found ?? addTransceiver(peer, kind, { direction: "recvonly", byOffer: true });
}

function isLiving({ stopping, stopped }: PeerTransceiver): boolean {
  return !stopping && !stopped;
}

function inputOf(peer: Peer): CreateSdpInput {
  const { session, transceivers, options } = peer;
  const {
    bundlePolicy,
    bundledTransport,
    rtcpMuxPolicy,
    capabilities = usualCapabilities,
    sctp = { maxMessageSize: 262144 },
  } = options;
  return {
    session,
    sessionId: "4962303333179871723",
    transceivers,
    capabilities,
    fingerprints: [{ algorithm: "sha-256", value: fingerprintOf(options.name) }],
    newTransports: newTransports(peer, transceivers.length + mediaLinesIn(latestOf(session)).length + 1),
    sctp,
    bundlePolicy,
    bundledTransport,
    rtcpMuxPolicy,
  };
}

function latestOf({ pendingLocalDescription, pendingRemoteDescription, currentLocalDescription }: Session): string {
  return (pendingLocalDescription?.sdp ?? currentLocalDescription?.sdp ?? "") + (pendingRemoteDescription?.sdp ?? "");
}

function newTransports({ options: { name, tlsIds = true }, created }: Peer, count: number): readonly NewTransport[] {
  return Array.from({ length: count }, (_, index) => {
    const usernameFragment = `${name}${created}x${index}`.padEnd(4, "u");
    const tlsId = tlsIds ? { tlsId: usernameFragment.padEnd(32, "t") } : {};
    return { usernameFragment, password: usernameFragment.padEnd(24, "p"), ...tlsId };
  });
}

function fingerprintOf(name: string): string {
  const byte = (name.charCodeAt(0) & 255).toString(16).padStart(2, "0").toUpperCase();
  return Array.from({ length: 32 }, () => byte).join(":");
}

function applied(outcome: Outcome): Session {
  if (outcome.kind !== "applied") throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
  return outcome.session;
}
