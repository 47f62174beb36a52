import type { Page } from "puppeteer-core";
import { type BrowserName, launchBrowser } from "./browsers.ts";
import { bundle } from "./bundle.ts";
import { servePage } from "./serve-page.ts";

/** What came out of a page, and the browser that it ran in, as the browser itself says: `Chrome/156.0.8078.79`. */
export interface FromPage<Value> {
  readonly browserVersion: string;
  readonly value: Value;
}

/** Opens a page with that program in that browser, does something there, and takes all of it down again. */
export async function inPage<Value>(
  browserName: BrowserName,
  program: string,
  use: (page: Page) => Promise<Value>,
): Promise<FromPage<Value>> {
  const script = await bundle(program);
  const browser = await launchBrowser(browserName);
  const served = await servePage(script);
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    return { browserVersion: await browser.version(), value: await use(page) };
  } finally {
    served.stop();
    await browser.close();
  }
}
