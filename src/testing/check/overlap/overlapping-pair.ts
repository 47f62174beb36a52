import { createConnection } from "../../../connection/create-connection.ts";
import type { Oracle } from "../../../oracle/oracle.ts";
import type { MediaKind } from "../../../sdp/create/capabilities.ts";
import type { Direction } from "../../../sdp/description/direction.ts";
import type { PeerConnectionLike } from "../../peer-connection.ts";
import type { PeerName } from "../calls/action.ts";
import type { PeerSettings, SourcedSdp } from "../calls/peer.ts";
import { abilitiesOf } from "./abilities.ts";
import { differenceFrom } from "./findings/finding.ts";
import { FollowedConnection } from "./followed-connection.ts";
import type { RecordedCall } from "./recorded-call.ts";
import { seenTransceiver, transceiversIn } from "./seen-transceiver.ts";

/** One of two peer connections whose calls may overlap. */
export interface OverlappingPeer {
  readonly name: PeerName;
  readonly pc: PeerConnectionLike;
  readonly followed: FollowedConnection;
  /** The last SDP that createOffer() and createAnswer() gave; null at first. */
  readonly created: Record<"offer" | "answer", SourcedSdp | null>;
  /** The streams that tracks are added with, each made when it is needed. */
  readonly streams: unknown[];
}

/** Two peer connections, and what was done with them. */
export interface OverlappingPair {
  readonly settings: PeerSettings;
  readonly peers: readonly [OverlappingPeer, OverlappingPeer];
  readonly calls: RecordedCall[];
  /** The places of the calls that are left out, because they turned out not to matter. */
  readonly skipped: ReadonlySet<number>;
  askedFor: number;
}

/** Follows two peer connections. What is found is noted at the last call that was made. */
export function overlappingPair(
  [a, b]: readonly [PeerConnectionLike, PeerConnectionLike],
  settings: PeerSettings,
  skipped: ReadonlySet<number>,
): OverlappingPair {
  const calls: RecordedCall[] = [];
  const followed = (name: PeerName, pc: PeerConnectionLike): OverlappingPeer => {
    const created = { offer: null, answer: null };
    return { name, pc, followed: followWithModel(pc, settings.oracle, calls), created, streams: [] };
  };
  return { settings, peers: [followed("a", a), followed("b", b)], calls, skipped, askedFor: 0 };
}

function followWithModel(
  pc: PeerConnectionLike,
  { session, knownDeviations }: Oracle,
  calls: RecordedCall[],
): FollowedConnection {
  const { profile, sdp, rtcpMuxPolicy, maxSdpLength, tolerate } = session.options;
  const connection = createConnection({ profile, sdp, rtcpMuxPolicy, maxSdpLength, tolerate });
  const known = abilitiesOf(pc);
  const there = known.transceivers ? (transceiversIn(pc) ?? []).map(seenTransceiver) : [];
  // What was done before, may have fired its event or not.
  const abilities = { ...known, negotiationneeded: known.negotiationneeded && there.length === 0 };
  const found = new FollowedConnection(pc, abilities, connection, (finding) => {
    const difference = differenceFrom(finding, knownDeviations);
    const differences = calls.at(-1)?.differences;
    if (!differences?.some(({ code }) => code === difference.code)) differences?.push(difference);
  });
  for (const [place, { kind, direction }] of there.entries()) {
    const init = { direction: direction as Direction };
    found.model.take({
      type: "call",
      call: `there ${place}`,
      method: "addTransceiver",
      trackOrKind: kind as MediaKind,
      init,
    });
  }
  return found;
}
