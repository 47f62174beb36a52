import { returnsPromise } from "../connection/calls/methods.ts";
import type { Connection } from "../connection/connection.ts";
import type { MethodCall } from "../connection/input.ts";
import type { MediaDescriptions } from "../connection/media-description/media-description.ts";
import { isAtRest } from "./choices.ts";
import type { Signal } from "./negotiators/negotiator.ts";
import { violationsAtRest } from "./properties/at-rest.ts";
import type { Sight, Violation } from "./properties/violation.ts";
import { callFor, ended, type FedInput, feed, react, runOf, type Turn, type TurnDraft } from "./run.ts";
import { describeAnswer, describeOffer } from "./sdp/create-descriptions.ts";
import {
  type Act,
  type AgendaItem,
  type Choice,
  type CreatingWork,
  type Endpoint,
  otherPeer,
  type Scenario,
  type World,
} from "./world.ts";

/** What a choice leads to. */
export interface TakenChoice {
  readonly world: World;
  /** The inputs of the peer whose turn it was. */
  readonly fed: readonly FedInput[];
  readonly violations: readonly Violation[];
  readonly seen: readonly Sight[];
}

/** Takes a choice: one turn of a peer's event loop, with all its microtasks. */
export function takeChoice(world: World, choice: Choice, scenario: Scenario): TakenChoice {
  const { peer: name } = choice;
  const other = otherPeer(name);
  const [message = null, ...laterMessages] = world.network[name];
  const { peer, fed, sent, violations, seen } = takeTurn(world.peers[name], choice, message, scenario);
  const next: World = {
    peers: { ...world.peers, [name]: peer },
    network: {
      ...world.network,
      [name]: choice.kind === "message" ? laterMessages : world.network[name],
      [other]: [...world.network[other], ...sent],
    },
  };
  const atRest = isAtRest(next) ? violationsAtRest(next.peers, scenario) : [];
  return { world: next, fed, violations: [...violations, ...atRest], seen };
}

/** The peer's part of it, which depends on the peer alone and, where one arrives, on the message. */
export function takeTurn(peer: Endpoint, choice: Choice, message: Signal | null, scenario: Scenario): Turn {
  const run = runOf(choice.peer, scenario, peer);
  const [act, ...laterActs] = peer.acts;
  if (choice.kind === "act" && act !== undefined) {
    performAct(run, act);
    return ended(run, laterActs);
  }
  if (choice.kind === "message" && message !== null) {
    noteGlare(run, message);
    react(run, { type: "message", message });
  } else if (choice.kind === "agenda" || choice.kind === "failure") {
    const [item] = run.agenda.splice(choice.item, 1);
    if (item !== undefined) runItem(run, item, choice.kind === "failure");
  }
  return ended(run, peer.acts);
}

function performAct(run: TurnDraft, { call, ownTransceiver, goOn }: Act): void {
  const target = ownTransceiver === undefined ? {} : { transceiver: run.own[ownTransceiver] ?? -1 };
  const method = { ...call, ...target } as MethodCall;
  if (method.method === "close" && Object.keys(run.open).length > 0) run.seen.push("close with calls under way");
  if (goOn !== undefined && returnsPromise(method.method)) {
    callFor(run, method, goOn);
    return;
  }
  if (returnsPromise(method.method)) run.open.act = { at: "act" };
  feed(run, { type: "call", call: "act", ...method });
  if (run.returned !== null && addsOwn(method)) run.own.push(run.returned);
  if (method.method === "close") Object.assign(run, { open: {}, agenda: [] });
}

function addsOwn({ method }: MethodCall): boolean {
  return method === "addTransceiver" || method === "addTrack";
}

function runItem(run: TurnDraft, item: AgendaItem, fails: boolean) {
  if (item.kind === "task") return feed(run, { type: "task", task: item.task });
  if (item.kind === "gather") {
    const { sdpMid, usernameFragment } = item;
    const candidate = `candidate:${usernameFragment}`;
    return feed(run, { type: "gathered", candidate: { candidate, sdpMid, sdpMLineIndex: 0, usernameFragment } });
  }
  const { operation, work } = item;
  if (fails) return failWork(run, operation);
  if (work.kind === "create-offer" || work.kind === "create-answer") {
    return feed(run, { type: "created", operation, sdp: describeFor(run, work) });
  }
  feed(run, { type: "applied", operation });
  noteRejectedSection(run);
  if (run.scenario.candidates) gather(run);
}

function describeFor(run: TurnDraft, work: CreatingWork): string {
  const { name, connection, scenario } = run;
  if (scenario.describe !== undefined) return scenario.describe(name, connection, work);
  const describe = work.kind === "create-offer" ? describeOffer : describeAnswer;
  return describe(connection, credentialsFor(run));
}

// Which slots may differ after a failure: the chain, whose promise is settled.
const changedByFailure: readonly string[] = ["progress", "operations"];

function failWork(run: TurnDraft, operation: number): void {
  const before = run.connection;
  run.failures--;
  feed(run, { type: "failed", operation, message: "as the exploration chose" });
  const after = run.connection;
  const names = (Object.keys(before) as (keyof Connection)[]).filter((name) => !changedByFailure.includes(name));
  const changed = names.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return;
  run.violations.push({ property: "failure-changes-nothing", message: `${run.name}: ${changed.join(", ")} changed` });
}

/**
 * The credentials of a description: those in use, or new ones where there are none, where they are to be replaced, and
 * where the other peer has restarted.
 */
function credentialsFor(run: TurnDraft): string {
  const { mediaDescriptions, localIceCredentialsToReplace } = run.connection;
  const local = (mediaDescriptions.pendingLocalDescription ?? mediaDescriptions.currentLocalDescription)?.sections;
  const inUse = local?.find(({ iceCredentials }) => iceCredentials !== null)?.iceCredentials?.usernameFragment;
  const isReplaced = localIceCredentialsToReplace.some(({ usernameFragment }) => usernameFragment === inUse);
  if (inUse !== undefined && !isReplaced && !remoteRestarts(run)) return inUse;
  // Without candidates, generations that were rolled back leave no trace: fewer states are then the same.
  const generation = run.scenario.candidates ? run.generation : Number(inUse?.slice(1) ?? 0) + 1;
  run.generation = run.scenario.candidates ? generation + 1 : 0;
  return `${run.name}${`${generation}`.padStart(3, "0")}`;
}

function remoteRestarts({ connection: { mediaDescriptions } }: TurnDraft): boolean {
  const [pending, current] = [
    mediaDescriptions.pendingRemoteDescription,
    mediaDescriptions.currentRemoteDescription,
  ].map((description) => description?.sections.find(({ iceCredentials }) => iceCredentials !== null)?.iceCredentials);
  if (pending === undefined || current === undefined) return false;
  return pending?.usernameFragment !== current?.usernameFragment;
}

function gather(run: TurnDraft): void {
  const { pendingLocalDescription, currentLocalDescription } = run.connection.mediaDescriptions;
  for (const { mid, iceCredentials } of (pendingLocalDescription ?? currentLocalDescription)?.sections ?? []) {
    const usernameFragment = iceCredentials?.usernameFragment;
    if (usernameFragment === undefined || run.gathered.includes(usernameFragment)) continue;
    run.gathered.push(usernameFragment);
    run.agenda.push({ kind: "gather", sdpMid: mid, usernameFragment });
  }
}

function noteGlare({ connection, open, seen }: TurnDraft, message: Signal): void {
  if (!("description" in message) || message.description.type !== "offer") return;
  const { session, mediaDescriptions, localIceCredentialsToReplace } = connection;
  if (session.signalingState !== "have-local-offer" && Object.keys(open).length === 0) return;
  seen.push("glare");
  const known = mediaDescriptions.currentRemoteDescription;
  const offered = /^a=ice-ufrag:(.*)$/m.exec(message.description.sdp)?.[1]?.trim();
  const restarts = known !== null && offered !== undefined && !isKnownGeneration(known, offered);
  if (restarts || localIceCredentialsToReplace.length > 0) seen.push("ICE restart inside a glare");
}

function isKnownGeneration({ sections }: MediaDescriptions, usernameFragment: string): boolean {
  return sections.every(
    ({ iceCredentials }) => (iceCredentials?.usernameFragment ?? usernameFragment) === usernameFragment,
  );
}

function noteRejectedSection({ connection: { session, mediaDescriptions }, seen }: TurnDraft): void {
  const sections = mediaDescriptions.currentLocalDescription?.sections ?? [];
  if (session.signalingState === "stable" && sections.some(({ rejected }) => rejected))
    seen.push("rejected m= section");
}
