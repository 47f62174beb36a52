import { continuations } from "../description/continuation.ts";
import type { Exchange } from "../description/negotiation.ts";
import { own } from "../text/level.ts";
import type { JudgedDescription } from "./judged-description.ts";
import type { ReportBreach } from "./rule.ts";

/** Reports the transports whose DTLS endpoint is another one while ICE goes on. */
export function reportNewIdentity(
  { sdp, side }: JudgedDescription,
  exchange: Exchange | null,
  report: ReportBreach,
): void {
  for (const { owner, sameIdentity, sameCredentials } of continuations(sdp, side, exchange)) {
    if (!sameIdentity && sameCredentials) report(owner, own(owner, "fingerprint"));
  }
}
