import type { AtFault, Verdict } from "../oracle/verdict/judgement.ts";
import type { Step } from "../oracle/verdict/step.ts";

/** A verdict in a few words, and what they mean. */
export interface VerdictWords {
  readonly verdict: Verdict;
  /** Who is at fault, where the words say so; null where they are for all others. */
  readonly fault: AtFault | null;
  readonly name: string;
  readonly meaning: string;
}

/** The words of all verdicts. The first that a step fits are its own. */
export const allVerdictWords: readonly VerdictWords[] = [
  { verdict: "conforms", fault: null, name: "ok", meaning: "The implementation did what the specification says." },
  {
    verdict: "illegal-call",
    fault: "remote",
    name: "REMOTE SDP REFUSED",
    meaning: "the other side's description breaks a rule.",
  },
  {
    verdict: "illegal-call",
    fault: null,
    name: "ILLEGAL CALL",
    meaning: "the application asked for something that the rules forbid.",
  },
  {
    verdict: "divergence",
    fault: "application",
    name: "MUNGED SDP APPLIED",
    meaning: "the application changed its own description, which must be refused.",
  },
  { verdict: "divergence", fault: null, name: "DIVERGENCE", meaning: "the implementation broke the rules." },
  {
    verdict: "known-deviation",
    fault: null,
    name: "known deviation",
    meaning: "The implementation broke the rules, as was declared.",
  },
  { verdict: "unjudged", fault: null, name: "not judged", meaning: "The dump does not hold what is needed." },
];

/** The words for a step's verdict. */
export function verdictWords({ verdict, fault }: Pick<Step, "verdict" | "fault">): VerdictWords {
  const words = allVerdictWords.find((one) => one.verdict === verdict && (one.fault ?? fault) === fault);
  return words ?? (allVerdictWords.at(-1) as VerdictWords);
}

/** Is it something to act on? */
export function isProblem({ verdict }: Pick<Step, "verdict">): boolean {
  return verdict === "illegal-call" || verdict === "divergence";
}
