/** A change made to a description's SDP, as data: what is replaced by what, one after the other. */
export interface SdpEdit {
  readonly name: string;
  readonly replacements: readonly (readonly [pattern: RegExp, replacement: string])[];
}

/** What is no SDP at all. */
export const notSdp: readonly string[] = ["garbage", ""];

/** Changes that break a description, or make it another. What becomes of it is the oracle's to say. */
export const sdpEdits: readonly SdpEdit[] = [
  { name: "no v= line", replacements: [[/^v=0\r\n/, ""]] },
  { name: "a line that is none", replacements: [[/^t=.*\r\n/m, "$&nonsense\r\n"]] },
  { name: "an unreadable fingerprint", replacements: [[/^a=fingerprint:.*$/m, "a=fingerprint:nonsense"]] },
  { name: "no ice-ufrag", replacements: [[/^a=ice-ufrag:.*\r\n/gm, ""]] },
  { name: "no setup", replacements: [[/^a=setup:.*\r\n/gm, ""]] },
  { name: "setup holdconn", replacements: [[/^a=setup:.*$/gm, "a=setup:holdconn"]] },
  { name: "every mid in two BUNDLE groups", replacements: [[/^a=group:BUNDLE.*$/m, "$&\r\n$&"]] },
  {
    name: "other mids",
    replacements: [
      [/^(a=group:BUNDLE) .*$/m, "$1 other"],
      [/^a=mid:.*$/m, "a=mid:other"],
    ],
  },
  {
    name: "no m= sections",
    replacements: [
      [/^a=group:.*\r\n/m, ""],
      [/^m=[\s\S]*$/m, ""],
    ],
  },
];

/** A line that changes nothing but the SDP: what a local description must not be. */
export const munging: SdpEdit = { name: "munged", replacements: [[/$/, "a=x-munged:1\r\n"]] };

/** What makes an answer of an offer, where no real one is at hand. */
export const answering: SdpEdit = { name: "as an answer", replacements: [[/^a=setup:actpass$/gm, "a=setup:active"]] };

/** The SDP as the edit leaves it. */
export function edited(sdp: string, { replacements }: SdpEdit): string {
  return replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), sdp);
}

/** The same, in code. */
export function editedCode(code: string, { replacements }: SdpEdit): string {
  const calls = replacements.map(([pattern, replacement]) => `.replace(${pattern}, ${JSON.stringify(replacement)})`);
  return `${code}${calls.join("")}`;
}
