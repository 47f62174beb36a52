import { callNamed } from "./call.ts";
import type { JudgedCall } from "./session-case.ts";

const named = (call: string, verdict: string): JudgedCall => [callNamed(call), verdict];
const failed = (side: "local" | "remote", type: "offer" | "answer" | "rollback"): JudgedCall => [
  { method: "operationFailed", side, type, message: "out of memory" },
  "OperationError operation-failed",
];

/** An operation that fails in the stack itself leaves the session as it was. */
export const operationFailedCalls: readonly JudgedCall[] = [
  failed("remote", "offer"),
  named("offer created LO", "applied stable"),
  failed("local", "offer"),
  named("local", "applied have-local-offer"),
  failed("remote", "answer"),
  failed("local", "rollback"),
  named("remote answer RA", "applied stable"),
];
