import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/fake/world/create-world.ts";
import { type Any, noteEvents } from "./pair.ts";

describe("the fake's media", () => {
  it("getUserMedia() gives tracks with settings, and refuses what cannot be", async () => {
    const { mediaDevices } = createWorld() as Any;
    const stream = await mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: { exact: 720 } } });
    expect(stream.getTracks().map(({ kind, label }: Any) => [kind, label])).toEqual([
      ["audio", "Fake microphone"],
      ["video", "Fake camera"],
    ]);
    const [video] = stream.getVideoTracks();
    expect(video.getSettings()).toMatchObject({ width: 1280, height: 720, frameRate: 30, facingMode: "user" });
    expect(video.getConstraints()).toEqual({ width: 1280, height: { exact: 720 } });
    await expect(mediaDevices.getUserMedia({})).rejects.toThrow(TypeError);
    await expect(mediaDevices.getUserMedia({ video: { width: { min: 9999 } } })).rejects.toMatchObject({
      ...{ name: "OverconstrainedError", constraint: "width" },
    });
    const devices = await mediaDevices.enumerateDevices();
    expect(devices.map(({ kind }: Any) => kind)).toEqual(["audioinput", "videoinput", "audiooutput"]);
    expect(video.getSettings().deviceId).toBe(devices[1].deviceId);
  });

  it("a track: stop() ends it without an event, a clone lives on", () => {
    const world = createWorld();
    const track = world.createTrack("video") as Any;
    const notes: string[] = [];
    noteEvents(notes, "track", track, ["ended"]);
    track.enabled = 0;
    const clone = track.clone();
    track.stop();
    expect([track.readyState, clone.readyState, track.enabled, clone.enabled, notes]).toEqual([
      ...["ended", "live", false, false, []],
    ]);
    expect(clone.id).not.toBe(track.id);
    expect(() => new world.MediaStreamTrack()).toThrow(TypeError);
  });

  it("applyConstraints() changes the settings", async () => {
    const track = createWorld().createTrack("video") as Any;
    await track.applyConstraints({ frameRate: { max: 15 } });
    expect(track.getSettings().frameRate).toBe(15);
    await expect(track.applyConstraints({ facingMode: { exact: "environment" } })).rejects.toMatchObject({
      constraint: "facingMode",
    });
    expect(track.getConstraints()).toEqual({ frameRate: { max: 15 } });
  });

  it("a stream is a set of tracks, made of tracks, of a stream or of nothing", () => {
    const world = createWorld();
    const [one, other] = [world.createTrack("audio"), world.createTrack("video")] as Any[];
    const stream = new world.MediaStream([one, one]);
    expect(stream.getTracks()).toEqual([one]);
    expect(stream.active).toBe(true);
    stream.addTrack(other);
    expect([stream.getTrackById(other.id), stream.getTrackById("none")]).toEqual([other, null]);
    const same = new world.MediaStream(stream);
    expect([same.getTracks().length, same.id === stream.id]).toEqual([2, false]);
    expect(stream.clone().getTracks()[0]).not.toBe(one);
    stream.removeTrack(one);
    one.stop();
    other.stop();
    expect([stream.getAudioTracks(), stream.active, new world.MediaStream().getTracks()]).toEqual([[], false, []]);
    expect(() => new world.MediaStream([{}])).toThrow(TypeError);
    expect(() => new world.MediaStream(null)).toThrow(TypeError);
  });
});
