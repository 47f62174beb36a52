// close() of a connection whose calls are judged one by one.
import { describe, expect, it } from "vitest";
import type { SignalingState } from "../../src/entries/index.ts";
import { judge } from "../../src/entries/oracle.ts";
import { codesOf, lastOf, opaqueOracle } from "./scripts/observed-script.ts";

const offered = "local: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -";

describe("close()", () => {
  it("is always applied, fires nothing and leaves the slots", () => {
    const { step, oracle, conforms } = lastOf(`${offered}\nclose: resolved, closed | offer O1 | - | - | -`);
    expect(conforms).toBe(true);
    expect(step).toMatchObject({
      call: "close",
      type: null,
      provision: "close-in-have-local-offer",
      before: "have-local-offer",
      expected: { outcome: "applied", error: null, signalingState: "closed" },
      observed: { outcome: "applied", signalingState: "closed" },
      verdict: "conforms",
      reference: null,
    });
    expect(oracle.session).toMatchObject({ signalingState: "closed", pendingLocalDescription: { sdp: "O1" } });
  });

  it("again changes nothing", () => {
    expect(codesOf("close: resolved, closed\nclose: resolved, closed")).toEqual(["", ""]);
    expect(lastOf("close: resolved, closed\nclose: resolved, closed").step.provision).toBe("close-in-closed");
  });

  it.each([
    [
      "keeps the state",
      "close: resolved, have-local-offer | offer O1 | - | - | -",
      "wrong-state-close-in-have-local-offer",
    ],
    ["empties a slot", "close: resolved, closed | - | - | - | -", "wrong-slot-close-in-have-local-offer"],
    ["changes a slot", "close: resolved, closed | offer O2 | - | - | -", "changed-sdp-close-in-have-local-offer"],
    [
      "fires an event",
      "close: event closed, resolved, closed | offer O1 | - | - | -",
      "wrong-events-close-in-have-local-offer",
    ],
    ["throws", "close: InvalidStateError, closed | offer O1 | - | - | -", "refused-close-in-have-local-offer"],
    ["never returns", "close: unsettled, closed | offer O1 | - | - | -", "unsettled-close-in-have-local-offer"],
  ])("one that %s is told once", (_, line, code) => {
    const { differences, step } = lastOf(`${offered}\n${line}`);
    expect(differences).toMatchObject([{ code, reference: { section: "#dom-rtcpeerconnection-close" } }]);
    expect(step.verdict).toBe("divergence");
  });

  it("where it did not close, judging goes on in the state that it left", () => {
    const script = `${offered}
      close: resolved, have-local-offer | offer O1 | - | - | -
      remote answer A1: event stable, resolved, stable | - | offer O1 | - | answer A1`;
    expect(codesOf(script)).toEqual(["", "wrong-state-close-in-have-local-offer", ""]);
  });

  it("what comes after is refused, all of it", () => {
    for (const call of ["local", "local rollback", "remote offer O1", "createOffer", "createAnswer"]) {
      expect(codesOf(`close: resolved, closed\n${call}: InvalidStateError, closed`)).toEqual(["", ""]);
      const resolved = call.startsWith("create") ? "resolved offer O1" : "resolved";
      expect(codesOf(`close: resolved, closed\n${call}: ${resolved}, closed`)).toEqual([
        "",
        "applied-connection-closed",
      ]);
    }
  });

  it.each<SignalingState>(["stable", "have-remote-offer"])(
    "a connection that is alive again, in %s, is followed there",
    (state) => {
      const { oracle } = lastOf("close: resolved, closed");
      const { differences, oracle: after } = judge(oracle, {
        call: "setRemoteDescription",
        description: { type: "offer", sdp: "O1" },
        outcome: "applied",
        signalingState: state,
      });
      expect(differences).toMatchObject([{ code: "applied-connection-closed" }]);
      expect(after.session.signalingState).toBe(state);
    },
  );

  it("an oracle that has seen nothing else judges it, too", () => {
    expect(judge(opaqueOracle, { call: "close", outcome: "applied", signalingState: "closed" }).conforms).toBe(true);
  });
});
