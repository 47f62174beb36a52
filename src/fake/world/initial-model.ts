import type { Connection } from "../../connection/connection.ts";
import { defaultConnectionOptions } from "../../connection/options.ts";
import { initialSession } from "../../session/initial-session.ts";
import { defaultOptions } from "../../session/options.ts";
import type { Profile } from "../../signaling/profile.ts";
import { capabilities } from "../rtp/capabilities.ts";

/** What every connection of a world begins with: an empty session, and by which texts it goes on. */
export type InitialModel = Pick<Connection, "session" | "options">;

/** Of connections that judge descriptions by that profile; default webrtc-pc's. */
export function initialModel(profile: Profile = defaultOptions.profile): InitialModel {
  return {
    // The rtcpMuxPolicy "require", which the session has by default, is the only one.
    session: initialSession({ ...defaultOptions, profile }),
    options: Object.freeze({ ...defaultConnectionOptions, capabilities }),
  };
}
