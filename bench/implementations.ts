// The implementations of RTCPeerConnection of which pairs are made.
import { createRequire } from "node:module";
import { root } from "./build-output.ts";

// biome-ignore lint/suspicious/noExplicitAny: the same code runs on each implementation, whose types differ
type Any = any;

export interface Implementation {
  readonly RTCPeerConnection: Any;
  createTrack(kind: "audio" | "video"): object;
}

/** Two connections. */
export interface Pair {
  readonly a: Any;
  readonly b: Any;
}

const load = createRequire(new URL("conformance/package.json", root));

/** By their names. */
export const implementations = {
  fake: async () => {
    const { createWorld } = await import(new URL("dist/fake.js", root).href);
    return createWorld() as Implementation;
  },
  "@roamhq/wrtc": async () => {
    const { RTCPeerConnection, nonstandard } = load("@roamhq/wrtc");
    const sources = { audio: new nonstandard.RTCAudioSource(), video: new nonstandard.RTCVideoSource() };
    return { RTCPeerConnection, createTrack: (kind: "audio" | "video") => sources[kind].createTrack() };
  },
  werift: async () => {
    const { RTCPeerConnection, MediaStreamTrack } = load("werift");
    return { RTCPeerConnection, createTrack: (kind: string) => new MediaStreamTrack({ kind }) };
  },
} satisfies Readonly<Record<string, () => Promise<Implementation>>>;

/** What every pair sends. */
export function tracksOf({ createTrack }: Implementation): readonly object[] {
  return [createTrack("audio"), createTrack("video")];
}

/** Audio, video and a data channel; offer and answer, until the channel is open. */
export async function connectPair({ RTCPeerConnection }: Implementation, tracks: readonly object[]): Promise<Pair> {
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
  return { a, b };
}

export async function closePair({ a, b }: Pair): Promise<void> {
  await Promise.all([a.close(), b.close()]);
}

async function pass(candidate: object | null, to: Any): Promise<void> {
  // A candidate that comes after close() is of no use.
  if (candidate) await to.addIceCandidate(candidate).catch(() => {});
}
