import { has } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, rule } from "../rule.ts";

export const sctpHasAPort = rule(
  "D11",
  "error",
  "9429 5.8.2",
  "an SCTP section has sctp-port",

  eachLiveSection((section, _judged, report) => {
    if (!section.carriesSctp || has(section, "sctp-port")) return;
    // The form before RFC 8841 has the port in the m= line, with a map of it.
    if (section.protocol === "DTLS/SCTP" && has(section, "sctpmap")) return;
    report(section);
  }),
);

export const sctpIsApplication = rule(
  "D19",
  "error",
  "8841 4.4.2",
  "an SCTP section's media is application",

  eachLiveSection((section, _judged, report) => {
    if (section.carriesSctp && section.media !== "application") report(section, null, quote(section.media));
  }),
);

export const sctpHasOneFormat = /* @__PURE__ */ rule(
  "D20",
  "warning",
  "8841 4.3",
  "an SCTP section has one format",

  /* @__PURE__ */ eachLiveSection((section, _judged, report) => {
    if (section.carriesSctp && section.formats.length > 1) report(section, null, `${section.formats.length}`);
  }),
);
