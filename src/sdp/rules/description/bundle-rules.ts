import { addressTypesOf } from "../../description/connection.ts";
import type { Sdp } from "../../description/description.ts";
import { quote } from "../../text/quote.ts";
import { bundledSections, rule } from "../rule.ts";

export const bundledMidsExist = /* @__PURE__ */ rule(
  "D2",
  "warning",
  "5888 6",
  "the mids of a BUNDLE group exist, and with a group every live section has one; otherwise the group is ignored",

  ({ sdp }, report) => {
    const unnamed = sdp.sections.find(({ mid, port }) => mid === null && port !== 0) ?? null;
    for (const bundle of sdp.ignoredBundles) {
      const missing = bundle.mids.filter((mid) => !sdp.byMid.has(mid));
      for (const mid of missing) report(null, bundle, quote(mid));
      if (missing.length === 0) report(unnamed, unnamed, "no mid");
    }
  },
);

export const oneGroupPerMid = rule(
  "D3",
  "error",
  "9143 5",
  "a mid is once in one BUNDLE group",

  ({ sdp }, report) => {
    const seen = new Map<string, object>();
    for (const bundle of sdp.bundles) {
      for (const mid of bundle.mids) {
        const other = seen.get(mid);
        seen.set(mid, other ?? bundle);
        if (other === undefined) continue;
        const where = other === bundle ? "twice in this group" : "in another group too";
        report(sdp.byMid.get(mid) ?? null, bundle, `${quote(mid)} is ${where}`);
      }
    }
  },
);

export const offeredTagStandsAlone = /* @__PURE__ */ rule(
  "D4",
  "warning",
  "9143 7.2.1",
  "an offered BUNDLE tag is not bundle-only",

  ({ sdp, type }, report) => {
    if (type !== "offer") return;
    for (const tag of tags(sdp)) {
      if (tag.bundleOnly) report(tag);
    }
  },
);

export const tagIsAccepted = rule(
  "D15",
  "error",
  "9143 7.3.3",
  "a BUNDLE tag is not rejected",

  ({ sdp }, report) => {
    for (const tag of tags(sdp)) {
      if (tag.rejected) report(tag);
    }
  },
);

export const oneProtocolPerBundle = /* @__PURE__ */ rule(
  "D17",
  "warning",
  "9143 9.1",
  "the RTP sections of a BUNDLE group have one proto",

  ({ sdp }, report) => {
    for (const [section, first] of bundledSections(sdp, () => ({ protocol: "" }))) {
      if (!section.carriesRtp) continue;
      first.protocol ||= section.protocol;
      if (section.protocol !== first.protocol) report(section, null, quote(first.protocol));
    }
  },
);

export const oneAddressTypePerBundle = /* @__PURE__ */ rule(
  "D18",
  "warning",
  "9143 7.1.1",
  "the sections of a BUNDLE group have one addrtype in their c= lines",

  ({ sdp }, report) => {
    if (sdp.bundles.length === 0) return;
    const types = addressTypesOf(sdp);
    for (const [section, first] of bundledSections(sdp, (): { type: string | null } => ({ type: null }))) {
      const type = types[section.index] ?? null;
      // Without a c= line it is S6's.
      if (type === null) continue;
      first.type ??= type;
      if (type !== first.type) report(section, null, `${quote(type)} and ${quote(first.type)}`);
    }
  },
);

export const oneAssociationPerBundle = /* @__PURE__ */ rule(
  "D21",
  "warning",
  "8841 5.3",
  "a BUNDLE group has one SCTP association",

  ({ sdp }, report) => {
    for (const [section, found] of bundledSections(sdp, () => ({ association: false }))) {
      if (!section.carriesSctp) continue;
      if (found.association) report(section);
      found.association = true;
    }
  },
);

export const bundledMidsAreAccepted = /* @__PURE__ */ rule(
  "W21",
  "warning",
  "9143 7.3.3",
  "a BUNDLE group names a rejected section",

  ({ sdp }, report) => {
    for (const bundle of sdp.bundles) {
      const [tag, ...members] = bundle.members;
      for (const member of members) {
        // The tag is D15's.
        if (member.rejected && member !== tag) report(member, bundle, quote(member.mid ?? ""));
      }
    }
  },
);

function tags(sdp: Sdp) {
  return sdp.bundles.map(({ members }) => members[0]).filter((tag) => tag !== undefined);
}
