import { directionOf, type Section, waysOf } from "../../description/description.ts";
import { extensionsInForce, extensionsOf } from "../../description/header-extension.ts";
import { has, type Level } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { ReportBreach } from "../rule.ts";
import { acceptedPairRule, answerRule } from "./answer-rule.ts";

export const extensionsKeepTheirIds = answerRule(
  "A12",
  "error",
  "8285 7",
  "an extmap URI keeps the offered id, and an id the offered URI",

  ({ sdp }, offer, report) => {
    // What the answer says for the session has to be what the offer said somewhere.
    if (has(sdp.session, "extmap"))
      compareWithOffer(sdp.session, offeredBy([offer.session, ...offer.sections]), null, report);
    const general = offeredBy([offer.session]);
    for (const section of sdp.sections) {
      const offered = offer.sections[section.index];
      if (section.rejected || offered === undefined || !has(section, "extmap")) continue;
      compareWithOffer(section, has(offered, "extmap") ? offeredBy([offered]) : general, section, report);
    }
  },
);

export const extensionDirectionsFit = /* @__PURE__ */ acceptedPairRule(
  "A25",
  "warning",
  "8285 7",
  "an answered extmap direction fits the offered one",

  (answered, offered, report, { sdp }, offer) => {
    const fixed = extensionsOf(answered).filter(({ direction }) => direction !== null);
    if (fixed.length === 0) return;
    const known = new Map(extensionsOf(offered).map(({ uri, direction }) => [uri, direction]));
    const general = directionOf(offer, offered);
    for (const { uri, direction, attribute } of fixed) {
      const was = known.get(uri);
      if (was === undefined) continue;
      const [sent, received] = [waysOf(direction ?? directionOf(sdp, answered)), waysOf(was ?? general)];
      // What the answerer sends the offerer receives, and the other way round.
      const tooMuch = ((sent & 1) !== 0 && (received & 2) === 0) || ((sent & 2) !== 0 && (received & 1) === 0);
      if (tooMuch) report(answered, attribute, `${was ?? general} was offered`);
    }
  },
);

/** The mappings of some extmaps, both ways. */
interface Mappings {
  readonly idsOf: ReadonlyMap<string, ReadonlySet<number>>;
  readonly urisOf: ReadonlyMap<number, ReadonlySet<string>>;
}

function offeredBy(levels: readonly Level[]): Mappings {
  const idsOf = new Map<string, Set<number>>();
  const urisOf = new Map<number, Set<string>>();
  for (const { id, uri } of levels.flatMap((level) => extensionsInForce(level))) {
    idsOf.set(uri, (idsOf.get(uri) ?? new Set()).add(id));
    urisOf.set(id, (urisOf.get(id) ?? new Set()).add(uri));
  }
  return { idsOf, urisOf };
}

function compareWithOffer(answered: Level, offered: Mappings, section: Section | null, report: ReportBreach): void {
  for (const { id, uri, attribute } of extensionsOf(answered)) {
    const ids = offered.idsOf.get(uri);
    const uris = offered.urisOf.get(id);
    if (ids !== undefined && !ids.has(id)) {
      report(section, attribute, `${quote(uri)} was offered as ${firstOf(ids)}`);
    } else if (ids === undefined && uris !== undefined) {
      report(section, attribute, `${id} was offered for ${quote(firstOf(uris))}`);
    }
  }
}

/** One stands for all in a message: there can be as many as the other side sends. */
function firstOf<Value>(values: ReadonlySet<Value>): Value {
  const [first] = values;
  return first as Value;
}
