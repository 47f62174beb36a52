// Writes the playground, says where, and opens it where somebody is there to look.
//
//   npm run playground [-- --check] [-- --pictures FOLDER]    --check: drives it in Chromium; --pictures: also writes pictures of it
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { startChromium } from "./browser.ts";
import { checkPlayground } from "./playground/check-playground.ts";
import { writePlaygroundPictures } from "./playground/pictures.ts";
import { playgroundPage } from "./viewer-page.ts";

const dist = new URL("../../dist/", import.meta.url);
const page = new URL("playground.html", dist);
mkdirSync(dist, { recursive: true });
writeFileSync(page, await playgroundPage());
console.log(`The playground: ${page.href}`);

const pictures = process.argv.indexOf("--pictures");
if (process.argv.includes("--check") || pictures >= 0) await drive(process.argv[pictures + 1]);
else if (process.stdout.isTTY) openInBrowser(page.href);

async function drive(folder: string | undefined): Promise<void> {
  const browser = await startChromium();
  if (browser === null) {
    console.log("skipped: no Chromium in the PATH");
    return;
  }
  try {
    if (process.argv.includes("--check") && (await checkPlayground(browser, page.href)) > 0) process.exitCode = 1;
    if (pictures >= 0 && folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await writePlaygroundPictures(browser, page.href, pathToFileURL(`${folder}/`));
    }
  } finally {
    await browser.close();
  }
}

// Where there is no such program, the line above says where the page is.
function openInBrowser(url: string): void {
  const [program = "", ...first] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[process.platform as string] ?? [
    "xdg-open",
  ];
  spawn(program, [...first, url], { detached: true, stdio: "ignore" })
    .on("error", () => {})
    .unref();
}
