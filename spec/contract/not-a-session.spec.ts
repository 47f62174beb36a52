import { describe, expect, it } from "vitest";
import { throwingProxy } from "../../cases/junk.ts";
import { sessionIn } from "../../cases/sessions.ts";
import {
  answerCreated,
  close,
  legalCalls,
  localDescription,
  offerCreated,
  operationFailed,
  remoteDescription,
  type Session,
  setLocalDescription,
  setRemoteDescription,
  step,
} from "../../src/entries/index.ts";

const functions: Readonly<Record<string, (session: Session) => unknown>> = {
  setLocalDescription: (session) => setLocalDescription(session),
  setRemoteDescription: (session) => setRemoteDescription(session, { type: "offer", sdp: "" }),
  offerCreated: (session) => offerCreated(session, ""),
  answerCreated: (session) => answerCreated(session, ""),
  operationFailed: (session) => operationFailed(session, "local", "offer", ""),
  close,
  legalCalls,
  localDescription,
  remoteDescription,
};

const notSessions: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a string", "stable"],
  ["an empty object", {}],
  ["an outcome", close(sessionIn("stable"))],
  ["a peer connection", { signalingState: "stable", localDescription: null }],
  ["a session without a profile", { ...sessionIn("stable"), options: {} }],
  ["a proxy that throws when touched", throwingProxy()],
];

describe.each(Object.entries(functions))(
  "contract, %s: what is not a session is a programmer's mistake",
  (name, call) => {
    it.each(notSessions)("%s", (_, value) => {
      expect(() => call(value as Session)).toThrow(TypeError);
      expect(() => call(value as Session)).toThrow(`${name}: the first argument must be a session`);
    });

    it("a JSON copy of a session is one", () => {
      expect(() => call(JSON.parse(JSON.stringify(sessionIn("have-local-offer"))))).not.toThrow();
    });
  },
);

it("step says it in the name of the function that it calls", () => {
  expect(() => step(undefined as never, { method: "close" })).toThrow("close: the first argument must be a session");
});
