import { describe, expect, it } from "vitest";
import { junk } from "../../cases/junk.ts";
import { sessionIn, states } from "../../cases/sessions.ts";
import {
  answerCreated,
  type Call,
  close,
  type Outcome,
  offerCreated,
  operationFailed,
  type Session,
  setLocalDescription,
  setRemoteDescription,
  step,
} from "../../src/entries/index.ts";

const offer = { type: "offer", sdp: "LO" };

const calls: readonly (readonly [Call, (session: Session) => Outcome])[] = [
  [{ method: "setLocalDescription" }, (session) => setLocalDescription(session)],
  [{ method: "setLocalDescription", description: offer }, (session) => setLocalDescription(session, offer)],
  [{ method: "setRemoteDescription" }, (session) => setRemoteDescription(session)],
  [{ method: "setRemoteDescription", description: offer }, (session) => setRemoteDescription(session, offer)],
  [{ method: "offerCreated", sdp: "X" }, (session) => offerCreated(session, "X")],
  [{ method: "answerCreated", sdp: "X" }, (session) => answerCreated(session, "X")],
  [
    { method: "operationFailed", side: "remote", type: "offer", message: "no memory" },
    (session) => operationFailed(session, "remote", "offer", "no memory"),
  ],
  [{ method: "close" }, (session) => close(session)],
];

describe("contract, step: all calls as one reducer", () => {
  it.each(calls)("%j does what the function of its name does, in every state", (call, named) => {
    for (const state of states) expect(step(sessionIn(state), call), state).toEqual(named(sessionIn(state)));
  });

  it.each([{}, { method: "createOffer" }, { method: 5 }, null, undefined, "close"])("an unknown method, %j", (call) => {
    expect(() => step(sessionIn("stable"), call as Call)).toThrow(/^step: unknown method/);
    expect(() => step(sessionIn("stable"), call as Call)).toThrow(TypeError);
  });

  it("names the method", () => {
    expect(() => step(sessionIn("stable"), { method: "addTrack" } as never)).toThrow('step: unknown method "addTrack"');
  });

  it("gives an outcome for any description", () => {
    for (const [, description] of junk) {
      expect(step(sessionIn("stable"), { method: "setRemoteDescription", description }).kind).toBe("rejected");
    }
  });
});
