import type { BundleGroup } from "../../description/description.ts";
import { isNegotiated } from "../../description/negotiation.ts";
import { quote } from "../../text/quote.ts";
import { reofferRule } from "./reoffer-rule.ts";

export const midsKeepTheirBundle = reofferRule(
  "R7",
  "error",
  "9143 7.5.2",
  "a mid keeps its BUNDLE group or leaves it",

  ({ sdp }, negotiated, report) => {
    const { answer } = negotiated;
    const heirs = new Map<BundleGroup, BundleGroup>();
    for (const group of sdp.bundles) {
      const members = group.mids.map((mid) => sdp.byMid.get(mid)).filter((member) => member !== undefined);
      const bundledBefore = members.filter((member) => isNegotiated(negotiated, member));
      const earlier = bundledBefore.map((member) => answer.sections[member.index]?.bundle ?? null);
      const inherited = earlier.find((bundle) => bundle !== null) ?? null;
      // This group goes on with the group of the first member that had one, unless another group does already.
      if (inherited !== null && !heirs.has(inherited)) heirs.set(inherited, group);
      for (const [at, bundle] of earlier.entries()) {
        const stays = bundle === null || (bundle === inherited && heirs.get(bundle) === group);
        const member = bundledBefore[at];
        if (stays || member === undefined) continue;
        report(member, group, quote(member.mid ?? ""));
      }
    }
  },
);
