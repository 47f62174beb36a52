import type { TraceEvent } from "../oracle/evidence/trace-event.ts";
import { knownSecrets } from "./known-secrets.ts";
import { withoutSdpLines } from "./quoted-sdp.ts";
import { secretsIn } from "./sdp-secrets.ts";
import type { Trace } from "./trace.ts";

/** Takes out of texts what must not go into a ticket. */
export interface Redactor {
  /** Learns the addresses and credentials of the description that an event has. */
  learn(event: TraceEvent): void;
  redact(text: string): string;
}

/**
 * A function that takes out of a text what must not go into a ticket: addresses, and the ICE credentials of the
 * trace's descriptions, wherever an implementation's message repeats them.
 */
export function redactorFor(trace: Trace): (text: string) => string {
  const { learn, redact } = createRedactor();
  for (const { events } of trace.connections) for (const event of events) learn(event);
  return redact;
}

/** A redactor that has learned nothing yet. */
export function createRedactor(): Redactor {
  const secrets = knownSecrets();
  let last = "";
  return {
    learn(event) {
      const sdp = sdpOf(event);
      // What was created is set, and comes back with the success.
      if (sdp === null || sdp === last) return;
      last = sdp;
      for (const secret of secretsIn(sdp)) secrets.add(secret);
    },
    redact: (text) => withoutPatterns(withoutSdpLines(withoutParsedLine(secrets.hidden(text, hidden)), hidden)),
  };
}

const hidden = "[hidden]";

// The words of a parser quote the line that it stumbled over, whatever that is; its fixed words about it stay.
function withoutParsedLine(text: string): string {
  return text.replace(
    /(Failed to parse SessionDescription\b\.?).*?(?= (?:Expect line: [a-z]=|Invalid SDP line\.|Expects (?:at least )?\d{1,3} fields\.)$|$)/gs,
    `$1 ${hidden}`,
  );
}

// What repeats is bounded, or is not tried again from its middle: time is linear in the text.
const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /((?:ufrag|pwd|\b(?:password|credential|inline|turns?|stuns?))["'\\]{0,4} {0,4}[:=] *["'\\]{0,4})[^\s"'\\]+/gi,
    `$1${hidden}`,
  ],
  // The extension of a candidate, not the words "ice-ufrag and".
  [/(?<!-)\bufrag +\S+/gi, `ufrag ${hidden}`],
  [/\bcandidate:.*/gi, `candidate:${hidden}`],
  [/\b(IN IP[46]) +[^\s/]+/g, `$1 ${hidden}`],
  [/\d{1,3}(?:\.\d{1,3}){3}/g, hidden],
  // Not pc.localDescription.
  [/(?<![\w-])[\w-]+\.local(?![a-z])/gi, hidden],
];

function withoutPatterns(text: string): string {
  const redacted = patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  return redacted.replace(/[\da-f:]+(?:%\w{1,32})?/gi, (run, at: number) => {
    const isInWord = /\w/.test(redacted.slice(Math.max(0, at - 1), at));
    return isIpv6(run, isInWord) ? hidden : run;
  });
}

/** Is it an address, or a fingerprint? Names of C++ have colons, too: in a word, digits must show it. */
function isIpv6(run: string, isInWord: boolean): boolean {
  const colons = run.split(":").length - 1;
  return colons >= 2 && (!isInWord || /\d/.test(run)) && /[\da-f]/i.test(run);
}

function sdpOf(event: TraceEvent): string | null {
  const description = "description" in event ? event.description : null;
  if (typeof description !== "object" || description === null || !("sdp" in description)) return null;
  return typeof description.sdp === "string" ? description.sdp : null;
}
