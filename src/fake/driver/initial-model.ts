import type { Connection } from "../../connection/connection.ts";
import { defaultConnectionOptions } from "../../connection/options.ts";
import type { Revision } from "../../connection/revision.ts";
import { initialSession } from "../../session/initial-session.ts";
import { defaultOptions } from "../../session/options.ts";
import type { Profile } from "../../signaling/profile.ts";
import { capabilities } from "../rtp/capabilities.ts";

/** The texts that hold for connections. */
export interface Texts {
  readonly profile: Profile;
  readonly revision: Revision;
}

/** What every connection of a world begins with: an empty session, and by which texts it goes on. */
export type InitialModel = Pick<Connection, "session" | "options">;

/** Of connections for which those texts hold; default webrtc-pc's of today. */
export function initialModel({ profile, revision }: Partial<Texts> = {}): InitialModel {
  const { profile: usual, ...others } = defaultOptions;
  return {
    // The rtcpMuxPolicy "require", which the session has by default, is the only one.
    session: initialSession({ ...others, profile: profile ?? usual }),
    options: Object.freeze({
      ...defaultConnectionOptions,
      capabilities,
      revision: revision ?? defaultConnectionOptions.revision,
    }),
  };
}
