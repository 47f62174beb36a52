import { type Result, success } from "../../../result.ts";
import type { Draft } from "../../draft.ts";
import type { CallId } from "../../input.ts";
import { refuseCall, throwFrom } from "../../rejection/call-rejection.ts";
import { type RawCall, type RunCall, toTransceiverId } from "./arguments.ts";

/**
 * A method of a transceiver or its sender. An id that the connection has never given is a TypeError; one of a transceiver
 * that has left the set is left to the method.
 */
export function onTransceiver(
  { transceiver }: RawCall,
  method: string,
  read: (transceiver: { readonly id: number }) => Result<RunCall>,
): Result<RunCall> {
  const id = toTransceiverId(transceiver);
  if (!id.ok) return id;
  const run = read({ id: id.value });
  if (!run.ok) return run;
  return success((draft, call) => {
    if (id.value < draft.next.transceiver) run.value(draft, call);
    else refuseUnknown(draft, call, method);
  });
}

function refuseUnknown(draft: Draft, call: CallId, method: string): void {
  const reason = "the connection has no such transceiver";
  const remedy = "Pass the id that addTransceiver(), addTrack() or a track effect gave.";
  throwFrom(draft, call, refuseCall(draft, method, "arguments-unusable", reason, remedy));
}
