import { transportOwner } from "../../description/description.ts";
import { extensionsInForce } from "../../description/header-extension.ts";
import { continuedTransports } from "../../description/negotiation.ts";
import { has, type Level } from "../../text/level.ts";
import { mappingsOf, reportOtherMappings } from "../extension-mappings.ts";
import { reofferRule } from "./reoffer-rule.ts";

export const extensionIdsAreKept = reofferRule(
  "R8",
  "error",
  "8285 7",
  "an extmap id keeps its negotiated URI, and a URI its id",

  ({ sdp }, negotiated, report) => {
    const { answer } = negotiated;
    const live = answer.sections.filter(({ rejected }) => !rejected);
    const anywhere = mappingsOf([answer.session, ...live]);
    reportOtherMappings(extensionsInForce(sdp.session), anywhere, "negotiated", null, report);
    const levels = new Map<number, Level[]>();
    for (const section of live) {
      if (!has(section, "extmap")) continue;
      const { index } = transportOwner(section);
      const members = levels.get(index) ?? [];
      levels.set(index, members);
      members.push(section);
    }
    const general = mappingsOf([answer.session]);
    const byTransport = new Map([...levels].map(([index, members]) => [index, mappingsOf(members)]));
    const tags = continuedTransports(negotiated, sdp);
    for (const section of sdp.sections) {
      const tag = section.rejected ? undefined : tags.get(transportOwner(section));
      if (tag === undefined) continue;
      reportOtherMappings(
        extensionsInForce(section),
        byTransport.get(tag.index) ?? general,
        "negotiated",
        section,
        report,
      );
    }
  },
);
