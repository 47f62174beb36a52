import { JSDOM } from "jsdom";

/** The part of a window that messages need. */
interface MessagedWindow {
  onmessage?: ((event: Event) => unknown) | null;
  dispatchEvent(event: Event): boolean;
}

/** The window of a frame: its scripts run in this realm too, so that its objects are those of the page's implementation. */
class FrameWindow extends EventTarget {
  onmessage: ((event: Event) => unknown) | null = null;
  readonly parent = globalThis;

  postMessage(data: unknown): void {
    deliver(this, data);
  }
}

/** What a page's own window does with `postMessage()`. */
export function postMessageToPage(data: unknown): void {
  deliver(globalThis as unknown as MessagedWindow, data);
}

function deliver(window: MessagedWindow, data: unknown): void {
  const copy = structuredClone(data);
  setImmediate(() => {
    const event = new MessageEvent("message", { data: copy });
    window.dispatchEvent(event);
    window.onmessage?.(event);
  });
}

/**
 * Runs the scripts in the `srcdoc` of a frame once its window is asked for, since jsdom would run them in a realm of its own.
 * A frame has loaded some time after it was inserted; jsdom fires `load` within that.
 */
export function installFrames({ HTMLIFrameElement, MutationObserver, Event, document }: JSDOM["window"]): void {
  const observer = new MutationObserver((records) => {
    for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (frame instanceof HTMLIFrameElement) setImmediate(() => frame.dispatchEvent(new Event("load")));
  });
  observer.observe(document, { childList: true, subtree: true });
  const windows = new WeakMap<object, FrameWindow>();
  Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const known = windows.get(this) ?? new FrameWindow();
      if (!windows.has(this)) {
        windows.set(this, known);
        runScriptsIn(known, this.srcdoc);
      }
      return known;
    },
  });
}

function runScriptsIn(frame: FrameWindow, html: string): void {
  const { document } = new JSDOM(html).window;
  for (const { text } of document.querySelectorAll("script"))
    new Function("window", "self", "parent", text)(frame, frame, frame.parent);
}
