import { createWorld } from "../../../src/entries/fake.ts";
import { type Implementation, interfacesOf } from "./implementation.ts";

const world = createWorld({ clock: "real", seed: 1 });
const installed: Record<string, unknown> = {};
world.install(installed);

const mediaDevices = world.mediaDevices as MediaDevices;

// A canvas and Web Audio need tracks at once, and getUserMedia gives them later: copies of these.
const tracks = (await mediaDevices.getUserMedia({ audio: true, video: true })).getTracks();

export const implementation: Implementation = {
  title: "jsep-machine/fake",
  globals: interfacesOf(installed),
  getUserMedia: (constraints) => mediaDevices.getUserMedia(constraints as MediaStreamConstraints),
  createTrack: (kind) => tracks.find((track) => track.kind === kind)?.clone(),
};
