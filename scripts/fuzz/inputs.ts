import fc from "fast-check";
import { answers, offers } from "../../property-tests/arbitraries/sdp-seeds.ts";
import { type Connection, createConnection, type Input, step } from "../../src/entries/connection.ts";
import { Defect, made } from "./defect.ts";
import { editedJson, type JsonEdit, jsonEdit } from "./json-mutation.ts";
import { target } from "./target.ts";

const [offer = "", answer = ""] = [offers[0], answers[0]];
const candidate = {
  candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host",
  sdpMid: "0",
  sdpMLineIndex: 0,
  usernameFragment: "a",
};

/** What can happen to a connection; ends of work and tasks are numbered by what it asked for. */
const ordinary: readonly object[] = [
  ...[
    { method: "createOffer", options: { iceRestart: true } },
    { method: "createAnswer" },
    { method: "setLocalDescription" },
    { method: "setLocalDescription", description: { type: "rollback" } },
    { method: "setRemoteDescription", description: { type: "offer", sdp: offer } },
    { method: "setRemoteDescription", description: { type: "answer", sdp: answer } },
    { method: "addIceCandidate", candidate },
    { method: "addTransceiver", trackOrKind: "video", init: { direction: "sendonly", sendEncodings: [{ rid: "a" }] } },
    { method: "addTrack", track: { id: "t", kind: "audio" }, streams: ["s"] },
    { method: "removeTrack", transceiver: 0 },
    { method: "replaceTrack", transceiver: 0, track: null },
    { method: "setStreams", transceiver: 0, streams: ["s", "t"] },
    { method: "setDirection", transceiver: 0, direction: "inactive" },
    { method: "stop", transceiver: 0 },
    { method: "setCodecPreferences", transceiver: 0, codecs: [{ mimeType: "audio/opus", clockRate: 48_000 }] },
    { method: "createDataChannel", label: "l", init: { negotiated: true, id: 1 } },
    { method: "restartIce" },
    { method: "setConfiguration", configuration: { iceCandidatePoolSize: 1 } },
    { method: "close" },
  ].map((call) => ({ type: "call", call: 1, ...call })),
  { type: "created", operation: 0, sdp: offer },
  { type: "created", operation: 0, sdp: answer },
  { type: "applied", operation: 0 },
  { type: "failed", operation: 0, message: "no" },
  { type: "reaction", operation: 0 },
  { type: "task", task: 0 },
  { type: "gathered", candidate },
  { type: "media", transceiver: 0, flows: true },
  { type: "data-channel-opened", id: 1 },
  { type: "data-channel-closed", channel: 0 },
  { type: "negotiation-needed" },
];

/** An input, of which turn; what is reported is mostly what waits. */
interface Fed {
  readonly input: number;
  readonly follows: boolean;
  readonly edits: readonly JsonEdit[];
}

const fed: fc.Arbitrary<Fed> = fc.record({
  input: fc.nat(ordinary.length - 1),
  follows: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
  edits: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(jsonEdit, { maxLength: 3 }) },
  ),
});

function run(inputs: readonly Fed[]): number {
  let connection = createConnection();
  let waiting: Input[] = [];
  const take = (input: Input): void => {
    const text = JSON.stringify(input) ?? "";
    const next = made("step of the connection", text, () => step(connection, input));
    connection = next.connection;
    waiting.push(...next.effects.flatMap(endOf));
  };
  for (const { input, follows, edits } of inputs) {
    const due = waiting.shift();
    if (follows && due !== undefined) take(due);
    else if (due !== undefined) waiting = [due, ...waiting];
    take(editedJson(ordinary[input], edits) as Input);
  }
  const copy = JSON.parse(JSON.stringify(connection)) as Connection;
  for (const input of ordinary as readonly Input[]) {
    const [one, other] = [connection, copy].map((before) => JSON.stringify(step(before, input)));
    if (one !== other) throw new Defect(`a connection's copy steps otherwise with ${JSON.stringify(input)}`);
  }
  return inputs.length;
}

/** What a stack reports of what an effect asked for. */
function endOf(effect: ReturnType<typeof step>["effects"][number]): readonly Input[] {
  if (effect.type === "queue-task") return [{ type: "task", task: effect.task }];
  if (effect.type === "react") return [{ type: "reaction", operation: effect.operation }];
  if (effect.type !== "start") return [];
  const { operation, work } = effect;
  if (work.kind === "create-offer") return [{ type: "created", operation, sdp: offer }];
  if (work.kind === "create-answer") return [{ type: "created", operation, sdp: answer }];
  return [{ type: "applied", operation }];
}

/** What happens to a connection, in any order, edited. */
export const inputs = target("inputs", fc.array(fed, { minLength: 1, maxLength: 60 }), run);
