const longest = 160;

/** What Chromium begins its messages with, whatever is wrong. */
const beginning = /^Failed to execute '\w+' on 'RTCPeerConnection': /;

/** What could identify a run or a machine, and what stands for it. Their order matters: a UUID has digits. */
const variable: readonly (readonly [RegExp, string])[] = [
  [/\b(?:[0-9A-F]{2}:){7,}[0-9A-F]{2}\b/gi, "<fingerprint>"],
  [/\{?\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b\}?/gi, "<id>"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, "<address>"],
  [/\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\b/gi, "<address>"],
  [/\b\d{6,}\b/g, "<number>"],
];

/** A browser's message on one line, without what differs from run to run, and not too long for a table. */
export function shortenedMessage(message: string): string {
  const first = message
    .replace(beginning, "")
    .replace(/[\s\0]+/g, " ")
    .trim();
  const text = variable.reduce((shorter, [pattern, by]) => shorter.replace(pattern, by), first);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
