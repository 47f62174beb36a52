import { type Section, transportOwner } from "../../description/description.ts";
import { extensionsInForce } from "../../description/header-extension.ts";
import { continuedTag } from "../../description/negotiation.ts";
import { all, has, type Level } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { ReportBreach } from "../rule.ts";
import { reofferRule } from "./reoffer-rule.ts";

/** The URIs that an id was negotiated for: one, unless transports differ. */
type NegotiatedUris = Map<number, Set<string>>;

export const extensionIdsAreKept = reofferRule(
  "R8",
  "8285 7",
  "an extmap id keeps its negotiated URI",

  ({ sdp }, negotiated, report) => {
    const { answer } = negotiated;
    const general: NegotiatedUris = new Map();
    const anywhere: NegotiatedUris = new Map();
    const byTransport = new Map<number, NegotiatedUris>();
    agree(answer.session, general, anywhere);
    for (const section of answer.sections) {
      if (section.rejected) continue;
      const { index } = transportOwner(answer, section);
      const agreed = byTransport.get(index) ?? new Map();
      byTransport.set(index, agreed);
      agree(section, agreed, anywhere);
    }
    compare(sdp.session, anywhere, null, report);
    for (const section of sdp.sections) {
      if (section.rejected || !has(section, "extmap")) continue;
      const tag = continuedTag(negotiated, sdp, transportOwner(sdp, section));
      if (tag === null) continue;
      const agreed = byTransport.get(tag.index);
      compare(section, agreed === undefined || agreed.size === 0 ? general : agreed, section, report);
    }
  },
);

function agree(level: Level, ...agreements: readonly NegotiatedUris[]): void {
  for (const { id, uri } of extensionsInForce(all(level, "extmap"))) {
    for (const agreed of agreements) agreed.set(id, (agreed.get(id) ?? new Set()).add(uri));
  }
}

function compare(level: Level, agreed: NegotiatedUris, section: Section | null, report: ReportBreach): void {
  for (const { id, uri, attribute } of extensionsInForce(all(level, "extmap"))) {
    const uris = agreed.get(id);
    if (uris === undefined || uris.has(uri)) continue;
    report(section, attribute, `${id} was negotiated for ${[...uris].map(quote).join(" or ")}`);
  }
}
