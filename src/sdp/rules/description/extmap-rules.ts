import { directionOf, type Section, waysOf } from "../../description/description.ts";
import { extensionsInForce, extensionsOf } from "../../description/header-extension.ts";
import { all, has, type Level } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { bundledSections, type CheckContent, eachLiveSection, type ReportBreach, rule } from "../rule.ts";

export const extensionIdsAreUnique = rule(
  "D13",
  "error",
  "8285 5",
  "an extmap id is used once, at one level",

  (judged, report) => {
    const general = all(judged.sdp.session, "extmap")[0];
    eachLevel(reportRepeatedIds)(judged, report);
    if (general === undefined) return;
    for (const section of judged.sdp.sections) {
      const particular = section.rejected ? undefined : all(section, "extmap")[0];
      if (particular !== undefined) report(section, particular, `the session has one on line ${general.sdpLineNumber}`);
    }
  },
);

export const bundledExtensionsAgree = rule(
  "D14",
  "error",
  "9143 12",
  "an extmap id is one URI in a BUNDLE group",

  ({ sdp }, report) => {
    for (const [section, names] of bundledSections(sdp, () => new Map<number, FirstMapping>())) {
      for (const { id, uri, attribute } of extensionsInForce(section)) {
        const first = names.get(id) ?? { uri, by: section };
        names.set(id, first);
        // An id twice in one section breaks D13.
        if (first.uri === uri || first.by === section) continue;
        report(section, attribute, `${id} already is ${quote(first.uri)}`);
      }
    }
  },
);

/** What an id names within a group, and the section that mapped it first. */
interface FirstMapping {
  readonly uri: string;
  readonly by: Section;
}

export const extensionsAreMappedOnce = /* @__PURE__ */ rule(
  "D22",
  "warning",
  "8285 5",
  "an extmap URI is mapped once in a section",

  /* @__PURE__ */ eachLevel((level, section, report) => {
    const directions = new Map<string, number>();
    for (const extension of extensionsInForce(level)) {
      const { attribute, uri } = extension;
      // With other attributes it is another extension, and each direction may have its own.
      const key = attribute.value.slice(attribute.value.indexOf(" "));
      const [before, now] = [directions.get(key) ?? 0, waysOf(extension.direction ?? "sendrecv")];
      if ((before & now) !== 0) report(section, attribute, quote(uri));
      directions.set(key, before | now);
    }
  }),
);

export const extensionIdsExist = rule(
  "D23",
  "error",
  "8285 5",
  "an extmap id is 1-256, or 4096-4351 as a proposal",

  eachLevel((level, section, report) => {
    for (const { id, attribute } of extensionsOf(level)) {
      // What one-byte headers have no room for is sent with two-byte headers: RFC 8285 §4.3.
      const exists = (id >= 1 && id <= 256) || isProposed(id);
      if (!exists) report(section, attribute, String(id));
    }
  }),
);

export const extensionsGoWithTheStream = /* @__PURE__ */ rule(
  "D24",
  "note",
  "8285 7",
  "an extmap direction is within its section's",

  /* @__PURE__ */ eachLiveSection((section, { sdp }, report) => {
    if (!has(section, "extmap")) return;
    const stream = waysOf(directionOf(sdp, section));
    // An inactive stream says nothing: its extensions are those of later.
    if (stream === 0) return;
    for (const { direction, attribute } of extensionsOf(section)) {
      if (direction !== null && (waysOf(direction) & ~stream) !== 0) report(section, attribute, direction);
    }
  }),
);

/** A rule on the extmaps of the session part, and of each live section. */
function eachLevel(check: (level: Level, section: Section | null, report: ReportBreach) => void): CheckContent {
  return ({ sdp }, report) => {
    if (has(sdp.session, "extmap")) check(sdp.session, null, report);
    for (const section of sdp.sections) {
      if (!section.rejected && has(section, "extmap")) check(section, section, report);
    }
  };
}

function reportRepeatedIds(level: Level, section: Section | null, report: ReportBreach): void {
  const seen = new Set<number>();
  for (const { id, attribute } of extensionsOf(level)) {
    if (seen.has(id)) report(section, attribute, String(id));
    if (!isProposed(id)) seen.add(id);
  }
}

/** Ids that stand for no place on the wire: an offer may propose alternatives under one, RFC 8285 §7. */
function isProposed(id: number): boolean {
  return id >= 4096 && id <= 4351;
}
