import type { DescriptionType } from "../../../signaling/description.ts";
import type { SourcedSdp } from "./peer.ts";
import { edited, editedCode, type SdpEdit } from "./sdp-edit.ts";

/** An argument, and the code that gives it. */
export interface Argument {
  readonly value: unknown;
  readonly code: string;
}

/** A plain value as an argument. */
export function argumentOf(value: unknown): Argument {
  return { value, code: codeOf(value) };
}

/** A description of that type, with SDP that a peer connection made; the edit, if any, is made to that SDP. */
export function describing(type: DescriptionType, { sdp, code }: SourcedSdp, edit: SdpEdit | null = null): Argument {
  if (edit === null) return { value: { type, sdp }, code: `{ type: "${type}", sdp: ${code} }` };
  return { value: { type, sdp: edited(sdp, edit) }, code: `{ type: "${type}", sdp: ${editedCode(code, edit)} }` };
}

function codeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === undefined ? "undefined" : JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${key}: ${JSON.stringify(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
