import type { BreachReport } from "./drive.ts";
import { type Failure, isAttempt } from "./page/attempt.ts";
import { shortenedMessage } from "./shortened-message.ts";
import type { Said, Verdict } from "./verdict.ts";

/** The verdict of a browser on a breach. */
export function verdictOf({ control, edited }: BreachReport): Verdict {
  if (control === null || edited === null) return { verdict: "crashed" };
  if (!isAttempt(control)) return { verdict: "unreached", ...saidIn(control) };
  // Firefox sets no provisional answer, whatever it says.
  if (control.outcome.kind === "refused") return { verdict: "unreached", ...saidIn(control.outcome) };
  if (!isAttempt(edited)) return { verdict: "unreached", ...saidIn(edited) };
  const { outcome, afterwards } = edited;
  if (outcome.kind !== "accepted") return { verdict: "refused", ...saidIn(outcome) };
  return afterwards === null ? { verdict: "accepted" } : { verdict: "accepted", afterwards: saidIn(afterwards) };
}

function saidIn({ error, message }: Failure): Said {
  return { error, message: shortenedMessage(message) };
}
