/** A change made to a description's SDP, as data: replacements, made one after the other. */
export interface SdpEdit {
  readonly name: string;
  readonly replacements: readonly (readonly [pattern: RegExp, replacement: string])[];
}

/** Texts that are not SDP at all. */
export const notSdp: readonly string[] = ["garbage", ""];

/** Changes that break a description, or make it another one. The oracle says what each of them must lead to. */
export const sdpEdits: readonly SdpEdit[] = [
  { name: "no v= line", replacements: [[/^v=0\r\n/, ""]] },
  { name: "a malformed line", replacements: [[/^t=.*\r\n/m, "$&nonsense\r\n"]] },
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

/** Adds a line that is valid and changes nothing but the text: a local description must not be modified even so. */
export const munging: SdpEdit = { name: "munged", replacements: [[/$/, "a=x-munged:1\r\n"]] };

/** Makes an answer from an offer, where no real answer is at hand. */
export const answering: SdpEdit = { name: "as an answer", replacements: [[/^a=setup:actpass$/gm, "a=setup:active"]] };

/** The SDP with the edit made. */
export function edited(sdp: string, { replacements }: SdpEdit): string {
  return replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), sdp);
}

/** The code that makes the edit to what `code` refers to. */
export function editedCode(code: string, { replacements }: SdpEdit): string {
  const calls = replacements.map(([pattern, replacement]) => `.replace(${pattern}, ${JSON.stringify(replacement)})`);
  return `${code}${calls.join("")}`;
}
