// A state that comes late, with its event, is told once: judging goes on from there.
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";
import { judge } from "../../src/entries/oracle.ts";
import { rest } from "../testing/driving/rest.ts";
import { FakePeerConnection } from "../testing/faulty/fake-peer-connection.ts";
import { opaqueOracle } from "./scripts/observed-script.ts";

describe("a promise that is resolved before the description is in effect", () => {
  it("is told once, call by call", () => {
    const early = judge(opaqueOracle, {
      call: "setLocalDescription",
      outcome: "applied",
      signalingState: "stable",
      events: [],
      lateEvents: ["have-local-offer"],
    });
    expect(early.differences.map(({ code }) => code)).toEqual(["wrong-state-local-offer-without-sdp-in-stable"]);
    const next = judge(early.oracle, {
      call: "setLocalDescription",
      description: { type: "rollback" },
      outcome: "applied",
      signalingState: "stable",
      events: ["stable"],
    });
    expect(next.differences).toEqual([]);
  });

  it("is told once by an observer", async () => {
    const pc = new FakePeerConnection({ fault: "state-after-settling" });
    const observer = observe(pc);
    await pc.setLocalDescription();
    await rest();
    await pc.createAnswer().catch(() => undefined);
    await pc.setRemoteDescription({ type: "pranswer", sdp: "garbage" }).catch(() => undefined);
    expect(observer.steps.flatMap(({ differences }) => differences.map(({ code }) => code))).toEqual([
      "wrong-state-local-offer-without-sdp-in-stable",
    ]);
  });
});
