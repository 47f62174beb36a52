import type { EndpointName } from "../../../exploration/world.ts";
import { type HandCall, handCallText, handCallWord } from "../../calls/hand-call.ts";
import type { OfferedCall } from "../../calls/offered-calls.ts";
import { RejectionReason } from "../rejection-reason.tsx";

/** The calls of a peer: those that are legal as buttons, and those that are not, each with its reason. */
export function Calls({
  peer,
  offered,
  onCall,
}: {
  readonly peer: EndpointName;
  readonly offered: readonly OfferedCall[];
  /** Null in a trace. */
  readonly onCall: ((call: HandCall) => void) | null;
}) {
  const refused = offered.filter((one) => one.verdict === "refused");
  return (
    <>
      <ul class="calls" aria-label={`Calls that are legal at ${peer}`}>
        {offered
          .filter(({ verdict }) => verdict !== "refused")
          .map((one) => (
            <li key={handCallWord(one.call)}>
              <button
                type="button"
                class="main"
                data-word={`${peer}.${handCallWord(one.call)}`}
                data-verdict={one.verdict}
                disabled={onCall === null || one.verdict === "missing"}
                aria-label={nameOfOffered(peer, one)}
                onClick={() => onCall?.(one.call)}
              >
                <code>{handCallText(one.call)}</code>
                {hint(one) !== "" && <span class="quiet">{hint(one)}</span>}
              </button>
            </li>
          ))}
      </ul>
      {refused.length > 0 && (
        <details class="refused">
          <summary>
            {refused.length} {refused.length === 1 ? "call is" : "calls are"} illegal now, and why
          </summary>
          <ul aria-label={`Calls that are illegal at ${peer}`}>
            {refused.map((one) => (
              <li key={handCallWord(one.call)}>
                <button
                  type="button"
                  data-word={`${peer}.${handCallWord(one.call)}`}
                  data-verdict="refused"
                  disabled={onCall === null}
                  aria-label={`${peer} calls ${handCallText(one.call)}, which is refused`}
                  onClick={() => onCall?.(one.call)}
                >
                  <code>{handCallText(one.call)}</code>
                </button>
                <RejectionReason rejection={one.rejection} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function hint(one: OfferedCall): string {
  const { note } = one;
  if (one.verdict !== "legal" || one.leadsTo === null) return note ?? "";
  const { signalingState, implicitRollback } = one.leadsTo;
  return [`→ ${signalingState}${implicitRollback ? ", by rollback" : ""}`, ...(note === null ? [] : [note])].join(
    " · ",
  );
}

function nameOfOffered(peer: EndpointName, one: OfferedCall): string {
  const more = hint(one).replace("→", "leads to");
  return `${peer} calls ${handCallText(one.call)}${more === "" ? "" : `, ${more}`}`;
}
