// What docs/answers/ says of browsers, once more: runs each situation in a page of Chromium and of Firefox, as far as they are
// installed, and prints what came of it: node conformance/answers.ts [NAME…]
import { type BrowserName, launchBrowser } from "./page/browsers.ts";
import { bundle } from "./page/bundle.ts";
import { servePage } from "./page/serve-page.ts";
import { NotInstalled } from "./stacks/stack.ts";

const code = await bundle("../answers/page.js");
const chosen = process.argv.slice(2);

for (const name of ["chromium", "firefox-esr"] satisfies BrowserName[]) {
  try {
    await runIn(name);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`${name}: ${error.message}`);
  }
}

async function runIn(name: BrowserName): Promise<void> {
  const browser = await launchBrowser(name, "with fake media");
  const served = await servePage("");
  try {
    console.log(await browser.version());
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.evaluate(code);
    const names = (await page.evaluate("Object.keys(situations)")) as readonly string[];
    for (const situation of names.filter((one) => chosen.length === 0 || chosen.includes(one))) {
      const lines = (await page.evaluate(`situations[${JSON.stringify(situation)}]()`)) as readonly string[];
      console.log(`  ${situation}`);
      for (const line of lines) console.log(`    ${line}`);
    }
  } finally {
    served.stop();
    await browser.close();
  }
}
