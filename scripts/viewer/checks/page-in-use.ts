// A page as a user has it.
import { deepEqual } from "node:assert/strict";
import { basename } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { openPage, type WatchedPage } from "../browser.ts";
import type { WrittenPage, WrittenPages } from "../written-pages.ts";

/** Opens a page, and holds at the end that it asked for nothing and complained of nothing. */
export async function within<Value>(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const watched: WatchedPage = await openPage(browser, url);
  try {
    const value = await act(watched.page);
    deepEqual(watched.requests, [], "requests");
    deepEqual(watched.complaints, [], "complaints");
    return value;
  } finally {
    await watched.page.close();
  }
}

/** The text of all elements of a selector. */
export async function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ""));
}

/** Waits until the dump of that name is judged. */
export async function judged(page: Page, file: string): Promise<void> {
  await page.waitForFunction((name) => document.querySelector("h1")?.textContent === name, { timeout: 60_000 }, file);
}

/** Drops a file onto the page. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    (file, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))], file));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    Buffer.from(bytes).toString("base64"),
  );
}

/** The capture whose dump has a name that begins so. */
export function capture({ captures }: WrittenPages, name: string): WrittenPage {
  const found = captures.find((page) => basename(page.dump).startsWith(name));
  if (found === undefined) throw new Error(`no capture ${name}`);
  return found;
}
