import { sideOf } from "../oracle/evidence/trace-event.ts";
import type { Step } from "../oracle/verdict/step.ts";
import type { SetSdp } from "./set-descriptions.ts";

/** A description that one connection of a dump set locally, and another one remotely. */
export interface PairedSteps {
  readonly type: "offer" | "pranswer" | "answer";
  /** Where it was set locally. */
  readonly from: StepPlace;
  /** Where it was set remotely. */
  readonly to: StepPlace;
}

/** A step: the indices of its connection in the report and of the step in the connection. */
export interface StepPlace {
  readonly connection: number;
  readonly step: number;
}

/** A connection's steps, and the hash of each description that they set. */
export interface StepsWithHashes {
  readonly steps: readonly Step[];
  readonly hashes: readonly SetSdp<number>[];
}

/** So many steps of a dump are paired, and have hashes: more has no room in memory beside the steps. */
export const mostPaired = 100_000;

/**
 * Pairs the descriptions set remotely on one connection with those set locally on another: of the same type and hash.
 * Where the application changed what was created, the SDP as created counts too. Of several
 * local ones, the last before counts, or else the first after. Its cost is that of sorting the steps by time. Where there
 * are more than 100,000 steps, none are paired.
 */
export function pairedSteps(connections: readonly StepsWithHashes[]): readonly PairedSteps[] {
  if (connections.reduce((sum, { steps }) => sum + steps.length, 0) > mostPaired) return [];
  const senders = new Map<string, HashSenders>();
  const pairs: PairedSteps[] = [];
  for (const { place, side, type, keys } of inOrderOfTime(connections)) {
    for (const key of keys) {
      const known = senders.get(key) ?? { last: null, lastOfAnother: null, waiting: [] };
      senders.set(key, known);
      if (side === "remote") {
        const from = senderFor(known, place);
        if (from === null) known.waiting.push(place);
        else pairs.push({ type, from, to: place });
      } else {
        pairs.push(...receivedFrom(known, place).map((to) => ({ type, from: place, to })));
      }
    }
  }
  return pairs;
}

/** Who has set a description locally, and who waits for it. */
interface HashSenders {
  last: StepPlace | null;
  /** The last one of another connection than that of `last`. */
  lastOfAnother: StepPlace | null;
  waiting: StepPlace[];
}

function senderFor({ last, lastOfAnother }: HashSenders, { connection }: StepPlace): StepPlace | null {
  return last?.connection === connection ? lastOfAnother : last;
}

// Who waited for what that step sets. Once a connection has set it, only that connection itself still waits for it.
function receivedFrom(known: HashSenders, place: StepPlace): readonly StepPlace[] {
  const isAnother = ({ connection }: StepPlace) => connection !== place.connection;
  const { last, waiting } = known;
  known.last = place;
  if (last !== null && !isAnother(last)) return [];
  known.lastOfAnother = last;
  known.waiting = waiting.filter((receiver) => !isAnother(receiver));
  return waiting.filter(isAnother);
}

interface Setting {
  readonly time: number;
  readonly place: StepPlace;
  readonly side: "local" | "remote";
  readonly type: PairedSteps["type"];
  readonly keys: readonly string[];
}

function inOrderOfTime(connections: readonly StepsWithHashes[]): readonly Setting[] {
  return connections
    .flatMap(({ steps, hashes }, connection) =>
      steps.flatMap((step, index) => settingsIn(step, hashes[index], { connection, step: index })),
    )
    .sort((one, other) => one.time - other.time);
}

function settingsIn(
  { call, type, time }: Step,
  hashes: SetSdp<number> | undefined,
  place: StepPlace,
): readonly Setting[] {
  const side = sideOf(call);
  if (side === null || type === null || type === "rollback" || hashes === undefined) return [];
  const { set, created } = hashes;
  const known = [set, created === set ? null : created].filter((hash) => hash !== null);
  return known.length === 0 ? [] : [{ time, place, side, type, keys: known.map((hash) => `${type} ${hash}`) }];
}
