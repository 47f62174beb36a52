import type { Connection } from "../../../connection/connection.ts";
import type { MediaDescriptions } from "../../../connection/media-description/media-description.ts";

/** A connection of each side: the one has the description of the other. */
export type CounterpartPair = readonly [Connection, Connection];

/** The connections of both sides that negotiate with each other. They are known by the ICE credentials in their descriptions. */
export function counterparts(ofA: readonly Connection[], ofB: readonly Connection[]): readonly CounterpartPair[] {
  return ofA.flatMap((a) => ofB.filter((b) => areCounterparts(a, b)).map((b): CounterpartPair => [a, b]));
}

/** Has a description been set on the connection? */
export function isDescribed({ session }: Connection): boolean {
  const { pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription } =
    session;
  const held = [pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription];
  return held.some((description) => description !== null);
}

function areCounterparts(a: Connection, b: Connection): boolean {
  return hasDescriptionOf(a, b) || hasDescriptionOf(b, a);
}

function hasDescriptionOf({ mediaDescriptions: theirs }: Connection, { mediaDescriptions: own }: Connection): boolean {
  const local = fragmentsIn(own.pendingLocalDescription, own.currentLocalDescription);
  return fragmentsIn(theirs.pendingRemoteDescription, theirs.currentRemoteDescription).some((one) =>
    local.includes(one),
  );
}

function fragmentsIn(...descriptions: readonly (MediaDescriptions | null)[]): readonly string[] {
  return descriptions.flatMap((description) =>
    (description?.sections ?? []).flatMap(({ iceCredentials }) => iceCredentials?.usernameFragment ?? []),
  );
}
