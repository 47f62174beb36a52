import type { BaseName } from "./page/bases.ts";
import type { ChangeName } from "./page/changes.ts";
import type { Edit } from "./sdp-edit.ts";

/** On what a description is set. */
export const situations = [
  "remote offer",
  "remote answer",
  "remote pranswer",
  "remote answer after a pranswer",
  "remote re-offer",
  "remote re-answer",
  "remote re-answer after a pranswer",
  "remote offer that replaces an offer",
  "local offer",
  "local answer",
  "local re-offer",
  "local re-answer",
] as const;

/** A new peer connection (offer, answer), or one with a completed negotiation (re-offer, re-answer). */
export type Situation = (typeof situations)[number];

/** One edit of a real description that breaks one rule, and on what the outcome is set. */
export interface Breach {
  /** Begins with its rule. */
  readonly id: string;
  /** The id of a rule in `sdpRules`. */
  readonly rule: string;
  /** What is wrong with the description, in half a sentence. */
  readonly title: string;
  readonly on: Situation;
  readonly base: BaseName;
  /** What is done between the negotiation and the offer that follows it. */
  readonly change?: ChangeName;
  /** An edit of the offer that the judged description answers; both sides see the offer so. */
  readonly offer?: Edit;
  readonly edit: Edit;
  /**
   * Why the specifications allow it. The rule must let it pass; what browsers say to it is kept all the same, because the
   * rule once refused it or because its neighbour is refused.
   */
  readonly allowed?: string;
  /** Rules that the description breaks besides, and cannot but break. */
  readonly besides?: readonly string[];
}

/** What a breach has beside its id, its title and its edit. */
export type BreachDetails = Partial<Omit<Breach, "id" | "title" | "edit">>;

/** Makes a breach of the rule that its id begins with. */
export type MakeBreach = (id: string, title: string, edit: Edit, details?: BreachDetails) => Breach;

/** Makes breaches that are set in that situation, on the widest base, where the details do not say otherwise. */
export function breachesOn(on: Situation): MakeBreach {
  return (id, title, edit, details = {}) => {
    const rule = id.split("-", 1)[0] ?? "";
    return { id, rule, title, on, base: "audio, video and data", edit, ...details };
  };
}
