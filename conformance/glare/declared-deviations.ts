import type { KnownDeviation } from "../library.ts";
import type { BrowserName } from "../page/browsers.ts";

const roleAnswered = {
  code: "applied-sdp-not-acceptable-a6",
  reason: "answers with another DTLS role than the one in use",
};

/** The deviations that the browsers are known to show when negotiators collide. */
export const declaredDeviations: Readonly<Record<BrowserName, readonly KnownDeviation[]>> = {
  chromium: [
    {
      code: "refused-local-offer-without-sdp-in-stable",
      reason: "refuses an offer that it created: a header extension id means two things in its BUNDLE group",
    },
    {
      code: "refused-local-answer-without-sdp-in-have-remote-offer",
      reason: "refuses an answer that it created: it cannot start the SCTP transport again",
    },
    // This happens after the first section was stopped, when another section is the tag of the BUNDLE group.
    roleAnswered,
    {
      code: "applied-sdp-not-acceptable-d7",
      reason: "offers and answers a data section as the tag of a BUNDLE group with RTP in it, without rtcp-mux",
    },
  ],
  "firefox-esr": [
    {
      code: "refused-implicit-rollback",
      reason: "refuses an offer that restarts ICE where its own offer has just been rolled back",
    },
    // This happens when the offer restarts ICE.
    roleAnswered,
    ...["stable", "have-local-offer", "have-remote-offer"].map((state) => ({
      code: `wrong-slot-close-in-${state}`,
      reason: "shows no description after it was closed",
    })),
  ],
};
