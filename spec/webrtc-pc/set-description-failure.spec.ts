import { describe, expect, it } from "vitest";
import { rejected } from "../../cases/calls.ts";
import { junk } from "../../cases/junk.ts";
import { openStates, sessionIn } from "../../cases/sessions.ts";
import { operationFailed, sdpTypes } from "../../src/entries/index.ts";

describe("webrtc-pc #set-description, the stack could not apply it", () => {
  it.each(openStates)("in %s is an OperationError and leaves the session alone", (state) => {
    for (const side of ["local", "remote"] as const) {
      for (const type of sdpTypes) {
        const before = sessionIn(state);
        const outcome = rejected(operationFailed(before, side, type, "no port left"));
        expect(outcome.session).toBe(before);
        expect(outcome.effects).toEqual([]);
        expect(outcome.rejection).toMatchObject({
          error: "OperationError",
          code: "operation-failed",
          signalingState: state,
          side,
          type,
          rule: null,
        });
        const call = `${side === "local" ? "setLocalDescription" : "setRemoteDescription"}(${type})`;
        for (const part of [call, state, "no port left"]) expect(outcome.rejection.message).toContain(part);
      }
    }
  });

  it.each(junk)("never throws, given %s as side, type and message", (_, value) => {
    const before = sessionIn("stable");
    const { session, rejection } = rejected(
      operationFailed(before, ...([value, value, value] as [never, never, never])),
    );
    expect(session).toBe(before);
    expect(rejection).toMatchObject({ error: "OperationError", side: null, type: null });
    expect(JSON.parse(JSON.stringify(rejection))).toEqual(rejection);
  });
});
