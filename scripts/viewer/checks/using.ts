// The page under its user's hands.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Browser, Page } from "puppeteer-core";
import { openPage } from "../browser.ts";
import type { WrittenPages } from "../written-pages.ts";
import { capture, within } from "./page-in-use.ts";

export async function keys(browser: Browser, pages: WrittenPages): Promise<string> {
  return within(browser, capture(pages, "glare-implicit-rollback.internals").url, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-step"));
    const press = async (key: Parameters<Page["keyboard"]["press"]>[0]) => {
      await page.keyboard.press(key);
      return focused();
    };
    const all = await page.$$eval("[data-step]", (steps) => steps.map((step) => step.getAttribute("data-step")));
    deepEqual(
      [await press("j"), await press("ArrowDown"), await press("k"), await press("ArrowUp")],
      [all[0], all[1], all[0], all[0]],
    );
    const problem = await press("n");
    equal(await page.$eval(`[data-step="${problem}"]`, (step) => step.parentElement?.dataset.verdict), "divergence");
    const isOpen = () => page.$eval(`[data-step="${problem}"]`, (step) => step.getAttribute("aria-expanded"));
    await press("Enter");
    equal(await isOpen(), "true");
    await press("Escape");
    equal(await isOpen(), "false");
    await press("/");
    equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
    await page.keyboard.type("rollback jk");
    await page.waitForFunction(() => document.querySelectorAll("[data-step]").length === 0);
    await press("Escape");
    equal(await page.evaluate(() => document.activeElement === document.body), true);
    return "j, k, arrows, n, Enter, Escape and /";
  });
}

export async function many(browser: Browser, { many: { url } }: WrittenPages): Promise<string> {
  const start = Date.now();
  return within(browser, url, async (page) => {
    await page.waitForSelector("[data-step]");
    const [shown] = [(await page.$$("[data-step]")).length];
    ok(shown <= 200, `${shown} drawn`);
    const opened = Date.now() - start;
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-all]")?.click());
    await page.waitForFunction(() => document.querySelectorAll("[data-step]").length >= 10_000, { timeout: 120_000 });
    return `${shown} drawn at first after ${opened} ms, all after ${Date.now() - start} ms`;
  });
}

export async function sizes(browser: Browser, { captures, empty, thirty }: WrittenPages): Promise<string> {
  for (const url of [empty, thirty.url, ...captures.map((page) => page.url)]) {
    for (const width of [320, 375, 768, 1280, 2560]) {
      const { page } = await openPage(browser, url, { width, height: 800, scheme: "light" });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      ok(wide <= width, `${url} at ${width}: ${wide} wide`);
      if (width === 1280) ok((await page.pdf()).length > 1000);
      await page.close();
    }
  }
  return "no page is wider than the screen, from 320 to 2560 pixels";
}
