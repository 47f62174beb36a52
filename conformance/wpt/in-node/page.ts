import { readFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import type { Implementation } from "../implementations/implementation.ts";
import { fileOf, pageOf } from "../test-page.ts";
import { FileReaderOfBlobs } from "./file-reader.ts";
import { installFrames, postMessageToPage } from "./frames.ts";
import { mediaOf } from "./media.ts";

/** A page in this realm: its scripts run in it, its document is jsdom's. */
export interface Page {
  readonly folder: string;
  readonly document: Document;
  readonly url: string;
  /** Settles once jsdom has fired its own load event. */
  readonly loaded: Promise<void>;
}

/**
 * Makes this process's global object the window of a test.
 *
 * The errors that an implementation in Node throws are Node's, and so are its events: the tests run in the same realm, where
 * TypeError, DOMException, Event and EventTarget are those. Only what concerns the document comes from jsdom.
 */
export function installPage(folder: string, test: string, implementation: Implementation): Page {
  const path = `/webrtc/${test.replace(/\.(window|any)\.js$/, ".$1.html")}`;
  const url = `https://web-platform.test${path}`;
  const { window } = new JSDOM(pageOf(folder, test), { url, pretendToBeVisual: true });
  const target = new EventTarget();
  const { globals, mediaDevices } = mediaOf(window, implementation);
  define({
    ...interfacesMissingHere(window),
    FileReader: FileReaderOfBlobs,
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    opener: null,
    frames: globalThis,
    length: 0,
    postMessage: postMessageToPage,
    document: window.document,
    location: window.location,
    isSecureContext: true,
    navigator: { userAgent: "Node", platform: "Node", mediaDevices },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    getComputedStyle: window.getComputedStyle.bind(window),
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
    fetch: (address: string | URL) => fetchFile(folder, new URL(address, url)),
    ...globals,
    ...implementation.globals,
  });
  installFrames(window);
  const loaded = new Promise<void>((resolve) => window.addEventListener("load", () => resolve()));
  reportErrors();
  return { folder, document: window.document, url, loaded };
}

/** As Web IDL has the properties of a global object for interfaces. */
function define(properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
}

type Window = JSDOM["window"];

/** jsdom's interfaces, but for those that Node has itself. */
function interfacesMissingHere(window: Window): Record<string, unknown> {
  const names = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && !(name in globalThis));
  return Object.fromEntries(names.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]));
}

async function fetchFile(folder: string, { pathname }: URL): Promise<Response> {
  const file = fileOf(folder, pathname);
  if (file === null) return new Response(null, { status: 404 });
  return readFile(file).then(
    (content) => new Response(new Uint8Array(content)),
    () => new Response(null, { status: 404 }),
  );
}

/** Fires the page's events for errors that the tests leave, so that testharness.js sees them. */
function reportErrors(): void {
  process.on("uncaughtException", (error) => {
    const message = `Uncaught ${error}`;
    dispatchEvent(
      Object.assign(new Event("error", { cancelable: true }), { error, message, filename: "", lineno: 0, colno: 0 }),
    );
  });
  process.on("unhandledRejection", (reason, promise) => {
    dispatchEvent(Object.assign(new Event("unhandledrejection", { cancelable: true }), { reason, promise }));
  });
}
