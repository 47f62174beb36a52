import type { Connection } from "../../connection/connection.ts";
import { listedItems } from "../../connection/structure/list.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { CodeViolation, SideTurn } from "./side/turn.ts";

/** A transceiver as properties of one's own see it. */
export interface TransceiverOfSide {
  readonly mid: string | null;
  readonly kind: string;
  readonly direction: string;
  readonly currentDirection: string | null;
  readonly stopped: boolean;
}

/** The latest connection of a side, as properties of one's own see it. */
export interface SeenSide {
  readonly signalingState: SignalingState;
  readonly localSdp: string | null;
  readonly remoteSdp: string | null;
  readonly transceivers: readonly TransceiverOfSide[];
  /** The calls whose promises are pending. */
  readonly pending: readonly string[];
}

/** A property of one's own. */
export interface OwnProperty {
  readonly name: string;
  /** Where it has to hold: at every rest, or in every state. Default "rest". */
  readonly at?: "rest" | "state" | undefined;
  /** Gives false, or a text that says why, where it does not hold. */
  holds(sides: { readonly a: SeenSide; readonly b: SeenSide }): boolean | string;
}

/** The properties of one's own that do not hold after these turns. */
export function violationsOfOwn(
  properties: readonly OwnProperty[],
  place: "rest" | "state",
  a: SideTurn,
  b: SideTurn,
): readonly CodeViolation[] {
  const asked = properties.filter(({ at = "rest" }) => at === place);
  if (asked.length === 0) return [];
  const sides = { a: seenSide(a), b: seenSide(b) };
  return asked.flatMap((property) => {
    const answer = property.holds(sides);
    if (answer === true || answer === "") return [];
    return [{ property: property.name, message: typeof answer === "string" ? answer : "it does not hold" }];
  });
}

function seenSide({ connections, pending }: SideTurn): SeenSide {
  const connection = connections.at(-1) ?? null;
  const session = connection?.session;
  const sdp = (side: "Local" | "Remote") =>
    (session?.[`pending${side}Description`] ?? session?.[`current${side}Description`])?.sdp ?? null;
  return {
    signalingState: session?.signalingState ?? "stable",
    localSdp: sdp("Local"),
    remoteSdp: sdp("Remote"),
    transceivers: connection === null ? [] : seenTransceivers(connection),
    pending,
  };
}

function seenTransceivers({ transceivers }: Connection): readonly TransceiverOfSide[] {
  return listedItems(transceivers).map(({ mid, kind, direction, currentDirection, stopped }) => ({
    ...{ mid, kind, direction, currentDirection, stopped },
  }));
}
