import type { Side } from "../signaling/index.ts";
import { contentFinding, type Finding, lengthFinding, syntaxFinding } from "./finding.ts";
import { against, type Judged, type SlotDescription, type Slots } from "./judged.ts";
import { type JudgeOptions, tolerance } from "./options.ts";
import { readSlot, remember } from "./read-slot.ts";
import { isFault } from "./reader.ts";
import { rulesAsJudged } from "./rules/content-rules.ts";
import { readSdp } from "./syntax.ts";

/**
 * Judges a description that is about to be set on one side of a session: its length, its syntax, then its content
 * with rtcp-mux first. Gives the first error or null, and looks for no warnings.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judgeSdp(
  description: SlotDescription,
  side: Side,
  slots: Slots,
  options: JudgeOptions,
): Finding | null {
  const { type, sdp: text } = description;
  const { rtcpMuxPolicy, maxSdpLength } = options;
  if (text.length > maxSdpLength) return lengthFinding(text.length, maxSdpLength);
  const tolerate = tolerance(options.tolerate);
  const read = readSdp(text, { tolerate, warn: null });
  if (isFault(read)) return syntaxFinding(read, null, "error");
  remember(description, tolerate, read);
  const context = against(slots, type, side, (slot) => readSlot(slot, tolerate, maxSdpLength));
  return firstError({ sdp: read, type, side, rtcpMuxPolicy, ...context }, tolerate);
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
