/** What may go wrong, each once in a schedule; a slow createOffer() as often as there is one. */
export const faultNames = ["duplicate", "lose", "slow-create", "close"] as const;

/** A message that arrives twice, or never; a description whose creation other tasks overtake; a connection closed in between. */
export type ExploredFault = (typeof faultNames)[number];
