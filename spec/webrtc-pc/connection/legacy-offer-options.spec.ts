import { describe, expect, it } from "vitest";
import { only, Stack } from "./stack.ts";

const directions = (stack: Stack) => stack.transceivers.map(({ kind, direction }) => [kind, direction]);

describe("webrtc-pc #legacy-configuration-extensions", () => {
  it("creates a transceiver that receives, of each kind that is asked for and that none receives yet", () => {
    const stack = new Stack();
    stack.do({ method: "addTransceiver", trackOrKind: "audio", init: { direction: "sendonly" } });
    const options = { offerToReceiveAudio: true, offerToReceiveVideo: true };
    stack.do({ method: "createOffer", options });
    stack.do({ method: "createOffer", options });
    expect(directions(stack)).toEqual([
      ["audio", "sendonly"],
      ["audio", "recvonly"],
      ["video", "recvonly"],
    ]);
  });

  it("does not update the negotiation-needed flag", () => {
    const stack = new Stack();
    const effects = stack.do({ method: "createOffer", options: { offerToReceiveAudio: true } });
    expect(only(effects, "negotiationneeded")).toEqual([]);
  });

  it("with false, the transceivers of that kind stop receiving", () => {
    const stack = new Stack();
    stack.do({ method: "addTransceiver", trackOrKind: "audio" });
    stack.do({ method: "addTransceiver", trackOrKind: "audio", init: { direction: "recvonly" } });
    stack.do({ method: "addTransceiver", trackOrKind: "video" });
    stack.do({ method: "createOffer", options: { offerToReceiveAudio: false } });
    expect(directions(stack)).toEqual([
      ["audio", "sendonly"],
      ["audio", "inactive"],
      ["video", "sendrecv"],
    ]);
  });

  it("an offer created before is not set any more without its SDP", () => {
    const stack = new Stack();
    stack.do({ method: "createOffer" });
    stack.do({ method: "createOffer", options: { offerToReceiveAudio: true } });
    expect(only(stack.effects, "resolve").map(({ value }) => value?.sdp.includes("m=audio"))).toEqual([false, true]);
  });

  it("does nothing on a closed connection", () => {
    const stack = new Stack();
    stack.do({ method: "close" });
    stack.do({ method: "createOffer", options: { offerToReceiveAudio: true } });
    expect(directions(stack)).toEqual([]);
  });
});
