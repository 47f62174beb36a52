import { continuations, oppositeRole } from "../../description/continuation.ts";
import { inherited, type Sdp, type Section } from "../../description/description.ts";
import { identityComparison, sameCredentials, transportAt, wasMuxed } from "../../description/transport.ts";
import { own } from "../../text/level.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { reportNewIdentity } from "../new-identity.ts";
import { type ReportBreach, rule } from "../rule.ts";
import { answerRule } from "./answer-rule.ts";

export const setupIsAnswered = rule(
  "A6",
  "8842 5.3",
  "an answered setup is active or passive, fits the offered one and keeps its role",

  (judged, report) => {
    const { sdp, type, offer } = judged;
    if (type === null || type === "offer") return;
    const roles = offer === null ? null : rolesToKeep(judged, offer);
    for (const owner of sdp.sections) {
      const setup = owner.ownsTransport ? inherited(sdp, owner, "setup")[0] : undefined;
      // A missing setup breaks D16, and holdconn D6.
      if (setup === undefined || setup.value === "holdconn") continue;
      const offered = offer === null ? null : transportAt(offer, owner.index);
      const due = oppositeRole(offered?.setup ?? null) ?? roles?.get(owner) ?? null;
      if (due === null ? setup.value !== "actpass" : setup.value === due) continue;
      report(owner, setup, `found ${setup.value}${due === null ? "" : `, expected ${due}`}`);
    }
  },
);

export const muxIsNotDropped = answerRule(
  "A9",
  "9429 5.11",
  "negotiated rtcp-mux is not dropped",

  (judged, _offer, report) => {
    const exchange = judged.provisional ?? judged.negotiated;
    if (exchange === null) return;
    for (const { owner, now, sameCredentials } of continuations(judged.sdp, judged.side, exchange)) {
      // Another leg of a forked offer negotiates for itself.
      const otherLeg = judged.provisional !== null && !sameCredentials;
      if (!otherLeg && !now.rtcpMux && wasMuxed(exchange.answer, owner)) report(owner);
    }
  },
);

export const credentialsFollowTheOffer = answerRule(
  "A10",
  "9429 5.10",
  "an answer has new ICE credentials exactly where the offer restarted ICE",

  (judged, offer, report) => {
    for (const { owner, peerBefore, ...same } of continuations(judged.sdp, judged.side, judged.negotiated)) {
      const offered = transportAt(offer, owner.index);
      const restarted = offered !== null && !sameCredentials(offered, peerBefore);
      const renewed = !same.sameCredentials;
      if (restarted && !renewed) reportCredentials(report, owner, "the credentials are old");
      // After a provisional answer, its credentials are what counts.
      if (renewed && !restarted && judged.provisional === null) {
        reportCredentials(report, owner, "the credentials are new");
      }
    }
    // Another leg may answer a forked offer (RFC 9429 §3.8.1), but the local side has only one.
    if (judged.side !== "local") return;
    for (const { owner, ...same } of continuations(judged.sdp, judged.side, judged.provisional)) {
      if (!same.sameCredentials) reportCredentials(report, owner, "the provisional answer had other credentials");
    }
  },
);

export const identityChangesWithIce = answerRule(
  "A11",
  "9429 5.11",
  "a new fingerprint or tls-id needs new ICE credentials",

  (judged, _offer, report) => {
    reportNewIdentity(judged, judged.provisional ?? judged.negotiated, report);
  },
);

/** The role that the answerer has where the DTLS association goes on: both ends are who they were. */
function rolesToKeep(judged: JudgedDescription, offer: Sdp): ReadonlyMap<Section, string> {
  const { sdp, side, provisional, negotiated } = judged;
  const roles = new Map<Section, string>();
  const samePeer = identityComparison();
  for (const { owner, role, peerBefore, ...same } of continuations(sdp, side, provisional ?? negotiated)) {
    const offered = transportAt(offer, owner.index);
    const sameLeg = provisional === null || same.sameCredentials;
    if (role === null || offered === null || !sameLeg || !same.sameIdentity) continue;
    if (samePeer(offered, peerBefore)) roles.set(owner, role);
  }
  return roles;
}

function reportCredentials(report: ReportBreach, owner: Section, detail: string): void {
  report(owner, own(owner, "ice-ufrag"), detail);
}
