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
      surveyed("refused-implicit-rollback", {}, ["a.createOffer()", "a.close()"]),
      surveyed("wrong-state-implicit-rollback", {}, ["a.createOffer()", "a.close()"]),
      surveyed("wrong-error-local-offer-in-stable", { observed: "A <b> | `c`." }),
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

test("a cause is a row, with the number of deviations that come from it and a link to what shows it", () => {
  const row = /\| The evidence shows no cause\. \| \[3\]\((conformance\/one\.md)(#unknown)\) \|/.exec(main);
  const [, path = "", fragment = ""] = row ?? [];
  const headings = [...page(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => fragmentOf(heading));
  assert.ok(headings.includes(fragment), `${path}${fragment}`);
});

test("a stack that could not run is in the list with the reason, and is no column", () => {
  assert.match(main, /\| \[TWO\]\(https:\/\/example.org\/\) \| a test \| could not run: no two in the PATH \|/);
  assert.doesNotMatch(main, /\| ONE \| TWO \|/);
  assert.match(page("conformance/two.md"), /Could not run: no two in the PATH\./);
});

test("a cause has one reproduction, the shortest, and lists its deviations", () => {
  assert.equal(ofOne.split("```mjs").length, 2);
  assert.match(ofOne, /The shortest sequence, for `refused-implicit-rollback`: The message\./);
  assert.match(
    ofOne,
    /```mjs\nconst offer1 = await attempt\(a, \(\) => a\.createOffer\(\)\); \/\/ stable\nawait attempt/,
  );
  for (const { code } of one.kind === "ran" ? one.result.deviations : [])
    assert.ok(ofOne.includes(`| \`${code}\` |`), code);
});

test("consequences stand apart, with the cause that explains them", () => {
  const follows = surveyed("refused-implicit-rollback", { cause: "refusal-damages" }, [
    "a.createOffer()!",
    "a.close()",
  ]);
  const recordedOne = recorded(
    ran("one", stackResult({ provisions: { "implicit-rollback": 1 }, deviations: [follows] })),
  );
  const [mainPage, , stackPage] = reportPages(recordedOne).map(({ content }) => content);
  assert.match(mainPage ?? "", /\| remote offer in have-local-offer \| pass \|/);
  assert.match(mainPage ?? "", /\| \[0 \(\+ 1\)\]\(conformance\/one\.md#refusal-damages\) \|/);
  const [, apart = ""] = (stackPage ?? "").split("## What follows from an earlier call");
  assert.match(
    apart,
    /\| `refused-implicit-rollback` \| expected \| observed \| \[refusal-damages\]\(#refusal-damages\) \|/,
  );
});

test("a reference's address is on a page once", () => {
  assert.equal(ofOne.split("https://w3c.github.io/webrtc-pc/#set-description").length, 2);
  assert.match(ofOne, /\| expected \(\[webrtc-pc #set-description\]\) \|/);
});

test("words of a stack are no markup", () => {
  assert.match(ofOne, /A \\<b\\> \\\| \\`c\\`\./);
});

test("the same recording makes the same pages", () => {
  assert.deepEqual(reportPages(structuredClone(recording)), reportPages(recording));
});
