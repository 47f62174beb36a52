// Makes so many pairs of an implementation, one after the other, and prints what one takes in ms, as JSON.
import { createRequire } from "node:module";
import { root } from "./build-output.ts";

// biome-ignore lint/suspicious/noExplicitAny: the same code runs on each implementation, whose types differ
type Any = any;

interface Implementation {
  readonly RTCPeerConnection: Any;
  createTrack(kind: "audio" | "video"): object;
}

const load = createRequire(new URL("conformance/package.json", root));

const implementations: Readonly<Record<string, () => Promise<Implementation>>> = {
  fake: async () => {
    const { createWorld } = await import(new URL("dist/fake.js", root).href);
    return createWorld() as Implementation;
  },
  "@roamhq/wrtc": async () => {
    const { RTCPeerConnection, nonstandard } = load("@roamhq/wrtc");
    const sources = { audio: new nonstandard.RTCAudioSource(), video: new nonstandard.RTCVideoSource() };
    return { RTCPeerConnection, createTrack: (kind) => sources[kind].createTrack() };
  },
  werift: async () => {
    const { RTCPeerConnection, MediaStreamTrack } = load("werift");
    return { RTCPeerConnection, createTrack: (kind) => new MediaStreamTrack({ kind }) };
  },
};

/** Audio, video and a data channel; offer and answer, until the channel is open. */
async function connectPair({ RTCPeerConnection }: Implementation, tracks: readonly object[]): Promise<void> {
  const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()] as Any[];
  a.onicecandidate = ({ candidate }: Any) => pass(candidate, b);
  b.onicecandidate = ({ candidate }: Any) => pass(candidate, a);
  for (const track of tracks) a.addTrack(track);
  const channel = a.createDataChannel("bench");
  const opened = new Promise((resolve) => {
    channel.onopen = resolve;
  });
  await a.setLocalDescription(await a.createOffer());
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription(await b.createAnswer());
  await a.setRemoteDescription(b.localDescription);
  await opened;
  await Promise.all([a.close(), b.close()]);
}

async function pass(candidate: object | null, to: Any): Promise<void> {
  // A candidate that comes after close() is of no use.
  if (candidate) await to.addIceCandidate(candidate).catch(() => {});
}

const [name = "fake", pairs = "1"] = process.argv.slice(2);
const implementation = await (implementations[name] as () => Promise<Implementation>)();
const tracks = [implementation.createTrack("audio"), implementation.createTrack("video")];
const count = Number(pairs);
for (let warm = 0; warm < count / 2; warm++) await connectPair(implementation, tracks);
const [cpuBefore, before] = [process.cpuUsage(), performance.now()];
for (let index = 0; index < count; index++) await connectPair(implementation, tracks);
const { user, system } = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ cpu: (user + system) / 1000 / count, wall: (performance.now() - before) / count }));
// Native implementations keep the process alive.
process.exit(0);
