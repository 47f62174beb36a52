import type { KnownSession } from "./known-session.ts";

/** What is known of the descriptions that the implementation created. */
export interface Creations {
  /** May the implementation have created an offer, an answer, that was not seen? Then none is called modified. */
  readonly unseen: Readonly<Record<"offer" | "answer", boolean>>;
  /** The SDP of the remote offer that the answer created last is for; null where no answer was created for one. */
  readonly answering: string | null;
}

/** All that was created was seen. */
export const noneUnseen: Creations["unseen"] = { offer: false, answer: false };

/** Whatever was created was not seen. */
export const allUnseen: Creations["unseen"] = { offer: true, answer: true };

/** The creations with a description of that type, seen to be created in that session. */
export function withCreation(
  { unseen, answering }: Creations,
  type: "offer" | "answer",
  { session }: KnownSession,
): Creations {
  const offered = session.pendingRemoteDescription?.sdp ?? null;
  return { unseen: { ...unseen, [type]: false }, answering: type === "answer" ? offered : answering };
}
