// Of what was created before anybody looked, or for an offer that is gone, nobody can say that it was refused wrongly.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { observe } from "../../src/entries/observe.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";
import { FakePeerConnection } from "../testing/faulty/fake-peer-connection.ts";

describe("an offer that was created before the observer was attached", () => {
  it("may be set", async () => {
    const pc = new FakePeerConnection();
    const offer = await pc.createOffer();
    const observer = observe(pc);
    await pc.setLocalDescription(offer);
    expect(observer.steps.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe("an answer that was created for an offer that was replaced since", () => {
  const one = audioOnly(alice, "actpass");
  const two = balanced(alice, "actpass", 2);
  const answer = audioOnly(bob, "active");

  it.each([["InvalidAccessError"], ["InvalidModificationError"]])("may be refused, with %s", (name) => {
    let oracle = createOracle();
    const right = { outcome: "applied", signalingState: "have-remote-offer" } as const;
    const offered = (sdp: string) =>
      ({ ...right, call: "setRemoteDescription", description: { type: "offer", sdp } }) as const;
    const created = { ...right, call: "createAnswer", created: { type: "answer", sdp: answer } } as const;
    for (const observation of [offered(one), created, offered(two)]) oracle = judge(oracle, observation).oracle;
    const { differences } = judge(oracle, {
      call: "setLocalDescription",
      description: { type: "answer", sdp: answer },
      outcome: "rejected",
      error: { name },
      signalingState: "have-remote-offer",
    });
    expect(differences).toEqual([]);
  });
});
