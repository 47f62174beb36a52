// A dump that is opened in the page, in any way.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser } from "puppeteer-core";
import type { WrittenPages } from "../written-pages.ts";
import { capture, drop, judged, texts, within } from "./page-in-use.ts";

export async function dropped(browser: Browser, pages: WrittenPages): Promise<string> {
  const { dump } = capture(pages, "double-answer.internals");
  return within(browser, pages.empty, async (page) => {
    equal((await texts(page, "h1"))[0], "What went wrong in this WebRTC call?");
    await drop(page, "a dump", readFileSync(dump));
    await judged(page, "a dump");
    deepEqual(await texts(page, ".card .verdict"), ["ok", "ok", "ok", "ok", "ILLEGAL CALL"]);
    deepEqual(await texts(page, ".finding"), ["1 illegal call"]);
    const [reasons = ""] = await texts(page, ".card[data-verdict=illegal-call] .reasons");
    ok(
      reasons.includes("Called in wrong state: stable") && reasons.includes("the same answer had been applied already"),
    );
    const link = await page.$eval(".reference a", (element) => element.getAttribute("href"));
    equal(link, "https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2");
    equal((await page.$$(".arrow .point")).length, 3);
    return "five verdicts, three arrows, the cause and the rule";
  });
}

export async function chosen(browser: Browser, pages: WrittenPages): Promise<string> {
  const { dump } = capture(pages, "basic-call.rtcstats");
  return within(browser, pages.empty, async (page) => {
    const input = await page.$("input[type=file]");
    await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(dump);
    await judged(page, basename(dump));
    await drop(page, "plain", gunzipSync(readFileSync(dump)));
    await judged(page, "plain");
    deepEqual(await texts(page, "nav button"), [basename(dump), "plain"]);
    return "both judged, and each can be chosen";
  });
}

export async function pasted(browser: Browser, pages: WrittenPages): Promise<string> {
  const text = gunzipSync(readFileSync(capture(pages, "glare-implicit-rollback.rtcstats").dump)).toString();
  return within(browser, pages.empty, async (page) => {
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", content);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, text);
    await judged(page, "pasted dump");
    return (await texts(page, ".finding")).join();
  });
}

export async function refused(browser: Browser, pages: WrittenPages): Promise<string> {
  return within(browser, pages.empty, async (page) => {
    const damaged = readFileSync(capture(pages, "basic-call.rtcstats").dump).subarray(0, 500);
    await drop(page, "notes.txt", Buffer.from("<b>none</b>"));
    await page.waitForSelector(".complaint");
    const [first] = await texts(page, ".complaint");
    await drop(page, "damaged.gz", damaged);
    await page.waitForFunction(() => document.querySelector(".complaint")?.textContent?.startsWith("damaged.gz"));
    return [first, ...(await texts(page, ".complaint"))].join("; ");
  });
}
