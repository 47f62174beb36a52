// Runs one application in this process, and writes what came of it into a file as JSON: node run-application.ts PACKAGE FILE [accept]
import { writeFileSync } from "node:fs";
import { createWorld } from "../../src/entries/fake.ts";
import { applications } from "./published/all.ts";
import type { Refusal } from "./refusal.ts";
import { noteRefusals } from "./refusals.ts";

/** What an application did. */
export interface Ran {
  readonly shown: readonly string[];
  /** Why it did not come to its end; null where it did. */
  readonly failure: string | null;
  readonly refusals: readonly Refusal[];
  /** What `jsep-machine replay` reads. */
  readonly trace: string;
}

const [name, file = "", third] = process.argv.slice(2);
const mungedSdp = third === "accept" ? "accept" : "refuse";
const application = applications.find((one) => one.package === name);
if (application === undefined) throw new TypeError(`run-application: no application is named ${name}`);

const world = createWorld({ seed: 1, mungedSdp });
const refusals = noteRefusals(world);
world.install(globalThis);
const shown: string[] = [];
let failure: string | null = null;
const limit = new Promise<never>((_, reject) => setTimeout(reject, 30_000, new Error("not done within 30 seconds")));
process.on("unhandledRejection", (error) => console.error(error));
try {
  await Promise.race([application.run(world, (what) => void shown.push(what), mungedSdp), limit]);
  await world.settle();
} catch (error) {
  failure = String(error);
}
const ran: Ran = { shown, failure, refusals, trace: world.trace() };
writeFileSync(file, JSON.stringify(ran));
// Applications leave timers behind.
process.exit();
