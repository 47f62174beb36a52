import { type RejectionCode, rejectionCodes } from "../../src/entries/index.ts";
import { rejectionExamples } from "./error-examples.ts";
import { link, markdownTable, page } from "./page.ts";

/** docs/errors.md: every rejection code, with the message of a real call. */
export function errorsPage(): string {
  return page(
    "Why a call is refused",
    "Every rejection has one of these codes, listed in the order of the checks. `toException(rejection)` makes the " +
      "exception in the second column. An RTCError is a DOMException with the `name` OperationError. A code keeps its " +
      "meaning; the wording of a message may change.",
    markdownTable(
      ["code", "error", "example of a message", "rule"],
      rejectionCodes.map(({ code, error, reference }) => [`\`${code}\``, error, exampleMessage(code), link(reference)]),
    ),
  );
}

function exampleMessage(code: RejectionCode): string {
  const outcome = rejectionExamples[code]();
  const found = outcome.kind === "rejected" ? outcome.rejection.code : outcome.kind;
  if (outcome.kind !== "rejected" || found !== code) throw new Error(`The example of ${code} is ${found}`);
  return outcome.rejection.message.replaceAll("<", "&lt;");
}
