import { close } from "../../session/close.ts";
import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { operationFailed } from "../../session/operation-failed.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { setLocalDescription, setRemoteDescription } from "../../session/set-description.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";
import type { Request } from "./request.ts";

/** A call on a session, its arguments taken from the request as they are: the library judges junk too. */
export type Call = (session: Session, request: Request) => Outcome;

/** The calls, by the name of their operation. */
export const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ["setLocalDescription", (session, { description }) => setLocalDescription(session, description)],
  ["setRemoteDescription", (session, { description }) => setRemoteDescription(session, description)],
  ["offerCreated", (session, { sdp }) => offerCreated(session, sdp as string)],
  ["answerCreated", (session, { sdp }) => answerCreated(session, sdp as string)],
  [
    "operationFailed",
    (session, { side, type, message }) => operationFailed(session, side as Side, type as SdpType, message as string),
  ],
  ["close", (session) => close(session)],
]);

/** An outcome without its sessions. Of an implicit rollback remains that there was one: `rolledBack` is true. */
export function briefly(outcome: Outcome): object {
  const { kind, effects } = outcome;
  switch (outcome.kind) {
    case "applied":
      return { kind, effects, rolledBack: outcome.rolledBack === null ? null : true };
    case "rejected":
      return { kind, effects, rejection: outcome.rejection };
    case "create":
      return { kind, effects, type: outcome.type };
  }
}
