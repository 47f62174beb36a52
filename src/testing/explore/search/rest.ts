import type { Connection } from "../../../connection/connection.ts";
import {
  lostCandidate,
  lostCandidates,
  sectionDisagreements,
  violationsOf,
} from "../../../exploration/properties/at-rest.ts";
import type { CodeViolation, SideTurn } from "../side/turn.ts";
import { counterparts, isDescribed } from "./counterparts.ts";

/** What does not hold where both sides have come to rest after these turns. */
export function violationsAtCodeRest(a: SideTurn, b: SideTurn, except: ReadonlySet<string>): readonly CodeViolation[] {
  return brokenAtRest(a, b).filter(({ property }) => !except.has(property));
}

function brokenAtRest(a: SideTurn, b: SideTurn): readonly CodeViolation[] {
  const pending = [...a.pending, ...b.pending];
  if (pending.length > 0) return [{ property: "no-promise-forgotten", message: `pending: ${pending.join(", ")}` }];
  const [ofA, ofB] = [a.connections.filter(isOpenConnection), b.connections.filter(isOpenConnection)];
  const pairs = counterparts(a.connections, b.connections);
  if (pairs.length === 0) return brokenBetween(ofA.at(-1), ofB.at(-1));
  const alone = (connection: Connection) =>
    isDescribed(connection) && pairs.every((pair) => !pair.includes(connection));
  return [
    ...ofA.filter(alone).flatMap((connection) => violationsOf("a", connection)),
    ...ofB.filter(alone).flatMap((connection) => violationsOf("b", connection)),
    ...pairs.filter((pair) => pair.every(isOpenConnection)).flatMap(([near, far]) => brokenBetween(near, far)),
  ];
}

// A side that has made no connection, or has closed it, has nothing to agree on.
function brokenBetween(ofA: Connection | undefined, ofB: Connection | undefined): readonly CodeViolation[] {
  if (ofA === undefined || ofB === undefined) return [];
  const alone = [...violationsOf("a", ofA), ...violationsOf("b", ofB)];
  if (alone.length > 0) return alone;
  return [...sectionDisagreements(ofA, ofB), ...unsignaled(ofA, ofB), ...unsignaled(ofB, ofA)];
}

function isOpenConnection({ session }: Connection): boolean {
  return session.signalingState !== "closed";
}

// A candidate may also come within the description.
function unsignaled(from: Connection, to: Connection): readonly CodeViolation[] {
  const sdp = to.session.currentRemoteDescription?.sdp ?? "";
  return lostCandidates(from, to)
    .filter((candidate) => candidate !== "" && !sdp.includes(candidate))
    .map(lostCandidate);
}
