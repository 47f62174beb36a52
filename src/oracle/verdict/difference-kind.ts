/** The kinds of differences between what an implementation did and what the specification says. */
export type DifferenceKind =
  | "applied"
  | "refused"
  | "unsettled"
  | "wrong-error"
  | "wrong-line"
  | "wrong-state"
  | "wrong-slot"
  | "changed-sdp"
  | "wrong-events"
  | "settled-after-close"
  // Of connections whose calls overlap.
  | "wrong-order"
  | "wrong-value"
  | "wrong-transceivers"
  | "wrong-mid"
  | "wrong-direction"
  | "wrong-current-direction"
  | "wrong-streams"
  | "missing-event"
  | "unexpected-event";
