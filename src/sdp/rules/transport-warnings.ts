import { rfc } from "../../specifications.ts";
import { continuations } from "../continuation.ts";
import { inheritedValue, own } from "../description.ts";
import { contribution } from "../negotiation.ts";
import { transportAt } from "../transport.ts";
import { eachTransport, warningRule } from "./rule.ts";

export const tlsIdIsAbsent = warningRule(
  "W1",
  "a transport owner has no tls-id",
  rfc(9429, "5.2.1"),
  eachTransport((owner, { sdp }, report) => {
    if (inheritedValue(sdp, owner, "tls-id") === null) report(owner);
  }),
);

export const restartIsPartial = warningRule(
  "W8",
  "ICE restarts for some transports only, or with only one new credential",
  rfc(8839, "4.4.1.1.1"),
  (judged, report) => {
    if (judged.type !== "offer" || judged.side === null || judged.negotiated === null) return;
    const before = contribution(judged.negotiated, judged.side);
    const found = continuations(judged, judged.negotiated);
    const goingOn = found.filter(({ sameCredentials }) => sameCredentials).length;
    for (const { owner, now, tag, sameCredentials } of found) {
      if (sameCredentials) continue;
      const ufrag = own(owner, "ice-ufrag");
      const then = transportAt(before, tag.index);
      const half = now.ufrag === then?.ufrag || now.pwd === then?.pwd;
      if (half || goingOn > 0) report(owner, ufrag);
    }
  },
);

/** Longer numbers are not compared: reading one costs more than its length. */
const longestVersion = 20;

export const versionGoesUpByOne = warningRule(
  "W9",
  "the version in o= goes up by one with every change",
  rfc(3264, "8"),
  ({ sdp, side, negotiated, provisional }, report) => {
    const exchange = provisional ?? negotiated;
    if (exchange === null || side === null) return;
    const before = contribution(exchange, side);
    const [, session, version = ""] = sdp.origin.split(" ");
    const [, sessionBefore, versionBefore = ""] = before.origin.split(" ");
    if (session !== sessionBefore || sdp.text === before.text) return;
    if (version.length > longestVersion || versionBefore.length > longestVersion) return;
    if (BigInt(version) === BigInt(versionBefore) + 1n) return;
    report(null, { sdpLineNumber: 2 }, `${version} after ${versionBefore}`);
  },
);
