import type { Page } from "puppeteer-core";
import { type BrowserName, launchBrowser } from "./browsers.ts";
import { bundle } from "./bundle.ts";
import { servePage } from "./serve-page.ts";

/** What a page gave, and the browser's own name and version: `Chrome/156.0.8078.79`. */
export interface FromPage<Value> {
  readonly browserVersion: string;
  readonly value: Value;
}

/** Opens a page with a program in a browser, uses it, and closes everything again. */
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
