import type { Draft } from "../draft.ts";
import { iceCredentialsOf, noMediaDescriptions } from "../media-description/media-description.ts";

/**
 * Once an exchange is complete, the ICE credentials that were to be replaced are forgotten, where the local description
 * has none of them any more.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function forgetReplacedCredentials(draft: Draft): void {
  const { localIceCredentialsToReplace: toReplace, mediaDescriptions } = draft;
  if (toReplace.length === 0) return;
  const present = new Set(
    iceCredentialsOf(mediaDescriptions.currentLocalDescription ?? noMediaDescriptions).map((credentials) =>
      JSON.stringify(credentials),
    ),
  );
  if (toReplace.some((credentials) => present.has(JSON.stringify(credentials)))) return;
  draft.localIceCredentialsToReplace = Object.freeze([]);
}
