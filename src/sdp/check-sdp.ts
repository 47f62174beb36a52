import { type DescriptionSlots, type DescriptionType, noDescriptions } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { describe } from "./description/describe.ts";
import type { Section } from "./description/description.ts";
import { contentFinding, type Finding, syntaxFinding } from "./finding.ts";
import { judgedAgainst } from "./judged-against.ts";
import { readingOptions, type SdpOptions, unknownOption } from "./options.ts";
import { contentRules } from "./rules/content-rules.ts";
import { contentWarnings } from "./rules/content-warnings.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";
import { orderOf } from "./rules/sdp-rules.ts";
import { unreadable } from "./text/read-text.ts";
import { collectWarnings } from "./text/recovery/collected-warnings.ts";
import { type Doubts, doubts } from "./text/recovery/doubts.ts";
import { readEverything } from "./text/recovery/read-everything.ts";

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
 * Everything that is wrong or odd about a description: all errors of the syntax in the order of the lines, then all errors of
 * the content, rtcp-mux first, then all warnings and notes. A text that cannot be SDP at all has one error. A rule on the
 * content is not judged where it rests on something that an error of the syntax leaves in doubt. Of the errors of the syntax, of
 * its warnings, and of each rule on the content, 100 findings are listed, and one more that counts the others: after 100 errors
 * of the syntax reading ends. Whether the session's state lets the description be set is not asked.
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

/** Of the errors and the warnings of the syntax, and of each rule on the content, so many are listed. */
const mostFindings = 100;

function findingsIn(text: string, context: CheckContext): Finding[] {
  const { type = null, side = null, session, rtcpMuxPolicy = "require" } = context;
  const reading = readingOptions(context);
  const unread = unreadable(text, reading);
  if (unread !== null) return [syntaxFinding(unread, null, "error")];
  const inDoubt = doubts();
  const { listener, warnings, count } = collectWarnings(mostFindings + 1);
  const { lines, errors } = readEverything(text, { ...reading, listener }, inDoubt, mostFindings);
  inDoubt.watch();
  const { value: sdp, isCertain } = inDoubt.use(() => describe(lines));
  const sectionAt = (index: number | null): Section | null => (index === null ? null : (sdp.sections[index] ?? null));
  const judged = judgedAgainst(session ?? noDescriptions, { sdp, type, side, rtcpMuxPolicy }, reading);
  const ofContent = isCertain ? contentFindings(judged, reading.tolerate, inDoubt) : [];
  const ofLines = listed(
    warnings.map(({ fault, mLineIndex }) => syntaxFinding(fault, sectionAt(mLineIndex), "warning")),
    count(),
  );
  const odd = [...ofLines, ...ofContent.filter(({ severity }) => severity !== "error")];
  return [
    ...errors.map((fault) => syntaxFinding(fault, null, "error")),
    ...ofContent.filter(({ severity }) => severity === "error"),
    ...odd.sort((a, b) => orderOf(a.rule) - orderOf(b.rule)),
  ];
}

/** The findings, the last of which says how many more there were. */
function listed(findings: Finding[], count: number): Finding[] {
  const last = findings.at(-1);
  const more = count - findings.length;
  if (last === undefined || more === 0) return findings;
  return [...findings.slice(0, -1), Object.freeze({ ...last, message: `${last.message}; not listed: ${more} more` })];
}

/** What breaks the rules on the content, but for those that rest on something that the syntax leaves in doubt. */
function contentFindings(judged: JudgedDescription, tolerate: ReadonlySet<string>, inDoubt: Doubts): Finding[] {
  return [...contentRules, ...contentWarnings].flatMap((rule) => {
    const severity = rule.severity === "error" && tolerate.has(rule.id) ? "warning" : rule.severity;
    const { value: findings, isCertain } = inDoubt.use(() => {
      const broken: Finding[] = [];
      let count = 0;
      rule.check(judged, (...breach) => {
        if (count++ <= mostFindings) broken.push(contentFinding(rule, severity, ...breach));
      });
      return listed(broken, count);
    });
    return isCertain ? findings : [];
  });
}
