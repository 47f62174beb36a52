import type { Fault } from "./fault.ts";
import { domException, inSession, isIn, refusalOf, sets, withError } from "./plan-edits.ts";

/** What must be refused is refused, with the wrong error. */
export const errorFaults = [
  {
    name: "content-refused-as-invalid-state",
    summary: "SDP with unacceptable content is refused with InvalidStateError.",
    change: (plan) => withError(plan, "InvalidAccessError", (error) => domException("InvalidStateError", error)),
  },
  {
    name: "wrong-state-refused-as-operation-error",
    summary: "A set call in the wrong state is refused with OperationError.",
    change: (plan, call) =>
      call.side !== null && !isIn(call, "closed")
        ? withError(plan, "InvalidStateError", (error) => domException("OperationError", error))
        : plan,
  },
  {
    name: "modification-refused-as-invalid-state",
    summary: "A local description that is not the created one is refused with InvalidStateError.",
    change: (plan) => withError(plan, "InvalidModificationError", (error) => domException("InvalidStateError", error)),
  },
  {
    name: "syntax-error-without-detail",
    summary: "SDP that cannot be parsed is refused with a bare OperationError: no errorDetail, no line.",
    change: (plan) => withError(plan, "RTCError", (error) => domException("OperationError", error)),
  },
  {
    name: "error-detail-missing",
    summary: "The RTCError has the line, but no errorDetail.",
    change: (plan) =>
      withError(plan, "RTCError", (error) => Object.defineProperty(error, "errorDetail", { value: undefined })),
  },
  {
    name: "line-number-from-zero",
    summary: "sdpLineNumber counts from 0.",
    change: (plan) =>
      withError(plan, "RTCError", (error) => {
        const { sdpLineNumber } = error as Error & { readonly sdpLineNumber: number };
        return Object.defineProperty(error, "sdpLineNumber", { value: sdpLineNumber - 1 });
      }),
  },
  {
    name: "unknown-type-refused-as-invalid-access",
    summary: "An unknown type is refused with InvalidAccessError, not converted as Web IDL does it.",
    change: (plan) =>
      refusalOf(plan)?.code === "type-unknown"
        ? withError(plan, "TypeError", (error) => domException("InvalidAccessError", error))
        : plan,
  },
  {
    name: "closed-before-conversion",
    summary: "A closed connection refuses a call before it looks at the argument: InvalidStateError, not TypeError.",
    change: (plan, call) =>
      isIn(call, "closed") ? withError(plan, "TypeError", (error) => domException("InvalidStateError", error)) : plan,
  },
  {
    name: "syntax-checked-before-state",
    summary: "A remote answer is parsed before the state is looked at: garbage in stable is a syntax error.",
    change: (plan, call) => {
      if (!sets(call, "remote", "answer") || refusalOf(plan)?.error !== "InvalidStateError") return plan;
      if (isIn(call, "closed")) return plan;
      const judged = inSession(call, { signalingState: "have-local-offer" });
      return refusalOf(judged)?.error === "RTCError" ? judged : plan;
    },
  },
] as const satisfies readonly Fault[];
