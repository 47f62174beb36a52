import { callMessages } from "./call-messages.ts";
import type { KnownMessage } from "./known-message.ts";
import { sectionMessages } from "./section-messages.ts";
import { stateMessages } from "./state-messages.ts";
import { transportMessages } from "./transport-messages.ts";

/** Messages on one subject. */
export interface MessageGroup {
  readonly title: string;
  readonly messages: readonly KnownMessage[];
}

/** Every known message, by its subject. */
export const messageGroups: readonly MessageGroup[] = [
  { title: "The state does not allow the call", messages: stateMessages },
  { title: "The call is not possible", messages: callMessages },
  { title: "The SDP and its sections", messages: sectionMessages },
  { title: "The SDP and its transports", messages: transportMessages },
];

const knownMessages: readonly KnownMessage[] = messageGroups.flatMap(({ messages }) => messages);

/** The known messages about a rule on SDP. */
export function messagesOfRule(id: string): readonly KnownMessage[] {
  return knownMessages.filter(({ rules }) => rules.includes(id));
}

/** The known messages that a refusal with that code comes with. */
export function messagesOfCode(code: string): readonly KnownMessage[] {
  return knownMessages.filter(({ codes }) => codes.some((name) => name === code));
}

/**
 * The known message that a text holds, or that it is a part of: the one that most of the text agrees with; null where
 * none does. Case, quotation marks, colons and line ends make no difference.
 */
export function messageIn(text: string): KnownMessage | null {
  const searched = normalised(text);
  let best: { readonly message: KnownMessage; readonly length: number } | null = null;
  for (const message of knownMessages) {
    for (const wording of [message.message, ...message.also]) {
      const length = agreement(searched, wording);
      if (length > (best?.length ?? 0)) best = { message, length };
    }
  }
  return best?.message ?? null;
}

// Of a part of a message so much is needed, in UTF-16 code units: a word alone says too little.
const leastPart = 12;

/** How many code units a text and a wording agree in; 0 where neither holds the other. */
function agreement(text: string, wording: string): number {
  const pieces = normalised(wording)
    .split(/\{[^{}]*\}/)
    .map((piece) => piece.trim());
  if (holdsInOrder(text, pieces)) return pieces.join("").length;
  if (text.length < leastPart) return 0;
  return pieces.some((piece) => piece.includes(text)) ? text.length / 2 : 0;
}

function holdsInOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, from);
    if (found === -1) return false;
    from = found + piece.length;
  }
  return true;
}

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/["'`“”‘’:]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "")
    .trim();
}
