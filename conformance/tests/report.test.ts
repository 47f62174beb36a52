import assert from "node:assert/strict";
import { test } from "node:test";
import { fragmentOf } from "../report/markdown.ts";
import { reportPages } from "../report/pages.ts";
import { allRows, groupsOf } from "../report/rows.ts";
import { missing, ran, recorded, stackResult, surveyed } from "./samples.ts";

const one = ran(
  "one",
  stackResult({
    provisions: { "implicit-rollback": 1, "local-offer-in-stable": 2, "something-new": 1 },
    deviations: [
      surveyed("refused-implicit-rollback", { message: "A <b> | `c`." }, ["a.createOffer()", "a.close()"]),
      surveyed("wrong-state-implicit-rollback", {}, ["a.createOffer()", "a.close()"]),
      surveyed("wrong-error-local-offer-in-stable", {}),
    ],
  }),
);
const recording = recorded(one, missing("two", "no two in the PATH"));

function page(path: string): string {
  return reportPages(recording).find((one) => one.path === path)?.content ?? "";
}

const main = page("conformance.md");
const ofOne = page("conformance/one.md");

test("no provision has two rows, and one that belongs nowhere has a row of its own at the end", () => {
  const provisions = allRows().map(({ provision }) => provision);
  assert.equal(new Set(provisions).size, provisions.length);
  const groups = groupsOf(new Set(["something-new", "implicit-rollback"]));
  assert.deepEqual(
    groups.map(({ title }) => title),
    ["Implicit rollback", "Other"],
  );
});

test("the page begins with what was found", () => {
  const [, , , , ...lines] = main.split("\n");
  assert.match(lines[0] ?? "", /^- \*\*Offer and answer\*\*: deviates in all stacks\.$/);
  assert.match(main, /^- \*\*Provisional answers\*\*: not exercised in all stacks\.$/m);
});

test("a cell names the kinds of deviation", () => {
  assert.match(main, /\| remote offer in have-local-offer \| refused, wrong state \|/);
  assert.match(main, /\| local offer \| wrong error \|/);
  assert.match(main, /\| something-new \| pass \|/);
});

test("the head of a column links to a heading of the stack's page", () => {
  const [, path = "", fragment = ""] = /\[ONE\]\((conformance\/one\.md)(#implicit-rollback)\)/.exec(main) ?? [];
  const headings = [...page(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => fragmentOf(heading));
  assert.ok(headings.includes(fragment), `${path}${fragment}`);
});

test("a stack that could not run is in the list with the reason, and is no column", () => {
  assert.match(main, /\| \[TWO\]\(https:\/\/example.org\/\) \| a test \| could not run: no two in the PATH \|/);
  assert.doesNotMatch(main, /\| ONE \| TWO \|/);
  assert.match(page("conformance/two.md"), /Could not run: no two in the PATH\./);
});

test("a reproduction that shows two deviations is there once", () => {
  assert.equal(ofOne.split("await attempt(() => a.createOffer());").length, 2);
  assert.match(ofOne, /The calls are those of \[refused-implicit-rollback\]\(#refused-implicit-rollback\)\./);
  assert.match(ofOne, /```mjs\nconst offer1 = await attempt\(\(\) => a\.createOffer\(\)\); \/\/ stable\nawait attempt/);
});

test("a reference's address is on a page once", () => {
  assert.equal(ofOne.split("https://w3c.github.io/webrtc-pc/#set-description").length, 2);
  assert.match(ofOne, /Expected: expected \(\[webrtc-pc #set-description\]\)\./);
});

test("words of a stack are no markup", () => {
  assert.match(ofOne, /A \\<b\\> \\\| \\`c\\`\./);
});

test("the same recording makes the same pages", () => {
  assert.deepEqual(reportPages(structuredClone(recording)), reportPages(recording));
});
