import type { DescriptionSlots, DescriptionType } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { contentFinding, type Finding, syntaxFinding } from "./finding.ts";
import { defaultMaxSdpLength, type ParseOptions, tolerance } from "./options.ts";
import { judgedIn } from "./read-slot.ts";
import { rulesAsJudged } from "./rules/content-rules.ts";
import { contentWarnings } from "./rules/content-warnings.ts";
import type { Judged, RtcpMuxPolicy } from "./rules/judged.ts";
import { orderOf } from "./sdp-rules.ts";
import { readText } from "./text/read-lines.ts";
import { type Fault, isFault } from "./text/reader.ts";

/** What a text is checked as. */
export interface CheckContext extends ParseOptions {
  /** Without a type only the rules that hold for every type are judged. */
  readonly type?: DescriptionType | undefined;
  /** Without a side only the rules that hold on both sides are judged. */
  readonly side?: Side | undefined;
  /** What it is set on: an answer is judged against the offer there, an offer against what is negotiated. */
  readonly session?: DescriptionSlots | undefined;
  /** "require" unless told. */
  readonly rtcpMuxPolicy?: RtcpMuxPolicy | undefined;
}

/**
 * Everything that is wrong or odd about a description: of the syntax the first error, and then nothing else; of the
 * content all errors, rtcp-mux first, then all warnings. Whether the session's state lets it be set is not asked.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function checkSdp(text: string, context: CheckContext = {}): Finding[] {
  // Null comes of untyped callers: as for a dictionary, it says nothing.
  const findings = check(text, context ?? {});
  Object.freeze(findings);
  return findings;
}

function check(text: string, context: CheckContext): Finding[] {
  const {
    type = null,
    side = null,
    session = noSession,
    rtcpMuxPolicy = "require",
    maxSdpLength = defaultMaxSdpLength,
  } = context;
  const tolerate = tolerance(context.tolerate);
  const oddities: { fault: Fault; mLineIndex: number | null }[] = [];
  const sdp = readText(text, maxSdpLength, {
    tolerate,
    warn: (fault, mLineIndex) => oddities.push({ fault, mLineIndex }),
  });
  if (isFault(sdp)) return [syntaxFinding(sdp, null, "error")];
  const judged = judgedIn(session ?? noSession, { sdp, type, side, rtcpMuxPolicy }, tolerate, maxSdpLength);
  const ofContent = contentFindings(judged, tolerate);
  const ofLines = oddities.map(({ fault, mLineIndex }) => {
    return syntaxFinding(fault, mLineIndex === null ? null : (sdp.sections[mLineIndex] ?? null), "warning");
  });
  const errors = ofContent.filter(({ severity }) => severity === "error");
  const warnings = [...ofLines, ...ofContent.filter(({ severity }) => severity === "warning")];
  return errors.concat(warnings.sort((a, b) => orderOf(a.rule) - orderOf(b.rule)));
}

function contentFindings(judged: Judged, tolerate: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  for (const rule of [...rulesAsJudged, ...contentWarnings]) {
    const severity = tolerate.has(rule.id) ? "warning" : rule.severity;
    rule.check(judged, (...broken) => {
      findings.push(contentFinding(rule, severity, ...broken));
    });
  }
  return findings;
}

const noSession: DescriptionSlots = {
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
};
