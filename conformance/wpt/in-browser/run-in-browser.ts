import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, launchBrowser } from "../../page/browsers.ts";
import type { Checkout } from "../checkout.ts";
import { type FileOutcome, type HarnessReport, outcomeFrom, type Ran, subtestFrom } from "../outcome.ts";
import { limitOf, timeLimits } from "../test-page.ts";
import { type ServedCheckout, serveCheckout } from "./serve-checkout.ts";

/** What the report script of the served checkout keeps. */
declare const outcomes: HarnessReport | undefined;

/** Runs test files in pages of a browser, one after the other. */
export async function runInBrowser(
  checkout: Checkout,
  tests: readonly string[],
  name: BrowserName,
  onOutcome: (outcome: FileOutcome) => void,
): Promise<Ran> {
  const served = await serveCheckout(checkout.folder);
  const outcomes: FileOutcome[] = [];
  let browser = await launchBrowser(name, "with fake media");
  const title = (await browser.version()).replace("/", " ");
  try {
    for (const test of tests) {
      const outcome = await outcomeOf(browser, served, checkout.folder, test);
      outcomes.push(outcome);
      onOutcome(outcome);
      // A browser that hung or crashed answers no more.
      if (outcome.end === "hang" || outcome.end === "crash") {
        await closed(browser);
        browser = await launchBrowser(name, "with fake media");
      }
    }
  } finally {
    await closed(browser);
    served.stop();
  }
  return { title, outcomes };
}

/** Closes a browser, or ends its process where it does not answer. */
async function closed(browser: Browser): Promise<void> {
  const ended = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
  await Promise.race([browser.close().catch(() => {}), ended]);
  browser.process()?.kill("SIGKILL");
}

async function outcomeOf(browser: Browser, served: ServedCheckout, folder: string, test: string): Promise<FileOutcome> {
  const limit = limitOf(folder, test, timeLimits);
  const hang: FileOutcome = { file: test, end: "hang", message: `no end within ${limit / 1_000} s`, subtests: [] };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FileOutcome>((resolve) => {
    timer = setTimeout(() => resolve(hang), limit + 5_000);
  });
  try {
    return await Promise.race([inPage(browser, served.urlOf(test), test, limit), late]);
  } catch (error) {
    return { file: test, end: "crash", message: error instanceof Error ? error.message : String(error), subtests: [] };
  } finally {
    clearTimeout(timer);
  }
}

async function inPage(browser: Browser, url: string, test: string, limit: number): Promise<FileOutcome> {
  const page = await browser.newPage();
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: limit });
  const report = await reportOf(page, Date.now() + limit);
  await page.close();
  if (report?.harness) return outcomeFrom(test, report.tests, report.harness);
  const subtests = (report?.tests ?? []).map(subtestFrom);
  return { file: test, end: "hang", message: `no end within ${limit / 1_000} s`, subtests };
}

async function reportOf(page: Page, deadline: number): Promise<HarnessReport | undefined> {
  for (;;) {
    const report = await page.evaluate(() => outcomes);
    if (report?.harness || Date.now() > deadline) return report;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
