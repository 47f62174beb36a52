import type { Connection } from "../../../connection/connection.ts";
import {
  lostCandidate,
  lostCandidates,
  sectionDisagreements,
  violationsOf,
} from "../../../exploration/properties/at-rest.ts";
import type { CodeViolation, SideTurn } from "../side/turn.ts";

/** What does not hold where both sides have come to rest after these turns. */
export function violationsAtCodeRest(a: SideTurn, b: SideTurn, except: ReadonlySet<string>): readonly CodeViolation[] {
  return brokenAtRest(a, b).filter(({ property }) => !except.has(property));
}

function brokenAtRest(a: SideTurn, b: SideTurn): readonly CodeViolation[] {
  const pending = [...a.pending, ...b.pending];
  if (pending.length > 0) return [{ property: "no-promise-forgotten", message: `pending: ${pending.join(", ")}` }];
  const [ofA, ofB] = [latest(a), latest(b)];
  // A side that has made no connection, or has closed it, has nothing to agree on.
  if (ofA === null || ofB === null || hasClosed(ofA) || hasClosed(ofB)) return [];
  const alone = [...violationsOf("a", ofA), ...violationsOf("b", ofB)];
  if (alone.length > 0) return alone;
  return [...sectionDisagreements(ofA, ofB), ...unsignaled(ofA, ofB), ...unsignaled(ofB, ofA)];
}

function latest({ connections }: SideTurn): Connection | null {
  return [...connections].reverse().find((connection) => !hasClosed(connection)) ?? connections.at(-1) ?? null;
}

function hasClosed({ session }: Connection): boolean {
  return session.signalingState === "closed";
}

// A candidate may also come within the description.
function unsignaled(from: Connection, to: Connection): readonly CodeViolation[] {
  const sdp = to.session.currentRemoteDescription?.sdp ?? "";
  return lostCandidates(from, to)
    .filter((candidate) => candidate !== "" && !sdp.includes(candidate))
    .map(lostCandidate);
}
