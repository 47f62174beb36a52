import { choicesIn, isAtRest } from "../../../src/exploration/choices.ts";
import { addingTransceivers, holding } from "../../../src/exploration/scenarios/holding.ts";
import { firstWorld } from "../../../src/exploration/search/first-world.ts";
import { textOfPeer } from "../../../src/exploration/search/state-key.ts";
import { takeChoice } from "../../../src/exploration/take-choice.ts";
import type { Choice, Scenario, World } from "../../../src/exploration/world.ts";
import type { Ids } from "../ids.ts";
import { type ConnectionCase, visibleState, type WrittenStep, writtenStep } from "./written.ts";

/** How many states of each scenario are reached, and how many of the schedules that lead to them are written. */
const [mostStates, mostSchedules] = [400, 3];

/** A state, by the shortest schedule that leads to it. */
interface ReachedWorld {
  readonly world: World;
  readonly from: ReachedWorld | null;
  readonly by: Choice | null;
  /** What tells the turn that led here from others: the peer, its state, what happened. */
  readonly turn: string;
}

/** Two peers that negotiate, under schedules that the breadth-first search reaches. */
export function exploredCases(ids: Ids): readonly ConnectionCase[] {
  // A revision of its own is no concern of a stack that follows today's text.
  const today = holding.filter(({ options }) => options === undefined);
  return [addingTransceivers(1, 0), addingTransceivers(1, 1), addingTransceivers(2, 1), ...today].flatMap(
    (scenario) => {
      const schedules = chosenSchedules(scenario).map((choices) => played(scenario, choices));
      const distinct = new Map(schedules.map((one) => [histories(one.steps), one]));
      return [...distinct.values()].map((one) => ({ id: ids.idOf("explored", scenario.name), ...one }));
    },
  );
}

/** Interleavings of two peers that each peer sees alike are one. */
function histories(steps: readonly WrittenStep[]): string {
  return JSON.stringify(["a", "b"].map((name) => steps.filter(({ peer = "a" }) => peer === name)));
}

/** Long schedules first, each with a turn of a peer that none before it has, until every turn is in one. */
function chosenSchedules(scenario: Scenario): readonly (readonly Choice[])[] {
  const covered = new Set<string>();
  const chosen: (readonly Choice[])[] = [];
  for (const reached of reachedWorlds(scenario).reverse()) {
    if (chosen.length === mostSchedules) break;
    const path = pathTo(reached);
    if (path.every(({ turn }) => covered.has(turn))) continue;
    for (const { turn } of path) covered.add(turn);
    chosen.push(path.flatMap(({ by }) => by ?? []));
  }
  return chosen;
}

function pathTo(reached: ReachedWorld): readonly ReachedWorld[] {
  return reached.from === null ? [] : [...pathTo(reached.from), reached];
}

function reachedWorlds(scenario: Scenario): ReachedWorld[] {
  const first = { world: firstWorld(scenario), from: null, by: null, turn: "" };
  const reached = new Map<string, ReachedWorld>([[keyOf(first.world), first]]);
  // The map grows while it is gone through: breadth first.
  for (const from of reached.values()) {
    for (const by of choicesIn(from.world)) {
      if (reached.size >= mostStates) return [...reached.values()];
      const { world } = takeChoice(from.world, by, scenario);
      const turn = `${textOfPeer(from.world.peers[by.peer])} ${JSON.stringify(by)}`;
      if (!reached.has(keyOf(world))) reached.set(keyOf(world), { world, from, by, turn });
    }
  }
  return [...reached.values()];
}

function keyOf({ peers, network }: World): string {
  return `${textOfPeer(peers.a)} ${textOfPeer(peers.b)} ${JSON.stringify(network)}`;
}

/** A schedule, and then whatever comes first, until nothing is left to happen. */
function played(scenario: Scenario, choices: readonly Choice[]): Omit<ConnectionCase, "id"> {
  let world = firstWorld(scenario);
  const steps: WrittenStep[] = [];
  const take = (choice: Choice) => {
    const taken = takeChoice(world, choice, scenario);
    if (taken.violations[0] !== undefined) throw new Error(`${scenario.name}: ${taken.violations[0].message}`);
    world = taken.world;
    for (const { before, input, stepped } of taken.fed) steps.push(writtenStep(choice.peer, input, before, stepped));
  };
  for (const choice of choices) take(choice);
  for (let [next] = choicesIn(world); next !== undefined; [next] = choicesIn(world)) take(next);
  if (!isAtRest(world)) throw new Error(`${scenario.name}: a schedule does not end at rest`);
  const { a, b } = world.peers;
  return { options: { sdp: "opaque" }, steps, after: { a: visibleState(a.connection), b: visibleState(b.connection) } };
}
