// The process of one test file: loads an implementation, becomes a page, runs the file's scripts and reports what came of it.
// The implementation's name is its argument.

import { loadImplementation } from "../implementations/all.ts";
import type { PageMessage, PageOrder } from "./orders.ts";
import { installPage } from "./page.ts";
import { runScripts } from "./scripts.ts";

const implementation = await loadImplementation(process.argv[2] ?? "");

// Listened to until the end: the channel keeps the process alive, where an implementation's timers do not.
process.on("message", ({ folder, test }: PageOrder) => {
  const page = installPage(folder, test, implementation);
  runScripts(page, report);
});
// A page that outlives the runner would never end.
process.on("disconnect", () => process.exit(1));
report({ kind: "ready", title: implementation.title });

function report(message: PageMessage): void {
  process.send?.(message);
}
