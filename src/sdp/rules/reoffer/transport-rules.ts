import { continuations, mayStartNewAssociation, oppositeRole } from "../../description/continuation.ts";
import { inherited } from "../../description/description.ts";
import { multiplexesRtcp } from "../../description/transport.ts";
import { own } from "../../text/level.ts";
import { reportNewIdentity, reportOtherIce } from "../continuity.ts";
import { reofferRule } from "./reoffer-rule.ts";

export const muxIsKept = reofferRule(
  "R4",
  "error",
  "9429 5.8.3",
  "a transport keeps its negotiated rtcp-mux",

  ({ sdp, side }, negotiated, report) => {
    for (const { owner, tag } of continuations(sdp, side, negotiated)) {
      const [before, now] = [multiplexesRtcp(tag), multiplexesRtcp(owner)];
      // Without RTP, before or now, nothing was negotiated.
      if (before === null || now === null || before === now) continue;
      report(owner, now ? own(owner, "rtcp-mux") : null);
    }
  },
);

export const identityRestartsIce = reofferRule(
  "R5",
  "error",
  "9429 5.8.3",
  "a new fingerprint or tls-id needs an ICE restart",

  (judged, negotiated, report) => {
    reportNewIdentity(judged, negotiated, report);
  },
);

export const roleIsKept = reofferRule(
  "R6",
  "error",
  "9429 5.8.3",
  "a fixed setup keeps the role while DTLS continues",

  ({ sdp, side }, negotiated, report) => {
    for (const continuation of continuations(sdp, side, negotiated)) {
      const { owner, now, sameIdentity, role } = continuation;
      const otherRole = role !== null && oppositeRole(now.setup) === role;
      if (!otherRole || !sameIdentity || mayStartNewAssociation(continuation)) continue;
      report(owner, inherited(sdp, owner, "setup")[0], `found ${now.setup}, expected ${role}`);
    }
  },
);

export const iceIsKept = reofferRule(
  "R10",
  "error",
  "8839 4.4.2.1",
  "ice-lite and ice-options stay without an ICE restart",

  (judged, negotiated, report) => {
    reportOtherIce(judged, negotiated, report);
  },
);
