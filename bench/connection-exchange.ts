// One exchange of audio, video and data between two whole connections: through `step`, through xstate actors of
// `connectionMachine`, and through the signaling of werift, where it is installed.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { createActor } from "xstate";
import type { Capabilities, Connection, Effect, Input, MethodCall, Work } from "../src/entries/connection.ts";
import { root } from "./build-output.ts";
import { duration, type Measurement } from "./measurement.ts";
import { connection as entry, machine } from "./published.ts";
import { bestOfRounds } from "./rounds.ts";
import { sized } from "./short.ts";

const { createConnection, createConnectionDescription, step } = entry;

const capabilities: Capabilities = {
  audio: {
    codecs: [{ mimeType: "audio/opus", clockRate: 48000, channels: 2, payloadType: 111 }],
    headerExtensions: [],
  },
  video: { codecs: [{ mimeType: "video/VP8", clockRate: 90000, payloadType: 96 }], headerExtensions: [] },
};

/** What the offerer does before the exchange, and what the answerer does. */
const preparation: Readonly<Record<"a" | "b", readonly MethodCall[]>> = {
  a: [
    { method: "addTrack", track: { id: "a1", kind: "audio" }, streams: ["s"] },
    { method: "addTrack", track: { id: "a2", kind: "video" }, streams: ["s"] },
    { method: "createDataChannel", label: "x" },
  ],
  b: [
    { method: "addTrack", track: { id: "b1", kind: "audio" }, streams: ["s"] },
    { method: "addTrack", track: { id: "b2", kind: "video" }, streams: ["s"] },
  ],
};

/** A stack that does at once whatever a connection asks for. */
export class ImmediateStack {
  connection: Connection;
  readonly inputs: Input[] = [];
  readonly #name: string;
  readonly #sections: number;
  #waiting: Input[] = [];

  constructor(name: string, sections: number, options: Parameters<typeof createConnection>[0] = {}) {
    this.#name = name;
    this.#sections = sections;
    this.connection = createConnection({ capabilities, ...options });
  }

  /** Makes a call, and does all that follows from it. */
  call(method: MethodCall): void {
    this.give({ type: "call", call: this.inputs.length, ...method });
    this.settle();
  }

  /** Does all that waits. */
  settle(): void {
    for (let from = 0; from < this.#waiting.length; from++) this.give(this.#waiting[from] as Input);
    this.#waiting = [];
  }

  /** Gives an input; what follows from it waits. */
  give(asked: Input): void {
    const input = asked.type === "created" ? { ...asked, sdp: this.#sdp(asked.sdp) } : asked;
    this.inputs.push(input);
    const { connection, effects } = step(this.connection, input);
    this.connection = connection;
    for (const effect of effects) this.#waiting.push(...consequences(effect));
  }

  // The work is done where its end is reported: `created` waits with the kind of description in place of its SDP.
  #sdp(kind: string): string {
    const work = kind === "create-offer" ? { kind, iceRestart: false } : { kind: "create-answer" };
    const newTransports = Array.from({ length: this.#sections }, (_, section) => ({
      usernameFragment: `${this.#name}${section}frag`,
      password: `${this.#name}${section}`.padEnd(24, "p"),
    }));
    return createConnectionDescription(this.connection, work as Extract<Work, { kind: "create-offer" }>, {
      sessionId: "4611732185692876843",
      fingerprints: [{ algorithm: "sha-256", value: Array(32).fill("AB").join(":") }],
      newTransports,
    });
  }
}

function consequences(effect: Effect): readonly Input[] {
  if (effect.type === "queue-task") return [{ type: "task", task: effect.task }];
  if (effect.type === "react") return [{ type: "reaction", operation: effect.operation }];
  if (effect.type !== "start") return [];
  const { operation, work } = effect;
  if (work.kind !== "create-offer" && work.kind !== "create-answer") return [{ type: "applied", operation }];
  return [{ type: "created", operation, sdp: work.kind }];
}

interface Exchange {
  readonly a: ImmediateStack;
  readonly b: ImmediateStack;
}

/** The exchange through `step`, its SDP made by `createConnectionDescription`. */
export function exchangeOfConnections(): Exchange {
  const [a, b] = [new ImmediateStack("a", 3), new ImmediateStack("b", 3)];
  for (const call of preparation.a) a.call(call);
  for (const call of preparation.b) b.call(call);
  a.call({ method: "setLocalDescription" });
  b.call({ method: "setRemoteDescription", description: a.connection.session.pendingLocalDescription });
  b.call({ method: "setLocalDescription" });
  a.call({ method: "setRemoteDescription", description: b.connection.session.currentLocalDescription });
  return { a, b };
}

function throughStep(inputs: readonly Input[]): Connection {
  let connection = createConnection({ capabilities });
  for (const input of inputs) connection = step(connection, input).connection;
  return connection;
}

function throughActor(inputs: readonly Input[]): Connection {
  const actor = createActor(machine.connectionMachine, { input: { capabilities } });
  actor.start();
  for (const input of inputs) actor.send(input);
  const { connection } = actor.getSnapshot().context;
  actor.stop();
  return connection;
}

/** What is measured, and what could not be. */
export interface ConnectionMeasurements {
  readonly measurements: readonly Measurement[];
  readonly notes: readonly string[];
}

export async function measureConnectionExchange(): Promise<ConnectionMeasurements> {
  const { a, b } = exchangeOfConnections();
  for (const { connection, inputs } of [a, b]) {
    if (connection.session.currentRemoteDescription === null) throw new Error("The connections did not negotiate");
    for (const other of [throughStep(inputs), throughActor(inputs)]) {
      if (JSON.stringify(other) !== JSON.stringify(connection)) throw new Error("The same inputs lead elsewhere");
    }
  }
  const time = bestOfRounds({
    step: () => [throughStep(a.inputs), throughStep(b.inputs)],
    actor: () => [throughActor(a.inputs), throughActor(b.inputs)],
  });
  const steps = a.inputs.length + b.inputs.length;
  const measurements: Measurement[] = [
    {
      what: "An exchange of two connections through step: faster than through xstate actors",
      value: time.actor / time.step,
      unit: "×",
      target: { bound: "at least", value: 2 },
      context: `${steps} inputs: ${duration(time.step)} against ${duration(time.actor)}, the SDP given`,
    },
  ];
  const werift = weriftExchange();
  if (werift === null) return { measurements, notes: ["werift is not installed in conformance/: not measured."] };
  const against = await alternating(werift);
  measurements.push({
    what: "An exchange of two connections, SDP made too: faster than through werift's signaling",
    value: against.werift / against.step,
    unit: "×",
    target: { bound: "at least", value: 1 },
    context: `${duration(against.step)} against ${duration(against.werift)}, werift's without ICE, DTLS and new keys`,
  });
  return { measurements, notes: [] };
}

/** The least time of an exchange each, in turns. */
async function alternating(werift: () => Promise<void>): Promise<{ readonly step: number; readonly werift: number }> {
  const least = { step: Number.POSITIVE_INFINITY, werift: Number.POSITIVE_INFINITY };
  const exchanges = 10;
  for (let round = 0; round < sized(30, 1); round++) {
    const start = performance.now();
    for (let exchange = 0; exchange < exchanges; exchange++) exchangeOfConnections();
    const middle = performance.now();
    for (let exchange = 0; exchange < exchanges; exchange++) await werift();
    least.step = Math.min(least.step, (middle - start) / exchanges);
    least.werift = Math.min(least.werift, (performance.now() - middle) / exchanges);
  }
  return least;
}

// biome-ignore lint/suspicious/noExplicitAny: werift is not there when types are checked.
type Untyped = any;

/** The same exchange through werift, which neither gathers nor connects; null where it is not installed. */
function weriftExchange(): (() => Promise<void>) | null {
  let werift: Untyped;
  try {
    werift = createRequire(new URL("conformance/package.json", root))("werift");
  } catch {
    return null;
  }
  let keys: Untyped;
  async function peer(ofOfferer: boolean): Promise<Untyped> {
    keys ??= await werift.RTCDtlsTransport.SetupCertificate();
    const pc = new werift.RTCPeerConnection({ iceServers: [] });
    pc.secureManager.certificate = keys;
    pc.gatherCandidates = async () => {};
    pc.connect = async () => {};
    pc.addTransceiver("audio");
    pc.addTransceiver("video");
    if (ofOfferer) pc.createDataChannel("x");
    return pc;
  }
  return async () => {
    const [a, b] = [await peer(true), await peer(false)];
    await a.setLocalDescription(await a.createOffer());
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription(await b.createAnswer());
    await a.setRemoteDescription(b.localDescription);
    if (a.signalingState !== "stable" || b.signalingState !== "stable") throw new Error("werift did not negotiate");
    await Promise.all([a.close(), b.close()]);
  };
}
