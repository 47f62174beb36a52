import { contentRules } from "../../sdp/rules/content-rules.ts";
import { lengthRule, syntaxRules } from "../../sdp/text/syntax-rules.ts";
import { callName } from "../../session/rejection/refuse.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { sdpTypes } from "../../signaling/transition-table.ts";

/**
 * Why a call must be refused, in words that quote nothing of its description: a step may go into a ticket, and SDP holds
 * addresses and passwords. Of wrong SDP, the rule says what is wrong, the media section and the line say where.
 */
export function refusalReason(rejection: Rejection): string {
  const { rule, code, message, signalingState } = rejection;
  const beginning = `${callName(rejection)} is refused in ${signalingState}: `;
  if (rule !== null) return `${beginning}${faultyPlace(rejection)} breaks SDP rule ${rule}${ruleSummary(rule)}.`;
  return code === "type-unknown" ? `${beginning}the type must be one of ${sdpTypes.join(", ")}.` : message;
}

function faultyPlace(rejection: Rejection): string {
  const section = "mLineIndex" in rejection ? rejection.mLineIndex : null;
  const line = "sdpLineNumber" in rejection ? rejection.sdpLineNumber : null;
  const places = [...(section === null ? [] : [`m= section ${section}`]), ...(line === null ? [] : [`line ${line}`])];
  return places.length === 0 ? "the SDP" : places.join(", ");
}

// Of the rules that refuse: the warnings would be dead weight here.
function ruleSummary(id: string): string {
  const rule = [lengthRule, ...syntaxRules, ...contentRules].find((known) => known.id === id);
  return rule === undefined ? "" : `: ${rule.summary}`;
}
