import type { Capabilities } from "../sdp/create/capabilities.ts";
import { answerToWrite } from "../sdp/create/create-answer-sdp.ts";
import { offerToWrite } from "../sdp/create/create-offer-sdp.ts";
import type { CreateSdpInput, DescribedTransceiver, GatheredCandidates } from "../sdp/create/input.ts";
import { type DescriptionToWrite, writeSdp } from "../sdp/create/write-sdp.ts";
import type { LocalCandidate } from "./candidate.ts";
import type { Connection } from "./connection.ts";
import type { Work } from "./effect.ts";
import { type List, listedItems } from "./structure/list.ts";
import type { Transceiver } from "./transceivers/transceiver.ts";

/** What a description says beyond what a Connection knows. */
export interface StackParameters
  extends Pick<
    CreateSdpInput,
    "sessionId" | "fingerprints" | "newTransports" | "sctp" | "iceOptions" | "bundledTransport" | "identity"
  > {
  /** Default: those that the connection was created with. */
  readonly capabilities?: Capabilities | undefined;
}

/**
 * Makes the offer or answer that a connection asks for: what a stack reports with the input `created`.
 *
 * @param connection as it is when the work is done, not as it was when it was asked for
 * @param work of the effect `start`
 * @param stack new ICE credentials and the other things that only the stack has
 * @throws TypeError where there are no capabilities, or too few new transports
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2
 */
export function createConnectionDescription(
  connection: Connection,
  work: Extract<Work, { readonly kind: "create-offer" | "create-answer" }>,
  stack: StackParameters,
): string {
  return writeSdp(describeConnection(connection, work, stack));
}

/** The description that createConnectionDescription() writes. */
export function describeConnection(
  ...[connection, work, stack]: Parameters<typeof createConnectionDescription>
): DescriptionToWrite {
  const { session, configuration, options, transceivers, localCandidates, next } = connection;
  const capabilities = stack.capabilities ?? options.capabilities;
  if (capabilities === null)
    throw new TypeError("createConnectionDescription: pass capabilities, here or to createConnection");
  const input = {
    ...stack,
    sctp: stack.sctp === undefined ? {} : stack.sctp,
    capabilities,
    session,
    transceivers: listedItems(transceivers).map(described),
    bundlePolicy: configuration.bundlePolicy,
    rtcpMuxPolicy: configuration.rtcpMuxPolicy,
    gathered: byGeneration(localCandidates),
  };
  if (work.kind === "create-answer") return answerToWrite(input);
  return offerToWrite({
    ...input,
    dataChannel: next.channel > 0,
    iceRestart: work.iceRestart,
    iceCredentialsToReplace: connection.localIceCredentialsToReplace,
  });
}

function described(transceiver: Transceiver): DescribedTransceiver {
  const { kind, mid, direction, stopping, stopped, sender, preferredCodecs } = transceiver;
  return {
    kind,
    mid,
    direction,
    stopping,
    stopped,
    streams: sender.associatedMediaStreamIds,
    rids: sender.sendEncodings.flatMap(({ rid }) => rid ?? []),
    codecPreferences: preferredCodecs,
  };
}

/** An empty candidate says that the gathering of its generation has ended. */
function byGeneration(gathered: List<LocalCandidate>): readonly GatheredCandidates[] {
  const generations = new Map<string, string[]>();
  for (const { usernameFragment, candidate } of listedItems(gathered)) {
    generations.set(usernameFragment, [...(generations.get(usernameFragment) ?? []), candidate]);
  }
  return [...generations].map(([usernameFragment, candidates]) => ({
    usernameFragment,
    candidates: candidates.filter((candidate) => candidate !== ""),
    complete: candidates.includes(""),
  }));
}
