import fc from "fast-check";
import { answers, offers } from "../../property-tests/arbitraries/sdp-seeds.ts";
import { answer } from "../../src/cli/serve/answer.ts";
import { createClient } from "../../src/cli/serve/client.ts";
import { defaultLimits } from "../../src/cli/serve/limits.ts";
import { success } from "../../src/result.ts";
import { Defect, made } from "./defect.ts";
import { editedJson, jsonEdit } from "./json-mutation.ts";
import { target } from "./target.ts";

const [offer = "", answered = ""] = [offers[0], answers[0]];
const seen = { outcome: "applied", signalingState: "have-local-offer", slots: {}, events: ["have-local-offer"] };
const rejection = { outcome: "rejected", error: { name: "InvalidStateError", message: "stable" }, signalingState: "x" };

const connectionInputs: readonly object[] = [
  {
    type: "call",
    call: 1,
    method: "addTransceiver",
    trackOrKind: { id: "t", kind: "audio" },
    init: { streams: ["s"] },
  },
  { type: "call", call: "l", method: "setLocalDescription" },
  { type: "call", call: 2, method: "setRemoteDescription", description: { type: "offer", sdp: offer } },
  { type: "call", call: 3, method: "addIceCandidate", candidate: { candidate: "", sdpMid: "0" } },
  { type: "call", call: 4, method: "createDataChannel", label: "x", init: { negotiated: true, id: 3 } },
  { type: "call", call: 5, method: "close" },
  { type: "created", operation: 0, sdp: offer },
  ...[0, 1].flatMap((number) => [
    { type: "applied", operation: number },
    { type: "reaction", operation: number },
    { type: "task", task: number },
  ]),
  { type: "failed", operation: 0, message: "no" },
];

/** Requests as a client sends them: edited, they meet sessions in every state. */
const ordinary: readonly object[] = [
  { op: "create", session: "a" },
  { op: "create", session: "b", options: { sdp: "opaque", profile: "legacy", tolerate: ["D5"], maxSdpLength: 5000 } },
  { op: "drop", session: "a" },
  { op: "hello" },
  {
    op: "create",
    connection: "c",
    options: { bundlePolicy: "max-bundle", revision: "before #2509", certificates: [] },
  },
  { op: "drop", connection: "c" },
  ...connectionInputs.map((input) => ({ op: "step", connection: "c", input, brief: true })),
  { op: "step", connection: "c", input: { type: "negotiation-needed" } },
  { op: "next", state: "stable", side: "local", type: "offer", profile: "rfc9429" },
  ...["a", "b"].flatMap((session) => [
    { op: "offerCreated", session, sdp: offer },
    { op: "answerCreated", session, sdp: answered },
    { op: "setLocalDescription", session },
    { op: "setLocalDescription", session, description: { type: "offer", sdp: offer }, brief: true },
    { op: "setRemoteDescription", session, description: { type: "offer", sdp: offer } },
    { op: "setRemoteDescription", session, description: { type: "answer", sdp: answered } },
    { op: "setLocalDescription", session, description: { type: "rollback" } },
    { op: "operationFailed", session, side: "local", type: "offer", message: "no" },
    { op: "close", session },
    { op: "check", session, sdp: answered, type: "answer", side: "remote", tolerate: [], rtcpMuxPolicy: "require" },
    { op: "judge", session, call: "setLocalDescription", description: { type: "offer", sdp: offer }, observed: seen },
    {
      op: "judge",
      session,
      call: "setRemoteDescription",
      description: { type: "offer", sdp: offer },
      observed: rejection,
    },
    { op: "judge", session, call: "close", observed: { ...seen, signalingState: "closed" }, brief: true },
  ]),
];

const json = fc
  .tuple(fc.constantFrom(...ordinary), fc.nat(9), fc.oneof(fc.constant([]), fc.array(jsonEdit, { maxLength: 4 })))
  .map(([request, id, edits]) => JSON.stringify(editedJson({ id, ...request }, edits)) ?? "");
const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: json },
  { weight: 1, arbitrary: fc.tuple(json, fc.nat()).map(([text, end]) => text.slice(0, end % (text.length + 1))) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 50 }) },
);

function run(lines: readonly string[]): number {
  const held = createClient({ ...defaultLimits, maxSessions: 3 });
  for (const request of lines) {
    const reply = made("serve's answer", request, () => answer(held, success(request)));
    if (/[\n\r\p{Cc}\p{Cf}]/u.test(reply)) throw new Defect("an answer holds a line break or a control character");
    const parsed = made("reading an answer", reply, () => JSON.parse(reply) as Record<string, unknown>);
    if (!("id" in parsed) || Object.keys(parsed).length < 2) throw new Defect(`no answer: ${reply.slice(0, 200)}`);
  }
  return lines.length;
}

/** What a client sends to `serve`, line by line. */
export const requests = target("requests", fc.array(line, { minLength: 1, maxLength: 40 }), run);
