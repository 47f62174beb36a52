import type { Connection } from "../../connection/connection.ts";
import { isNegotiationNeeded } from "../../connection/negotiation-needed/check-if-negotiation-is-needed.ts";
import { listedItems } from "../../connection/structure/list.ts";
import { type Direction, reversedDirection } from "../../sdp/description/direction.ts";
import { type Endpoint, type EndpointName, peerNames, type Scenario, type World } from "../world.ts";
import type { Violation } from "./violation.ts";

/**
 * The properties that have to hold at rest and do not. A closed connection has nothing to agree on, and after work that
 * failed the negotiators may be stuck: then only no promise may be forgotten.
 */
export function violationsAtRest(peers: World["peers"], { failures = 0 }: Scenario): readonly Violation[] {
  const { a, b } = peers;
  const open = peerNames.filter((name) => peers[name].connection.session.signalingState !== "closed");
  const forgotten = open.flatMap((name) => forgottenPromises(name, peers[name]));
  if (failures > 0 || open.length < peerNames.length) return forgotten;
  const alone = [...forgotten, ...open.flatMap((name) => violationsOf(name, peers[name].connection))];
  if (alone.length > 0) return alone;
  const candidates = [...lostCandidates(a.connection, b.connection), ...lostCandidates(b.connection, a.connection)];
  const lost = candidates.map(lostCandidate);
  return [...disagreements(a.connection, b.connection), ...lost];
}

function forgottenPromises(name: EndpointName, { open }: Endpoint): readonly Violation[] {
  const pending = Object.values(open).map(({ at }) => at);
  if (pending.length === 0) return [];
  return [{ property: "no-promise-forgotten", message: `${name} waits at ${pending.join(", ")}` }];
}

/** What does not hold of one connection at rest. */
export function violationsOf(name: EndpointName, connection: Connection): readonly Violation[] {
  const found: Violation[] = [];
  const { signalingState } = connection.session;
  if (signalingState !== "stable") found.push({ property: "both-stable", message: `${name} is in ${signalingState}` });
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
  return sectionDisagreements(a, b);
}

/** Where the m= sections that two connections have negotiated with each other differ. */
export function sectionDisagreements(a: Connection, b: Connection): readonly Violation[] {
  const [ofA, ofB] = [agreedSections(a, (direction) => direction), agreedSections(b, reversedDirection)];
  if (ofA === ofB) return [];
  return [{ property: "sections-agree", message: `a has ${ofA}; b has, seen from a, ${ofB}` }];
}

/** Each associated transceiver's mid, kind and current direction, from the point of view of peer a. */
function agreedSections({ transceivers }: Connection, fromA: (direction: Direction) => Direction): string {
  const lines = listedItems(transceivers)
    .filter(({ mid }) => mid !== null)
    .map(({ mid, currentDirection, kind }) => {
      return `${mid} ${kind} ${currentDirection === null ? "stopped" : fromA(currentDirection)}`;
    });
  return lines.sort().join(", ");
}

/** The candidates of one connection that the other has not been given. */
export function lostCandidates(from: Connection, to: Connection): readonly string[] {
  const added = new Set(listedItems(to.remoteCandidates).map(({ candidate }) => candidate));
  const lost = listedItems(from.localCandidates).filter(
    ({ candidate, usernameFragment }) => isInUse(from, usernameFragment) && !added.has(candidate),
  );
  return lost.map(({ candidate }) => candidate);
}

/** What is said of such a candidate. */
export function lostCandidate(candidate: string): Violation {
  return { property: "no-candidate-lost", message: `${candidate} was not added` };
}

function isInUse({ mediaDescriptions }: Connection, usernameFragment: string): boolean {
  const sections = mediaDescriptions.currentLocalDescription?.sections ?? [];
  return sections.some(({ iceCredentials }) => iceCredentials?.usernameFragment === usernameFragment);
}
