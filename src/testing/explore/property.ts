/** What has to hold of the code, and in between of the fake, in every state or at every rest. */
export const codeProperties = {
  "no-invalid-state-error":
    "no call that creates or sets a description is refused for the state that the connection is in",
  "no-unhandled-error": "no exception or rejection goes unhandled, and the code prints none",
  "settled-once": "a promise is settled once, and none once the connection is closed",
  "rollback-restores": "a rollback restores everything",
  "both-stable": "at rest, both sides are stable",
  "sections-agree": "at rest, both sides have the same m= sections, directions and rejections",
  "no-negotiation-needed": "at rest, neither side needs negotiation",
  "no-promise-forgotten": "at rest, no promise of an open connection is pending",
  "no-candidate-lost": "at rest, every candidate that was surfaced for a description in use was added at the other end",
  "comes-to-rest": "from every state, a rest can be reached",
} as const satisfies Readonly<Record<string, string>>;

/** The name of a property: one of these, or of one's own. */
export type CodePropertyName = keyof typeof codeProperties | (string & {});

/** What an exploration should have seen, else it proves little. */
export const codeSights = [
  "rest",
  "glare",
  "ignored offer",
  "implicit rollback",
  "rejected m= section",
  "ICE restart inside a glare",
  "close with calls under way",
] as const;
