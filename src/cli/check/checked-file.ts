import { printable } from "../../report/words.ts";
import { failure, type Result, success } from "../../result.ts";
import { checkSdp } from "../../sdp/check-sdp.ts";
import type { Finding } from "../../sdp/finding.ts";
import { sdpRules } from "../../sdp/rules/sdp-rules.ts";
import { type DescriptionSlots, type DescriptionType, noDescriptions } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { displayName, readInput } from "../input.ts";
import { checkMaxSize } from "../reading-limits.ts";

/** What a file is checked as. */
export interface FileContext {
  readonly type?: DescriptionType;
  readonly side: Side;
  /** The file of the offer that is answered. */
  readonly offer?: string;
  readonly tolerate: readonly string[];
  /** Whether notes are findings too. */
  readonly notes?: boolean;
  /** The most bytes of each file. */
  readonly maxSize?: number;
}

/** A file with a description, checked. */
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly type: DescriptionType | null;
  readonly side: Side;
  /** In the order of the lines; what belongs to no line comes first. */
  readonly findings: readonly Finding[];
}

/** Checks a file; the reason is one line for people. */
export async function checkFile(file: string, context: FileContext): Promise<Result<CheckedFile>> {
  const { side, tolerate, offer, maxSize = checkMaxSize } = context;
  const unusable = unusableTolerance(tolerate) ?? unusableOffer(file, context);
  if (unusable !== null) return failure(unusable);
  const input = await readInput(file, maxSize);
  if (!input.ok) return failure(`${displayName(file)}: ${input.reason}`);
  const slots = offer === undefined ? success(noDescriptions) : await slotsWithOffer(offer, context);
  if (!slots.ok) return slots;
  const type = context.type ?? (offer === undefined ? null : "answer");
  const findings = checkSdp(input.value, { type: type ?? undefined, side, session: slots.value, tolerate })
    .filter(({ severity }) => context.notes === true || severity !== "note")
    .sort((a, b) => lineForOrder(a) - lineForOrder(b));
  return success({ file, text: input.value, type, side, findings });
}

function lineForOrder({ sdpLineNumber }: Finding): number {
  return sdpLineNumber ?? 0;
}

function unusableTolerance(ids: readonly string[]): string | null {
  for (const id of ids) {
    const rule = sdpRules.find((entry) => entry.id === id);
    if (rule === undefined) return `there is no rule ${printable(id)} to tolerate`;
    if (!rule.tolerable) return `the rule ${id} cannot be tolerated: a text that breaks it cannot be read`;
  }
  return null;
}

function unusableOffer(file: string, { type, offer }: FileContext): string | null {
  if (offer === undefined) return null;
  if (type === "offer")
    return "--offer cannot be used with --type offer: it names the offer that an answer is checked against";
  return offer === "-" && file === "-" ? "standard input cannot be both the description and its offer" : null;
}

async function slotsWithOffer(file: string, context: FileContext): Promise<Result<DescriptionSlots>> {
  const { side, tolerate, maxSize = checkMaxSize } = context;
  const input = await readInput(file, maxSize);
  if (!input.ok) return failure(`${displayName(file)}: ${input.reason}`);
  const findings = checkSdp(input.value, { tolerate });
  const unreadable = findings.find(({ error }) => error === "RTCError" || error === "OperationError");
  if (unreadable !== undefined) {
    const column = unreadable.sdpColumn === null ? "" : `, column ${unreadable.sdpColumn}`;
    const line = unreadable.sdpLineNumber === null ? "" : `line ${unreadable.sdpLineNumber}${column}: `;
    return failure(`${displayName(file)}: ${line}${printable(unreadable.message)}`);
  }
  const offer = { type: "offer", sdp: input.value } as const;
  const slot = side === "remote" ? "pendingLocalDescription" : "pendingRemoteDescription";
  return success({ ...noDescriptions, [slot]: offer });
}
