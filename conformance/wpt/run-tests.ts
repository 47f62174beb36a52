import { type Checkout, openCheckout } from "./checkout.ts";
import checkouts from "./checkouts.json" with { type: "json" };
import { compare, type Expectation, readExpectations, unexpectedIn } from "./expectations.ts";
import { runInBrowser } from "./in-browser/run-in-browser.ts";
import { runInNode } from "./in-node/run-in-node.ts";
import type { Options } from "./options.ts";
import type { FileOutcome, Ran } from "./outcome.ts";
import { closingLine, comparisonLines, linesOf, proposal, totalLines } from "./print.ts";
import { record } from "./report/recording.ts";
import { timeLimits } from "./test-page.ts";

/** Runs the tests that were asked for, and prints what came of them. Returns the exit status. */
export async function runTests(options: Options): Promise<number> {
  const checkout = openCheckout(options.checkout);
  if (typeof checkout === "string") return refuse(checkout);
  const tests = checkout.tests.filter((test) => contains(test, options.filters));
  if (tests.length === 0) return refuse(`no test file of ${options.checkout} contains ${options.filters.join(" or ")}`);
  const expectations = options.expectations === null ? null : expectationsFor(checkout, options.expectations);
  const plain = options.output === "summary" || options.output === "verbose";
  if (plain)
    console.log(`${named(checkout)}, ${tests.length} test files, on ${options.browser ?? options.implementation}`);
  const ran = await runOf(options, checkout, tests, (outcome) => {
    // Where the output is for a program, the progress is not part of it.
    const print = plain ? console.log : console.error;
    print(linesOf(outcome, options.output === "verbose"));
  });
  const { outcomes } = ran;
  if (options.record !== null) record(nameOf(checkout) ?? checkout.identity, checkout.identity, options.record, ran);
  return conclude(options, checkout, outcomes, expectations);
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}

function contains(test: string, filters: readonly string[]): boolean {
  return filters.length === 0 || filters.some((filter) => test.includes(filter));
}

/** The name of a checkout, where it is known, and what names its content. */
function named({ identity }: Checkout): string {
  return `web-platform-tests ${nameOf({ identity }) ?? "of no known date"} (${identity})`;
}

function nameOf({ identity }: Pick<Checkout, "identity">): string | null {
  return Object.entries(checkouts).find(([, identities]) => identities.includes(identity))?.[0] ?? null;
}

/** The expectations for a checkout: those for another one by name apply no more than those whose file it has not. */
function expectationsFor({ identity, tests }: Checkout, file: string | URL): readonly Expectation[] {
  const name = nameOf({ identity });
  const all = readExpectations(file);
  return all.filter((one) => one.checkout === name || (one.checkout === undefined && tests.includes(one.file)));
}

function runOf(
  { browser, implementation, processes }: Options,
  checkout: Checkout,
  tests: readonly string[],
  onOutcome: (outcome: FileOutcome) => void,
): Promise<Ran> {
  return browser === null
    ? runInNode(checkout, tests, { implementation, processes, limits: timeLimits }, onOutcome)
    : runInBrowser(checkout, tests, browser, onOutcome);
}

function conclude(
  { output }: Options,
  checkout: Checkout,
  outcomes: readonly FileOutcome[],
  expectations: readonly Expectation[] | null,
): number {
  const comparison = expectations === null ? null : compare(outcomes, expectations);
  const closing = closingLine(outcomes, comparison);
  if (output === "json") console.log(JSON.stringify({ checkout: checkout.identity, outcomes, comparison }, null, 2));
  else if (output === "propose") console.log(proposal(comparison ?? compare(outcomes, [])));
  else {
    const differences = comparison === null ? "" : comparisonLines(comparison);
    console.log(
      ["", differences, totalLines(outcomes, expectations ?? []), closing].filter((text) => text !== "").join("\n"),
    );
  }
  return (comparison === null ? closing.endsWith(" 0 failed") : unexpectedIn(comparison) === 0) ? 0 : 1;
}
