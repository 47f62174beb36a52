import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import type { HarnessResult } from "../outcome.ts";
import { fileOf } from "../test-page.ts";
import type { PageMessage } from "./orders.ts";
import type { Page } from "./page.ts";

type Callback = (...values: never[]) => void;

// What testharness.js defines.
declare const add_result_callback: (callback: (test: HarnessResult) => void) => void;
declare const add_completion_callback: (
  callback: (tests: readonly HarnessResult[], harness: { status: number; message: string | null }) => void,
) => void;
declare const setup: (properties: object) => Callback;

/** Runs the scripts of a page in their order, then fires its load event. */
export function runScripts({ folder, document, url, loaded }: Page, report: (message: PageMessage) => void): void {
  for (const script of document.querySelectorAll("script")) {
    if (script.type !== "" && !/javascript/.test(script.type)) continue;
    const path = new URL(script.getAttribute("src") ?? url, url).pathname;
    if (path === "/resources/testharnessreport.js") listen(report);
    else run(script.hasAttribute("src") ? sourceOf(folder, path) : script.text, path);
  }
  loaded.then(() => dispatchEvent(new Event("load")));
}

function listen(report: (message: PageMessage) => void): void {
  // The document is not looked at: no table of results is needed.
  setup({ output: false });
  add_result_callback((test) => report({ kind: "result", result: plain(test) }));
  add_completion_callback((tests, { status, message }) =>
    report({ kind: "complete", tests: tests.map(plain), status, message }),
  );
}

function plain({ name, status, message }: HarnessResult): HarnessResult {
  return { name, status, message };
}

function sourceOf(folder: string, path: string): string {
  const file = fileOf(folder, path);
  if (file === null) throw new Error(`${path} leads out of the checkout`);
  return readFileSync(file, "utf8");
}

/** Runs a script as a page does: what it throws is reported, and the next one runs. */
function run(source: string, filename: string): void {
  try {
    runInThisContext(source, { filename });
  } catch (error) {
    process.emit("uncaughtException", error as Error);
  }
}
