// Where the SDP of a description was never seen, it is taken from the slot as soon as somebody looks.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, judge, type Oracle } from "../../src/entries/oracle.ts";
import { eventsOf } from "./scripts/event-script.ts";
import { followed, liveEvents } from "./scripts/live-script.ts";
import { codesOf, lastOf, observationOf } from "./scripts/observed-script.ts";

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

describe("SDP that was never seen is told from SDP that is empty", () => {
  const empty = { type: "offer", sdp: "" } as const;
  const offered = { call: "setRemoteDescription", outcome: "applied", signalingState: "have-remote-offer" } as const;
  const shown = { slots: { pendingRemoteDescription: { type: "offer", sdp: "O1" } } } as const;

  it("a remote offer that was set with empty SDP must be in its slot", () => {
    const { differences } = judge(createOracle({ sdp: "opaque" }), { ...offered, description: empty, ...shown });
    expect(differences.map(({ code }) => code)).toEqual(["changed-sdp-remote-offer-in-stable"]);
  });

  it("one whose SDP the log does not hold may have any", () => {
    const { differences } = judge(createOracle({ sdp: "opaque" }), {
      ...offered,
      description: { type: "offer" },
      ...shown,
    });
    expect(differences).toEqual([]);
  });

  it.each<[string, (oracle: Oracle) => Oracle]>([
    ["the oracle itself", (oracle) => oracle],
    ["a JSON copy", (oracle) => JSON.parse(JSON.stringify(oracle))],
  ])("an answer takes the mark along to the current slot, and the answer's own SDP is compared: %s", (_, copy) => {
    const script = ["local: unheard, resolved, have-local-offer", "remote answer A1: unheard, resolved, stable"];
    let oracle = createOracle({ sdp: "opaque" });
    for (const line of script) oracle = copy(judge(oracle, observationOf(line)).oracle);
    const later = (slots: string) =>
      judge(copy(oracle), observationOf(`remote nonsense: TypeError, stable | ${slots}`)).differences;
    expect(later("- | offer O9 | - | answer A1")).toEqual([]);
    expect(later("- | offer O9 | - | answer A2").map(({ code }) => code)).toEqual(["changed-sdp-type-unknown"]);
    expect(later("- | pranswer O9 | - | answer A1").map(({ code }) => code)).toEqual(["wrong-slot-type-unknown"]);
  });

  it("a rollback ends it: the next offer is compared", () => {
    const script = `
      local: unheard, resolved, have-local-offer
      local rollback: unheard, resolved, stable
      createOffer: resolved offer O1, stable
      local offer O1: unheard, resolved, have-local-offer
      remote nonsense: TypeError, have-local-offer | offer O2 | - | - | -`;
    expect(codesOf(script)).toEqual(["", "", "", "", "changed-sdp-type-unknown"]);
  });

  it("a log does not say what a call without SDP has set, whatever was created before", () => {
    const { session } = followed(
      eventsOf(`
        created offer O1
        local offer
        state have-local-offer
        local ok`),
    ).oracle;
    expect(session.pendingLocalDescription).toEqual(empty);
    expect(session.lastCreatedOffer).toBe("");
  });
});
