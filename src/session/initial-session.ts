import { noDescriptions } from "../signaling/description.ts";
import type { ResolvedOptions } from "./options.ts";
import { makeSession, type Session } from "./session.ts";

/** A new session with those options. */
export function initialSession(options: ResolvedOptions): Session {
  return makeSession({
    signalingState: "stable",
    ...noDescriptions,
    lastCreatedOffer: "",
    lastCreatedAnswer: "",
    options,
  });
}
