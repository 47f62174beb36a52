import type { Browser } from "puppeteer-core";
import { servePage } from "../../page/serve-page.ts";

/** How long a program may take in a page, in ms. */
const longest = 60_000;

/** Runs a program in a page of its own, and gives the lines that it says, the last of which is about both sides. */
export async function runInPage(browser: Browser, program: string): Promise<readonly string[]> {
  const served = await servePage("");
  const page = await browser.newPage();
  try {
    const lines: string[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      page.on("console", (message) => {
        lines.push(message.text());
        if (/^a is in .*, b is in /.test(message.text())) resolve();
      });
      setTimeout(() => reject(new Error(`the program did not end; it said: ${lines.join("; ")}`)), longest).unref();
    });
    await page.goto(served.url);
    await page.addScriptTag({ type: "module", content: program });
    await ended;
    return lines;
  } finally {
    await page.close();
    served.stop();
  }
}
