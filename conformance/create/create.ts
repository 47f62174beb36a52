import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../page/browsers.ts";
import { inPage } from "../page/in-page.ts";
import { NotInstalled } from "../stacks/stack.ts";
import type { ConnectionReport, ExchangeFailure, Occurrences } from "./report.ts";

/** The report as JSON. */
declare function connectHere(seed: number, rounds: number): Promise<string>;

const browsers: readonly BrowserName[] = ["chromium", "firefox-esr"];

/** How many exchanges each browser must go through, each way; how many connections it takes; how often each is negotiated. */
const enough = 200;
const connections = 160;
const rounds = 6;

/** What came of all connections of a browser. */
interface Total {
  ours: number;
  theirs: number;
  readonly occurrences: Occurrences;
  readonly failures: (ExchangeFailure & { readonly seed: number })[];
  browserVersion: string;
}

/**
 * Random connections between a browser and a peer whose descriptions the library makes, negotiated again and again from both
 * sides. The browser must take every offer and answer, and the library must find nothing in what it made.
 *
 * @returns true if at least one browser ran, and that holds in every browser that ran
 */
export async function created(seed: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "created-"));
  const outcomes: (boolean | null)[] = [];
  for (const browser of browsers) outcomes.push(await createdIn(browser, seed, folder));
  return outcomes.includes(true) && !outcomes.includes(false);
}

/** Null if the browser could not run. */
async function createdIn(browser: BrowserName, first: number, folder: string): Promise<boolean | null> {
  const total: Total = { ours: 0, theirs: 0, occurrences: {}, failures: [], browserVersion: "" };
  try {
    // A page that crashes is replaced, with its browser.
    for (let seed = first; seed < first + connections; ) seed = await connectFrom(browser, seed, first, total);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`${browser}: could not run: ${error.message}`);
    return null;
  }
  const { ours, theirs, occurrences, failures, browserVersion } = total;
  const wrong = failures.filter(({ fault }) => fault === "ours");
  console.log(
    `${browserVersion}: ${ours} exchanges with our offer, ${theirs} with our answer, seeds from ${first}: ${wrong.length} failures`,
  );
  for (const [name, count] of Object.entries(occurrences).sort()) console.log(`  ${name}: ${count}`);
  for (const failure of failures) print(failure, join(folder, `${browser}-${failure.seed}.txt`));
  return wrong.length === 0 && ours >= enough && theirs >= enough;
}

/** Goes on until all connections are made, or the page crashes. Returns the next seed. */
async function connectFrom(browser: BrowserName, seed: number, first: number, total: Total): Promise<number> {
  const ran = await inPage(browser, "../create/create-page.ts", async (page) => {
    for (let next = seed; next < first + connections; next++)
      if (!(await connected(page, next, total))) return next + 1;
    return first + connections;
  });
  total.browserVersion = ran.browserVersion;
  return ran.value;
}

/** False where the page crashed. */
async function connected(page: Page, seed: number, total: Total): Promise<boolean> {
  const said: string[] = [];
  const listen = (message: { text(): string }) => said.push(message.text());
  page.on("console", listen);
  const report = await page
    .evaluate((...order) => connectHere(...order), seed, rounds)
    .then((text) => JSON.parse(text) as ConnectionReport)
    .catch((error: Error) => error);
  page.off("console", listen);
  if (report instanceof Error) {
    const last = said.slice(-8).join("\n");
    const what = `the page crashed: ${report.message.split("\n", 1)[0]}`;
    total.failures.push({ seed, round: -1, fault: "ours", what, offer: last, answer: "" });
    return false;
  }
  total.ours += report.ours;
  total.theirs += report.theirs;
  for (const [name, count] of Object.entries(report.occurrences)) {
    total.occurrences[name] = (total.occurrences[name] ?? 0) + count;
  }
  if (report.failure !== null) total.failures.push({ seed, ...report.failure });
  return true;
}

function print({ seed, round, fault, what, offer, answer }: Total["failures"][number], file: string): void {
  writeFileSync(file, `${what}\n\n${offer}\n${answer}`);
  const verdict = fault === "ours" ? "FAILED" : "refused, what the browser made";
  console.log(`  seed ${seed}, round ${round}: ${verdict}: ${what.split("\n", 1)[0]} (${file})`);
}
