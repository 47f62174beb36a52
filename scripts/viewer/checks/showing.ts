// What the page shows of a dump, and what it must not.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "puppeteer-core";
import { hostileTitle } from "../hostile-dump.ts";
import type { WrittenPages } from "../written-pages.ts";
import { capture, drop, texts, within } from "./page-in-use.ts";

export async function written(browser: Browser, { captures, thirty }: WrittenPages): Promise<string> {
  for (const { dump, url, summary } of [...captures, thirty]) {
    await within(browser, url, async (page) => {
      const count = async (verdict: string) =>
        (await page.$$(`.card[data-verdict="${verdict}"] .head .verdict`)).length;
      const [, illegal, divergences] = /, (\d+) illegal calls?, (\d+) divergences?/.exec(summary) ?? [];
      deepEqual([await count("illegal-call"), await count("divergence")].map(String), [illegal, divergences], dump);
      equal((await texts(page, "h1"))[0], basename(dump));
      // Every description set remotely in a capture was set locally on the other side, unless it was made up.
      const ends = (await page.$$(".arrow .point")).length;
      ok(ends > 0, `${dump}: no arrow`);
    });
  }
  return `${captures.length + 1} pages with the verdicts that replay prints; no request`;
}

export async function hostile(browser: Browser, { empty, hostile: { dump, url } }: WrittenPages): Promise<string> {
  const look = async (page: Page) => {
    for (const step of await page.$$("[data-step]"))
      await step.evaluate((element) => element instanceof HTMLElement && element.click());
    await page.$$eval("details", (elements) => {
      for (const element of elements) element.setAttribute("open", "");
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    ok((await page.title()) !== hostileTitle);
    const foreign =
      "img, svg, iframe, object, embed, script:not([id]) ~ script, [onerror], [onload], [onfocus], main link";
    deepEqual(await page.$$eval(foreign, (elements) => elements.map(({ outerHTML }) => outerHTML)), []);
    const links = await page.$$eval("main a", (elements) =>
      elements.map((element) => element.getAttribute("href") ?? ""),
    );
    ok(
      links.every((href) => /^(#step-\d+-\d+|https:\/\/(w3c\.github\.io|www\.rfc-editor\.org)\/)/.test(href)),
      links.join(),
    );
    ok((await texts(page, "main"))[0]?.includes("<img src=x onerror="), "markup is shown as text");
    equal(await page.evaluate(() => document.querySelector("#page")?.textContent?.includes("\u202e")), false);
  };
  await within(browser, url, look);
  await within(browser, empty, async (page) => {
    await drop(page, "<img src=x onerror=alert(1)>.rtcstats", readFileSync(dump));
    await page.waitForSelector(".report");
    await look(page);
  });
  return "text, and no more, embedded and dropped";
}

export async function sdp(browser: Browser, pages: WrittenPages): Promise<string> {
  return within(browser, capture(pages, "renegotiate-and-ice-restart.internals").url, async (page) => {
    const steps = await page.$$("[data-step]");
    for (const step of steps) await step.evaluate((element) => element instanceof HTMLElement && element.click());
    await page.waitForSelector(".sdp ins");
    const restarts = (await texts(page, ".sdp ins")).filter((line) => line.includes("a=ice-ufrag:[hidden"));
    ok(restarts.length > 0, "an ICE restart is seen by its hidden user fragments");
    const body = (await texts(page, "body"))[0] ?? "";
    const dump = gunzipSync(readFileSync(capture(pages, "renegotiate-and-ice-restart.internals").dump)).toString();
    const secrets = [...dump.matchAll(/a=(?:ice-ufrag|ice-pwd|fingerprint):([^\\]+)/g)].map(
      ([, secret = ""]) => secret,
    );
    ok(secrets.length > 10 && secrets.every((secret) => !body.includes(secret)), "a secret is shown");
    return `${steps.length} steps opened, ${restarts.length} lines of new user fragments, no secret`;
  });
}
