// A world that accepts local descriptions which the application has changed, as browsers do.
import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";
import type { Any } from "./pair.ts";

function pairIn(options: object): { readonly a: Any; readonly b: Any; readonly world: Any } {
  const world = createWorld({ clock: "virtual", ...options }) as Any;
  const [a, b] = [new world.RTCPeerConnection(), new world.RTCPeerConnection()];
  a.onicecandidate = ({ candidate }: Any) => b.addIceCandidate(candidate);
  b.onicecandidate = ({ candidate }: Any) => a.addIceCandidate(candidate);
  a.addTransceiver("audio");
  return { a, b, world };
}

function errorOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "none",
    ({ name, cause }) => `${name} ${cause.rule ?? cause.code}`,
  );
}

const inStereo = ({ type, sdp }: Any) => ({ type, sdp: sdp.replace("useinbandfec=1", "useinbandfec=1;stereo=1") });

describe('createWorld({ mungedSdp: "accept" })', () => {
  it("takes a changed offer and a changed answer, and connects", async () => {
    const { a, b, world } = pairIn({ mungedSdp: "accept" });
    const offer = inStereo(await a.createOffer());
    await a.setLocalDescription(offer);
    expect(a.localDescription.sdp).toBe(offer.sdp);
    await b.setRemoteDescription(offer);
    const answer = inStereo(await b.createAnswer());
    await b.setLocalDescription(answer);
    await a.setRemoteDescription(answer);
    await world.settle();
    expect([a.connectionState, b.connectionState]).toEqual(["connected", "connected"]);
    expect([offer, answer].every(({ sdp }) => sdp.includes("stereo=1"))).toBe(true);
  });

  it("judges what is changed by state and rules, as ever", async () => {
    const { a } = pairIn({ mungedSdp: "accept" });
    const { sdp } = await a.createOffer();
    const set = (type: string, text: string) => errorOf(a.setLocalDescription({ type, sdp: text }));
    expect(await set("answer", sdp)).toBe("InvalidStateError answer-in-wrong-state");
    expect(await set("offer", "v=0")).toBe("OperationError S2");
    expect(await set("offer", sdp.replace(/a=fingerprint.*\r\n/, ""))).toBe("InvalidAccessError D5");
    expect(a.signalingState).toBe("stable");
  });

  it("is asked for: by default a changed description is refused", async () => {
    for (const options of [{}, { mungedSdp: "refuse" }]) {
      const { a } = pairIn(options);
      const offer = inStereo(await a.createOffer());
      expect(await errorOf(a.setLocalDescription(offer))).toBe("InvalidModificationError local-description-modified");
    }
    expect(() => createWorld({ mungedSdp: "maybe" as "accept" })).toThrow(
      'createWorld: mungedSdp must be "refuse" or "accept"',
    );
  });
});
