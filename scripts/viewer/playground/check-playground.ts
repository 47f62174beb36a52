// What must hold of the playground, each with a line that says what was seen.
import type { Browser } from "puppeteer-core";
import { hostileLinks, links } from "./link-checks.ts";
import { contrast, keyboard, names, sizes } from "./look-checks.ts";
import { byHand, empty, eventLoops, everyPreset, failingMessages, glare, illegal } from "./playing-checks.ts";
import { dumps, explored, hostileTraces, replayed } from "./trace-checks.ts";

type PlaygroundCheck = (browser: Browser, url: string) => Promise<string>;

const checks: readonly (readonly [name: string, check: PlaygroundCheck])[] = [
  ["the empty page", empty],
  ["a negotiation by hand, back and forth", byHand],
  ["what is illegal", illegal],
  ["glare", glare],
  ["every preset", everyPreset],
  ["event loops by hand", eventLoops],
  ["messages lost and repeated", failingMessages],
  ["links", links],
  ["links from strangers", hostileLinks],
  ["dumps", dumps],
  ["what explore has saved", explored],
  ["what replay has written", replayed],
  ["files from strangers", hostileTraces],
  ["the keyboard", keyboard],
  ["names of what can be used", names],
  ["contrast", contrast],
  ["narrow and wide", sizes],
];

/** Runs all checks. Gives how many have failed. */
export async function checkPlayground(browser: Browser, url: string): Promise<number> {
  let failed = 0;
  for (const [name, check] of checks) {
    try {
      console.log(`${name}: ${await check(browser, url)}`);
    } catch (error) {
      failed += 1;
      console.log(`${name}: FAILED\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed;
}
