import type { FailingCall } from "../calls/made-call.ts";
import { overlappingEnd, overlappingPreamble, overlappingStart } from "../reproduction-preamble.ts";

/** A call of a reproduction: its code, and what comes before the next one. */
export type ReproducedOverlap = Pick<FailingCall, "peer" | "code" | "constant" | "wait">;

/** A program that makes the calls again, without awaiting those that overlapped, and prints what happens. */
export function overlappingReproduction(calls: readonly ReproducedOverlap[]): readonly string[] {
  return [
    ...overlappingPreamble,
    "const [a, b] = [await makePeerConnection(), await makePeerConnection()];",
    ...overlappingStart,
    ...calls.flatMap(overlappingStatements),
    ...overlappingEnd,
  ];
}

/** A call as statements. */
export function overlappingStatements({ peer, code, constant, wait }: ReproducedOverlap): readonly string[] {
  const name = constant === null ? "" : `, "${constant}"`;
  const call = `${wait === "settled" ? "await " : ""}attempt(${peer}, () => ${code}${name});`;
  return wait === "rest" ? [call, "await rest();"] : [call];
}
