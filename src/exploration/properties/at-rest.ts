import type { Connection } from "../../connection/connection.ts";
import { isNegotiationNeeded } from "../../connection/negotiation-needed/check-if-negotiation-is-needed.ts";
import { listedItems } from "../../connection/structure/list.ts";
import { type Direction, reversedDirection } from "../../connection/transceiver.ts";
import { type Peer, type PeerName, peerNames, type World } from "../world.ts";
import type { Violation } from "./violation.ts";

/** The properties that have to hold at rest and do not. A closed connection has nothing to agree on. */
export function violationsAtRest(peers: World["peers"]): readonly Violation[] {
  const { a, b } = peers;
  const open = peerNames.filter((name) => peers[name].connection.session.signalingState !== "closed");
  const alone = open.flatMap((name) => violationsOf(name, peers[name]));
  if (open.length < 2 || alone.length > 0) return alone;
  return [...disagreements(a.connection, b.connection), ...lostCandidates(a, b), ...lostCandidates(b, a)];
}

function violationsOf(name: PeerName, { connection, open }: Peer): readonly Violation[] {
  const found: Violation[] = [];
  const { signalingState } = connection.session;
  if (signalingState !== "stable") found.push({ property: "both-stable", message: `${name} is in ${signalingState}` });
  const pending = Object.values(open).map(({ at }) => at);
  if (pending.length > 0) {
    found.push({ property: "no-promise-forgotten", message: `${name} waits at ${pending.join(", ")}` });
  }
  if (connection.negotiationNeeded || (signalingState === "stable" && isNegotiationNeeded(connection))) {
    found.push({ property: "no-negotiation-needed", message: `${name} needs negotiation` });
  }
  return found;
}

function disagreements(a: Connection, b: Connection): readonly Violation[] {
  const pairs = [
    [a.session.currentLocalDescription, b.session.currentRemoteDescription],
    [b.session.currentLocalDescription, a.session.currentRemoteDescription],
  ] as const;
  const differ = pairs.some(([mine, theirs]) => mine?.type !== theirs?.type || mine?.sdp !== theirs?.sdp);
  if (differ) return [{ property: "sections-agree", message: "a description of one peer is not the other's" }];
  const [ofA, ofB] = [sectionsOf(a, (direction) => direction), sectionsOf(b, reversedDirection)];
  if (ofA === ofB) return [];
  return [{ property: "sections-agree", message: `a has ${ofA}; b has, seen from a, ${ofB}` }];
}

/** Each associated transceiver's mid, kind and current direction, from the point of view of peer a. */
function sectionsOf({ transceivers }: Connection, fromA: (direction: Direction) => Direction): string {
  const lines = listedItems(transceivers)
    .filter(({ mid }) => mid !== null)
    .map(({ mid, currentDirection, kind }) => {
      return `${mid} ${kind} ${currentDirection === null ? "stopped" : fromA(currentDirection)}`;
    });
  return lines.sort().join(", ");
}

function lostCandidates(from: Peer, to: Peer): readonly Violation[] {
  const added = new Set(listedItems(to.connection.remoteCandidates).map(({ candidate }) => candidate));
  const lost = listedItems(from.connection.localCandidates).filter(
    ({ candidate, usernameFragment }) => isInUse(from.connection, usernameFragment) && !added.has(candidate),
  );
  return lost.map(({ candidate }) => ({ property: "no-candidate-lost", message: `${candidate} was not added` }));
}

function isInUse({ mediaDescriptions }: Connection, usernameFragment: string): boolean {
  const sections = mediaDescriptions.currentLocalDescription?.sections ?? [];
  return sections.some(({ iceCredentials }) => iceCredentials?.usernameFragment === usernameFragment);
}
