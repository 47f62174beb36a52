import type { BundleGroup, Sdp, Section } from "../../description/description.ts";
import { midOf } from "../../description/mid.ts";
import type { ListedCodec } from "../codec/listed-codec.ts";
import type { OwnCodecs } from "../codec/own-codecs.ts";
import type { CreateSdpInput, DescribedTransceiver } from "../input.ts";
import { sctpFormat } from "../section/sctp.ts";
import { answeredCodecs } from "./answered-codecs.ts";

/** An offered section that is accepted: with what it is answered. */
export interface AcceptedSection {
  readonly offered: Section;
  /** Null for data. */
  readonly transceiver: DescribedTransceiver | null;
  readonly codecs: readonly ListedCodec[];
}

/**
 * The offered sections that are accepted, by their indices. The others are rejected: those whose transceivers are stopped,
 * those where nothing is shared, those that the bundle policy leaves without a transport, and with the tag of a BUNDLE group
 * all of the group.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3.1
 */
export function planAnswer(input: CreateSdpInput, offer: Sdp, own: OwnCodecs): ReadonlyMap<number, AcceptedSection> {
  const byMid = new Map(input.transceivers.map((transceiver) => [transceiver.mid, transceiver]));
  const transported = transportedSections(input, offer);
  const associations = new Set<BundleGroup | Section>();
  const accepted = new Map<number, AcceptedSection>();
  for (const offered of transported) {
    const answer = offered.carriesSctp
      ? acceptData(input, offered, associations)
      : acceptMedia(byMid.get(midOf(offer, offered)), offered, own);
    if (answer !== null) accepted.set(offered.index, answer);
  }
  for (const bundle of offer.bundles) {
    const [tag = null] = bundle.members;
    if (tag !== null && accepted.has(tag.index)) continue;
    for (const { index, bundle: of } of transported) if (of === bundle) accepted.delete(index);
  }
  return accepted;
}

function acceptMedia(
  transceiver: DescribedTransceiver | undefined,
  offered: Section,
  own: OwnCodecs,
): AcceptedSection | null {
  if (transceiver === undefined || transceiver.stopped || !offered.carriesRtp) return null;
  if (transceiver.kind !== offered.media) return null;
  const codecs = answeredCodecs(transceiver, own, offered);
  return codecs.length === 0 ? null : { offered, transceiver, codecs };
}

/** One association a connection: the first that is offered. */
function acceptData(
  { sctp = null }: CreateSdpInput,
  offered: Section,
  associations: Set<unknown>,
): AcceptedSection | null {
  const isData =
    offered.media === "application" && (offered.formats[0] === sctpFormat || offered.protocol === "DTLS/SCTP");
  if (sctp === null || !isData || associations.size > 0) return null;
  associations.add(offered);
  return { offered, transceiver: null, codecs: [] };
}

/**
 * The sections that the bundle policy gives a transport. What RFC 9429 says of the first section is taken to mean the first
 * one that is offered at all: a rejected one at the beginning would end every other.
 */
function transportedSections({ bundlePolicy = "balanced" }: CreateSdpInput, { sections }: Sdp): readonly Section[] {
  const offered = sections.filter(({ rejected }) => !rejected);
  if (bundlePolicy === "max-compat") return offered;
  const firsts = new Map<string, Section>();
  return offered.filter((section) => {
    const key = bundlePolicy === "max-bundle" ? "any" : section.media;
    const first = firsts.get(key) ?? section;
    firsts.set(key, first);
    return first === section || (first.bundle !== null && first.bundle === section.bundle);
  });
}
