import { continuations, oppositeRole } from "../../description/continuation.ts";
import { inherited } from "../../description/description.ts";
import { continuedTag } from "../../description/negotiation.ts";
import { wasMuxed } from "../../description/transport.ts";
import { has, own } from "../../text/level.ts";
import { reportNewIdentity } from "../new-identity.ts";
import { reofferRule } from "./reoffer-rule.ts";

export const muxIsKept = reofferRule(
  "R4",
  "9429 5.8.3",
  "a transport keeps its negotiated rtcp-mux",

  ({ sdp }, negotiated, report) => {
    for (const owner of sdp.sections) {
      if (!owner.ownsTransport || continuedTag(negotiated, sdp, owner) === null) continue;
      const [before, now] = [wasMuxed(negotiated.answer, owner), has(owner, "rtcp-mux")];
      // A data section may only now have come to carry RTP.
      if (before && !now) report(owner);
      else if (now && !before && owner.carriesRtp) report(owner, own(owner, "rtcp-mux"));
    }
  },
);

export const identityRestartsIce = reofferRule(
  "R5",
  "9429 5.8.3",
  "a new fingerprint or tls-id needs an ICE restart",

  (judged, negotiated, report) => {
    reportNewIdentity(judged, negotiated, report);
  },
);

export const roleIsKept = reofferRule(
  "R6",
  "8842 5.3",
  "a fixed setup keeps the role while DTLS continues",

  ({ sdp, side }, negotiated, report) => {
    for (const { owner, now, sameIdentity, role } of continuations(sdp, side, negotiated)) {
      const fixed = oppositeRole(now.setup) !== null;
      if (!fixed || role === null || now.setup === role || !sameIdentity) continue;
      report(owner, inherited(sdp, owner, "setup")[0], `found ${now.setup}, expected ${role}`);
    }
  },
);
