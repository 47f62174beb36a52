// Calls on a pair of peer connections, written as people say them, and what could be seen of each.
import type { Description } from "../../../src/entries/index.ts";
import type { FaultName } from "./faults.ts";
import { laterTask } from "./later-task.ts";

type Created = "offer" | "answer";

/** A peer connection that calls can be played on. */
export interface Played extends EventTarget {
  readonly signalingState: string;
  readonly pendingLocalDescription: Described;
  readonly currentLocalDescription: Described;
  readonly pendingRemoteDescription: Described;
  readonly currentRemoteDescription: Described;
  readonly localDescription: Described;
  createOffer(): Promise<Description>;
  createAnswer(): Promise<Description>;
  setLocalDescription(description?: unknown): Promise<void>;
  setRemoteDescription(description?: unknown): Promise<void>;
  close(): void;
}

type Described = { readonly type: string; readonly sdp: string } | null;

/** Makes a peer connection to be played on, with a fault or without. */
export type MakePlayed = (fault?: FaultName) => {
  readonly connection: Played;
  /** Of the o= lines of its descriptions. */
  readonly origin: string;
};

/** One of the two, and what it made last. */
interface Peer {
  readonly name: string;
  readonly connection: Played;
  readonly origin: string;
  readonly made: Map<Created, string>;
}

/**
 * Plays calls on two peer connections, one after the other, and says what could be seen of each call: events (the
 * state that a handler reads), how it settled, the state then, and the four slots (pending and current local, pending
 * and current remote; `offer a1` is the offer that `a` made first).
 *
 * A call is `a createOffer`, `a close`, `a local` (without an argument), `a local offer` (without SDP), `a remote
 * rollback`, or has SDP: `created` (by itself, last), `munged` (the same with a line more), `theirs` (what the other
 * made last), `broken` (the same without fingerprints) or `garbage`. A type may be nonsense.
 *
 * @param script calls with commas between them
 * @param make makes the two
 * @param fault of `a`; `b` is right
 */
export async function play(script: string, make: MakePlayed, fault?: FaultName): Promise<readonly string[]> {
  const peers: Record<string, Peer> = { a: newPeer("a", make(fault)), b: newPeer("b", make()) };
  const seen: string[] = [];
  for (const call of script.split(",").map((text) => text.trim())) {
    const [self, other] = call.startsWith("a ") ? [peers.a, peers.b] : [peers.b, peers.a];
    if (self === undefined || other === undefined) throw new Error("there are two peers");
    seen.push(`${call}: ${await perform(call.split(" ").slice(1), self, other)}`);
  }
  return seen;
}

function newPeer(name: string, played: ReturnType<MakePlayed>): Peer {
  return { name, ...played, made: new Map() };
}

async function perform(words: readonly string[], self: Peer, other: Peer): Promise<string> {
  const { connection, made } = self;
  const seen: string[] = [];
  const listener = () => seen.push(`event ${connection.signalingState}`);
  connection.addEventListener("signalingstatechange", listener);
  const settled = start(words, self, other).then(
    (created) => {
      seen.push(words[0] === "close" ? look(self, other) : `resolved, ${look(self, other)}`);
      remember(created, made);
    },
    (error) => seen.push(`${describe(error)}, ${look(self, other)}`),
  );
  // Nothing takes more tasks, from the creation of a description to an event after the settlement: what has not settled by
  // then never will.
  await Promise.race([settled, tasks(8)]);
  await tasks(2);
  connection.removeEventListener("signalingstatechange", listener);
  if (!seen.some((text) => text.includes(" | "))) seen.push(`unsettled, ${look(self, other)}`);
  if (words[0] === "local") remember(asCreated(connection.localDescription), made);
  return seen.join(", ");
}

function start(words: readonly string[], self: Peer, other: Peer): Promise<Description | undefined> {
  const { connection } = self;
  const [call, type, sdp] = words;
  if (call === "createOffer" || call === "createAnswer") return connection[call]();
  if (call === "close") return Promise.resolve(connection.close()).then(() => undefined);
  const method = call === "local" ? "setLocalDescription" : "setRemoteDescription";
  const set = type === undefined ? connection[method]() : connection[method](descriptionOf(type, sdp, self, other));
  return set.then(() => undefined);
}

function descriptionOf(type: string, sdp: string | undefined, self: Peer, other: Peer): object {
  if (sdp === undefined) return { type };
  if (sdp === "garbage") return { type, sdp };
  const own = sdp === "created" || sdp === "munged";
  const made = (own ? self : other).made.get(type === "offer" ? "offer" : "answer");
  if (made === undefined) throw new Error(`no ${type} has been made`);
  if (sdp === "munged") return { type, sdp: `${made}a=x-munged\r\n` };
  return { type, sdp: sdp === "broken" ? made.replaceAll(/^a=fingerprint:.*\r\n/gm, "") : made };
}

function remember(description: Described | undefined, made: Peer["made"]): void {
  if (description) made.set(description.type === "offer" ? "offer" : "answer", description.sdp);
}

// What a slot shows, has the candidates that were gathered since.
function asCreated(description: Described): Described {
  return description && { type: description.type, sdp: description.sdp.replaceAll(candidateLines, "") };
}

const candidateLines = /^a=(?:candidate:|end-of-candidates).*\r\n/gm;

function describe(error: unknown): string {
  const { name, errorDetail, sdpLineNumber } = error as Error & { errorDetail?: string; sdpLineNumber?: number };
  const said = [name, errorDetail, sdpLineNumber === undefined ? undefined : `line ${sdpLineNumber}`];
  return said.filter((part) => part !== undefined).join(" ");
}

function look(self: Peer, other: Peer): string {
  const { connection } = self;
  const slots = [
    ...[connection.pendingLocalDescription, connection.currentLocalDescription],
    ...[connection.pendingRemoteDescription, connection.currentRemoteDescription],
  ];
  const makers = new Map([self, other].map(({ origin, name }) => [origin, name]));
  return [connection.signalingState, ...slots.map((slot) => named(slot, makers))].join(" | ");
}

// By its maker and its session version. A maker leaves no ICE options out, a fault may.
function named(description: Described, makers: ReadonlyMap<string, string>): string {
  if (description === null) return "-";
  const { type, sdp } = description;
  const [, origin = "", version] = /^o=- (\d+) (\d+)/m.exec(sdp) ?? [];
  const maker = makers.get(origin);
  if (maker === undefined) return `${type} ${JSON.stringify(sdp)}`;
  return `${type} ${maker}${version}${sdp.includes("a=ice-options:") ? "" : " changed"}`;
}

async function tasks(count: number): Promise<void> {
  for (let task = 0; task < count; task += 1) await laterTask();
}
