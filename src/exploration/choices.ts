import { type AgendaItem, type Choice, type Endpoint, type EndpointName, peerNames, type World } from "./world.ts";

/** Everything that may happen next. */
export function choicesIn({ peers, network }: World): readonly Choice[] {
  return peerNames.flatMap((name) => choicesOf(name, peers[name], network[name].length > 0));
}

/** What may happen next at a peer, for which a message may wait. */
export function choicesOf(
  peer: EndpointName,
  { agenda, acts, failures }: Endpoint,
  messageWaits: boolean,
): readonly Choice[] {
  const choices: Choice[] = [];
  for (const [item, { kind }] of runnable(agenda)) {
    choices.push({ peer, kind: "agenda", item });
    if (failures > 0 && kind === "work") choices.push({ peer, kind: "failure", item });
  }
  if (messageWaits) choices.push({ peer, kind: "message" });
  if (acts.length > 0) choices.push({ peer, kind: "act" });
  return choices;
}

/** The first task, and whatever stands before it: what ends later is queued behind the tasks that were there. */
function runnable(agenda: readonly AgendaItem[]): readonly (readonly [number, AgendaItem])[] {
  const firstTask = agenda.findIndex(({ kind }) => kind === "task");
  const end = firstTask < 0 ? agenda.length : firstTask + 1;
  return agenda.slice(0, end).map((item, index) => [index, item] as const);
}

/** Whether nothing is under way: every message has arrived, and nothing waits. The application may still act. */
export function isAtRest({ peers, network }: World): boolean {
  return peerNames.every((peer) => peers[peer].agenda.length === 0 && network[peer].length === 0);
}
