import { areSameMid, type Sdp, type Section } from "../../description/description.ts";
import type { Exchange } from "../../description/negotiation.ts";
import { own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { type Place, type ReportBreach, rule } from "../rule.ts";
import { reofferRule } from "./reoffer-rule.ts";

/** What an index was before: once answered, in both descriptions. */
interface Predecessor {
  readonly media: string;
  readonly mid: string | null;
  /** Rejected in the offer or the answer: free to be recycled. */
  readonly rejected: boolean;
}

/** The m= sections of a session before the offer that is judged. */
interface Before {
  readonly count: number;
  readonly at: (index: number) => Predecessor | null;
  readonly knows: (mid: string) => boolean;
}

type CheckSections = (sdp: Sdp, before: Before, report: ReportBreach) => void;

const checkCount: CheckSections = (sdp, before, report) => {
  const { length } = sdp.sections;
  if (length < before.count) report(null, null, `${length} after ${before.count}`);
};

const checkKept: CheckSections = (sdp, before, report) => {
  for (const section of sdp.sections) {
    const was = before.at(section.index);
    if (was === null || was.rejected || isKept(section, was) || isNew(section, before)) continue;
    report(section, midLine(section, was), `expected ${was.media} ${quote(was.mid ?? "")}`);
  }
};

const checkRecycled: CheckSections = (sdp, before, report) => {
  for (const section of sdp.sections) {
    const was = before.at(section.index);
    if (was === null || isKept(section, was)) continue;
    if (!was.rejected && isNew(section, before)) {
      report(section, midLine(section, was), "the section was not rejected before");
    } else if (was.rejected && !isNew(section, before)) {
      report(section, midLine(section, was), "the mid is not new");
    }
  }
};

export const sectionsNeverGetFewer = reofferRule(
  "R1",
  "3264 8",
  "m= sections never get fewer",

  ({ sdp }, negotiated, report) => checkCount(sdp, inExchange(negotiated), report),
);

export const indexKeepsItsSection = reofferRule(
  "R2",
  "9429 5.2.2",
  "an index keeps its mid and media unless recycled",

  ({ sdp }, negotiated, report) => checkKept(sdp, inExchange(negotiated), report),
);

export const recyclingNeedsRejection = reofferRule(
  "R3",
  "9429 5.2.2",
  "a recycled section was rejected and has a new mid",

  ({ sdp }, negotiated, report) => checkRecycled(sdp, inExchange(negotiated), report),
);

export const replacedOfferBinds = rule(
  "R9",
  "#set-description",
  "a remote offer keeps to the one it replaces",

  ({ sdp, replaced, negotiated }, report) => {
    if (replaced === null) return;
    // What the negotiated session forbids already, R1 to R3 report.
    const forbidden = new Set<Section | null>();
    if (negotiated !== null) checkAll(sdp, inExchange(negotiated), (section) => forbidden.add(section));
    checkAll(sdp, inExchange({ offer: replaced, answer: replaced }), (section, place, detail) => {
      if (!forbidden.has(section)) report(section, place, detail);
    });
  },
);

function checkAll(sdp: Sdp, before: Before, report: ReportBreach): void {
  for (const check of [checkCount, checkKept, checkRecycled]) check(sdp, before, report);
}

function inExchange({ offer, answer }: Pick<Exchange, "offer" | "answer">): Before {
  return {
    count: Math.max(offer.sections.length, answer.sections.length),
    at: (index) => {
      const [offered, answered] = [offer.sections[index], answer.sections[index]];
      if (offered === undefined || answered === undefined) return null;
      const { media } = offered;
      return { media, mid: offered.mid ?? answered.mid, rejected: offered.rejected || answered.rejected };
    },
    knows: (mid) => offer.byMid.has(mid) || answer.byMid.has(mid),
  };
}

function isKept({ media, mid }: Section, was: Predecessor): boolean {
  return media === was.media && areSameMid(mid, was.mid);
}

function isNew({ mid }: Section, before: Before): boolean {
  return mid !== null && !before.knows(mid);
}

function midLine(section: Section, was: Predecessor): Place {
  return section.media === was.media ? own(section, "mid") : null;
}
