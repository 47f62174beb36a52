// An oracle that is attached in mid-life goes on from what it finds.
import { describe, expect, it } from "vitest";
import { followed, liveEvents, wordsOn } from "./scripts/live-script.ts";

describe("attached to a peer connection in mid-life", () => {
  it("takes the state and the slots that it finds", () => {
    const { oracle, steps } = followed(liveEvents("attached stable | - | offer O1 | - | answer A2"));
    expect(steps).toEqual([]);
    expect(oracle.session).toMatchObject({
      signalingState: "stable",
      pendingLocalDescription: null,
      currentLocalDescription: { type: "offer", sdp: "O1" },
      pendingRemoteDescription: null,
      currentRemoteDescription: { type: "answer", sdp: "A2" },
    });
  });

  it.each([
    [
      "an answer to the offer found",
      `attached have-local-offer | offer O3 | - | - | -
      0 remote answer A4
      event stable
      0 resolved, stable | - | offer O3 | - | answer A4`,
      "remote answer: conforms",
    ],
    [
      "a rollback to the pair found",
      `attached have-remote-offer | - | offer O1 | offer O3 | answer A2
      0 local rollback
      event stable
      0 resolved, stable | - | offer O1 | - | answer A2`,
      "local rollback: conforms",
    ],
    [
      "a rollback that forgets the pair found",
      `attached have-remote-offer | - | offer O1 | offer O3 | answer A2
      0 local rollback
      event stable
      0 resolved, stable | - | - | - | -`,
      "local rollback: divergence wrong-slot-local-rollback-in-have-remote-offer",
    ],
    [
      "an answer after a provisional one",
      `attached have-remote-pranswer | offer O1 | - | pranswer A2 | -
      0 remote answer A3
      event stable
      0 resolved, stable | - | offer O1 | - | answer A3`,
      "remote answer: conforms",
    ],
    [
      "anything on a closed connection",
      `attached closed | offer O1 | - | - | -
      0 remote offer O2
      0 InvalidStateError, closed | offer O1 | - | - | -`,
      "remote offer: illegal-call",
    ],
    [
      "an offer without SDP",
      `attached stable | - | offer O1 | - | answer A2
      0 local
      event have-local-offer
      0 resolved, have-local-offer | offer O3 | offer O1 | - | answer A2`,
      "local offer: conforms",
    ],
  ])("%s", (_, script, words) => {
    expect(wordsOn(script)).toEqual([words]);
  });

  it("where no slots were to be seen, those of the state compare with any", () => {
    const script = `attached have-remote-offer
      0 local
      event stable
      0 resolved, stable | - | answer A1 | - | offer O9`;
    expect(wordsOn(script)).toEqual(["local answer: conforms"]);
  });

  it("again, it takes what it finds anew, and forgets nothing that it knew of calls", () => {
    const { steps, oracle } = followed(
      liveEvents(`attached stable | - | - | - | -
      0 local
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -
      attached stable | - | offer O1 | - | answer A2
      1 remote offer O3
      event have-remote-offer
      1 resolved, have-remote-offer | - | offer O1 | offer O3 | answer A2`),
    );
    expect(steps.map(({ verdict, index }) => `${index} ${verdict}`)).toEqual(["0 conforms", "1 conforms"]);
    expect(oracle.session.currentRemoteDescription).toEqual({ type: "answer", sdp: "A2" });
  });
});
