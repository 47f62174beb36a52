import { codecsOf, splitFormat } from "../../description/codec.ts";
import { type Section, transportOwner } from "../../description/description.ts";
import { headerExtension } from "../../description/header-extension.ts";
import { ridsOf, simulcastRids } from "../../description/rid.ts";
import { all, has, type Level, own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachLiveSection, type ReportBreach, rule } from "../rule.ts";

export const simulcastRidsAreDeclared = rule(
  "D9",
  "9429 5.8.3",
  "a simulcast rid is declared in its direction",

  eachLiveSection((section, _judged, report) => {
    const simulcast = own(section, "simulcast");
    if (simulcast === null) return;
    const { declared } = ridsOf(section);
    for (const { id, direction } of simulcastRids(section)) {
      if (declared.get(id)?.direction === direction) continue;
      report(section, simulcast, `${direction} ${quote(id)}`);
    }
  }),
);

export const retransmissionsHaveATarget = rule(
  "D10",
  "9429 5.10",
  "a remote rtx apt is a listed payload type",

  eachLiveSection((section, { side }, report) => {
    if (side !== "remote" || !section.carriesRtp) return;
    const associated = all(section, "fmtp").filter(({ value }) => value.includes("apt="));
    if (associated.length === 0) return;
    const codecs = codecsOf(section);
    const formats = new Set(section.formats);
    for (const attribute of associated) {
      const [format, parameters] = splitFormat(attribute.value);
      const target = associatedPayloadType(parameters);
      if (target === null || formats.has(target) || !codecs.get(format)?.startsWith("rtx/")) continue;
      report(section, attribute, quote(target));
    }
  }),
);

export const sctpHasAPort = rule(
  "D11",
  "9429 5.8.2",
  "an SCTP section has sctp-port",

  eachLiveSection((section, _judged, report) => {
    if (!section.carriesSctp || has(section, "sctp-port")) return;
    // The form before RFC 8841 has the port in the m= line, with a map of it.
    if (section.protocol === "DTLS/SCTP" && has(section, "sctpmap")) return;
    report(section);
  }),
);

export const payloadTypesAreInRange = rule(
  "D12",
  "5761 4",
  "an RTP payload type is 0-127, with rtcp-mux not 64-95",

  eachLiveSection((section, { sdp }, report) => {
    if (!section.carriesRtp) return;
    const muxed = has(section, "rtcp-mux") || has(transportOwner(sdp, section), "rtcp-mux");
    for (const format of section.formats) {
      const payloadType = /^\d{1,3}$/.test(format) ? Number(format) : 128;
      if (payloadType > 127 || (muxed && isRtcp(payloadType))) report(section, null, quote(format));
    }
  }),
);

export const extensionIdsAreUnique = rule(
  "D13",
  "8285 5",
  "an extmap id is used once, at one level",

  ({ sdp }, report) => {
    const general = all(sdp.session, "extmap")[0];
    reportRepeats(sdp.session, null, report);
    for (const section of sdp.sections) {
      if (section.rejected) continue;
      const particular = all(section, "extmap")[0];
      const mixed = general !== undefined && particular !== undefined;
      if (mixed) report(section, particular, `the session has one on line ${general.sdpLineNumber}`);
      reportRepeats(section, section, report);
    }
  },
);

function reportRepeats(level: Level, section: Section | null, report: ReportBreach): void {
  const extmaps = all(level, "extmap");
  if (extmaps.length < 2) return;
  const seen = new Set<number>();
  for (const { id, attribute } of extmaps.map(headerExtension)) {
    if (seen.has(id)) report(section, attribute, String(id));
    if (!isReusable(id)) seen.add(id);
  }
}

function associatedPayloadType(parameters: string): string | null {
  return /(?:^|;)\s*apt=([^;]*)/.exec(parameters)?.[1]?.trimEnd() ?? null;
}

/** What RTCP packets look like to a demultiplexer, RFC 5761 §4. */
function isRtcp(payloadType: number): boolean {
  return payloadType >= 64 && payloadType <= 95;
}

/** Ids that stand for no place on the wire: an offer may propose alternatives under one, RFC 8285 §5. */
function isReusable(id: number): boolean {
  return id >= 4096 && id <= 4351;
}
