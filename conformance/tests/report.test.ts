import assert from "node:assert/strict";
import { test } from "node:test";
import { checkExpected } from "../check-expected.ts";
import { conformancePage } from "../report/page.ts";
import { allRows, groupsOf } from "../report/rows.ts";
import type { Stack, StackRun } from "../stacks/stack.ts";
import { stackResult, surveyed } from "./samples.ts";

const settings = { seed: 1, runs: 2 };

function stack(name: string): Stack {
  const never = () => Promise.reject(new Error("never run"));
  return {
    name,
    title: name.toUpperCase(),
    homepage: "https://example.org/",
    driver: "a test",
    debianPackages: [],
    run: never,
  };
}

const ran: StackRun = {
  kind: "ran",
  stack: stack("one"),
  result: stackResult({
    provisions: { "implicit-rollback": 1, "local-offer-in-stable": 2, "something-new": 1 },
    deviations: [surveyed("refused-implicit-rollback", "implicit-rollback", { message: "A <b> | `c`." })],
  }),
};
const missing: StackRun = { kind: "missing", stack: stack("two"), reason: "no two in the PATH" };

test("no provision has two rows, and one that belongs nowhere has a row of its own at the end", () => {
  const provisions = allRows().map(({ provision }) => provision);
  assert.equal(new Set(provisions).size, provisions.length);
  const groups = groupsOf(new Set(["something-new", "implicit-rollback"]));
  assert.deepEqual(
    groups.map(({ title }) => title),
    ["Implicit rollback", "Other"],
  );
});

test("a cell that deviates links to the deviation's heading", () => {
  const page = conformancePage([ran], settings);
  assert.match(page, /\| local offer \| pass \|/);
  assert.match(page, /\| \[deviation\]\(#one-refused-implicit-rollback\) \|/);
  assert.match(page, /^#### one: refused-implicit-rollback$/m);
});

test("words of a stack are no markup", () => {
  assert.match(conformancePage([ran], settings), /A \\<b\\> \\\| \\`c\\`\./);
});

test("a stack that could not run is told with the reason, and is no column", () => {
  const page = conformancePage([ran, missing], settings);
  assert.match(page, /\| \[TWO\]\(https:\/\/example.org\/\) \| could not run: no two in the PATH \|/);
  assert.doesNotMatch(page, /\| ONE \| TWO \|/);
});

test("the same results make the same page", () => {
  assert.equal(conformancePage([ran, missing], settings), conformancePage([ran, missing], settings));
});

test("an expected deviation is found, not found, or its stack did not run", () => {
  const of = (stack: string, code: string) => ({ stack, code, what: "it" });
  const expected = [
    of("one", "refused-implicit-rollback"),
    of("one", "applied-x"),
    of("two", "applied-x"),
    of("three", "applied-x"),
  ];
  assert.deepEqual(
    checkExpected([ran, missing], expected).map(({ found }) => found),
    [true, false, null],
  );
});
