import type { Browser, LaunchOptions } from "puppeteer-core";
import { executable } from "../stacks/executable.ts";
import { NotInstalled, timeLimit } from "../stacks/stack.ts";

/** The browsers that can be driven, by the name of their executable. */
export type BrowserName = "chromium" | "firefox-esr";

const launchOptions: Readonly<Record<BrowserName, LaunchOptions>> = {
  chromium: {
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium allows a page 500 peer connections, counting closed ones until they are collected.
      "--js-flags=--expose-gc",
    ],
  },
  "firefox-esr": { browser: "firefox" },
};

/** What a page gets from getUserMedia without a camera, a microphone or a permission: a pattern and a tone. */
const fakeMedia: Readonly<Record<BrowserName, LaunchOptions>> = {
  chromium: { args: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"] },
  "firefox-esr": {
    extraPrefsFirefox: { "media.navigator.streams.fake": true, "media.navigator.permission.disabled": true },
  },
};

/** Starts a browser. @throws NotInstalled where it, or its driver, is missing */
export async function launchBrowser(name: BrowserName, media?: "with fake media"): Promise<Browser> {
  const executablePath = executable(name);
  const { launch } = await driver();
  const options = launchOptions[name];
  const added = media === undefined ? {} : fakeMedia[name];
  const args = [...(options.args ?? []), ...(added.args ?? [])];
  // A survey takes minutes in one call: the driver's own limit of three minutes would end it.
  return launch({ ...options, ...added, args, executablePath, headless: true, protocolTimeout: timeLimit });
}

async function driver(): Promise<typeof import("puppeteer-core")> {
  try {
    return await import("puppeteer-core");
  } catch {
    throw new NotInstalled("the package puppeteer-core is not installed");
  }
}
