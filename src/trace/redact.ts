import type { Trace } from "./trace.ts";

/**
 * A function that takes out of a text what must not go into a ticket: addresses, and the ICE credentials of the
 * trace's descriptions, wherever an implementation's message repeats them.
 */
export function redactorFor(trace: Trace): (text: string) => string {
  const credentials = new Set(trace.connections.flatMap(({ events }) => events.flatMap(credentialsOf)));
  const hideCredential = (token: string) => (credentials.has(token) ? hidden : token);
  return (text) =>
    patterns
      .reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text)
      .replace(/[\w+/#=-]{4,}/g, hideCredential)
      .replace(/[\w+/]{4,}/g, hideCredential);
}

const hidden = "[hidden]";

// What repeats is bounded, or is not tried again from its middle: time is linear in the text.
const patterns: readonly (readonly [RegExp, string])[] = [
  // The words of a parser quote the line that it stumbled over, whatever that is.
  [/(Failed to parse SessionDescription\b\.?).*?(?= Expect line: [a-z]=$|$)/gs, `$1 ${hidden}`],
  // From where a line of SDP begins.
  [/(?<![\w-])([a-z])= ?[^\s"'].*/g, `$1=${hidden}`],
  [/\b(ufrag|pwd|password|inline|turns?|stuns?)([:=] *)[^\s"']+/gi, `$1$2${hidden}`],
  // The extension of a candidate, not the words "ice-ufrag and".
  [/(?<!-)\bufrag +\S+/gi, `ufrag ${hidden}`],
  [/\bcandidate:.*/gi, `candidate:${hidden}`],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, hidden],
  [/(?<!\w)[\da-f]{0,4}(?::[\da-f]{0,4}){2,64}(?:%\w{1,32})?(?![\w:])/gi, hidden],
  [/(?<![\w-])[\w-]{1,64}\.local\b/gi, hidden],
];

function credentialsOf(event: Trace["connections"][number]["events"][number]): string[] {
  const description = "description" in event ? event.description : null;
  if (typeof description !== "object" || description === null || !("sdp" in description)) return [];
  const { sdp } = description;
  if (typeof sdp !== "string") return [];
  return [...sdp.matchAll(/^a=ice-(?:ufrag|pwd):(.*)$/gm)].map(([, value]) => (value ?? "").trim());
}
