// A Chromium that is driven, and its pages.
import { spawnSync } from "node:child_process";
import { type Browser, launch, type Page } from "puppeteer-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** Starts the machine's Chromium; null where there is none. */
export async function startChromium(): Promise<Browser | null> {
  const executablePath = names.map(pathOf).find((path) => path !== "");
  if (executablePath === undefined) return null;
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  return launch({ executablePath, headless: true, args });
}

function pathOf(name: string): string {
  return spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, "");
}

/** A page, and what it asked of the network or complained of. */
export interface WatchedPage {
  readonly page: Page;
  /** The URLs of all requests but those for the page itself. */
  readonly requests: string[];
  readonly complaints: string[];
}

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
}

const usualView: View = { width: 1280, height: 900, scheme: "light" };

/** Opens a file in a page of its own. */
export async function openPage(browser: Browser, url: string, view: View = usualView): Promise<WatchedPage> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const isPage = withoutFragment(request.url()) === withoutFragment(url);
    if (!isPage && request.url() !== "data:,") requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  const { width, height, scheme } = view;
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url);
  return { page, requests, complaints };
}
