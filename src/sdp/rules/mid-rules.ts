import { rfc } from "../../specifications.ts";
import { own } from "../description.ts";
import { quote } from "../quote.ts";
import { errorRule } from "./rule.ts";

export const uniqueMids = errorRule("D1", "mids are unique", rfc(5888, "4"), ({ sdp }, report) => {
  for (const section of sdp.sections) {
    if (section.mid === null || sdp.byMid.get(section.mid) === section) continue;
    report(section, own(section, "mid"), quote(section.mid));
  }
});
