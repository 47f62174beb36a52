import type { Column } from "./column.ts";
import { allRows } from "./rows.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

/** What a reader wants to know first of a stack, and the provisions that it is made of. */
interface Topic {
  readonly title: string;
  readonly provisions: readonly string[];
}

const topics: readonly Topic[] = [
  {
    title: "Offer and answer",
    provisions: [
      "local-offer-in-stable",
      "remote-offer-in-stable",
      "local-answer-in-have-remote-offer",
      "remote-answer-in-have-local-offer",
    ],
  },
  {
    title: "`setLocalDescription()` without SDP",
    provisions: ["local-offer-without-sdp-in-stable", "local-answer-without-sdp-in-have-remote-offer"],
  },
  {
    title: "Provisional answers",
    provisions: ["local-pranswer-in-have-remote-offer", "remote-pranswer-in-have-local-offer"],
  },
  {
    title: "Rollback of a local offer",
    provisions: ["local-rollback-in-have-local-offer", "remote-rollback-in-have-local-offer"],
  },
  {
    title: "Rollback of a remote offer",
    provisions: ["local-rollback-in-have-remote-offer", "remote-rollback-in-have-remote-offer"],
  },
  { title: "Implicit rollback", provisions: ["implicit-rollback"] },
  { title: "A modified local description is refused", provisions: ["local-description-modified"] },
  { title: "Text that is not SDP is refused as an RTCError", provisions: ["sdp-syntax-error"] },
  { title: "SDP that is not acceptable is refused", provisions: provisionsStarting("sdp-not-acceptable-") },
  { title: "`close()`", provisions: [...provisionsStarting("close-in-"), "connection-closed"] },
];

function provisionsStarting(start: string): readonly string[] {
  return allRows().flatMap(({ provision }) => (provision.startsWith(start) ? [provision] : []));
}

/** A line for each topic: which stacks conform in it, and which do not. */
export function topicLines(columns: readonly Column[]): readonly string[] {
  return topics.map(({ title, provisions }) => {
    const verdicts = columns.map((column) => [column.stack.title, verdictOnAll(column, provisions)] as const);
    const parts = phrases.flatMap(([verdict, phrase]) => {
      const stacks = verdicts.filter(([, one]) => one === verdict).map(([stack]) => stack);
      if (stacks.length === 0) return [];
      return stacks.length === columns.length ? [`${phrase} all stacks`] : [`${phrase} ${inWords(stacks)}`];
    });
    return `- **${title}**: ${parts.join("; ")}.`;
  });
}

const phrases: readonly (readonly [verdict: Verdict, phrase: string])[] = [
  ["pass", "conforms in"],
  ["deviation", "deviates in"],
  ["partly implemented", "partly implemented in"],
  ["not implemented", "not implemented in"],
  [null, "not exercised in"],
];

// The verdict that weighs most; one provision that passes is enough where the others were not exercised.
function verdictOnAll({ result }: Column, provisions: readonly string[]): Verdict {
  const verdicts = provisions.map((provision) => verdictOn(result, provision));
  if (verdicts.includes("deviation")) return "deviation";
  const missing = verdicts.filter((verdict) => verdict === "not implemented" || verdict === "partly implemented");
  if (missing.length > 0) return missing.length === verdicts.length ? "not implemented" : "partly implemented";
  return verdicts.includes("pass") ? "pass" : null;
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
