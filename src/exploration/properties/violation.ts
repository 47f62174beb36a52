/** A property that did not hold. */
export interface Violation {
  readonly property: PropertyName;
  readonly message: string;
}

/** What has to hold: in every step, and at every rest. */
export const properties = {
  "no-unexpected-error": "no error reaches the negotiator that its code does not expect",
  "settled-once": "a promise is settled once, and none once the connection is closed",
  "failure-changes-nothing": "a failed operation changes nothing",
  "rollback-restores": "a rollback restores everything",
  "no-throw": "no call of the application throws",
  "both-stable": "at rest, both peers are stable",
  "sections-agree": "at rest, both have the same m= sections, directions and rejections",
  "no-negotiation-needed": "at rest, neither peer needs negotiation",
  "no-promise-forgotten": "at rest, no promise of an open connection is pending",
  "no-candidate-lost": "at rest, every candidate that was surfaced for a description in use was added at the other end",
  "comes-to-rest": "from every state, a rest can be reached",
} as const satisfies Record<string, string>;

export type PropertyName = keyof typeof properties;

/** What an exploration has to show, else it proves little. */
export const sights = [
  "glare",
  "implicit rollback",
  "ignored offer",
  "rejected m= section",
  "ICE restart inside a glare",
  "close with calls under way",
] as const;

export type Sight = (typeof sights)[number];
