import type { Section } from "../../description/description.ts";
import { identitiesOf } from "../codec/codec-identity.ts";
import { type Numbering, type NumberSpace, numbering } from "../codec/numbering.ts";
import type { OwnCodecs } from "../codec/own-codecs.ts";
import type { CreateOfferSdpInput } from "../input.ts";
import { allFormerSections, formerTransportMembers, type Past } from "../past.ts";
import { extensionIds, mappedIds } from "../section/header-extensions.ts";
import { bundleOnlySections, type OfferedBundle, offeredBundles } from "./offered-bundles.ts";
import { type OfferedTransport, offeredTransport } from "./offered-transport.ts";
import type { PlannedSection } from "./plan-offer.ts";

/** Where a live section of an offer stands among the others. */
export interface SectionPlace {
  /** Its own, or that of its group; null where it gets one only in a group. */
  readonly transport: OfferedTransport | null;
  readonly bundleOnly: boolean;
  /** Does the section itself describe the transport? */
  readonly describesTransport: boolean;
  /** Are the candidates of the transport its own? */
  readonly hasCandidates: boolean;
  /** Does it carry RTP, or is it the tag of a group with RTP? */
  readonly withRtp: boolean;
  readonly payloadTypes: Numbering;
  readonly extensionIds: Numbering;
}

/** How the live sections of an offer share transports, payload types and ids of header extensions. */
export interface Layout {
  readonly bundles: readonly OfferedBundle[];
  readonly places: ReadonlyMap<PlannedSection, SectionPlace>;
}

export function layOut(
  input: CreateOfferSdpInput,
  past: Past,
  planned: readonly PlannedSection[],
  own: OwnCodecs,
): Layout {
  const { bundlePolicy = "balanced", bundledTransport = "repeated", capabilities } = input;
  const repeats = bundledTransport === "repeated";
  const ids = extensionIds(capabilities);
  const everything = allFormerSections(past);
  const bundles = offeredBundles(planned, past);
  const places = new Map<PlannedSection, SectionPlace>();
  const bundled = new Set<PlannedSection | undefined>(bundles.flatMap(({ sections }) => sections));
  const alone = planned.filter((section) => section.rejected === null && !bundled.has(section));
  for (const bundle of [...bundles, ...alone.map((section) => ({ sections: [section], negotiated: true }))]) {
    const { sections, negotiated } = bundle;
    const anyRtp = sections.some(carriesRtp);
    const former = formerTransportMembers(past, sections);
    const numberings = numberingsOf(former, bundled.has(sections[0]) ? everything : [], own.payloadTypes, ids);
    const bundleOnly = bundleOnlySections(bundle, bundlePolicy);
    const [tag] = sections;
    const ofGroup = negotiated || repeats ? offeredTransport(input, past, sections) : null;
    for (const section of sections) {
      const isTag = section === tag;
      const isBundleOnly = bundleOnly.has(section);
      const ownsTransport = ofGroup === null && !isBundleOnly;
      places.set(section, {
        ...numberings,
        transport: ownsTransport ? offeredTransport(input, past, [section]) : ofGroup,
        bundleOnly: isBundleOnly,
        describesTransport: ownsTransport || isTag || repeats,
        hasCandidates: ownsTransport || isTag,
        withRtp: isTag ? anyRtp : carriesRtp(section),
      });
    }
  }
  return { bundles, places };
}

function carriesRtp({ transceiver }: PlannedSection): boolean {
  return transceiver !== null;
}

/** Header extensions have the same ids on every transport if they can: Firefox takes no other. */
function numberingsOf(
  former: readonly Section[],
  others: readonly Section[],
  payloadTypes: NumberSpace,
  ids: NumberSpace,
) {
  const types = former.flatMap((section) =>
    [...identitiesOf(section)].map(([format, identity]) => [identity, Number(format)] as const),
  );
  return {
    payloadTypes: numbering(types, payloadTypes),
    extensionIds: numbering([...former, ...others].flatMap(mappedIds), ids),
  };
}
