import type { Work } from "../connection/effect.ts";
import type { Task } from "../connection/operation.ts";
import { firstWaiting } from "../connection/structure/queue.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { firstWorld } from "./search/first-world.ts";
import { takeChoice } from "./take-choice.ts";
import type { AgendaItem, Choice, Endpoint, EndpointName, Scenario, World } from "./world.ts";

/** One step of a trace: whose turn, what happened, and the signaling states after it. */
export interface ExploredStep {
  readonly peer: EndpointName;
  readonly what: string;
  readonly states: Readonly<Record<EndpointName, SignalingState>>;
}

/** The steps that choices lead along, from the beginning of the scenario. */
export function traceOf(scenario: Scenario, choices: readonly Choice[]): readonly ExploredStep[] {
  let world = firstWorld(scenario);
  return choices.map((choice) => {
    const what = describeChoice(world, choice);
    world = takeChoice(world, choice, scenario).world;
    const { a, b } = world.peers;
    const states = { a: a.connection.session.signalingState, b: b.connection.session.signalingState };
    return { peer: choice.peer, what, states };
  });
}

/** The steps as lines for people: the peer, what happened, and both states. */
export function writeTrace(steps: readonly ExploredStep[]): string {
  const width = Math.max(...steps.map(({ what }) => what.length));
  return steps
    .map(({ peer, what, states }, index) => {
      return `${`${index + 1}`.padStart(3)}  ${peer}  ${what.padEnd(width)}  ${states.a} / ${states.b}`;
    })
    .join("\n");
}

/** What a choice does, in words that follow the name of the peer. */
export function describeChoice({ peers, network }: World, choice: Choice): string {
  const peer = peers[choice.peer];
  switch (choice.kind) {
    case "act":
      return describeAct(peer);
    case "message": {
      const [message] = network[choice.peer];
      if (message === undefined) return "nothing arrives";
      return "description" in message ? `receives the ${message.description.type}` : "receives a candidate";
    }
    case "failure":
      return `${describeItem(peer, peer.agenda[choice.item])}, which fails`;
    case "agenda":
      return describeItem(peer, peer.agenda[choice.item]);
  }
}

function describeAct({ acts: [act] }: Endpoint): string {
  if (act === undefined) return "does nothing";
  const { call, ownTransceiver } = act;
  const argument = "direction" in call ? `${call.direction}` : "";
  return `calls ${call.method}(${argument})${ownTransceiver === undefined ? "" : ` on its transceiver ${ownTransceiver}`}`;
}

const taskWords: Readonly<Record<Task["kind"], string>> = {
  "update-negotiation-needed": "checks whether negotiation is needed",
  "fire-negotiationneeded": "fires negotiationneeded",
  "surface-candidate": "surfaces a candidate",
  reject: "rejects a promise",
  resolve: "resolves a promise",
};

function describeItem(peer: Endpoint, item: AgendaItem | undefined): string {
  if (item === undefined) return "does nothing";
  if (item.kind === "task") {
    const task = firstWaiting(peer.connection.tasks);
    return task === undefined ? "does nothing" : taskWords[task.kind];
  }
  return item.kind === "work" ? describeWork(item.work) : `gathers a candidate of ${item.usernameFragment}`;
}

function describeWork(work: Work): string {
  switch (work.kind) {
    case "create-offer":
      return "has created an offer";
    case "create-answer":
      return "has created an answer";
    case "apply-description":
      return `has applied the ${work.side} ${work.description.type}`;
    case "add-candidate":
      return "has added a candidate";
    case "replace-track":
      return "has replaced a track";
  }
}
