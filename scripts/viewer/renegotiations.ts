// A real dump: Chromium negotiates again and again, observed.
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Browser } from "puppeteer-core";

/** What runs in the page gives. */
declare function renegotiate(rounds: number): Promise<string>;

/** The dump of two peer connections that negotiate so many times, by turns, each time with one transceiver more. */
export async function renegotiations(browser: Browser, rounds: number): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: script() });
    return await page.evaluate((count) => renegotiate(count), rounds);
  } finally {
    await page.close();
  }
}

function script(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("renegotiations-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0]?.text ?? "";
}
