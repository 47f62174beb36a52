/** Which text of webrtc-pc holds, where texts of different dates differ. A plain value: build your own of the switches. */
export interface Revision {
  readonly name: string;
  /**
   * How the negotiation-needed flag is updated. "queue": at once, and a queued task fires the event; "chain-then-queue"
   * (#2405): an operation of the chain queues that task; "queue-then-chain" (#2478): a queued task chains the update;
   * "empty-chain" (#2509, today's): the update waits until the operations chain is empty.
   */
  readonly negotiationNeeded: "queue" | "chain-then-queue" | "queue-then-chain" | "empty-chain";
  /** Is the flag cleared before it is updated in stable, and the event fired in stable only? Since #2472, for #1332. */
  readonly clearsNegotiationNeeded: boolean;
  /** Are remote tracks processed again when a remote offer is rolled back? Since #2418, for #2396. */
  readonly rollbackProcessesRemoteTracks: boolean;
  /** Does a rollback restore `[[Receptive]]`? Proposed for #3081. */
  readonly rollbackRestoresReceptive: boolean;
  /**
   * Is a transceiver that was stopped before it was ever associated removed with the next answer? Undecided in #2838:
   * by today's text it needs negotiation for ever. The default removes it.
   */
  readonly removesNeverAssociated: boolean;
  /**
   * Are early candidates surfaced whose ICE generation no local description has? Undecided since #2367: the default
   * discards them when the others are released.
   */
  readonly surfacesAbandonedCandidates: boolean;
}

/** The names of the built-in revisions. */
export type RevisionName =
  | "today"
  | "before #2405"
  | "before #2472"
  | "before #2478"
  | "before #2509"
  | "before #2418"
  | "before #2838"
  | "surfacing abandoned candidates"
  | "with #3081";

/** The text followed. */
export const today: Revision = /* @__PURE__ */ Object.freeze({
  name: "today",
  negotiationNeeded: "empty-chain",
  clearsNegotiationNeeded: true,
  rollbackProcessesRemoteTracks: true,
  rollbackRestoresReceptive: false,
  removesNeverAssociated: true,
  surfacesAbandonedCandidates: false,
});

/**
 * The text followed, and earlier or proposed ones: each is today's, but for what that change touched.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export const revisions: Readonly<Record<RevisionName, Revision>> = /* @__PURE__ */ Object.freeze({
  today,
  "before #2405": revision("before #2405", { negotiationNeeded: "queue", clearsNegotiationNeeded: false }),
  "before #2472": revision("before #2472", { negotiationNeeded: "chain-then-queue", clearsNegotiationNeeded: false }),
  "before #2478": revision("before #2478", { negotiationNeeded: "chain-then-queue" }),
  "before #2509": revision("before #2509", { negotiationNeeded: "queue-then-chain" }),
  "before #2418": revision("before #2418", { rollbackProcessesRemoteTracks: false }),
  "before #2838": revision("before #2838", { removesNeverAssociated: false }),
  "surfacing abandoned candidates": revision("surfacing abandoned candidates", { surfacesAbandonedCandidates: true }),
  "with #3081": revision("with #3081", { rollbackRestoresReceptive: true }),
});

/* @__NO_SIDE_EFFECTS__ */
function revision(name: RevisionName, switches: Partial<Revision>): Revision {
  return Object.freeze({ ...today, ...switches, name });
}

const updates: readonly unknown[] = ["queue", "chain-then-queue", "queue-then-chain", "empty-chain"];

/** The revision of that name, or a frozen copy of one of the caller's own; null for anything else. */
export function resolveRevision(value: unknown): Revision | null {
  if (typeof value === "string") return Object.hasOwn(revisions, value) ? revisions[value as RevisionName] : null;
  // As it is, not as a copy: most connections come by here.
  if (value === today) return today;
  if (typeof value !== "object" || value === null) return null;
  const copy = { ...today };
  for (const key of Object.keys(today) as (keyof Revision)[]) {
    const member: unknown = (value as Revision)[key];
    const fits = key === "negotiationNeeded" ? updates.includes(member) : typeof member === typeof today[key];
    if (!fits) return null;
    Object.assign(copy, { [key]: member });
  }
  return Object.freeze(copy);
}
