// `npm run conformance -- --rules`: sets a breach of each SDP rule on browsers, and keeps what they did.
import type { BrowserName } from "../page/browsers.ts";
import { NotInstalled } from "../stacks/stack.ts";
import type { Breach } from "./breach.ts";
import { breaches } from "./breaches/all.ts";
import { type BreachReport, reportsFrom } from "./drive.ts";
import { type BrowserVerdicts, evidenceOf, writeEvidence } from "./evidence.ts";
import { complaintAbout } from "./library-verdict.ts";
import { isAttempt } from "./page/attempt.ts";
import { verdictOf } from "./verdict-of.ts";

/**
 * Sets every breach on Chromium, then on Firefox, and writes evidence.json.
 *
 * @returns whether both ran, accepted every unedited description, and each edit breaks what it is meant to break
 */
export async function rules(): Promise<boolean> {
  const complaints: string[] = [];
  const chromium = await verdictsOf("chromium", complaints);
  const firefox = await verdictsOf("firefox-esr", complaints);
  for (const complaint of complaints) console.log(complaint);
  const complete = chromium !== null && firefox !== null;
  if (complete) writeEvidence(evidenceOf(breaches, chromium, firefox));
  console.log(`${breaches.length} breaches, ${complete ? "kept in evidence.json" : "not kept: a browser is missing"}`);
  return complete && complaints.length === 0;
}

/** Null where the browser could not run, or not set every breach. */
async function verdictsOf(browser: BrowserName, complaints: string[]): Promise<BrowserVerdicts | null> {
  try {
    const { browserVersion, reports, failures } = await reportsFrom(browser, breaches);
    const found = [...reports].flatMap(([breach, report]) =>
      complaintsAbout(breach, report).map((words) => `${breach.id}: ${words}`),
    );
    complaints.push(...[...failures, ...found].map((words) => `${browser}: ${words}`));
    if (failures.length > 0) return null;
    const verdicts = new Map([...reports].map(([{ id }, report]) => [id, verdictOf(report)]));
    return { version: browserVersion, verdicts };
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    complaints.push(`${browser}: could not run: ${error.message}`);
    return null;
  }
}

function complaintsAbout(breach: Breach, { control, edited }: BreachReport): string[] {
  if (control === null) return ["the page crashed over the unedited description"];
  const late = [control, edited].some(
    (report) => report !== null && !isAttempt(report) && report.error === "TimeoutError",
  );
  if (late) return ["the two ends did not come so far in time"];
  if (!isAttempt(control) || edited === null || !isAttempt(edited)) return [];
  const { outcome } = control;
  const isKnown = outcome.kind === "accepted" || outcome.error === "NotSupportedError";
  const refused = isKnown ? [] : [`the unedited description is refused: ${outcome.message}`];
  const wrong = complaintAbout(breach, control, edited);
  return wrong === null ? refused : [...refused, wrong];
}
