// Pictures of the playground, for people to look at.
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { openPage, type View } from "../browser.ts";
import { drop } from "../checks/page-in-use.ts";
import { drawn, openRefused, type } from "./page-in-hand.ts";
import { failingExploration } from "./written-traces.ts";

const views: Readonly<Record<string, View>> = {
  "wide-light": { width: 1280, height: 900, scheme: "light" },
  "wide-dark": { width: 1280, height: 900, scheme: "dark" },
  "narrow-light": { width: 375, height: 800, scheme: "light" },
  "narrow-dark": { width: 375, height: 800, scheme: "dark" },
};

/** Writes pictures of the page in every view: empty, within a glare, and with a trace of explore. */
export async function writePlaygroundPictures(browser: Browser, url: string, folder: URL): Promise<void> {
  const { violation } = await failingExploration();
  for (const [viewName, view] of Object.entries(views)) {
    const { page } = await openPage(browser, url, view);
    const shoot = async (name: string, fullPage: boolean) => {
      const path = fileURLToPath(new URL(`${name}-${viewName}.png`, folder)) as `${string}.png`;
      await page.screenshot({ path, fullPage });
      console.log(path);
    };
    await shoot("empty", true);
    await type(page, "1", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await shoot("glare", false);
    await openRefused(page);
    await shoot("glare-whole", true);
    await drop(page, "dump.rtcstats", Buffer.from(violation?.dump ?? ""));
    await page.waitForFunction(() => document.title.startsWith("dump.rtcstats"));
    await type(page, "End", "ArrowLeft");
    await drawn(page);
    await shoot("explored", true);
    await page.close();
  }
}
