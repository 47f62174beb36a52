import { descriptionTypeIn, messageName } from "../../../src/testing/explore/side/message.ts";

/** What a message carries: a description of that type, a candidate, or something else. */
export type MessageKind = "offer" | "answer" | "pranswer" | "rollback" | "candidate" | "other";

/** The kind of a message that is under way. */
export function kindOfMessage(message: string): MessageKind {
  return (descriptionTypeIn(message) as MessageKind | null) ?? kindOfName(messageName(message));
}

/** The kind of a message by the name that a trace gives it. */
export function kindOfName(name: string): MessageKind {
  if (/^(offer|answer|pranswer|rollback)$/.test(name)) return name as MessageKind;
  return name === "candidate" || name === "end of candidates" ? "candidate" : "other";
}
