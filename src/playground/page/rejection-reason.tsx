import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import { printable } from "../../report/words.ts";

/** Why a call is refused, and where the rule stands. */
export function RejectionReason({
  rejection: { error, code, message, reference },
}: {
  readonly rejection: ConnectionRejection;
}) {
  return (
    <p class="reason">
      <b>{error}</b> {printable(message)}{" "}
      <a href={reference.url} rel="noreferrer">
        {reference.spec} {reference.section}
      </a>{" "}
      <code class="quiet">{code}</code>
    </p>
  );
}
