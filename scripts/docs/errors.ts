import { type Rejection, type RejectionCode, rejectionCodes } from "../../src/entries/index.ts";
import { rejectionExamples } from "./error-examples.ts";
import { link, markdownTable, page } from "./page.ts";

/** docs/errors.md: every rejection code, with a message that a real call gave. */
export function errorsPage(): string {
  refuseStrayExamples();
  return page(
    "Why a call is refused",
    "Every rejection has one of these codes. `toException(rejection)` makes the exception of it that the table names; " +
      "an RTCError is a DOMException whose `name` is OperationError. The codes are stable, the wording of a message is " +
      "not. They are listed in the order in which they are looked for.",
    markdownTable(
      ["code", "error", "an example's message", "rule"],
      rejectionCodes.map(({ code, error, reference }) => [
        `\`${code}\``,
        error,
        exampleMessage(code) ?? "**no example yet**",
        link(reference),
      ]),
    ),
  );
}

/** The codes that no example produces: each wants one in docs-error-examples.ts. */
export function codesWithoutExample(): string[] {
  return rejectionCodes.map(({ code }) => code).filter((code) => exampleMessage(code) === null);
}

function exampleMessage(code: RejectionCode): string | null {
  const example = rejectionExamples[code];
  if (example === undefined) return null;
  const outcome = example();
  if (outcome.kind !== "rejected") throw new Error(`The example of ${code} was not refused: ${outcome.kind}`);
  return message(outcome.rejection, code);
}

function message(rejection: Rejection, code: RejectionCode): string {
  if (rejection.code !== code) throw new Error(`The example of ${code} was refused for ${rejection.code}`);
  return rejection.message.replaceAll("<", "&lt;");
}

function refuseStrayExamples(): void {
  const codes: readonly string[] = rejectionCodes.map(({ code }) => code);
  const stray = Object.keys(rejectionExamples).filter((code) => !codes.includes(code));
  if (stray.length > 0) throw new Error(`Examples of codes that do not exist: ${stray.join(", ")}`);
}
