// A call with the offer that Chromium made: what answers it, and the offer that comes next.
import type { Outcome, Session } from "../src/entries/index.ts";
import { chromiumOffer } from "./chromium-offer.ts";
import { core } from "./published.ts";

const { createSession, offerCreated, setLocalDescription, setRemoteDescription } = core;

const offer = chromiumOffer.replaceAll(/a=(?:sendonly|recvonly)/g, "a=sendrecv");

/** The answer of another peer: its own credentials and certificate, every section accepted. */
export const answer = offer
  .replaceAll("a=setup:actpass", "a=setup:active")
  .replaceAll(/a=ice-ufrag:.*\r/g, "a=ice-ufrag:peer\r")
  .replaceAll(/a=ice-pwd:.*\r/g, "a=ice-pwd:0123456789abcdefghijkl\r")
  .replaceAll(/a=fingerprint:sha-256 ../g, "a=fingerprint:sha-256 00");

/** The session that waits for that answer. */
export const offered: Session = applied(setLocalDescription(offerCreated(createSession(), offer).session));

/** The session after it, which has created the next offer: the same, one version later. */
export const answered: Session = applied(
  offerCreated(
    applied(setRemoteDescription(offered, { type: "answer", sdp: answer })),
    offer.replace(/^(o=\S+ \S+ )(\d+)/m, (_, start, version) => `${start}${Number(version) + 1}`),
  ),
);

function applied(outcome: Outcome): Session {
  if (outcome.kind !== "applied") throw new Error(`The call is not acceptable: ${JSON.stringify(outcome)}`);
  return outcome.session;
}
