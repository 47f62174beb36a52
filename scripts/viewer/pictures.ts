// Pictures of the page, for people to look at.
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { openPage, type View } from "./browser.ts";
import type { WrittenPages } from "./written-pages.ts";

const views: Readonly<Record<string, View>> = {
  "wide-light": { width: 1280, height: 900, scheme: "light" },
  "wide-dark": { width: 1280, height: 900, scheme: "dark" },
  "narrow-light": { width: 375, height: 800, scheme: "light" },
  "narrow-dark": { width: 375, height: 800, scheme: "dark" },
};

/** Writes a picture of some pages in every view: NAME-VIEW.png. */
export async function writePictures(browser: Browser, pages: WrittenPages, folder: string): Promise<void> {
  const internals = pages.captures.filter(({ dump }) => dump.includes(".internals."));
  const shown = {
    empty: pages.empty,
    ...Object.fromEntries([...internals, pages.thirty].map(({ name, url }) => [name, url])),
  };
  for (const [name, url] of Object.entries(shown)) {
    for (const [viewName, view] of Object.entries(views)) {
      const { page } = await openPage(browser, url, view);
      const path = join(folder, `${name}-${viewName}.png`);
      await page.screenshot({ path, fullPage: true });
      await page.close();
      console.log(path);
    }
  }
}
