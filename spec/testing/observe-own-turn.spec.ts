// A stack without an operations chain, observed: a call is judged in the state of its own turn.
// @see https://w3c.github.io/webrtc-pc/#dfn-chain
import { describe, expect, it } from "vitest";
import { observe } from "../../src/entries/observe.ts";

/** A stack that decides about a call when it is made, and takes a while to apply a description. */
function chainless() {
  const pc = {
    signalingState: "stable",
    createOffer: async () => ({ type: "offer", sdp: "O" }),
    async createAnswer() {
      if (pc.signalingState === "stable") throw new DOMException("no offer", "InvalidStateError");
      return { type: "answer", sdp: "A" };
    },
    setLocalDescription: async () => {},
    async setRemoteDescription(_: object) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      pc.signalingState = "have-remote-offer";
    },
    close() {},
  };
  return pc;
}

describe("observe, on a stack without an operations chain", () => {
  it("createAnswer() that is refused while the remote offer is being applied deviates", async () => {
    const pc = chainless();
    const observer = observe(pc, { sdp: "opaque" });
    const applied = pc.setRemoteDescription({ type: "offer", sdp: "O1" });
    await expect(pc.createAnswer()).rejects.toThrow("no offer");
    await applied;
    expect(observer.steps.map(({ verdict, differences }) => [verdict, ...differences.map(({ code }) => code)])).toEqual(
      [["conforms"], ["divergence", "refused-create-answer-in-have-remote-offer"]],
    );
  });

  it("and conforms once the offer is awaited", async () => {
    const pc = chainless();
    const observer = observe(pc, { sdp: "opaque" });
    await pc.setRemoteDescription({ type: "offer", sdp: "O1" });
    await pc.createAnswer();
    expect(observer.conforms).toBe(true);
  });
});
