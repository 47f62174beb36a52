import type { MethodName } from "../input.ts";
import { refuseCall, rejectCall, throwFrom } from "../rejection/call-rejection.ts";
import type { RawCall, RunCall } from "./arguments/arguments.ts";
import { readCalls, returnsPromise } from "./methods.ts";

/** Reads the arguments of a call. What Web IDL cannot convert is a TypeError, whatever the state. */
export function readArguments(method: MethodName, members: RawCall): RunCall {
  const read = converted(method, members);
  if (read.ok) return read.value;
  return (draft, call) => {
    const remedy = "Pass what the method takes.";
    const rejection = refuseCall(draft, method, "arguments-unusable", read.reason, remedy);
    (returnsPromise(method) ? rejectCall : throwFrom)(draft, call, rejection);
  };
}

function converted(method: MethodName, members: RawCall) {
  try {
    return readCalls[method](members);
  } catch {
    return { ok: false, reason: "the arguments cannot be converted" } as const;
  }
}
