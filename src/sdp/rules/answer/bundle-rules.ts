import { quote } from "../../text/quote.ts";
import { answerRule } from "./answer-rule.ts";

export const bundleWasOffered = answerRule(
  "A7",
  "9143 7.3",
  "an answered BUNDLE group lies within an offered one",

  ({ sdp }, offer, report) => {
    for (const bundle of sdp.bundles) {
      const answered = bundle.mids.filter((mid) => sdp.byMid.has(mid));
      const offered = offer.byMid.get(answered[0] ?? "")?.bundle ?? null;
      for (const mid of answered) {
        const group = offer.byMid.get(mid)?.bundle ?? null;
        if (group !== null && group === offered) continue;
        report(sdp.byMid.get(mid) ?? null, bundle, quote(mid));
      }
    }
  },
);
