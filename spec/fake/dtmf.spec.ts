import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";
import { type Any, connectionsIn, negotiated } from "./pair.ts";

/** A sender of DTMF that is connected, and its `tonechange` events: the tone, what is left, and when. */
async function dtmfPair() {
  const world = createWorld({ clock: "virtual" });
  const { a, b } = connectionsIn(world);
  const sender = a.addTrack(world.createTrack("audio"));
  const { dtmf } = sender;
  expect(dtmf.canInsertDTMF).toBe(false);
  await negotiated(a, b);
  await world.settle();
  const events: string[] = [];
  dtmf.ontonechange = (event: Any) => {
    expect(event).toBeInstanceOf(world.RTCDTMFToneChangeEvent);
    events.push(`${world.now()} ${event.tone}|${dtmf.toneBuffer}`);
  };
  return { world, a, b, sender, dtmf, events };
}

describe("webrtc-pc #rtcdtmfsender", () => {
  it("a sender of audio has one, the same each time; one of video has none", () => {
    const { RTCPeerConnection, RTCDTMFSender } = createWorld() as Any;
    const pc = new RTCPeerConnection();
    const { sender } = pc.addTransceiver("audio");
    expect(sender.dtmf).toBeInstanceOf(RTCDTMFSender);
    expect(sender.dtmf).toBe(sender.dtmf);
    expect(pc.addTransceiver("video").sender.dtmf).toBeNull();
    expect(() => new RTCDTMFSender()).toThrow(TypeError);
  });

  it("plays one tone after the other, and says when it is done", async () => {
    const { world, dtmf, events } = await dtmfPair();
    expect(dtmf.canInsertDTMF).toBe(true);
    dtmf.insertDTMF("1a,#");
    expect(dtmf.toneBuffer).toBe("1A,#");
    await world.advance(10_000);
    expect(events).toEqual(["0 1|A,#", "170 A|,#", "340 ,|#", "2340 #|", "2510 |"]);
  });

  it("durations and gaps are clamped", async () => {
    const { world, dtmf, events } = await dtmfPair();
    dtmf.insertDTMF("1", 1, 1);
    await world.advance(100);
    dtmf.insertDTMF("2", 9000, 9000);
    await world.advance(20_000);
    expect(events).toEqual(["0 1|", "70 |", "100 2|", "12100 |"]);
  });

  it("a call while tones are played replaces those that are left; with an empty text there are none", async () => {
    const { world, dtmf, events } = await dtmfPair();
    dtmf.insertDTMF("ABC");
    await world.advance(100);
    dtmf.insertDTMF("12");
    await world.advance(100);
    dtmf.insertDTMF("");
    await world.advance(1000);
    expect(events).toEqual(["0 A|BC", "170 1|2", "340 |"]);
  });

  it("refuses what is no tone, and calls while no DTMF can be sent", async () => {
    const { world, a, dtmf, sender, events } = await dtmfPair();
    expect(() => dtmf.insertDTMF("12x")).toThrow(expect.objectContaining({ name: "InvalidCharacterError" }));
    expect(() => dtmf.insertDTMF()).toThrow(TypeError);
    await sender.replaceTrack(null);
    expect(() => dtmf.insertDTMF("1")).toThrow(expect.objectContaining({ name: "InvalidStateError" }));
    await sender.replaceTrack(world.createTrack("audio"));
    dtmf.insertDTMF("12");
    await world.settle();
    a.getTransceivers()[0].stop();
    await world.advance(1000);
    expect([dtmf.canInsertDTMF, events]).toEqual([false, ["0 1|2"]]);
  });

  it("needs the codec for it", async () => {
    const { world, a, b, dtmf } = await dtmfPair();
    const [transceiver] = a.getTransceivers();
    const { codecs } = (world.RTCRtpReceiver as Any).getCapabilities("audio");
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }: Any) => mimeType === "audio/opus"));
    await negotiated(a, b);
    expect(dtmf.canInsertDTMF).toBe(false);
  });
});

describe("webrtc-pc #rtcdtmftonechangeevent", () => {
  it("is constructed with a tone, which is empty by default", () => {
    const { RTCDTMFToneChangeEvent } = createWorld() as Any;
    expect(new RTCDTMFToneChangeEvent("tonechange", { tone: "1" }).tone).toBe("1");
    expect(new RTCDTMFToneChangeEvent("x").tone).toBe("");
  });
});
