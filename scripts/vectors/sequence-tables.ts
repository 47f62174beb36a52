import type { ProfileName } from "../../src/entries/index.ts";
import { modificationTables } from "./sequence-tables-modification.ts";
import { rollbackTables } from "./sequence-tables-rollback.ts";

/** Calls with the verdict on each, the same in all these profiles. */
export interface NamedSequence {
  readonly name: string;
  readonly profiles: readonly (ProfileName | "everything allowed")[];
  readonly table: string;
}

const all = ["webrtc-pc", "rfc9429", "legacy"] as const;

// The profiles differ in none of these.
const inEveryProfile: Readonly<Record<string, string>> = {
  "without-sdp/what-was-created-is-set": `
    local              | create offer
    offer created LO   | applied stable
    local              | applied have-local-offer
    local              | applied have-local-offer
    local offer        | applied have-local-offer
    remote pranswer RP | applied have-remote-pranswer
    local              | InvalidStateError offer-in-wrong-state
    remote answer RA   | applied stable
    local              | create offer
    remote offer RO    | applied have-remote-offer
    local              | create answer
    local pranswer     | create answer
    local offer        | InvalidStateError create-offer-in-wrong-state
    answer created LA  | applied have-remote-offer
    local pranswer     | applied have-local-pranswer
    local answer       | applied stable`,
  "without-sdp/nothing-created": `
    local answer       | InvalidStateError create-answer-in-wrong-state
    local pranswer     | InvalidStateError create-answer-in-wrong-state
    local offer        | create offer
    offer created LO   | applied stable
    local              | applied have-local-offer
    offer created      | applied have-local-offer
    local              | create offer
    local answer       | InvalidStateError create-answer-in-wrong-state
    remote pranswer RP | applied have-remote-pranswer
    local              | InvalidStateError create-offer-in-wrong-state
    local answer       | InvalidStateError create-answer-in-wrong-state
    close              | applied closed
    local              | InvalidStateError connection-closed`,
};

// Nor in these, which are in the default profile alone to keep the vectors small.
const inOneProfile: Readonly<Record<string, string>> = {
  "close/keeps-everything-and-refuses-every-later-call": `
    remote offer R1    | applied have-remote-offer
    answer created L1  | applied have-remote-offer
    local              | applied stable
    offer created L2   | applied stable
    local              | applied have-local-offer
    remote pranswer P2 | applied have-remote-pranswer
    close              | applied closed
    close              | applied closed
    local              | InvalidStateError connection-closed
    local offer L2     | InvalidStateError connection-closed
    local offer munged | InvalidStateError connection-closed
    local rollback     | InvalidStateError connection-closed
    remote answer RA   | InvalidStateError connection-closed
    remote rollback    | InvalidStateError connection-closed
    offer created L3   | InvalidStateError connection-closed
    answer created     | InvalidStateError connection-closed`,
  "created/discarded-and-created-again": `
    offer created L1   | applied stable
    offer created      | applied stable
    local              | create offer
    offer created L2   | applied stable
    offer created L3   | applied stable
    local              | applied have-local-offer
    offer created L4   | applied have-local-offer
    answer created LA  | InvalidStateError create-answer-in-wrong-state
    local              | applied have-local-offer
    remote answer RA   | applied stable
    local              | create offer`,
  "created/a-replaced-remote-offer-makes-the-answer-stale": `
    answer created LA  | InvalidStateError create-answer-in-wrong-state
    remote offer R1    | applied have-remote-offer
    offer created LO   | InvalidStateError create-offer-in-wrong-state
    answer created A1  | applied have-remote-offer
    remote offer R2    | applied have-remote-offer
    answer created     | applied have-remote-offer
    local              | create answer
    answer created A2  | applied have-remote-offer
    local              | applied stable`,
  "pranswer/remote-chain": `
    offer created LO   | applied stable
    local              | applied have-local-offer
    remote pranswer P1 | applied have-remote-pranswer
    remote pranswer P2 | applied have-remote-pranswer
    local offer LO     | InvalidStateError offer-in-wrong-state
    remote offer RO    | InvalidStateError offer-in-wrong-state
    remote answer RA   | applied stable
    remote pranswer P3 | InvalidStateError pranswer-in-wrong-state`,
  "pranswer/local-chain": `
    remote offer RO    | applied have-remote-offer
    answer created A1  | applied have-remote-offer
    local pranswer     | applied have-local-pranswer
    answer created A2  | applied have-local-pranswer
    local pranswer A2  | applied have-local-pranswer
    remote offer RP    | InvalidStateError offer-in-wrong-state
    remote answer RA   | InvalidStateError answer-in-wrong-state
    local              | applied stable`,
  "renegotiation/both-directions": `
    offer created L1   | applied stable
    local              | applied have-local-offer
    remote answer R1   | applied stable
    remote offer R2    | applied have-remote-offer
    answer created L2  | applied have-remote-offer
    local answer L2    | applied stable
    offer created L3   | applied stable
    local offer L3     | applied have-local-offer
    remote pranswer P3 | applied have-remote-pranswer
    remote answer R3   | applied stable`,
  "refused/answer-set-twice": `
    offer created LO   | applied stable
    local              | applied have-local-offer
    remote answer RA   | applied stable
    remote answer RA   | InvalidStateError answer-in-wrong-state
    remote pranswer RP | InvalidStateError pranswer-in-wrong-state
    remote rollback    | InvalidStateError rollback-in-wrong-state`,
};

/** The sequences by hand, profile by profile where the profiles part. */
export const sequenceTables: readonly NamedSequence[] = [
  ...Object.entries(inEveryProfile).map(([name, table]) => ({ name, profiles: all, table })),
  ...Object.entries(inOneProfile).map(([name, table]) => ({ name, profiles: ["webrtc-pc"] as const, table })),
  ...rollbackTables,
  ...modificationTables,
];
