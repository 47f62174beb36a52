import { type DescriptionSlots, type DescriptionType, noDescriptions } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { readSdp } from "./description/read-sdp.ts";
import { contentFinding, type Finding, syntaxFinding } from "./finding.ts";
import { judgedAgainst } from "./judged-against.ts";
import { readingOptions, type SdpOptions, unknownOption } from "./options.ts";
import { rulesAsJudged } from "./rules/content-rules.ts";
import { contentWarnings } from "./rules/content-warnings.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";
import { orderOf } from "./rules/sdp-rules.ts";
import type { Fault } from "./text/fault.ts";
import type { Warnings } from "./text/reader.ts";
import { syntaxWarnings } from "./text/syntax-warnings.ts";

/** What a text is checked as. */
export interface CheckContext extends SdpOptions {
  /** Without a type, only the rules that hold for every type are judged. */
  readonly type?: DescriptionType | undefined;
  /** Without a side, only the rules that hold on both sides are judged. */
  readonly side?: Side | undefined;
  /**
   * The session that the description is set on: an answer is judged against the offer in it, an offer against the last
   * exchange. A missing slot is empty. Default: a new session.
   */
  readonly session?: DescriptionSlots | undefined;
}

const contextNames = [
  "type",
  "side",
  "session",
  "rtcpMuxPolicy",
  "maxSdpLength",
  "tolerate",
] as const satisfies readonly (keyof CheckContext)[];

/**
 * Lists everything that is wrong or odd about a description. Where the syntax is wrong, the first wrong line is the only
 * finding. Otherwise all errors of the content come first, rtcp-mux before the others, then all warnings. Whether the
 * signaling state allows the description to be set is not checked.
 *
 * @param text the SDP; any other value gives a finding, not an exception
 * @param context what the text is checked as; members that are undefined have their default
 * @throws TypeError where the context has a member of another name
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function checkSdp(text: string, context?: CheckContext): Finding[] {
  // Untyped callers pass null for an empty context.
  const given = context ?? {};
  const unknown = unknownOption(given, contextNames);
  if (unknown !== null) throw new TypeError(`checkSdp: ${unknown}`);
  const findings = findingsIn(text, given);
  Object.freeze(findings);
  return findings;
}

function findingsIn(text: string, context: CheckContext): Finding[] {
  const { type = null, side = null, session, rtcpMuxPolicy = "require" } = context;
  const oddities: { fault: Fault; mLineIndex: number | null }[] = [];
  const reading = readingOptions(context);
  const report: Warnings["report"] = (fault, mLineIndex) => oddities.push({ fault, mLineIndex });
  const read = readSdp(text, { ...reading, warnings: { rules: syntaxWarnings, report } });
  if (!read.ok) return [syntaxFinding(read.reason, null, "error")];
  const sdp = read.value;
  const judged = judgedAgainst(session ?? noDescriptions, { sdp, type, side, rtcpMuxPolicy }, reading);
  const ofContent = contentFindings(judged, reading.tolerate);
  const ofLines = oddities.map(({ fault, mLineIndex }) => {
    return syntaxFinding(fault, mLineIndex === null ? null : (sdp.sections[mLineIndex] ?? null), "warning");
  });
  const errors = ofContent.filter(({ severity }) => severity === "error");
  const warnings = [...ofLines, ...ofContent.filter(({ severity }) => severity === "warning")];
  return errors.concat(warnings.sort((a, b) => orderOf(a.rule) - orderOf(b.rule)));
}

function contentFindings(judged: JudgedDescription, tolerate: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  for (const rule of [...rulesAsJudged, ...contentWarnings]) {
    const severity = tolerate.has(rule.id) ? "warning" : rule.severity;
    rule.check(judged, (...broken) => {
      findings.push(contentFinding(rule, severity, ...broken));
    });
  }
  return findings;
}
