import { continuations, oppositeRole } from "../../description/continuation.ts";
import { inherited, type Section } from "../../description/description.ts";
import { multiplexesRtcp, sameCredentials, transportAt } from "../../description/transport.ts";
import { has, own } from "../../text/level.ts";
import { reportNewIdentity, reportOtherIce } from "../continuity.ts";
import { type ReportBreach, rule } from "../rule.ts";
import { answerRule, pairRule } from "./answer-rule.ts";
import { keptRoles } from "./kept-roles.ts";

export const setupIsAnswered = rule(
  "A6",
  "error",
  "8842 5.3",
  "an answered setup is active or passive, fits the offered one and keeps its role",

  (judged, report) => {
    const { sdp, type, offer } = judged;
    if (type === null || type === "offer") return;
    const roles = offer === null ? null : keptRoles(judged, offer);
    for (const owner of sdp.sections) {
      const setup = owner.ownsTransport ? inherited(sdp, owner, "setup")[0] : undefined;
      // A missing setup breaks D16, and holdconn D6.
      if (setup === undefined || setup.value === "holdconn") continue;
      const offered = offer === null ? null : transportAt(offer, owner.index);
      const kept = roles?.get(owner);
      const due = oppositeRole(offered?.setup ?? null) ?? (kept?.mayChange ? null : kept?.role) ?? null;
      if (due === null ? setup.value !== "actpass" : setup.value === due) continue;
      report(owner, setup, `found ${setup.value}${due === null ? "" : `, expected ${due}`}`);
    }
  },
);

export const muxIsNotDropped = answerRule(
  "A9",
  "error",
  "9429 5.11",
  "negotiated rtcp-mux is not dropped",

  (judged, _offer, report) => {
    const exchange = judged.provisional ?? judged.negotiated;
    if (exchange === null) return;
    for (const { owner, tag, sameCredentials } of continuations(judged.sdp, judged.side, exchange)) {
      // Another leg of a forked offer negotiates for itself.
      const otherLeg = judged.provisional !== null && !sameCredentials;
      const dropped = multiplexesRtcp(owner) === false && multiplexesRtcp(tag) === true;
      if (!otherLeg && dropped) report(owner);
    }
  },
);

export const credentialsFollowTheOffer = answerRule(
  "A10",
  "error",
  "9429 5.10",
  "an answer has new ICE credentials exactly where the offer restarted ICE",

  (judged, offer, report) => {
    for (const { owner, peerBefore, ...same } of continuations(judged.sdp, judged.side, judged.negotiated)) {
      const offered = transportAt(offer, owner.index);
      const restarted = offered !== null && !sameCredentials(offered, peerBefore);
      if (restarted === same.sameCredentials) {
        reportCredentials(report, owner, restarted ? "the credentials are old" : "the credentials are new");
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
  "error",
  "9429 5.11",
  "a new fingerprint or tls-id needs new ICE credentials",

  (judged, _offer, report) => {
    reportNewIdentity(judged, judged.provisional ?? judged.negotiated, report);
  },
);

export const iceIsAnsweredAsBefore = /* @__PURE__ */ answerRule(
  "A28",
  "warning",
  "8839 4.4.2.1",
  "an answer keeps ice-lite and ice-options without an ICE restart",

  (judged, _offer, report) => {
    reportOtherIce(judged, judged.negotiated, report);
  },
);

export const tlsIdWasOffered = /* @__PURE__ */ answerRule(
  "A23",
  "warning",
  "8842 5.3",
  "an answer has a tls-id only where one was offered",

  ({ sdp }, offer, report) => {
    for (const owner of sdp.sections) {
      const [tlsId] = owner.ownsTransport ? inherited(sdp, owner, "tls-id") : [];
      if (tlsId !== undefined && transportAt(offer, owner.index)?.tlsId === null) report(owner, tlsId);
    }
  },
);

export const muxOnlyIsOffered = /* @__PURE__ */ pairRule(
  "A24",
  "warning",
  "8858 4.3",
  "an answered section has rtcp-mux-only only as a bundled one for which it was offered",

  (answered, offered, report) => {
    const muxOnly = answered.rejected ? null : own(answered, "rtcp-mux-only");
    if (muxOnly === null) return;
    // RFC 9143 §9.3.1.2 asks a BUNDLE tag to repeat it.
    if (answered.bundle === null || !has(offered, "rtcp-mux-only")) report(answered, muxOnly);
  },
);

function reportCredentials(report: ReportBreach, owner: Section, detail: string): void {
  report(owner, own(owner, "ice-ufrag"), detail);
}
