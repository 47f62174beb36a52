export { type Followed, finishFollowing, follow } from "./follow.ts";
export { type Following, startFollowing } from "./following.ts";
export type { Expected, Observed, Verdict } from "./judge.ts";
export { resynchronise } from "./resynchronise.ts";
export type { Cause, Step } from "./step.ts";
export type { CallName, TraceEvent } from "./trace-event.ts";
