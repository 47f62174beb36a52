import { printable } from "../../report/words.ts";
import { failure, type Result, success } from "../../result.ts";
import { checkSdp } from "../../sdp/check-sdp.ts";
import type { Severity } from "../../sdp/rule-entry.ts";
import { type DescriptionSlots, type DescriptionType, noDescriptions } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { displayName, readInput } from "../input.ts";
import { checkMaxSize } from "../reading-limits.ts";
import { unusableTolerance } from "../tolerated-rules.ts";

/** What descriptions are checked as, as the command's options say it. */
export interface FileContext {
  readonly type?: DescriptionType;
  readonly side: Side;
  /** The file of the offer that is answered. */
  readonly offer?: string;
  readonly tolerate: readonly string[];
  /** Are notes findings too? */
  readonly notes?: boolean;
  /** Are errors the only findings? */
  readonly quiet?: boolean;
  /** The most bytes of each file. */
  readonly maxSize?: number;
}

/** What every file is checked as, the offer read. */
export interface ReadContext {
  readonly type: DescriptionType | null;
  readonly side: Side;
  readonly slots: DescriptionSlots;
  readonly tolerate: readonly string[];
  readonly severities: readonly Severity[];
  readonly quiet: boolean;
  readonly maxSize: number;
}

/** Reads the options for these files; the reason why they are unusable is one line for people. */
export async function readContext(files: readonly string[], options: FileContext): Promise<Result<ReadContext>> {
  const { side, tolerate, offer, quiet = false, notes = false, maxSize = checkMaxSize } = options;
  const unusable = unusableTolerance(tolerate) ?? unusableInputs(files, options);
  if (unusable !== null) return failure(unusable);
  const slots = offer === undefined ? success(noDescriptions) : await slotsWithOffer(offer, options);
  if (!slots.ok) return slots;
  const type = options.type ?? (offer === undefined ? null : "answer");
  const severities: Severity[] = quiet ? ["error"] : ["error", "warning", ...(notes ? (["note"] as const) : [])];
  return success({ type, side, slots: slots.value, tolerate, severities, quiet, maxSize });
}

function unusableInputs(files: readonly string[], { type, offer }: FileContext): string | null {
  if (offer !== undefined && type === "offer")
    return "--offer cannot be used with --type offer: it names the offer that an answer is checked against";
  const fromInput = files.filter((file) => file === "-").length;
  if (offer === "-" && fromInput > 0) return "standard input cannot be both the description and its offer";
  return fromInput > 1 ? "standard input can be read only once: pass - once" : null;
}

async function slotsWithOffer(file: string, options: FileContext): Promise<Result<DescriptionSlots>> {
  const { side, tolerate, maxSize = checkMaxSize } = options;
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
