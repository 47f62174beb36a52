import { isNegotiated } from "../../description/negotiation.ts";
import type { BundlePolicy } from "../input.ts";
import type { Past } from "../past.ts";
import { describesData, type PlannedSection } from "./plan-offer.ts";

/** Sections that share a transport, or would like to. The first is the tag. */
export interface OfferedBundle {
  readonly sections: readonly PlannedSection[];
  /** Is the transport of the group agreed on? */
  readonly negotiated: boolean;
}

/**
 * The BUNDLE groups of an offer: those of the last answer without what is rejected now. What is new joins the first of
 * them; without such a group it is a group of its own. What was taken out of a group stays out.
 *
 * The tag is the first section in the order of the m= lines, so that a recycled one may become it: Chromium takes no other
 * for the tag, whatever is offered.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
export function offeredBundles(planned: readonly PlannedSection[], { exchange }: Past): readonly OfferedBundle[] {
  const live = planned.filter(({ rejected }) => rejected === null);
  const known = new Map(
    live
      .filter((section) => exchange !== null && isNegotiated(exchange, section))
      .map((section) => [section.mid, section]),
  );
  const added = live.filter(({ mid }) => !known.has(mid));
  const groups = (exchange?.answer.bundles ?? [])
    .map(({ mids }) => mids.flatMap((mid) => known.get(mid) ?? []))
    .filter(({ length }) => length > 0);
  const [first, ...others] = groups;
  if (first !== undefined) {
    return [[...first, ...added], ...others].map((sections) => ({ sections: inOrder(sections), negotiated: true }));
  }
  return added.length === 0 ? [] : [{ sections: added, negotiated: false }];
}

/**
 * The sections of a group that is offered for the first time that have no transport unless they are bundled.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-4.1.1
 */
export function bundleOnlySections(
  { sections, negotiated }: OfferedBundle,
  policy: BundlePolicy,
): ReadonlySet<PlannedSection> {
  if (negotiated || policy === "max-compat") return new Set();
  const media = new Set<string>();
  return new Set(
    sections.filter((section) => {
      const of =
        policy === "max-bundle" ? "any" : describesData(section) ? "application" : (section.transceiver?.kind ?? "");
      const isFirst = !media.has(of);
      media.add(of);
      return !isFirst;
    }),
  );
}

function inOrder(sections: readonly PlannedSection[]): readonly PlannedSection[] {
  return [...sections].sort((a, b) => a.index - b.index);
}
