import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { readSdp } from "./description/read-sdp.ts";
import { isVouchedFor } from "./description/readings.ts";
import { contentFinding, type Finding, syntaxFinding } from "./finding.ts";
import { judgedAgainst } from "./judged-against.ts";
import { type JudgeOptions, readingOptions } from "./options.ts";
import { contentRules } from "./rules/content-rules.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";

/**
 * Judges a description that is about to be set on one side of a session: its length, its syntax, then its content
 * with rtcp-mux first. Gives the first error or null, and looks for no warnings.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judgeSdp(
  { type, sdp: text }: Description,
  side: Side,
  slots: DescriptionSlots,
  options: JudgeOptions,
): Finding | null {
  const { rtcpMuxPolicy } = options;
  const reading = readingOptions(options);
  const read = readSdp(text, reading);
  if (!read.ok) return syntaxFinding(read.reason, null, "error");
  const judged = judgedAgainst(slots, { sdp: read.value, type, side, rtcpMuxPolicy }, reading);
  return isVouchedFor(judged) ? null : firstError(judged, reading.tolerate);
}

/** Whether a description's text can be read by those options. Its content is not judged. */
export function isSdp({ sdp }: Description, options: JudgeOptions): boolean {
  return readSdp(sdp, readingOptions(options)).ok;
}

function firstError(judged: JudgedDescription, tolerate: ReadonlySet<string>): Finding | null {
  let found: Finding | undefined;
  for (const rule of contentRules) {
    if (tolerate.has(rule.id)) continue;
    rule.check(judged, (...broken) => {
      found ??= contentFinding(rule, "error", ...broken);
    });
    if (found !== undefined) return found;
  }
  return null;
}
