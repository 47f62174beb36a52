// The files that the package's own commands write, as they write them.
import { exploreNegotiation, type NegotiationReport } from "../../../src/testing/explore/explore-negotiation.ts";
import type { NegotiationCode } from "../../../src/testing/explore/peer.ts";

// Without roles: both sides offer when they need to, and set whatever comes.
const withoutRoles: NegotiationCode = ({ pc, send, onMessage }) => {
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription();
    send(pc.localDescription);
  };
  onMessage(async (message) => {
    const description = message as Parameters<typeof pc.setRemoteDescription>[0];
    await pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
};

let found: Promise<NegotiationReport> | null = null;

/** An exploration that has found a violation. */
export function failingExploration(): Promise<NegotiationReport> {
  found ??= exploreNegotiation(withoutRoles, { except: ["no-candidate-lost"] });
  return found;
}
