import type { Ids } from "../ids.ts";
import { type Departure, Play } from "./play.ts";
import { answerAnOffer, answerTo, offerAndAnswer, offerFrom, rejected, section } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;
const video = { method: "addTransceiver", trackOrKind: "video" } as const;
const track = { method: "addTrack", track: { id: "t", kind: "audio" }, streams: ["s"] } as const;
const local = { method: "setLocalDescription" } as const;
const localRollback = { method: "setLocalDescription", description: { type: "rollback" } } as const;
const remoteRollback = { method: "setRemoteDescription", description: { type: "rollback" } } as const;
const channel = { method: "createDataChannel", label: "x" } as const;
const stop = (transceiver: number) => ({ method: "stop", transceiver }) as const;

type Named = readonly [name: string, verdict: string, script: (play: Play) => unknown, departure?: Departure];

/** Rollbacks and transceivers: what goes, what stays, and what is as it was. */
const rollbacks: readonly Named[] = [
  ["own transceivers stay", "stable", (play) => play.call(audio).call(local).call(localRollback)],
  ["those of the offer go", "stable", (play) => play.call(offerFrom([section("0")])).call(remoteRollback)],
  ["locally too", "stable", (play) => play.call(offerFrom([section("0")])).call(localRollback)],
  [
    "one with a track stays",
    "stable",
    (play) =>
      play
        .call(offerFrom([section("0")]))
        .call(track)
        .call(remoteRollback),
  ],
  [
    "one whose track was removed stays",
    "stable",
    (play) =>
      play
        .call(offerFrom([section("0")]))
        .call(track)
        .call({ method: "removeTrack", transceiver: 0 })
        .call(remoteRollback),
  ],
  [
    "an associated one is free again",
    "stable",
    (play) =>
      play
        .call(track)
        .call(offerFrom([section("0")]))
        .call(remoteRollback),
  ],
  [
    "then the offer comes again",
    "stable",
    (play) =>
      answerAnOffer(
        play
          .call(track)
          .call(offerFrom([section("0")]))
          .call(remoteRollback),
        [section("0")],
      ),
  ],
  [
    "of the second of two offers",
    "stable",
    (play) =>
      play
        .call(offerFrom([section("0")]))
        .call(offerFrom([section("0"), section("1")]))
        .call(remoteRollback),
  ],
  [
    "of a second local offer",
    "stable",
    (play) => play.call(audio).call(local).call(video).call(local).call(localRollback),
  ],
  [
    "of a renegotiation",
    "stable",
    (play) => offerAndAnswer(play.call(audio)).call(video).call(local).call(localRollback),
  ],
  [
    "of a remote renegotiation",
    "stable",
    (play) =>
      answerAnOffer(play, [section("0")])
        .call(offerFrom([section("0"), section("1", "video")]))
        .call(remoteRollback),
  ],
  [
    "what the application changed stays",
    "stable",
    (play) =>
      play
        .call(audio)
        .call(local)
        .call({ method: "setDirection", transceiver: 0, direction: "inactive" })
        .call({ method: "replaceTrack", transceiver: 0, track: { id: "t", kind: "audio" } })
        .call(localRollback),
  ],
  ["of a stop", "stable", (play) => offerAndAnswer(play.call(audio)).call(stop(0)).call(local).call(localRollback)],
  ["of data", "stable", (play) => play.call(channel).call(local).call(localRollback)],
  ["of the other's data", "stable", (play) => play.call(offerFrom([section("0", "data")])).call(remoteRollback)],
  ["in stable", "stable, rollback-in-wrong-state", (play) => play.call(localRollback)],
];

/** Two offers at once. */
const glares: readonly Named[] = [
  ["the polite side", "stable", (play) => answerAnOffer(play.call(audio).call(local), [section("0")])],
  ["with tracks", "stable", (play) => answerAnOffer(play.call(track).call(local), [section("0")])],
  ["with more here", "stable", (play) => answerAnOffer(play.call(track).call(video).call(local), [section("0")])],
  [
    "with more there",
    "stable",
    (play) => answerAnOffer(play.call(track).call(local), [section("0"), section("1", "video")]),
  ],
  ["with other kinds", "stable", (play) => answerAnOffer(play.call(video).call(local), [section("0")])],
  ["of data", "stable", (play) => answerAnOffer(play.call(channel).call(local), [section("0", "data")])],
  [
    "while the offer is created",
    "have-remote-offer",
    (play) =>
      play
        .call(audio)
        .begin(local)
        .begin(offerFrom([section("0")]))
        .settle(),
  ],
  [
    "while the offer is applied",
    "have-remote-offer",
    (play) =>
      play
        .call(audio)
        .begin(local)
        .next()
        .begin(offerFrom([section("0")]))
        .settle(),
  ],
  [
    "after a negotiation",
    "stable",
    (play) =>
      answerAnOffer(offerAndAnswer(play.call(audio)).call(video).call(local), [section("0"), section("1", "video")]),
  ],
  [
    "then the own offer",
    "have-local-offer",
    (play) => answerAnOffer(play.call(video).call(local), [section("0")]).call(local),
  ],
  [
    "an offer that cannot be read",
    "stable, …",
    (play) =>
      play
        .call(audio)
        .call(local)
        .call({ method: "setRemoteDescription", description: { type: "offer", sdp: "v=1" } }),
  ],
];

/** Data channels, and the SCTP transport. */
const dataChannels: readonly Named[] = [
  ["offered, this side the client", "stable", (play) => offerAndAnswer(play.call(channel))],
  [
    "offered, this side the server",
    "stable",
    (play) => {
      play.call(channel).call(local);
      play.call(answerTo(play, {}, { setup: "passive" }));
    },
  ],
  ["answered", "stable", (play) => answerAnOffer(play.call(channel), [section("0", "data")])],
  ["two of them", "stable", (play) => offerAndAnswer(play.call(channel).call(channel))],
  ["another later", "stable", (play) => offerAndAnswer(play.call(channel)).call(channel)],
  [
    "negotiated by the application",
    "stable",
    (play) => offerAndAnswer(play.call({ ...channel, init: { negotiated: true, id: 5 } })),
  ],
  [
    "an id that is taken",
    "stable, channel-id-taken",
    (play) =>
      play
        .call({ ...channel, init: { negotiated: true, id: 5 } })
        .call({ ...channel, init: { negotiated: true, id: 5 } }),
  ],
  [
    "rejected",
    "stable",
    (play) => {
      play.call(channel).call(local);
      play.call(answerTo(play, { 0: { rejected: true } }));
    },
  ],
  ["the other side's alone", "stable", (play) => answerAnOffer(play, [section("0", "data")])],
  ["beside media", "stable", (play) => offerAndAnswer(play.call(audio).call(channel))],
  ["closed with the connection", "closed", (play) => offerAndAnswer(play.call(channel)).call({ method: "close" })],
];

/** Stopping transceivers, and the m= sections that they leave. */
const stops: readonly Named[] = [
  ["before any offer", "stable", (play) => offerAndAnswer(play.call(audio).call(stop(0)))],
  ["with others beside", "stable", (play) => offerAndAnswer(play.call(audio).call(audio).call(stop(0)))],
  ["negotiated", "stable", (play) => offerAndAnswer(offerAndAnswer(play.call(audio)).call(stop(0)))],
  [
    "negotiated, by the other side's offer",
    "stable",
    (play) => answerAnOffer(answerAnOffer(play, [section("0")]).call(stop(0)), [section("0")]),
  ],
  [
    "recycled",
    "stable",
    (play) => offerAndAnswer(offerAndAnswer(offerAndAnswer(play.call(audio)).call(stop(0))).call(video)),
  ],
  [
    "recycled by the other side",
    "stable",
    (play) =>
      answerAnOffer(answerAnOffer(answerAnOffer(play, [section("0"), section("2")]), [rejected("0"), section("2")]), [
        section("1", "video"),
        section("2"),
      ]),
  ],
  [
    "rejected in the answer",
    "stable",
    (play) => {
      play.call(audio).call(audio).call(local);
      play.call(answerTo(play, { 0: { rejected: true } }));
    },
  ],
  [
    "rejected in an offer",
    "stable",
    (play) => answerAnOffer(answerAnOffer(play, [section("0"), section("1")]), [rejected("0"), section("1")]),
  ],
  [
    "a rejected offer, rolled back",
    "stable",
    (play) =>
      answerAnOffer(play, [section("0"), section("1")])
        .call(offerFrom([rejected("0"), section("1")]))
        .call(remoteRollback),
  ],
  ["twice", "stable", (play) => play.call(audio).call(stop(0)).call(stop(0))],
  [
    "a stopped one is no longer changed",
    "stable, transceiver-stopped",
    (play) =>
      offerAndAnswer(play.call(audio))
        .call(stop(0))
        .call({ method: "setDirection", transceiver: 0, direction: "inactive" }),
  ],
  [
    "between offer and answer",
    "stable",
    (play) => {
      play.call(audio).call(audio).call(local).call(stop(1));
      play.call(answerTo(play));
    },
  ],
];

const withRids = (way: "send" | "recv", rids: readonly string[]) => (sdp: string) =>
  sdp.replace(
    "a=mid:0\r\n",
    `a=mid:0\r\n${rids.map((rid) => `a=rid:${rid} ${way}\r\n`).join("")}a=simulcast:${way} ${rids.join(";")}\r\n`,
  );
const simulcastVideo = {
  ...video,
  init: { sendEncodings: [{ rid: "q" }, { rid: "h" }, { rid: "f", maxBitrate: 1 }] },
} as const;
const sendsThree: Departure = { edit: withRids("send", ["q", "h", "f"]) };

function simulcastAnswer(play: Play, rids: readonly string[]) {
  const { description } = answerTo(play);
  const sdp = rids.length === 0 ? description.sdp : withRids("recv", rids)(description.sdp);
  return { method: "setRemoteDescription", description: { ...description, sdp } } as const;
}

/** Simulcast: the envelope that an offer opens, and an answer narrows. */
const simulcast: readonly Named[] = [
  ...[["q", "h", "f"], ["h", "f"], ["f"], []].map(
    (rids): Named => [
      `answered with ${rids.join(" ") || "no rid"}`,
      "stable",
      (play) => {
        play.call(simulcastVideo).call(local);
        play.call(simulcastAnswer(play, rids));
      },
      sendsThree,
    ],
  ),
  ["rolled back", "stable", (play) => play.call(simulcastVideo).call(local).call(localRollback), sendsThree],
  ...["answered", "rolled back"].map(
    (end): Named => [
      `offered by the other side and ${end}`,
      "stable",
      (play) => {
        play.call({ method: "addTrack", track: { id: "v", kind: "video" }, streams: [] });
        const offer = offerFrom([section("0", "video")]);
        const sdp = withRids("recv", ["q", "h"])(offer.description.sdp);
        play.call({ ...offer, description: { ...offer.description, sdp } });
        play.call(end === "answered" ? local : remoteRollback);
      },
      end === "answered" ? { edit: withRids("send", ["q", "h"]) } : {},
    ],
  ),
  [
    "one encoding has no rid",
    "stable",
    (play) => offerAndAnswer(play.call({ ...video, init: { sendEncodings: [{ rid: "a" }] } })),
  ],
  [
    "more than can be sent",
    "stable",
    (play) =>
      play.call({ ...video, init: { sendEncodings: [{ rid: "a" }, { rid: "b" }, { rid: "c" }, { rid: "d" }] } }),
  ],
];

/** ICE restarts. */
const restarts: readonly Named[] = [
  ["before any offer", "stable", (play) => offerAndAnswer(play.call(audio).call({ method: "restartIce" }))],
  [
    "negotiated",
    "stable",
    (play) => offerAndAnswer(offerAndAnswer(play.call(audio)).call({ method: "restartIce" }), "b002"),
  ],
  [
    "rolled back",
    "stable",
    (play) => offerAndAnswer(play.call(audio)).call({ method: "restartIce" }).call(local).call(localRollback),
  ],
  [
    "by an option",
    "have-local-offer",
    (play) =>
      offerAndAnswer(play.call(audio))
        .call({ method: "createOffer", options: { iceRestart: true } })
        .call(local),
  ],
  ["by the other side", "stable", (play) => answerAnOffer(answerAnOffer(play, [section("0")]), [section("0")], "b002")],
  [
    "by both",
    "stable",
    (play) =>
      answerAnOffer(
        answerAnOffer(play, [section("0")])
          .call({ method: "restartIce" })
          .call(local),
        [section("0")],
        "b002",
      ),
  ],
  [
    "after the other side's offer",
    "stable",
    (play) => answerAnOffer(play, [section("0")]).call({ method: "restartIce" }),
  ],
  [
    "while an offer is created",
    "have-local-offer",
    (play) => offerAndAnswer(play.call(audio)).call(video).begin(local).begin({ method: "restartIce" }).settle(),
  ],
];

/** What else can happen. */
const others: readonly Named[] = [
  [
    "other encodings",
    "stable",
    (play) => play.call(video).report({ type: "send-encodings", transceiver: 0, encodings: [{ active: false }] }),
  ],
  [
    "another pool size",
    "stable",
    (play) => play.call({ method: "setConfiguration", configuration: { iceCandidatePoolSize: 1 } }),
  ],
  [
    "the implementation needs it",
    "stable",
    (play) => offerAndAnswer(play.call(audio)).report({ type: "negotiation-needed" }),
  ],
];

const receive = (options: object) => ({ method: "createOffer", options }) as const;

/** The legacy options of createOffer(). */
const legacyOptions: readonly Named[] = [
  ["audio", "have-local-offer", (play) => play.call(receive({ offerToReceiveAudio: true })).call(local)],
  ["both", "stable", (play) => play.call(receive({ offerToReceiveAudio: true, offerToReceiveVideo: true }))],
  ["where one receives already", "stable", (play) => play.call(audio).call(receive({ offerToReceiveAudio: true }))],
  [
    "none",
    "stable",
    (play) =>
      play
        .call(audio)
        .call(video)
        .call(receive({ offerToReceiveAudio: false })),
  ],
];

const families: Readonly<Record<string, readonly Named[]>> = {
  rollback: rollbacks,
  glare: glares,
  "data-channel": dataChannels,
  stop: stops,
  simulcast,
  "ice-restart": restarts,
  "legacy-options": legacyOptions,
  other: others,
};

/** Cases with names, each with the verdict on it that was written by hand. */
export function namedCases(ids: Ids): readonly ConnectionCase[] {
  return Object.entries(families).flatMap(([family, cases]) =>
    cases.map(([name, verdict, script, departure]) => {
      const play = new Play({}, departure);
      script(play);
      return play.case(ids.idOf(family, name), verdict);
    }),
  );
}
