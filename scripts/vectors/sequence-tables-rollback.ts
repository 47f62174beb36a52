import type { NamedSequence } from "./sequence-tables.ts";

/** Rollback, asked for and implicit. */
export const rollbackTables: readonly NamedSequence[] = [
  {
    name: "rollback/keeps-the-last-exchange",
    profiles: ["webrtc-pc"],
    table: `
      offer created L1   | applied stable
      local              | applied have-local-offer
      local rollback     | applied stable
      local rollback     | InvalidStateError rollback-in-wrong-state
      local              | applied have-local-offer
      remote answer R1   | applied stable
      offer created L2   | applied stable
      local              | applied have-local-offer
      remote rollback    | applied stable
      remote rollback    | InvalidStateError rollback-in-wrong-state
      remote offer R2    | applied have-remote-offer
      answer created L3  | applied have-remote-offer
      remote rollback    | applied stable
      remote offer R3    | applied have-remote-offer
      local rollback X   | applied stable
      local              | applied have-local-offer`,
  },
  {
    name: "rollback/from-a-provisional-answer",
    profiles: ["webrtc-pc", "legacy"],
    table: `
      offer created LO   | applied stable
      local              | applied have-local-offer
      remote pranswer RP | applied have-remote-pranswer
      local rollback     | InvalidStateError rollback-from-pranswer
      remote rollback    | InvalidStateError rollback-from-pranswer
      remote answer RA   | applied stable
      remote offer RO    | applied have-remote-offer
      answer created LA  | applied have-remote-offer
      local pranswer     | applied have-local-pranswer
      local rollback     | InvalidStateError rollback-from-pranswer
      remote rollback    | InvalidStateError rollback-from-pranswer`,
  },
  {
    name: "rollback/from-a-provisional-answer",
    profiles: ["rfc9429", "everything allowed"],
    table: `
      offer created LO   | applied stable
      local              | applied have-local-offer
      remote pranswer RP | applied have-remote-pranswer
      local rollback     | applied stable
      local              | applied have-local-offer
      remote pranswer RP | applied have-remote-pranswer
      remote rollback    | applied stable
      remote offer RO    | applied have-remote-offer
      answer created LA  | applied have-remote-offer
      local pranswer     | applied have-local-pranswer
      local rollback     | applied stable
      remote offer RO    | applied have-remote-offer
      local pranswer     | applied have-local-pranswer
      remote rollback    | applied stable`,
  },
  {
    name: "implicit-rollback/goes-on",
    profiles: ["webrtc-pc", "everything allowed"],
    table: `
      offer created L1   | applied stable
      local              | applied have-local-offer
      remote offer R1    | applied have-remote-offer
      answer created A1  | applied have-remote-offer
      local              | applied stable
      offer created L2   | applied stable
      local              | applied have-local-offer
      remote offer R2    | applied have-remote-offer
      remote rollback    | applied stable
      local offer L2     | applied have-local-offer
      remote answer RA   | applied stable`,
  },
  {
    name: "implicit-rollback/refused-from-a-provisional-answer",
    profiles: ["webrtc-pc"],
    table: `
      offer created LO   | applied stable
      local              | applied have-local-offer
      remote pranswer RP | applied have-remote-pranswer
      remote offer RO    | InvalidStateError offer-in-wrong-state
      remote answer RA   | applied stable
      remote offer RO    | applied have-remote-offer
      answer created LA  | applied have-remote-offer
      local pranswer     | applied have-local-pranswer
      remote offer RO    | InvalidStateError offer-in-wrong-state`,
  },
  {
    name: "implicit-rollback/goes-on-from-a-provisional-answer",
    profiles: ["everything allowed"],
    table: `
      offer created LO   | applied stable
      local              | applied have-local-offer
      remote pranswer RP | applied have-remote-pranswer
      remote offer RO    | applied have-remote-offer
      answer created LA  | applied have-remote-offer
      local pranswer     | applied have-local-pranswer
      remote offer RQ    | applied have-remote-offer`,
  },
  {
    name: "implicit-rollback/there-is-none",
    profiles: ["rfc9429", "legacy"],
    table: `
      offer created LO   | applied stable
      local              | applied have-local-offer
      remote offer RO    | InvalidStateError offer-in-wrong-state
      local rollback     | applied stable
      remote offer RO    | applied have-remote-offer`,
  },
];
