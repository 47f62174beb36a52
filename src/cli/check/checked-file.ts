import { failure, type Result, success } from "../../result.ts";
import { checkSdp } from "../../sdp/check-sdp.ts";
import type { Finding } from "../../sdp/finding.ts";
import { displayName, readInput } from "../input.ts";
import type { ReadContext } from "./file-context.ts";

/** A file with a description, checked. */
export interface CheckedFile extends Pick<ReadContext, "type" | "side"> {
  readonly file: string;
  readonly text: string;
  /** In the order of the lines; what belongs to no line comes first. */
  readonly findings: readonly Finding[];
}

/** Checks a file; the reason why it cannot be read is one line for people. */
export async function checkFile(file: string, context: ReadContext): Promise<Result<CheckedFile>> {
  const { type, side, slots, tolerate, severities, maxSize } = context;
  const input = await readInput(file, maxSize);
  if (!input.ok) return failure(`${displayName(file)}: ${input.reason}`);
  const findings = checkSdp(input.value, { type: type ?? undefined, side, session: slots, tolerate })
    .filter(({ severity }) => severities.includes(severity))
    .sort((a, b) => lineForOrder(a) - lineForOrder(b));
  return success({ file, text: input.value, type, side, findings });
}

function lineForOrder({ sdpLineNumber }: Finding): number {
  return sdpLineNumber ?? 0;
}
