import type { Applied, Outcome, Rejected } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { type Call as MethodCall, step } from "../../session/step.ts";
import type { Request } from "./request.ts";

/** A call on a session, its arguments taken from the request as they are: the library judges junk too. */
export type Call = (session: Session, request: Request) => Outcome;

const methods = [
  "setLocalDescription",
  "setRemoteDescription",
  "offerCreated",
  "answerCreated",
  "operationFailed",
  "close",
] as const satisfies readonly MethodCall["method"][];

/** The calls, by the name of their operation. */
export const calls: ReadonlyMap<string, Call> = new Map<string, Call>(
  methods.map((method) => [method, (session, request) => step(session, { ...request, method } as MethodCall)]),
);

/** An outcome without its sessions. */
export function briefly(outcome: Outcome): object {
  const { kind, effects } = outcome;
  switch (outcome.kind) {
    case "applied":
      return { kind, effects, rolledBack: rolledBackBriefly(outcome), description: outcome.description };
    case "rejected":
      return { kind, effects, rolledBack: rolledBackBriefly(outcome), rejection: outcome.rejection };
    case "create":
      return { kind, effects, type: outcome.type };
  }
}

function rolledBackBriefly({ rolledBack }: Applied | Rejected): object | null {
  return rolledBack === null ? null : { effects: rolledBack.effects };
}
