import { checkSdp } from "../../../sdp/check-sdp.ts";
import type { Finding } from "../../../sdp/finding.ts";
import { sdpRules } from "../../../sdp/rules/sdp-rules.ts";
import type { Expectation } from "../../expected/expectation.ts";

/**
 * The warning about a refused description that the implementation's words speak of: the one that shares most words with
 * them, or, without such words, the first. Null where no warning fits, or the SDP was not seen.
 */
export function speakingWarning({ before, side, type, sdp }: Expectation, message: string | null): Finding | null {
  const { session } = before;
  if (side === null || sdp === null || session.options.sdp === "opaque") return null;
  if (type === null || type === "rollback") return null;
  const { rtcpMuxPolicy, maxSdpLength, tolerate } = session.options;
  const warnings = checkSdp(sdp, { type, side, session, rtcpMuxPolicy, maxSdpLength, tolerate }).filter(
    ({ severity }) => severity === "warning",
  );
  if (message === null) return warnings[0] ?? null;
  const said = wordsIn(message);
  const shared = warnings.map((warning) => {
    const words = wordsIn(`${warning.message} ${brokenRule(warning)}`);
    return { warning, count: [...words].filter((word) => said.has(word)).length };
  });
  const most = Math.max(0, ...shared.map(({ count }) => count));
  // Where no word fits, a single warning may still be the reason; of several, nothing says which.
  if (most === 0 && warnings.length > 1) return null;
  return shared.find(({ count }) => count === most)?.warning ?? null;
}

/** What a warning says, in words that quote nothing of the SDP: its rule, and where it is broken. */
export function warningInWords(warning: Finding): string {
  const { rule, mLineIndex, sdpLineNumber } = warning;
  const section = mLineIndex === null ? [] : [`m= section ${mLineIndex}`];
  const line = sdpLineNumber === null ? [] : [`line ${sdpLineNumber}`];
  const places = [...section, ...line];
  const where = places.length === 0 ? "" : ` (${places.join(", ")})`;
  return `SDP rule ${rule} warns of it${where}: ${brokenRule(warning)}.`;
}

function brokenRule({ rule }: Finding): string {
  return sdpRules.find(({ id }) => id === rule)?.summary ?? "";
}

// Words of a few letters are in every sentence.
const ordinary: ReadonlySet<string> = new Set([
  "failed",
  "remote",
  "local",
  "offer",
  "answer",
  "with",
  "that",
  "description",
  "section",
  "sections",
  "invalid",
  "error",
  "line",
  "have",
  "must",
  "same",
]);

function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z][a-z0-9-]{2,}/g) ?? [];
  return new Set(words.filter((word) => !ordinary.has(word)));
}
