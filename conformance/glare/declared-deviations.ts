import type { KnownDeviation } from "../library.ts";
import type { BrowserName } from "../page/browsers.ts";

const roleAnswered = {
  code: "applied-sdp-not-acceptable-a6",
  reason: "answers with another DTLS role than the one in use",
};

/** What the browsers are known to do when negotiators collide, and why it is put up with. */
export const declaredDeviations: Readonly<Record<BrowserName, readonly KnownDeviation[]>> = {
  chromium: [
    {
      code: "refused-local-offer-without-sdp-in-stable",
      reason: "makes an offer and refuses it: a header extension id means two things in its BUNDLE group",
    },
    {
      code: "refused-local-answer-without-sdp-in-have-remote-offer",
      reason: "makes an answer and refuses it: it cannot start the SCTP transport again",
    },
    // Where the first section was stopped, and the tag of the BUNDLE group is another one.
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
    // Where the offer restarts ICE.
    roleAnswered,
    ...["stable", "have-local-offer", "have-remote-offer"].map((state) => ({
      code: `wrong-slot-close-in-${state}`,
      reason: "shows no description any more once it is closed",
    })),
  ],
};
