// Drives the page in Chromium: with dumps dropped onto it, and as `replay --html` writes it.
//
//   npm run viewer-check [-- --pictures FOLDER]    --pictures: also writes pictures of it, to be looked at
import { mkdirSync } from "node:fs";
import { startChromium } from "./browser.ts";
import { checks } from "./checks/checks.ts";
import { writePictures } from "./pictures.ts";
import { writtenPages } from "./written-pages.ts";

const browser = await startChromium();
if (browser === null) {
  console.log("skipped: no Chromium in the PATH");
} else {
  try {
    const pages = await writtenPages(browser);
    let failed = 0;
    for (const [name, check] of checks) {
      try {
        console.log(`${name}: ${await check(browser, pages)}`);
      } catch (error) {
        failed += 1;
        console.log(`${name}: FAILED\n${error instanceof Error ? error.stack : String(error)}`);
      }
    }
    console.log(`${checks.length - failed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
    const at = process.argv.indexOf("--pictures");
    const folder = at < 0 ? undefined : process.argv[at + 1];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await writePictures(browser, pages, folder);
    }
  } finally {
    await browser.close();
  }
}
