import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { smallCheckout } from "./small-checkout.ts";

const program = fileURLToPath(new URL("../main.ts", import.meta.url));
const folder = smallCheckout();
after(() => rmSync(folder, { recursive: true }));
const implementation = join(folder, "implementation.mjs");

function run(failures: readonly object[], ...more: readonly string[]) {
  const expectations = join(folder, "expectations.json");
  writeFileSync(expectations, JSON.stringify({ failures }));
  const args = ["--wpt", folder, "--impl", implementation, "--expectations", expectations, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const expected = {
  file: "fails.html",
  subtests: ["this one fails"],
  clause: "https://www.w3.org/TR/webrtc/#dom-peerconnection",
  verdict: "ours",
  reason: "it is made to fail",
};

describe("npm run wpt", () => {
  it("an expected failure does not fail the run", () => {
    const { status, stdout } = run([expected], "fails");
    assert.match(stdout, /^expected failures, ours: 1$/m);
    assert.match(stdout, /^all: 1 of 2 in scope/m);
    assert.match(stdout, /^1 passed, 0 failed$/m);
    assert.equal(status, 0);
  });

  it("what is out of scope is not in scope", () => {
    const { stdout } = run([{ ...expected, verdict: "out of scope" }], "fails");
    assert.match(stdout, /^all: 1 of 1 in scope, 100\.0 % \(1 files, 2 subtests\)$/m);
  });

  it("an unexpected failure fails the run", () => {
    const { status, stdout } = run([], "fails");
    assert.match(stdout, /^unexpected failure: fails\.html: this one fails: for a reason$/m);
    assert.match(stdout, /^1 passed, 1 failed$/m);
    assert.equal(status, 1);
  });

  it("an unexpected pass fails the run", () => {
    const { status, stdout } = run([{ ...expected, subtests: ["this one fails", "this one passes"] }], "fails");
    assert.match(stdout, /^unexpected pass: fails\.html: this one passes$/m);
    assert.match(stdout, /^0 passed, 1 failed$/m);
    assert.equal(status, 1);
  });

  it("an expectation without a subtest fails the run", () => {
    const { status, stdout } = run([{ ...expected, subtests: ["this one fails", "no such subtest"] }], "fails");
    assert.match(stdout, /^expectation without a subtest: fails\.html: no such subtest$/m);
    assert.equal(status, 1);
  });

  it("an expectation must name a clause, a verdict and a reason", () => {
    for (const lacking of [{ clause: "" }, { verdict: "mine" }, { reason: " " }, { subtests: [] }]) {
      const { status, stderr } = run([{ ...expected, ...lacking }], "fails");
      assert.match(stderr, /an expectation for fails\.html/);
      assert.notEqual(status, 0);
    }
  });

  it("-v prints each subtest with its message", () => {
    const { stdout } = run([expected], "fails", "-v");
    assert.match(stdout, /^ {2}fail {4}this one fails\n {12}for a reason$/m);
  });

  it("--json prints what a program can read", () => {
    const { stdout } = run([expected], "fails", "--json");
    const { outcomes, comparison } = JSON.parse(stdout);
    assert.equal(outcomes[0].subtests[1].status, "fail");
    assert.equal(comparison.expectedFailures.length, 1);
  });

  it("a crash fails the run", () => {
    const { status, stdout } = run([], "crashes");
    assert.match(stdout, /^unexpected failure: crashes\.html: \(the whole file\): crash/m);
    assert.equal(status, 1);
  });

  it("unusable arguments are refused, with the usage", () => {
    const { status, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
    assert.match(stderr, /--wpt DIR is missing/);
    assert.equal(status, 2);
  });
});
