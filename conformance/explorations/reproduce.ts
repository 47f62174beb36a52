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
import { explorationNamed } from "./subjects/all.ts";

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
  try {
    const { browserVersion, value: all } = await goThrough(browser, exploration, violation);
    const { isShown, seen } = judged(exploration, violation.property, all);
    const control = await controlIn(browser, exploration, violation);
    console.log(`  ${browserVersion}: ${seen} ${control ?? ""}`);
    return [{ browser: browserVersion, isShown, seen, control }];
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`  ${browser}: could not run: ${error.message}`);
    return [];
  }
}

/** What becomes of the same schedule with the version that mended it. */
async function controlIn(
  browser: BrowserName,
  { control }: Exploration,
  violation: NegotiationViolation,
): Promise<string | null> {
  if (control === undefined) return null;
  const exploration = explorationNamed(control);
  const { value: all } = await goThrough(browser, exploration, violation);
  const { seen } = judged(exploration, violation.property, all);
  return `With ${recorded(control)?.package ?? control}: ${seen.replace(/^In/, "in")}`;
}

async function goThrough(browser: BrowserName, exploration: Exploration, violation: NegotiationViolation) {
  const order = await orderOf(exploration, violation);
  return inPage(browser, "../explorations/browser/reproduce-page.ts", (page) => tryIt(page, order));
}

async function tryIt(page: Page, order: ReproductionOrder): Promise<readonly ReproducedFacts[]> {
  const facts: ReproducedFacts[] = [];
  for (let count = 0; count < tries; count++) {
    if (count > 0) await page.reload();
    facts.push(JSON.parse(await page.evaluate((given) => reproduceHere(given), order)));
  }
  return facts;
}

function judged({ options }: Exploration, property: string, all: readonly ReproducedFacts[]) {
  const reasons = all.map((facts) => brokenInBrowser(property, facts, options.properties ?? []));
  const shown = reasons.filter((reason) => reason !== null);
  const seen = shown.length === 0 ? "it holds" : `it does not hold (${shown[0]})`;
  return { isShown: shown.length > 0, seen: `In ${shown.length || all.length} of ${all.length} tries, ${seen}.` };
}
