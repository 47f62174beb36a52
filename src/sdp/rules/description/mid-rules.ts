import { own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { rule } from "../rule.ts";

export const uniqueMids = rule("D1", "error", "5888 4", "mids are unique", ({ sdp }, report) => {
  for (const section of sdp.sections) {
    if (section.mid === null || sdp.byMid.get(section.mid) === section) continue;
    report(section, own(section, "mid"), quote(section.mid));
  }
});
