import { success } from "../../result.ts";
import { isClosed } from "../draft.ts";
import { iceCredentialsOf, noMediaDescriptions } from "../media-description/media-description.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { returnFrom } from "../rejection/call-rejection.ts";
import type { ReadCall } from "./arguments/arguments.ts";

/** restartIce(): the next offer has to replace all credentials in use. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-restartice */
export const restartIce: ReadCall = () =>
  success((draft, call) => {
    const { currentLocalDescription, pendingLocalDescription } = draft.mediaDescriptions;
    const inUse = [currentLocalDescription, pendingLocalDescription].flatMap((description) =>
      iceCredentialsOf(description ?? noMediaDescriptions),
    );
    const each = new Map(inUse.map((credentials) => [JSON.stringify(credentials), credentials]));
    draft.localIceCredentialsToReplace = Object.freeze([...each.values()]);
    if (!isClosed(draft)) {
      markModified(draft);
      updateNegotiationNeededFlag(draft);
    }
    returnFrom(draft, call);
  });
