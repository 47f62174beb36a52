import { continuations, mayStartNewAssociation, oppositeRole } from "../../description/continuation.ts";
import { inherited, type Section } from "../../description/description.ts";
import { contribution } from "../../description/negotiation.ts";
import { transportAt } from "../../description/transport.ts";
import { has, own } from "../../text/level.ts";
import { keptRoles } from "../answer/kept-roles.ts";
import { muxStates } from "../description/rtcp-mux-rules.ts";
import type { JudgedDescription } from "../judged-description.ts";
import { eachTransport, type ReportBreach, rule } from "../rule.ts";

export const tlsIdIsAbsent = rule(
  "W1",
  "note",
  "9429 5.2.1",
  "a transport has no tls-id",

  eachTransport((owner, { sdp }, report) => {
    if (inherited(sdp, owner, "tls-id").length === 0) report(owner);
  }),
);

export const restartIsPartial = rule(
  "W8",
  "warning",
  "8839 4.4.1.1.1",
  "ICE restarts only in part",

  ({ sdp, type, side, negotiated }, report) => {
    if (type !== "offer" || negotiated === null) return;
    const found = continuations(sdp, side, negotiated);
    const goingOn = found.filter(({ sameCredentials }) => sameCredentials).length;
    for (const { owner, now, before, sameCredentials } of found) {
      if (sameCredentials) continue;
      const half = now.ufrag === before.ufrag || now.pwd === before.pwd;
      if (half || goingOn > 0) report(owner, own(owner, "ice-ufrag"));
    }
  },
);

/** Longer numbers are not compared: reading one costs more than its length. */
const longestVersion = 20;

export const versionGoesUpByOne = rule(
  "W9",
  "note",
  "3264 8",
  "the o= version is not one more than before",

  ({ sdp, side, negotiated, provisional }, report) => {
    const exchange = provisional ?? negotiated;
    if (exchange === null || side === null) return;
    const before = contribution(exchange, side);
    const [, session, version = ""] = sdp.origin.split(" ");
    const [, sessionBefore, versionBefore = ""] = before.origin.split(" ");
    if (session !== sessionBefore || sdp.text === before.text) return;
    if (version.length > longestVersion || versionBefore.length > longestVersion) return;
    const expected = BigInt(versionBefore) + 1n;
    if (BigInt(version) === expected) return;
    report(null, { sdpLineNumber: 2 }, `found ${version}, expected ${expected}`);
  },
);

export const tagLacksMux = rule(
  "W22",
  "warning",
  "9143 9.3.1",
  "a BUNDLE tag without RTP lacks the rtcp-mux of its group",

  ({ sdp }, report) => {
    const muxed = muxStates(sdp);
    for (const section of sdp.sections) {
      const { bundle, carriesRtp, ownsTransport } = section;
      if (bundle === null || carriesRtp || !ownsTransport || has(section, "rtcp-mux")) continue;
      // Where no section has it, it is D7's or D26's.
      if (muxed.get(bundle) === true) report(section);
    }
  },
);

export const roleChangesWithIce = rule(
  "W23",
  "warning",
  "8842 4",
  "the DTLS role changes with an ICE restart",

  (judged, report) => {
    const { sdp, type, side, offer, negotiated } = judged;
    if (type === "offer") {
      for (const continuation of continuations(sdp, side, negotiated)) {
        const { owner, role, sameIdentity } = continuation;
        if (sameIdentity && mayStartNewAssociation(continuation)) reportOtherRole(judged, owner, role, report);
      }
    } else if (offer !== null) {
      for (const [owner, { role, mayChange }] of keptRoles(judged, offer)) {
        // A role that the offer fixes is A6's.
        const isFixed = oppositeRole(transportAt(offer, owner.index)?.setup ?? null) !== null;
        if (mayChange && !isFixed) reportOtherRole(judged, owner, role, report);
      }
    }
  },
);

export const localIceIsFull = rule(
  "W31",
  "warning",
  "9429 5.2.1",
  "a local description is of ice-lite, which JSEP knows of the remote side only",

  ({ sdp, side }, report) => {
    const lite = side === "local" ? own(sdp.session, "ice-lite") : null;
    if (lite !== null) report(null, lite);
  },
);

function reportOtherRole({ sdp }: JudgedDescription, owner: Section, role: string | null, report: ReportBreach): void {
  const [setup] = inherited(sdp, owner, "setup");
  if (role !== null && oppositeRole(setup?.value ?? null) === role) report(owner, setup, `it was ${role}`);
}
