/**
 * A message as the text that is on its way: a string as it is, all else as JSON. A first letter tells them apart.
 *
 * @throws TypeError where JSON cannot carry it
 */
export function encodeMessage(message: unknown): string {
  if (typeof message === "string") return `s${message}`;
  return `j${JSON.stringify(message) ?? "null"}`;
}

/** The message as it arrives: a copy of its own. */
export function decodeMessage(text: string): unknown {
  return text.startsWith("s") ? text.slice(1) : JSON.parse(text.slice(1));
}

const candidateNames = ["candidate", "end of candidates"] as const;

/** Is that the name of a message that carries a candidate, or the end of them? */
export function isCandidateName(name: string): boolean {
  return candidateNames.some((other) => other === name);
}

/** What a message is about, in a few words: the type of the description in it, wherever it is. */
export function messageName(text: string): string {
  const type = descriptionTypeIn(text);
  if (type !== null) return type;
  if (/candidate/.test(text)) return candidateNames[/candidate[\\"]*:[\\"]*candidate:/.test(text) ? 0 : 1];
  const short = text.slice(1);
  return short.length > 40 ? `${short.slice(0, 39)}…` : short;
}

/** The type of the description that a message carries; null where it carries none. */
export function descriptionTypeIn(text: string): string | null {
  return /"type\\*"\s*:\s*\\*"(offer|pranswer|answer|rollback)\\*"/.exec(text)?.[1] ?? null;
}
