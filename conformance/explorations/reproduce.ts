import type { Page } from "puppeteer-core";
import type { NegotiationViolation } from "../../src/entries/testing.ts";
import type { BrowserName } from "../page/browsers.ts";
import { inPage } from "../page/in-page.ts";
import { NotInstalled } from "../stacks/stack.ts";
import { brokenInBrowser } from "./browser/judge.ts";
import { orderOf } from "./browser/order.ts";
import type { ReproducedFacts, ReproductionOrder } from "./browser/reproduce-page.ts";
import type { Exploration } from "./exploration.ts";
import { runSchedule } from "./explore.ts";
import { recordReproductions } from "./record-reproductions.ts";
import { type Reproduction, recorded } from "./recording.ts";

/** The facts as JSON. */
declare function reproduceHere(order: ReproductionOrder): Promise<string>;

const browsers: readonly BrowserName[] = ["chromium", "firefox-esr"];
const tries = 5;

/**
 * Goes through the recorded violations in the pages of browsers, and records what they have shown.
 *
 * @returns whether each was shown by at least one browser that ran
 */
export async function reproduce(wanted: readonly Exploration[]): Promise<boolean> {
  let areShown = true;
  for (const exploration of wanted) {
    const schedule = recorded(exploration.name)?.violation?.schedule;
    if (schedule === undefined) continue;
    const { violation } = await runSchedule(exploration, schedule);
    if (violation === null) throw new Error(`${exploration.name}: the recorded schedule breaks nothing`);
    console.log(`${exploration.name}: ${violation.property}`);
    const shown: Reproduction[] = [];
    for (const browser of browsers) shown.push(...(await reproduceIn(browser, exploration, violation)));
    recordReproductions(exploration.name, shown);
    areShown &&= shown.some(({ isShown }) => isShown);
  }
  return areShown;
}

async function reproduceIn(
  browser: BrowserName,
  exploration: Exploration,
  violation: NegotiationViolation,
): Promise<readonly Reproduction[]> {
  const order = await orderOf(exploration, violation);
  try {
    const { browserVersion, value } = await inPage(browser, "../explorations/browser/reproduce-page.ts", (page) =>
      tryIt(page, order),
    );
    const reproduction = reproductionOf(browserVersion, exploration, violation.property, value);
    console.log(`  ${browserVersion}: ${reproduction.seen}`);
    return [reproduction];
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`  ${browser}: could not run: ${error.message}`);
    return [];
  }
}

async function tryIt(page: Page, order: ReproductionOrder): Promise<readonly ReproducedFacts[]> {
  const facts: ReproducedFacts[] = [];
  for (let count = 0; count < tries; count++) {
    if (count > 0) await page.reload();
    facts.push(JSON.parse(await page.evaluate((given) => reproduceHere(given), order)));
  }
  return facts;
}

function reproductionOf(
  browser: string,
  { options }: Exploration,
  property: string,
  all: readonly ReproducedFacts[],
): Reproduction {
  const reasons = all.map((facts) => brokenInBrowser(property, facts, options.properties ?? []));
  const shown = reasons.filter((reason) => reason !== null);
  const missed = all.flatMap((facts) => facts.missed);
  const [reason] = shown;
  const outcome = reason === undefined ? "The property holds there." : `${reason}`;
  const other = missed.length === 0 ? "" : " The browser did not do all that the trace has.";
  return { browser, isShown: shown.length > 0, seen: `In ${shown.length} of ${all.length} tries. ${outcome}${other}` };
}
