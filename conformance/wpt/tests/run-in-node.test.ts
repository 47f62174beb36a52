import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openCheckout } from "../checkout.ts";
import { runInNode } from "../in-node/run-in-node.ts";
import type { FileOutcome } from "../outcome.ts";
import { smallCheckout } from "./small-checkout.ts";

const folder = smallCheckout();
after(() => rmSync(folder, { recursive: true }));
const implementation = join(folder, "implementation.mjs");

function opened() {
  const checkout = openCheckout(folder);
  if (typeof checkout === "string") throw new Error(checkout);
  return checkout;
}

async function outcomeOf(test: string): Promise<FileOutcome> {
  // What ends by itself gets time enough on a busy machine.
  const normal = test === "hangs.html" ? 1_500 : 60_000;
  const run = { implementation, processes: 1, limits: { normal, long: normal } };
  const { outcomes } = await runInNode(opened(), [test], run, () => {});
  const [outcome] = outcomes;
  assert(outcome !== undefined);
  return outcome;
}

const statusesOf = ({ subtests }: FileOutcome) => subtests.map(({ name, status }) => `${status} ${name}`);

describe("the Web Platform Tests in Node", () => {
  it("the tests of a checkout are the files with testharness.js, and scripts", () => {
    const tests = [
      "crashes.html",
      "fails.html",
      "frames.html",
      "hangs.html",
      "passes.https.html",
      "script.window.js",
      "throws.html",
    ];
    assert.deepEqual(opened().tests, tests);
    assert.match(opened().identity, /^files [0-9a-f]{12}$/);
  });

  it("a folder that is no checkout is refused", () => {
    assert.match(String(openCheckout(join(folder, "webrtc"))), /resources\/testharness\.js is missing/);
  });

  it("a file runs in a page that has the implementation, in its realm", async () => {
    const outcome = await outcomeOf("passes.https.html");
    assert.equal(outcome.end, "ok");
    assert.equal(outcome.subtests.length, 4);
    assert.deepEqual(
      outcome.subtests.filter(({ status }) => status !== "pass"),
      [],
    );
  });

  it("a frame runs its scripts, and exchanges messages with the page", async () => {
    const outcome = await outcomeOf("frames.html");
    assert.deepEqual(statusesOf(outcome), ["pass a frame runs its scripts, and exchanges messages with the page"]);
  });

  it("a script gets a page, and what its META lines name", async () => {
    assert.deepEqual(statusesOf(await outcomeOf("script.window.js")), ["pass a script"]);
  });

  it("a failure has its message", async () => {
    const outcome = await outcomeOf("fails.html");
    assert.deepEqual(statusesOf(outcome), ["pass this one passes", "fail this one fails"]);
    assert.equal(outcome.subtests[1]?.message, "for a reason");
  });

  it("a hang ends with what was reported before it", async () => {
    const outcome = await outcomeOf("hangs.html");
    assert.equal(outcome.end, "hang");
    assert.match(outcome.message, /1\.5 s/);
    assert.deepEqual(statusesOf(outcome), ["pass before the hang"]);
  });

  it("a crash is reported with the status of the process", async () => {
    const outcome = await outcomeOf("crashes.html");
    assert.equal(outcome.end, "crash");
    assert.match(outcome.message, /status 3/);
  });

  it("what a script throws reaches the page", async () => {
    const outcome = await outcomeOf("throws.html");
    assert.deepEqual([outcome.end, outcome.message], ["error", "TypeError: from a script"]);
  });

  it("an implementation that does not load is a crash, with the reason", async () => {
    const run = { implementation: join(folder, "none.mjs"), processes: 1, limits: { normal: 60_000, long: 60_000 } };
    const { outcomes } = await runInNode(opened(), ["fails.html"], run, () => {});
    assert.equal(outcomes[0]?.end, "crash");
    assert.match(outcomes[0].message, /none\.mjs/);
  });
});
