import type { ExploreOptions } from "../../../src/entries/testing.ts";

/** What is explored, without a statement of the example and with it. */
export interface Setting {
  readonly name: string;
  readonly withCandidates: boolean;
  readonly options: ExploreOptions;
}

const bounds = { states: Number.MAX_SAFE_INTEGER, schedules: 0, timeLimit: 7_200_000 };
const withoutCandidates = { withCandidates: false, options: { bounds, except: ["no-candidate-lost"] } } as const;

/** In none of these does the example itself have a violation. They are tried in this order, until one shows something. */
export const settings: readonly Setting[] = [
  { name: "one transceiver a side, without candidates", ...withoutCandidates },
  { name: "one transceiver a side", withCandidates: true, options: { bounds } },
  {
    name: "one transceiver a side, and a connection that is closed",
    withCandidates: true,
    options: { bounds, faults: ["close"] },
  },
  {
    name: "two transceivers at a and one at b, without candidates",
    ...withoutCandidates,
    options: { ...withoutCandidates.options, actions: ["addTransceiver", { peer: "a", do: "addTransceiver" }] },
  },
];
