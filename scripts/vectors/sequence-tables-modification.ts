import type { NamedSequence } from "./sequence-tables.ts";

/** Local descriptions that are not what was created, legal in their state and illegal there. */
export const modificationTables: readonly NamedSequence[] = [
  {
    name: "modification/looked-for-before-the-state",
    profiles: ["webrtc-pc"],
    table: `
      local offer munged    | InvalidModificationError local-description-modified
      local answer munged   | InvalidModificationError local-description-modified
      local rollback munged | InvalidStateError rollback-in-wrong-state
      offer created LO      | applied stable
      local offer lo        | InvalidModificationError local-description-modified
      local offer LO        | applied have-local-offer
      local offer munged    | InvalidModificationError local-description-modified
      local pranswer munged | InvalidModificationError local-description-modified
      remote rollback       | applied stable
      remote offer munged   | applied have-remote-offer
      local offer munged    | InvalidModificationError local-description-modified
      local offer LO        | InvalidStateError offer-in-wrong-state
      local answer LO       | InvalidModificationError local-description-modified
      answer created LA     | applied have-remote-offer
      local offer LA        | InvalidModificationError local-description-modified
      local pranswer munged | InvalidModificationError local-description-modified
      local pranswer LA     | applied have-local-pranswer
      local answer munged   | InvalidModificationError local-description-modified
      local answer LA       | applied stable
      local offer LO        | InvalidModificationError local-description-modified`,
  },
  {
    name: "modification/looked-for-after-the-state",
    profiles: ["rfc9429"],
    table: `
      local offer munged    | InvalidModificationError local-description-modified
      local answer munged   | InvalidStateError answer-in-wrong-state
      local rollback munged | InvalidStateError rollback-in-wrong-state
      offer created LO      | applied stable
      local offer lo        | InvalidModificationError local-description-modified
      local offer LO        | applied have-local-offer
      local offer munged    | InvalidModificationError local-description-modified
      local pranswer munged | InvalidStateError pranswer-in-wrong-state
      remote rollback       | applied stable
      remote offer munged   | applied have-remote-offer
      local offer munged    | InvalidStateError offer-in-wrong-state
      local offer LO        | InvalidStateError offer-in-wrong-state
      local answer LO       | InvalidModificationError local-description-modified
      answer created LA     | applied have-remote-offer
      local offer LA        | InvalidStateError offer-in-wrong-state
      local pranswer munged | InvalidModificationError local-description-modified
      local pranswer LA     | applied have-local-pranswer
      local answer munged   | InvalidModificationError local-description-modified
      local answer LA       | applied stable
      local offer LO        | InvalidModificationError local-description-modified`,
  },
  {
    name: "modification/not-looked-for",
    profiles: ["legacy"],
    table: `
      local answer munged   | InvalidStateError answer-in-wrong-state
      local rollback munged | InvalidStateError rollback-in-wrong-state
      local offer munged    | applied have-local-offer
      offer created LO      | applied have-local-offer
      local offer munged    | applied have-local-offer
      local offer           | applied have-local-offer
      local pranswer munged | InvalidStateError pranswer-in-wrong-state
      remote rollback       | applied stable
      remote offer munged   | applied have-remote-offer
      local offer munged    | InvalidStateError offer-in-wrong-state
      local pranswer munged | applied have-local-pranswer
      answer created LA     | applied have-local-pranswer
      local answer munged   | applied stable`,
  },
];
