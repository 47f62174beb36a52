import { all } from "../text/level.ts";
import { codecLines } from "./codec/listed-codec.ts";
import { type OwnCodecs, ownCodecs } from "./codec/own-codecs.ts";
import type { CreateOfferSdpInput, DescribedTransceiver } from "./input.ts";
import { offeredLipSync } from "./lip-sync.ts";
import { layOut, type SectionPlace } from "./offer/layout.ts";
import { offeredCodecs } from "./offer/offered-codecs.ts";
import { type PlannedSection, planOffer } from "./offer/plan-offer.ts";
import { answeredSection, ownFormerSections, type Past, pastOf } from "./past.ts";
import { type DefaultAddress, discard } from "./section/default-candidate.ts";
import { offeredExtensions } from "./section/header-extensions.ts";
import { msidLines, offeredSimulcast } from "./section/media-lines.ts";
import { dataAttributes, sctpFormat } from "./section/sctp.ts";
import { addressOf, candidateLines, gatheredFor, rtcpLine, transportLines } from "./section/transport-lines.ts";
import {
  defaultIceOptions,
  fingerprintLines,
  formerIceOptions,
  iceOptionsLine,
  nextOrigin,
  timingOf,
} from "./session-part.ts";
import { type DescriptionToWrite, type SectionToWrite, sectionNoLongerAccepted, writeSdp } from "./write-sdp.ts";

/**
 * The SDP of an offer, initial or subsequent: what createOffer() gives. Payload types, ids of header extensions, mids and
 * transports stay as they were; nothing is kept but what the descriptions in `session` say.
 *
 * @param input plain data: the descriptions until now, the transceivers, what the stack can do
 * @throws TypeError where `newTransports` has nothing for a section that gets a new transport or restarts ICE
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2
 */
export function createOfferSdp(input: CreateOfferSdpInput): string {
  return writeSdp(offerToWrite(input));
}

/** The offer that is to be written. */
export function offerToWrite(input: CreateOfferSdpInput): DescriptionToWrite {
  const { session, sessionId, iceOptions = defaultIceOptions, identity } = input;
  const past = pastOf(session);
  const own = ownCodecs(input.capabilities);
  const planned = planOffer(input, past);
  const { bundles, places } = layOut(input, past, planned, own);
  const going = [...places].find(([, { transport }]) => transport?.continues);
  const options =
    past.mine === null || going === undefined ? iceOptions : formerIceOptions(past.mine, going[0], iceOptions);
  const live = planned.filter(({ rejected }) => rejected === null);
  return {
    ...nextOrigin(session, sessionId),
    timing: timingOf(past.pendingLocal ?? past.mine),
    attributes: [
      ...iceOptionsLine(options),
      ...fingerprintLines(input.fingerprints),
      ...(identity === undefined ? [] : [`identity:${identity}`]),
      ...bundles.map(({ sections }) => `group:BUNDLE ${sections.map(({ mid }) => mid).join(" ")}`),
      ...offeredLipSync(live, past.exchange?.answer ?? null).map((mids) => `group:LS ${mids.join(" ")}`),
    ],
    sections: planned.map((section) => {
      const place = places.get(section);
      if (place === undefined)
        return sectionNoLongerAccepted(section.rejected ?? noSection, section.mid, section.rejected);
      return section.transceiver === null
        ? offeredDataSection(input, section, place)
        : rtpSection(input, past, own, section, section.transceiver, place);
    }),
  };
}

/** Every section without a place is rejected, so that there is one to copy. */
const noSection = { media: "audio", protocol: "UDP/TLS/RTP/SAVPF", formats: ["0"] };

function rtpSection(
  input: CreateOfferSdpInput,
  past: Past,
  own: OwnCodecs,
  section: PlannedSection,
  transceiver: DescribedTransceiver,
  place: SectionPlace,
): SectionToWrite {
  const { kind, direction } = transceiver;
  const former = ownFormerSections(past, section);
  const codecs = offeredCodecs(transceiver, own, former, answeredSection(past, section), place.payloadTypes);
  return {
    media: kind,
    protocol: "UDP/TLS/RTP/SAVPF",
    formats: codecs.map(({ format }) => format),
    address: addressAt(input, place),
    attributes: [
      `mid:${section.mid}`,
      direction,
      ...codecLines(codecs),
      // Applications cut a track's id out of a=msid, and reach the next blank: an extension can be missed there.
      ...msidLines(transceiver, former.find((one) => all(one, "msid").length > 0) ?? null),
      ...offeredExtensions(input.capabilities[kind].headerExtensions, place.extensionIds),
      ...offeredSimulcast(transceiver),
      ...transportAttributes(input, place, true),
    ],
  };
}

function offeredDataSection(input: CreateOfferSdpInput, { mid }: PlannedSection, place: SectionPlace): SectionToWrite {
  return {
    media: "application",
    protocol: "UDP/DTLS/SCTP",
    formats: [sctpFormat],
    address: addressAt(input, place),
    attributes: [`mid:${mid}`, ...dataAttributes(input.sctp ?? {}), ...transportAttributes(input, place, false)],
  };
}

function addressAt(input: CreateOfferSdpInput, { transport, bundleOnly }: SectionPlace): DefaultAddress {
  return transport === null || bundleOnly ? { ...discard, port: 0 } : addressOf(gatheredFor(transport, input));
}

function transportAttributes(input: CreateOfferSdpInput, place: SectionPlace, carriesRtp: boolean): readonly string[] {
  const { transport, describesTransport, hasCandidates, bundleOnly } = place;
  const gathered = transport === null ? null : gatheredFor(transport, input);
  return [
    ...(transport === null || !describesTransport
      ? []
      : [...transportLines(transport), ...offeredRtcp(input, place, carriesRtp, rtcpLine(gathered))]),
    ...(hasCandidates ? candidateLines(gathered) : []),
    ...(bundleOnly ? ["bundle-only"] : []),
  ];
}

/**
 * What a transport says of RTCP: everything where nothing is agreed on, else what was. A data section says it only for the
 * RTP that is bundled into it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
function offeredRtcp(
  { rtcpMuxPolicy = "require" }: CreateOfferSdpInput,
  { transport, withRtp }: SectionPlace,
  carriesRtp: boolean,
  rtcp: string,
): readonly string[] {
  const { muxed = null, reducesRtcp = false } = transport ?? {};
  const reduced = reducesRtcp ? ["rtcp-rsize"] : [];
  if (!withRtp) return [];
  if (muxed !== null) return [muxed ? "rtcp-mux" : rtcp, ...reduced];
  if (!carriesRtp) return ["rtcp-mux"];
  return [rtcp, "rtcp-mux", ...(rtcpMuxPolicy === "require" ? ["rtcp-mux-only"] : []), "rtcp-rsize"];
}
