import { continuations } from "../../description/continuation.ts";
import { contribution } from "../../description/negotiation.ts";
import { transportAt } from "../../description/transport.ts";
import { own } from "../../text/level.ts";
import { withAttribute } from "../description/transport-rules.ts";
import { rule } from "../rule.ts";

export const tlsIdIsAbsent = rule(
  "W1",
  "9429 5.2.1",
  "a transport has no tls-id",

  withAttribute("tls-id"),
);

export const restartIsPartial = rule(
  "W8",
  "8839 4.4.1.1.1",
  "ICE restarts only in part",

  ({ sdp, type, side, negotiated }, report) => {
    if (type !== "offer" || side === null || negotiated === null) return;
    const before = contribution(negotiated, side);
    const found = continuations(sdp, side, negotiated);
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

export const versionGoesUpByOne = rule(
  "W9",
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
