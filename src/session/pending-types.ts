import type { Description } from "../signaling/description.ts";
import type { SignalingState } from "../signaling/transition-table.ts";

/** The type of what a pending slot holds, or null where it is empty. */
export type PendingType = Description["type"] | null;

/** What the pending slots hold in each state: the state means nothing else. Closing leaves them as they are. */
export const pendingTypes: Readonly<
  Record<Exclude<SignalingState, "closed">, { readonly local: PendingType; readonly remote: PendingType }>
> = {
  stable: { local: null, remote: null },
  "have-local-offer": { local: "offer", remote: null },
  "have-remote-offer": { local: null, remote: "offer" },
  "have-local-pranswer": { local: "pranswer", remote: "offer" },
  "have-remote-pranswer": { local: "offer", remote: "pranswer" },
};
