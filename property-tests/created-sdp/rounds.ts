import fc from "fast-check";
import { usualCapabilities } from "../../cases/created-sdp/capabilities.ts";
import {
  addTransceiver,
  create,
  createPeer,
  type Peer,
  type PeerOptions,
  rollBack,
  set,
} from "../../cases/created-sdp/peer.ts";
import type { Capabilities, CodecCapability, Direction } from "../../src/entries/connection.ts";

/** What an application does between negotiations. */
type Action =
  | {
      readonly act: "add";
      readonly kind: "audio" | "video";
      readonly direction: Direction;
      readonly rids: readonly string[];
      readonly streams: readonly string[];
      readonly byTrack: boolean;
    }
  | { readonly act: "stop"; readonly which: number }
  | { readonly act: "direct"; readonly which: number; readonly direction: Direction }
  | { readonly act: "prefer"; readonly which: number; readonly codecs: number }
  | { readonly act: "stream"; readonly which: number; readonly streams: readonly string[] }
  | { readonly act: "data" }
  | { readonly act: "restart" };

/** How an exchange goes. */
type Course = "plain" | "offer again" | "roll back" | "replaced remote offer" | "provisional" | "answer again";

/** Actions of both sides, then an exchange. */
export interface Round {
  readonly actions: readonly { readonly side: 0 | 1; readonly action: Action }[];
  readonly offerer: 0 | 1;
  readonly course: Course;
}

/** Two peers, and what happens to them. */
export interface Story {
  readonly options: readonly [PeerOptions, PeerOptions];
  readonly rounds: readonly Round[];
}

const direction = fc.constantFrom<Direction>("sendrecv", "sendonly", "recvonly", "inactive");
const streams = fc.subarray(["stream1", "stream2", "stream3"], { maxLength: 2 });
const which = fc.nat(5);

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant("add" as const),
      kind: fc.constantFrom("audio" as const, "video" as const),
      direction,
      rids: fc.constantFrom([], [], ["1", "2"], ["h", "m", "l"], ["only"]),
      streams,
      byTrack: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("stop" as const), which }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("direct" as const), which, direction }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("prefer" as const), which, codecs: fc.nat(63) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("stream" as const), which, streams }) },
  { weight: 2, arbitrary: fc.constantFrom<Action>({ act: "data" }, { act: "restart" }) },
);

const side = fc.constantFrom(0 as const, 1 as const);

const round: fc.Arbitrary<Round> = fc.record({
  actions: fc.array(fc.record({ side, action }), { maxLength: 5 }),
  offerer: side,
  course: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Course>("plain") },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Course>(
        "offer again",
        "roll back",
        "replaced remote offer",
        "provisional",
        "answer again",
      ),
    },
  ),
});

/** Codecs in another order and with other numbers, some of them missing, as those of another stack. */
const capabilities: fc.Arbitrary<Capabilities> = fc
  .record({ audio: otherCodecs("audio"), video: otherCodecs("video"), extensions: fc.nat(3) })
  .map(({ audio, video, extensions }) => ({
    audio: { codecs: audio, headerExtensions: rotated(usualCapabilities.audio.headerExtensions, extensions) },
    video: { codecs: video, headerExtensions: rotated(usualCapabilities.video.headerExtensions, extensions) },
  }));

function otherCodecs(kind: "audio" | "video"): fc.Arbitrary<readonly CodecCapability[]> {
  const all = usualCapabilities[kind].codecs;
  return fc
    .record({
      some: fc.shuffledSubarray([...all], { minLength: 1 }).filter(hasMedia),
      first: fc.option(fc.integer({ min: 35, max: 63 })),
    })
    .map(({ some, first }) =>
      some.map((codec, at) => (first === null ? codec : { ...codec, payloadType: Math.min(first + at, 63) })),
    );
}

function hasMedia(codecs: readonly CodecCapability[]): boolean {
  return codecs.some(({ mimeType }) => !/rtx|telephone-event/.test(mimeType));
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

function options(name: string): fc.Arbitrary<PeerOptions> {
  return fc.record({
    name: fc.constant(name),
    bundlePolicy: fc.constantFrom("balanced", "max-bundle", "max-compat"),
    bundledTransport: fc.constantFrom("repeated", "omitted"),
    rtcpMuxPolicy: fc.constantFrom("require", "negotiate"),
    capabilities: fc.oneof(fc.constant(usualCapabilities), capabilities),
    tlsIds: fc.boolean(),
    sctp: fc.constantFrom({}, { maxMessageSize: 262144 }, null),
  });
}

/** Random stories. */
export const story: fc.Arbitrary<Story> = fc.record({
  options: fc.tuple(options("alice"), options("bob")),
  rounds: fc.array(round, { minLength: 1, maxLength: 6 }),
});

/** A description that was made, by whom. */
export interface MadeDescription {
  readonly peer: Peer;
  readonly type: "offer" | "answer";
  readonly sdp: string;
  /** Does ICE restart in this exchange? */
  readonly restarts: boolean;
  /** Was it this one that was agreed on? */
  agreed: boolean;
}

/** Plays a story, and gives what was made, in order. @throws Error where the library finds something in what it made */
export function play({ options: [first, second], rounds }: Story): readonly MadeDescription[] {
  const peers = [createPeer(first), createPeer(second)] as const;
  const made: MadeDescription[] = [];
  let restarts = false;
  const make = (peer: Peer, type: "offer" | "answer"): string => {
    const sdp = create(peer, type);
    made.push({ peer, type, sdp, restarts, agreed: false });
    return sdp;
  };
  for (const { actions, offerer, course } of rounds) {
    for (const { side, action } of actions) act(peers[side], action);
    const [from, to] = [peers[offerer], peers[1 - offerer] as Peer];
    restarts = from.iceRestart;
    let offer = make(from, "offer");
    if (course === "offer again") offer = make(from, "offer");
    mustSet(from, "local", "offer", offer);
    if (course === "roll back") {
      mustSet(to, "remote", "offer", offer);
      rollBack(from);
      rollBack(to);
      offer = make(from, "offer");
      mustSet(from, "local", "offer", offer);
    }
    if (course === "replaced remote offer") {
      mustSet(to, "remote", "offer", offer);
      offer = make(from, "offer");
      mustSet(from, "local", "offer", offer);
    }
    mustSet(to, "remote", "offer", offer);
    let answer = make(to, "answer");
    if (course === "provisional") {
      mustSet(to, "local", "pranswer", answer);
      mustSet(from, "remote", "pranswer", answer);
      answer = make(to, "answer");
    }
    if (course === "answer again") answer = make(to, "answer");
    mustSet(to, "local", "answer", answer);
    mustSet(from, "remote", "answer", answer);
    for (const one of made) one.agreed ||= one.sdp === offer || one.sdp === answer;
  }
  return made;
}

function mustSet(...[peer, side, type, sdp]: Parameters<typeof set>): void {
  const findings = set(peer, side, type, sdp);
  if (findings.length > 0) throw new Error([...findings, sdp].join("\n"));
}

function act(peer: Peer, action: Action): void {
  if (action.act === "data") peer.dataChannel = true;
  else if (action.act === "restart") peer.iceRestart = true;
  else if (action.act === "add") {
    const { kind, direction, rids, streams, byTrack } = action;
    addTransceiver(peer, kind, { direction, streams, byTrack, rids: kind === "video" ? rids : [] });
  } else {
    const transceiver = peer.transceivers[action.which];
    if (transceiver === undefined) return;
    if (action.act === "stop") transceiver.stopping = true;
    if (action.act === "direct") transceiver.direction = action.direction;
    if (action.act === "stream") transceiver.streams = action.streams;
    if (action.act === "prefer") {
      const { codecs } = (peer.options.capabilities ?? usualCapabilities)[transceiver.kind];
      transceiver.codecPreferences = codecs.filter((_, at) => (action.codecs >> at) & 1).reverse();
    }
  }
}
