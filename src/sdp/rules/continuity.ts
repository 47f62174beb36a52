import { continuations } from "../description/continuation.ts";
import { inherited } from "../description/description.ts";
import { contribution, type Exchange } from "../description/negotiation.ts";
import { iceOptionsOf } from "../description/transport.ts";
import { wordComparison } from "../description/word-set.ts";
import { has, own } from "../text/level.ts";
import { quote } from "../text/quote.ts";
import type { JudgedDescription } from "./judged-description.ts";
import type { ReportBreach } from "./rule.ts";

/** Reports the transports on which another DTLS endpoint speaks while ICE goes on. */
export function reportNewIdentity(
  { sdp, side }: JudgedDescription,
  exchange: Exchange | null,
  report: ReportBreach,
): void {
  for (const { owner, sameIdentity, sameCredentials } of continuations(sdp, side, exchange)) {
    if (!sameIdentity && sameCredentials) report(owner, own(owner, "fingerprint"));
  }
}

/** Reports what a description says otherwise of ICE than its side did before, while ICE goes on. */
export function reportOtherIce(
  { sdp, side }: JudgedDescription,
  exchange: Exchange | null,
  report: ReportBreach,
): void {
  if (side === null || exchange === null) return;
  const before = contribution(exchange, side);
  const goingOn = continuations(sdp, side, exchange).filter(({ sameCredentials }) => sameCredentials);
  if (goingOn.length > 0 && has(sdp.session, "ice-lite") !== has(before.session, "ice-lite")) {
    report(null, own(sdp.session, "ice-lite"), "ice-lite");
  }
  const sameWords = wordComparison();
  for (const { owner, tag } of goingOn) {
    const section = before.sections[tag.index];
    const were = section === undefined ? null : iceOptionsOf(before, section);
    if (were === null || sameWords(iceOptionsOf(sdp, owner), were)) continue;
    report(owner, inherited(sdp, owner, "ice-options")[0], `ice-options were ${quote(were.key)}`);
  }
}
