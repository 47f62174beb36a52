import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { contentFinding, type Finding, syntaxFinding } from "./finding.ts";
import { type JudgeOptions, tolerance } from "./options.ts";
import { judgedIn, readSlot, remember } from "./read-slot.ts";
import { rulesAsJudged } from "./rules/content-rules.ts";
import type { Judged } from "./rules/judged.ts";
import { readText } from "./text/read-lines.ts";
import { isFault } from "./text/reader.ts";

/**
 * Judges a description that is about to be set on one side of a session: its length, its syntax, then its content
 * with rtcp-mux first. Gives the first error or null, and looks for no warnings.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judgeSdp(
  description: Description,
  side: Side,
  slots: DescriptionSlots,
  options: JudgeOptions,
): Finding | null {
  const { type, sdp: text } = description;
  const { rtcpMuxPolicy, maxSdpLength } = options;
  const tolerate = tolerance(options.tolerate);
  const read = readText(text, maxSdpLength, { tolerate, warn: null });
  if (isFault(read)) return syntaxFinding(read, null, "error");
  remember(description, tolerate, read);
  return firstError(judgedIn(slots, { sdp: read, type, side, rtcpMuxPolicy }, tolerate, maxSdpLength), tolerate);
}

/** Can the text of a slot be read by those options? Its content is not judged. */
export function isSdp(description: Description, { tolerate, maxSdpLength }: JudgeOptions): boolean {
  return readSlot(description, tolerance(tolerate), maxSdpLength) !== null;
}

function firstError(judged: Judged, tolerate: ReadonlySet<string>): Finding | null {
  let found: Finding | undefined;
  for (const rule of rulesAsJudged) {
    if (tolerate.has(rule.id)) continue;
    rule.check(judged, (...broken) => {
      found ??= contentFinding(rule, "error", ...broken);
    });
    if (found !== undefined) return found;
  }
  return null;
}
