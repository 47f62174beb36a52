import { all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, rule } from "../rule.ts";

export const oneTrackPerSection = rule(
  "D30",
  "error",
  "8830 2",
  "the msid lines of a section name one track",

  eachLiveSection((section, _judged, report) => {
    const [first, ...others] = all(section, "msid");
    const track = trackOf(first?.value ?? "");
    for (const msid of others) {
      if (trackOf(msid.value) !== track) report(section, msid, `${quote(trackOf(msid.value))} and ${quote(track)}`);
    }
  }),
);

/** What stands behind the stream's id: the track's. */
function trackOf(msid: string): string {
  return msid.split(" ", 2)[1] ?? "";
}
