import type { SetDescription } from "../../session/apply.ts";
import { type DescriptionSlots, slotNames } from "../../signaling/description.ts";
import type { Connection } from "../connection.ts";
import type { Draft } from "../draft.ts";
import { type MediaDescriptions, noMediaDescriptions } from "../media-description/media-description.ts";
import { mediaDescriptionsIn } from "../media-description/media-descriptions-in.ts";

/** Stores what the slots' descriptions say, once the session has moved them. Gives what the newly set one says. */
export function storeMediaDescriptions(
  draft: Draft,
  slotsBefore: DescriptionSlots,
  { type, sdp }: SetDescription,
): MediaDescriptions {
  const { session, mediaDescriptions, options } = draft;
  if (!options.readsMedia) return noMediaDescriptions;
  const known = new Map<string | undefined, MediaDescriptions | null>();
  for (const name of slotNames) known.set(slotsBefore[name]?.sdp, mediaDescriptions[name]);
  known.set(undefined, null);
  const set = type === "rollback" ? noMediaDescriptions : (known.get(sdp) ?? mediaDescriptionsIn(draft, sdp));
  if (type !== "rollback") known.set(sdp, set);
  const after = slotNames.map((name) => [name, known.get(session[name]?.sdp) ?? null]);
  draft.mediaDescriptions = Object.freeze(Object.fromEntries(after) as Connection["mediaDescriptions"]);
  return set;
}
