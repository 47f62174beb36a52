import { areSameMid, type Section } from "../../description/description.ts";
import type { Exchange } from "../../description/negotiation.ts";
import { own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import type { Place } from "../rule.ts";
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

export const sectionsNeverGetFewer = reofferRule(
  "R1",
  "error",
  "3264 8",
  "m= sections never get fewer",

  ({ sdp }, negotiated, report) => {
    const { count } = inExchange(negotiated);
    const { length } = sdp.sections;
    if (length < count) report(null, null, `${length} after ${count}`);
  },
);

export const indexKeepsItsSection = reofferRule(
  "R2",
  "error",
  "9429 5.2.2",
  "an index keeps its mid and media unless recycled",

  ({ sdp }, negotiated, report) => {
    const before = inExchange(negotiated);
    for (const section of sdp.sections) {
      const was = before.at(section.index);
      if (was === null || was.rejected || isKept(section, was) || isNew(section, before)) continue;
      report(section, midLine(section, was), `expected ${quote(was.media)} ${quote(was.mid ?? "")}`);
    }
  },
);

export const recyclingNeedsRejection = reofferRule(
  "R3",
  "error",
  "9429 5.2.2",
  "a recycled section was rejected, and its mid is new",

  ({ sdp }, negotiated, report) => {
    const before = inExchange(negotiated);
    for (const section of sdp.sections) {
      const was = before.at(section.index);
      if (was === null || isKept(section, was)) continue;
      const fresh = isNew(section, before);
      if (!was.rejected && fresh) report(section, midLine(section, was), "the section was not rejected before");
      // A peer without mids recycles by the index alone.
      else if (was.rejected && !fresh && section.mid !== null) {
        report(section, midLine(section, was), "the mid is not new");
      }
    }
  },
);

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
