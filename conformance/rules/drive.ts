// Sets breaches in the pages of a browser.
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../page/browsers.ts";
import { inPage } from "../page/in-page.ts";
import type { Breach } from "./breach.ts";
import type { AttemptReport } from "./page/attempt.ts";

/** The unedited description, which must be accepted, and the edited one; null where the page did not outlive it. */
export interface BreachReport {
  readonly control: AttemptReport | null;
  readonly edited: AttemptReport | null;
}

/** What came of the breaches in a browser. */
export interface BrowserReport {
  readonly browserVersion: string;
  readonly reports: ReadonlyMap<Breach, BreachReport>;
  /** In words: breaches that could not be made. */
  readonly failures: readonly string[];
}

/** The report as JSON. */
declare function attemptHere(id: string, edited: boolean): Promise<string>;

/** Chromium allows a process 500 peer connections, closed ones included: a new browser before that. */
const perBrowser = 60;

/** Sets the breaches, one after the other. @throws NotInstalled where the browser, or its driver, is missing */
export async function reportsFrom(browser: BrowserName, breaches: readonly Breach[]): Promise<BrowserReport> {
  const reports = new Map<Breach, BreachReport>();
  const failures: string[] = [];
  let browserVersion = "";
  let rest = breaches;
  while (rest.length > 0) {
    const some = rest.slice(0, perBrowser);
    const ran = await inPage(browser, "../rules/page/rules-page.ts", async (page) => {
      for (const [index, breach] of some.entries()) {
        try {
          const report = await reportOf(page, breach);
          reports.set(breach, report);
          // Nothing more comes of a page that has crashed.
          if (report.edited === null) return index + 1;
        } catch (error) {
          failures.push(`${breach.id}: ${error instanceof Error ? error.message : error}`);
        }
      }
      return some.length;
    });
    browserVersion = ran.browserVersion;
    rest = rest.slice(ran.value);
  }
  return { browserVersion, reports, failures };
}

async function reportOf(page: Page, breach: Breach): Promise<BreachReport> {
  const control = await attemptIn(page, breach, false);
  return { control, edited: control === null ? null : await attemptIn(page, breach, true) };
}

const patience = 30_000;

/** Null where the page crashed, or has said nothing for so long that it must have. */
async function attemptIn(page: Page, { id }: Breach, edited: boolean): Promise<AttemptReport | null> {
  let timer: NodeJS.Timeout | undefined;
  const crash = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
    page.once("error", () => resolve(null));
  });
  try {
    const attempted = page.evaluate((name, isEdited) => attemptHere(name, isEdited), id, edited);
    const text = await Promise.race([attempted, crash]);
    return text === null ? null : (JSON.parse(text) as AttemptReport);
  } finally {
    clearTimeout(timer);
  }
}
