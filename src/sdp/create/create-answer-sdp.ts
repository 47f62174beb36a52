import { directionOf, type Sdp, type Section, transportOwner } from "../description/description.ts";
import { type Direction, intersection, reversedDirection } from "../description/direction.ts";
import { midOf } from "../description/mid.ts";
import { iceOptionsOf, multiplexesRtcp } from "../description/transport.ts";
import { all, has } from "../text/level.ts";
import { type AnsweredTransport, transportAnswers } from "./answer/answered-transport.ts";
import { type AcceptedSection, planAnswer } from "./answer/plan-answer.ts";
import { codecLines } from "./codec/listed-codec.ts";
import { ownCodecs } from "./codec/own-codecs.ts";
import type { CreateSdpInput, DescribedTransceiver } from "./input.ts";
import { answeredLipSync } from "./lip-sync.ts";
import { ownFormerSections, type Past, pastOf } from "./past.ts";
import { answeredExtensions } from "./section/header-extensions.ts";
import { answeredSimulcast, msidLines } from "./section/media-lines.ts";
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

/** What is the same for every section of an answer. */
interface Answering {
  readonly input: CreateSdpInput;
  readonly past: Past;
  readonly offer: Sdp;
  /** By the sections of the offer that own them. */
  readonly transports: ReadonlyMap<Section, AnsweredTransport>;
}

/**
 * The SDP of an answer to the pending remote offer, initial or subsequent: what createAnswer() gives. Payload types and ids
 * of header extensions are the offerer's; BUNDLE groups are answered as they are offered.
 *
 * @param input plain data: the descriptions until now, the transceivers with the mids of the offer, what the stack can do
 * @throws TypeError where no remote offer is pending, and where `newTransports` has nothing for a section that gets a new
 * transport or restarts ICE
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3
 */
export function createAnswerSdp(input: CreateSdpInput): string {
  return writeSdp(answerToWrite(input));
}

/** The answer that is to be written. */
export function answerToWrite(input: CreateSdpInput): DescriptionToWrite {
  const { session, sessionId, identity } = input;
  const past = pastOf(session);
  const offer = session.pendingRemoteDescription?.type === "offer" ? past.pendingRemote : null;
  if (offer === null) throw new TypeError("createAnswerSdp: session has no pending remote offer that can be read");
  const accepted = planAnswer(input, offer, ownCodecs(input.capabilities));
  const owners = new Set([...accepted.values()].map(({ offered }) => transportOwner(offered)));
  const transportFor = transportAnswers(input, past, offer);
  const transports = new Map([...owners].map((owner) => [owner, transportFor(owner)]));
  const answering = { input, past, offer, transports };
  return {
    ...nextOrigin(session, sessionId),
    timing: timingOf(offer),
    attributes: [
      ...iceOptionsLine(answeredIceOptions(answering)),
      ...fingerprintLines(input.fingerprints),
      ...(identity === undefined ? [] : [`identity:${identity}`]),
      ...answeredBundles(offer, accepted),
      ...answeredLipSyncLines(offer, accepted),
    ],
    sections: offer.sections.map((offered) => {
      const section = accepted.get(offered.index);
      if (section !== undefined) return answeredSdp(answering, section);
      const former = past.mine?.sections[offered.index];
      return sectionNoLongerAccepted(
        offered,
        offered.mid,
        former !== undefined && former.mid === offered.mid ? former : null,
      );
    }),
  };
}

/** What was agreed on, as long as ICE goes on; else what was offered of what this side wants. */
function answeredIceOptions({ input, past, offer, transports }: Answering): readonly string[] {
  const wanted = input.iceOptions ?? defaultIceOptions;
  const going = [...transports].find(([, { continues }]) => continues);
  if (going !== undefined && past.mine !== null) return formerIceOptions(past.mine, going[0], wanted);
  const offered = [...transports.keys()].map((owner) => iceOptionsOf(offer, owner).key.split(" "));
  return wanted.filter((option) => offered.every((options) => options.includes(option)));
}

function answeredBundles(offer: Sdp, accepted: ReadonlyMap<number, unknown>): string[] {
  return offer.bundles
    .map(({ mids }) => mids.filter((mid) => accepted.has(offer.byMid.get(mid)?.index ?? -1)))
    .flatMap((mids) => (mids.length === 0 ? [] : [`group:BUNDLE ${mids.join(" ")}`]));
}

function answeredLipSyncLines(offer: Sdp, accepted: ReadonlyMap<number, AcceptedSection>): string[] {
  const transceiverOf = (mid: string) => accepted.get(offer.byMid.get(mid)?.index ?? -1)?.transceiver ?? null;
  return answeredLipSync(offer, transceiverOf).map((mids) => `group:LS ${mids.join(" ")}`);
}

function answeredSdp(answering: Answering, section: AcceptedSection): SectionToWrite {
  const { input, transports } = answering;
  const { offered, transceiver, codecs } = section;
  const { media, protocol, mid } = offered;
  const owner = transportOwner(offered);
  const transport = transports.get(owner);
  const gathered = transport === undefined ? null : gatheredFor(transport, input);
  return {
    media,
    protocol,
    formats: transceiver === null ? offered.formats.slice(0, 1) : codecs.map(({ format }) => format),
    address: addressOf(gathered),
    attributes: [
      ...(mid === null ? [] : [`mid:${mid}`]),
      ...(transceiver === null ? answeredData(input, offered) : answeredMedia(answering, section, transceiver)),
      ...(transport === undefined || (owner !== offered && input.bundledTransport === "omitted")
        ? []
        : [...transportLines(transport), ...answeredRtcp(owner, offered, rtcpLine(gathered))]),
      ...(owner === offered ? candidateLines(gathered) : []),
    ],
  };
}

function answeredMedia(
  { input, past, offer }: Answering,
  { offered, codecs }: AcceptedSection,
  transceiver: DescribedTransceiver,
): readonly string[] {
  const direction = intersection(reversedDirection(directionOf(offer, offered) as Direction), transceiver.direction);
  const former = ownFormerSections(past, { index: offered.index, mid: midOf(offer, offered) });
  return [
    direction,
    ...codecLines(codecs),
    ...msidLines(transceiver, former.find((section) => all(section, "msid").length > 0) ?? null),
    ...answeredExtensions(input.capabilities[transceiver.kind].headerExtensions, offer, offered),
    ...answeredSimulcast(transceiver, direction, offered),
  ];
}

/** Of old, the format is the port, and another line says what is carried. */
function answeredData({ sctp }: CreateSdpInput, { formats: [format = ""] }: Section): readonly string[] {
  return format === sctpFormat ? dataAttributes(sctp ?? {}) : [`sctpmap:${format} ${sctpFormat}`];
}

/** What was offered. A tag repeats that there is no way back from rtcp-mux, RFC 9143 §9.3.1.2. */
function answeredRtcp(owner: Section, offered: Section, rtcp: string): readonly string[] {
  const muxed = multiplexesRtcp(owner);
  const reduced = has(offered, "rtcp-rsize") ? ["rtcp-rsize"] : [];
  if (muxed === null || (owner !== offered && !offered.carriesRtp)) return [];
  if (!muxed) return [rtcp, ...reduced];
  const muxOnly = owner === offered && owner.bundle !== null && has(owner, "rtcp-mux-only");
  return ["rtcp-mux", ...(muxOnly ? ["rtcp-mux-only"] : []), ...reduced];
}
