import { returnsPromise } from "../../connection/calls/methods.ts";
import { transceiverWithId } from "../../connection/draft.ts";
import { choicesOf } from "../../exploration/choices.ts";
import type { Signal } from "../../exploration/negotiators/negotiator.ts";
import { takeChoice } from "../../exploration/take-choice.ts";
import { describeChoice } from "../../exploration/trace.ts";
import { type Choice, type EndpointName, otherPeer, type Scenario, type World } from "../../exploration/world.ts";
import { type HandCall, handCallText } from "../calls/hand-call.ts";
import { madeCallByHand, remoteDescriptionFor } from "../calls/made-call.ts";
import { type Frame, type Happening, type SentDescriptions, signalName } from "./frame.ts";
import { goOnByHand } from "./negotiations.ts";
import type { ScheduleStep } from "./schedule.ts";

/** The frame after a step; null where it cannot happen. */
export function nextFrame(frame: Frame, step: ScheduleStep, scenario: Scenario): Frame | null {
  if (step.kind === "call") return afterCall(frame, step.peer, step.call, scenario);
  if (step.kind === "lose") return afterLoss(frame, step);
  if (step.kind === "repeat") return afterRepetition(frame, step, scenario);
  const choice = choiceFor(frame.world, step.peer, step.kind, "item" in step ? step.item : null);
  return choice === null ? null : afterChoice(frame, step, choice, frame.world, scenario);
}

function choiceFor(
  { peers, network }: World,
  peer: EndpointName,
  kind: "run" | "fail" | "deliver",
  item: number | null,
): Choice | null {
  const possible = choicesOf(peer, peers[peer], network[peer].length > 0);
  const wantedKind = ({ run: "agenda", fail: "failure", deliver: "message" } as const)[kind];
  const isIt = (choice: Choice) => choice.kind === wantedKind && (!("item" in choice) || choice.item === item);
  return possible.find(isIt) ?? null;
}

// The call is the one act that the peer's application is yet to do.
function afterCall(frame: Frame, peer: EndpointName, call: HandCall, scenario: Scenario): Frame | null {
  const { world } = frame;
  const endpoint = world.peers[peer];
  if ("transceiver" in call && transceiverWithId(endpoint.connection, call.transceiver) === undefined) return null;
  const method = madeCallByHand(frame, peer, call);
  const takesMessage =
    call.method === "setRemoteDescription" &&
    remoteDescriptionFor(frame, peer, call.type ?? "offer")?.source === "next-message";
  const sends = call.method === "setLocalDescription" && call.type !== "rollback";
  const goOn = returnsPromise(method.method) ? { goOn: goOnByHand(sends) } : {};
  const acting = { ...endpoint, acts: [{ call: method, ...goOn }] };
  const before = withoutFirstMessage(
    { ...world, peers: { ...world.peers, [peer]: acting } },
    takesMessage ? peer : null,
  );
  const step = { peer, kind: "call", call } as const;
  return afterChoice(frame, step, { peer, kind: "act" }, before, scenario, takesMessage);
}

function afterLoss(frame: Frame, step: ScheduleStep): Frame | null {
  const { peer } = step;
  const [message] = frame.world.network[peer];
  if (message === undefined) return null;
  const what = `never gets the ${signalName(message)}: it is lost`;
  const happening: Happening = { step, what, fed: [], sent: [], violations: [], seen: [] };
  const origins = { ...frame.origins, [peer]: frame.origins[peer].slice(1) };
  const world = withoutFirstMessage(frame.world, peer);
  return { ...frame, number: frame.number + 1, world, origins, arrivedFrom: null, happening };
}

function afterRepetition(frame: Frame, step: ScheduleStep, scenario: Scenario): Frame | null {
  const { peer } = step;
  const [message] = frame.world.network[peer];
  if (message === undefined) return null;
  const { network } = frame.world;
  const doubled = { ...frame.world, network: { ...network, [peer]: [message, ...network[peer]] } };
  const origins = { ...frame.origins, [peer]: [frame.origins[peer][0] ?? 0, ...frame.origins[peer]] };
  return afterChoice({ ...frame, origins }, step, { peer, kind: "message" }, doubled, scenario);
}

function afterChoice(
  frame: Frame,
  step: ScheduleStep,
  choice: Choice,
  before: World,
  scenario: Scenario,
  takesMessage = false,
): Frame {
  const { peer } = step;
  const other = otherPeer(peer);
  const { world, fed, violations, seen } = takeChoice(before, choice, scenario);
  const sent = world.network[other].slice(before.network[other].length);
  const number = frame.number + 1;
  const arrives = choice.kind === "message" || takesMessage;
  const [origin = null, ...laterOrigins] = frame.origins[peer];
  return {
    number,
    world,
    sent: { ...frame.sent, [peer]: sentAfter(frame.sent[peer], sent) },
    origins: {
      ...frame.origins,
      [peer]: arrives ? laterOrigins : frame.origins[peer],
      [other]: [...frame.origins[other], ...sent.map(() => number)],
    },
    arrivedFrom: arrives ? origin : null,
    happening: { step, what: whatHappens(step, before, choice), fed, sent, violations: wanted(step, violations), seen },
  };
}

function whatHappens(step: ScheduleStep, before: World, choice: Choice): string {
  if (step.kind === "call") return `calls ${handCallText(step.call)}`;
  const what = describeChoice(before, choice);
  return step.kind === "repeat" ? `${what}, which will arrive again` : what;
}

// Who calls by hand may be refused.
function wanted(step: ScheduleStep, violations: Happening["violations"]): Happening["violations"] {
  return violations.filter(({ property }) => step.kind !== "call" || property !== "no-throw");
}

function sentAfter(before: SentDescriptions, messages: readonly Signal[]): SentDescriptions {
  const descriptions = messages.flatMap((message) => ("description" in message ? [message.description] : []));
  return Object.fromEntries([
    ...Object.entries(before),
    ...descriptions.map((description) => [description.type, description]),
  ]);
}

function withoutFirstMessage(world: World, peer: EndpointName | null): World {
  if (peer === null) return world;
  return { ...world, network: { ...world.network, [peer]: world.network[peer].slice(1) } };
}
