import { type Section, transportOwner } from "../../description/description.ts";
import { extensionsInForce } from "../../description/header-extension.ts";
import { continuedTransports } from "../../description/negotiation.ts";
import { has, type Level } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { ReportBreach } from "../rule.ts";
import { reofferRule } from "./reoffer-rule.ts";

/** What was agreed on, both ways: one each, unless transports differ. */
interface Agreement {
  readonly urisOf: Map<number, Set<string>>;
  readonly idsOf: Map<string, Set<number>>;
}

export const extensionIdsAreKept = reofferRule(
  "R8",
  "error",
  "8285 7",
  "an extmap id keeps its negotiated URI, and a URI its id",

  ({ sdp }, negotiated, report) => {
    const { answer } = negotiated;
    const general = agreement();
    const anywhere = agreement();
    const byTransport = new Map<number, Agreement>();
    agree(answer.session, general, anywhere);
    for (const section of answer.sections) {
      if (section.rejected) continue;
      const { index } = transportOwner(section);
      const agreed = byTransport.get(index) ?? agreement();
      byTransport.set(index, agreed);
      agree(section, agreed, anywhere);
    }
    compareWithAgreement(sdp.session, anywhere, null, report);
    const tags = continuedTransports(negotiated, sdp);
    for (const section of sdp.sections) {
      if (section.rejected || !has(section, "extmap")) continue;
      const tag = tags.get(transportOwner(section));
      if (tag === undefined) continue;
      const agreed = byTransport.get(tag.index);
      compareWithAgreement(
        section,
        agreed === undefined || agreed.urisOf.size === 0 ? general : agreed,
        section,
        report,
      );
    }
  },
);

function agreement(): Agreement {
  return { urisOf: new Map(), idsOf: new Map() };
}

function agree(level: Level, ...agreements: readonly Agreement[]): void {
  for (const { id, uri } of extensionsInForce(level)) {
    for (const { urisOf, idsOf } of agreements) {
      urisOf.set(id, (urisOf.get(id) ?? new Set()).add(uri));
      idsOf.set(uri, (idsOf.get(uri) ?? new Set()).add(id));
    }
  }
}

function compareWithAgreement(
  level: Level,
  { urisOf, idsOf }: Agreement,
  section: Section | null,
  report: ReportBreach,
): void {
  for (const { id, uri, attribute } of extensionsInForce(level)) {
    const uris = urisOf.get(id);
    const ids = idsOf.get(uri);
    // One stands for all in a message: there can be as many as the other side sends.
    const [firstUri] = uris ?? [];
    const [firstId] = ids ?? [];
    if (firstUri !== undefined && !uris?.has(uri))
      report(section, attribute, `${id} was negotiated for ${quote(firstUri)}`);
    else if (firstId !== undefined && !ids?.has(id))
      report(section, attribute, `${quote(uri)} was negotiated as ${firstId}`);
  }
}
