// Where the SDP of a description was never seen, it is taken from the slot as soon as somebody looks.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";
import { followed, liveEvents } from "./scripts/live-script.ts";
import { codesOf, lastOf } from "./scripts/observed-script.ts";

describe("SDP that was never seen", () => {
  it("is what the slot shows, attached in mid-life", () => {
    const { oracle } = followed(
      liveEvents("attached have-remote-pranswer | offer O1 | offer O0 | pranswer A2 | answer A0"),
    );
    expect(oracle.session).toMatchObject({
      signalingState: "have-remote-pranswer",
      pendingLocalDescription: { type: "offer", sdp: "O1" },
      currentLocalDescription: { type: "offer", sdp: "O0" },
      pendingRemoteDescription: { type: "pranswer", sdp: "A2" },
      currentRemoteDescription: { type: "answer", sdp: "A0" },
    });
  });

  it("and is compared from then on", () => {
    const script = `
      remote offer O1: unheard, InvalidStateError, have-local-offer | offer O2 | - | - | -
      remote nonsense: TypeError, have-local-offer | offer O3 | - | - | -`;
    expect(codesOf(script)).toEqual(["refused-remote-offer-in-stable", "changed-sdp-type-unknown"]);
  });

  it("so that answers are judged by the offer found", () => {
    const [offer, misfit] = [audioOnly(alice, "actpass"), audioOnly(bob, "active").replace("a=mid:0", "a=mid:7")];
    const { oracle } = followed(
      [
        {
          kind: "attached",
          time: 0,
          seen: {
            signalingState: "have-local-offer",
            slots: { pendingLocalDescription: { type: "offer", sdp: offer } },
            events: true,
          },
        },
      ],
      {},
    );
    const refused = judge(oracle, {
      call: "setRemoteDescription",
      description: { type: "answer", sdp: misfit },
      outcome: "rejected",
      error: { name: "InvalidAccessError" },
      signalingState: "have-local-offer",
    });
    expect(refused.differences).toEqual([]);
  });

  it("after a wrong state, too", () => {
    const { oracle } = lastOf(
      "local: resolved, have-remote-offer | - | - | offer O9 | -",
      createOracle({ sdp: "opaque" }),
    );
    expect(oracle.session.pendingRemoteDescription).toEqual({ type: "offer", sdp: "O9" });
  });
});
