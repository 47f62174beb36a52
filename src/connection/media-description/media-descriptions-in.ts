import type { Connection } from "../connection.ts";
import { type MediaDescriptions, noMediaDescriptions } from "./media-description.ts";
import { readMediaDescriptions } from "./read-media-descriptions.ts";

/** What a connection needs to know of a description's m= sections: nothing, where only its signaling is followed. */
export function mediaDescriptionsIn(
  { options, session }: Pick<Connection, "options" | "session">,
  sdp: string,
): MediaDescriptions {
  return options.readsMedia ? readMediaDescriptions(sdp, session.options) : noMediaDescriptions;
}
