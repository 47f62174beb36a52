// Deviations of these stacks that were found independently of this exploration, which does not know them. A run that misses
// one has not explored enough, or the stack has changed; in that case remove its line.

/** A deviation that a run must find. */
export interface ExpectedDeviation {
  readonly stack: string;
  readonly code: string;
  readonly what: string;
}

export const expectedDeviations: readonly ExpectedDeviation[] = [
  { stack: "wrtc", code: "refused-implicit-rollback", what: "no implicit rollback" },
  {
    stack: "firefox",
    code: "refused-remote-rollback-in-have-local-offer",
    what: "refuses the other side's rollback of a local offer",
  },
  {
    stack: "firefox",
    code: "refused-local-rollback-in-have-remote-offer",
    what: "refuses its own rollback of a remote offer",
  },
  { stack: "firefox", code: "refused-local-pranswer-in-have-remote-offer", what: "no provisional answers" },
  { stack: "firefox", code: "refused-remote-pranswer-in-have-local-offer", what: "no provisional answers" },
  {
    stack: "chromium",
    code: "wrong-error-sdp-syntax-error",
    what: "refuses a syntax error with an OperationError without a line",
  },
  { stack: "chromium", code: "wrong-state-sdp-syntax-error", what: "stays in have-local-offer after a broken offer" },
  { stack: "werift", code: "applied-sdp-syntax-error", what: "accepts text that is not SDP" },
  {
    stack: "werift",
    code: "applied-local-rollback-in-have-local-pranswer",
    what: "rolls back from have-local-pranswer",
  },
  { stack: "aiortc", code: "wrong-state-local-rollback-in-have-local-offer", what: "a rollback changes no state" },
  { stack: "aiortc", code: "wrong-state-remote-pranswer-in-have-local-offer", what: "a pranswer changes no state" },
  { stack: "pion", code: "refused-local-rollback-in-have-local-offer", what: "no rollback" },
];
