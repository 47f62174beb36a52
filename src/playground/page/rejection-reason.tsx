import type { ConnectionRejection } from "../../connection/rejection/connection-rejection.ts";
import { printable } from "../../report/words.ts";
import { ReferenceLink } from "./reference-link.tsx";

/** Why a call is refused, and where the rule stands. */
export function RejectionReason({
  rejection: { error, code, message, reference },
}: {
  readonly rejection: ConnectionRejection;
}) {
  return (
    <p class="reason">
      <b>{error}</b> {printable(message)} <ReferenceLink reference={reference} /> <code class="quiet">{code}</code>
    </p>
  );
}
