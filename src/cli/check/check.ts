import { checkSdp } from "../../sdp/check-sdp.ts";
import type { Finding } from "../../sdp/finding.ts";
import { sdpRules } from "../../sdp/rules/sdp-rules.ts";
import type { DescriptionSlots, DescriptionType } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { nameOf, readInput } from "../input.ts";
import { printable } from "../style.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { checkJson } from "./check-json.ts";
import { checkText } from "./check-text.ts";

/** What `check` can be told. */
export interface CheckOptions {
  readonly type?: DescriptionType;
  readonly side: Side;
  /** The file of the offer that is answered. */
  readonly offer?: string;
  readonly tolerate: readonly string[];
  readonly json: boolean;
}

/** A description, checked. */
export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly type: DescriptionType | null;
  readonly side: Side;
  /** In the order of the lines; what belongs to no line comes first. */
  readonly findings: readonly Finding[];
}

/** `check FILE`: lists what is wrong with an SDP, line by line. Gives the exit status; warnings alone are nothing. */
export async function check(file: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  const checked = await checkFile(file, options);
  if (typeof checked === "string") {
    terminal.complain(checked);
    return exitStatus.unusable;
  }
  terminal.print(options.json ? `${checkJson(checked)}\n` : checkText(checked, terminal.style));
  return checked.findings.some(({ severity }) => severity === "error") ? exitStatus.found : exitStatus.nothing;
}

const untolerable: readonly string[] = ["L1", "S1", "S2", "S3"];

async function checkFile(file: string, options: CheckOptions): Promise<Checked | string> {
  const { side, tolerate, offer } = options;
  const unknown = tolerate.find((id) => sdpRules.every((rule) => rule.id !== id));
  const fatal = tolerate.find((id) => untolerable.includes(id));
  if (fatal !== undefined) return `the rule ${fatal} cannot be tolerated: past it, nobody knows what the text means`;
  if (unknown !== undefined) return `there is no rule ${printable(unknown)} to tolerate`;
  if (offer !== undefined && options.type === "offer") return "an offer answers no offer: --offer goes with an answer";
  if (offer === "-" && file === "-") return "standard input can be only one of the two";
  const input = await readInput(file);
  if (!input.ok) return `${nameOf(file)}: ${input.message}`;
  const session = offer === undefined ? undefined : await sessionWithOffer(offer, options);
  if (typeof session === "string") return session;
  const type = options.type ?? (offer === undefined ? null : "answer");
  const findings = checkSdp(input.text, { type: type ?? undefined, side, session, tolerate });
  const lines = (finding: Finding) => finding.sdpLineNumber ?? 0;
  return { file, text: input.text, type, side, findings: [...findings].sort((a, b) => lines(a) - lines(b)) };
}

async function sessionWithOffer(file: string, { side, tolerate }: CheckOptions): Promise<DescriptionSlots | string> {
  const input = await readInput(file);
  if (!input.ok) return `${nameOf(file)}: ${input.message}`;
  const broken = checkSdp(input.text, { tolerate }).find(
    ({ error }) => error === "RTCError" || error === "OperationError",
  );
  if (broken !== undefined) {
    const line = broken.sdpLineNumber === null ? "" : `line ${broken.sdpLineNumber}: `;
    return `${nameOf(file)}: ${line}${printable(broken.message)}`;
  }
  const offer = { type: "offer", sdp: input.text } as const;
  return {
    pendingLocalDescription: side === "remote" ? offer : null,
    currentLocalDescription: null,
    pendingRemoteDescription: side === "local" ? offer : null,
    currentRemoteDescription: null,
  };
}
