import type { Connection } from "../../connection/connection.ts";
import { describeConnection } from "../../connection/create-description.ts";
import type { Work } from "../../connection/effect.ts";
import type { ChainedAction } from "../../connection/operation.ts";
import type { NewTransport } from "../../sdp/create/input.ts";
import { writeSdp } from "../../sdp/create/write-sdp.ts";
import { noteCreatedDescription } from "../../sdp/created-descriptions.ts";
import { readCandidateFields } from "../description/candidate-attribute.ts";
import type { WorkEnd } from "../driver/driver.ts";
import type { FailingOperation } from "../world/environment.ts";
import type { HeldPeerConnection } from "./held-peer-connection.ts";

/** Does what the model has the stack do in parallel. It is done at once, in the task that ends it. */
export function doWork(peer: HeldPeerConnection, work: Work, operation: ChainedAction["kind"]): WorkEnd {
  const { environment, object, driver } = peer;
  if (environment.takeFailure(object, operation as FailingOperation))
    return { type: "failed", message: "world.fail() asked for this" };
  switch (work.kind) {
    case "create-offer":
    case "create-answer":
      return { type: "created", sdp: createSdp(peer, driver.connection, work) };
    case "add-candidate": {
      const { candidate } = work.candidate;
      if (candidate !== "" && readCandidateFields(candidate).foundation === null)
        return { type: "failed", message: "the candidate is no candidate-attribute" };
      return { type: "applied" };
    }
    default:
      return { type: "applied" };
  }
}

function createSdp(
  { environment: { random }, sessionId, certificates }: HeldPeerConnection,
  connection: Connection,
  work: Extract<Work, { readonly kind: "create-offer" | "create-answer" }>,
): string {
  const newTransport = (): NewTransport => ({ usernameFragment: random.iceChars(4), password: random.iceChars(24) });
  const newTransports = Array.from({ length: sectionsAtMost(connection) }, newTransport);
  const fingerprints = certificates.map(({ fingerprint }) => fingerprint);
  const written = describeConnection(connection, work, {
    sessionId,
    fingerprints,
    newTransports,
    sctp: { port: 5000, maxMessageSize: 262144 },
  });
  const sdp = writeSdp(written);
  const { session } = connection;
  const type = work.kind === "create-offer" ? "offer" : "answer";
  noteCreatedDescription(written, { type, sdp }, session, session.options);
  return sdp;
}

// How many m= sections the next description can have: those there are, one for each transceiver, and one for data.
function sectionsAtMost({ mediaDescriptions, transceivers }: Connection): number {
  const described = Object.values(mediaDescriptions).map((media) => media?.sections.length ?? 0);
  return Math.max(...described) + transceivers.size + 1;
}
