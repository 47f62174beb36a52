import type { ConnectionOptions, MethodCall } from "../../../src/entries/connection.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { offerAndAnswer } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

/** Every method, with usable arguments for a connection whose transceiver 0 is of audio. */
const methods: readonly MethodCall[] = [
  { method: "createOffer" },
  { method: "createAnswer" },
  { method: "setLocalDescription" },
  { method: "setRemoteDescription", description: { type: "offer", sdp: "" } },
  { method: "addIceCandidate", candidate: { candidate: "" } },
  { method: "addTransceiver", trackOrKind: "audio" },
  { method: "addTrack", track: { id: "t", kind: "audio" } },
  { method: "removeTrack", transceiver: 0 },
  { method: "replaceTrack", transceiver: 0, track: null },
  { method: "setStreams", transceiver: 0 },
  { method: "setDirection", transceiver: 0, direction: "inactive" },
  { method: "stop", transceiver: 0 },
  { method: "setCodecPreferences", transceiver: 0, codecs: [] },
  { method: "createDataChannel", label: "x" },
  { method: "restartIce" },
  { method: "setConfiguration", configuration: {} },
  { method: "close" },
];

type Junk = readonly [name: string, call: object, code: string];

/** Arguments that Web IDL or the specification refuses, whatever the state. */
const refused: readonly Junk[] = [
  ["setLocalDescription without a type", { method: "setLocalDescription", description: { sdp: "x" } }, ""],
  [
    "setLocalDescription with an unknown type",
    { method: "setLocalDescription", description: { type: "x" } },
    "type-unknown",
  ],
  ["setRemoteDescription without an argument", { method: "setRemoteDescription" }, "description-missing"],
  ["setRemoteDescription without a type", { method: "setRemoteDescription", description: {} }, "type-missing"],
  ["addIceCandidate with a string", { method: "addIceCandidate", candidate: "candidate:1" }, "arguments-unusable"],
  ["addTransceiver of an unknown kind", { method: "addTransceiver", trackOrKind: "text" }, "kind-unknown"],
  [
    "addTransceiver that is stopped",
    { method: "addTransceiver", trackOrKind: "audio", init: { direction: "stopped" } },
    "arguments-unusable",
  ],
  [
    "addTransceiver in an unknown direction",
    { method: "addTransceiver", trackOrKind: "audio", init: { direction: "up" } },
    "arguments-unusable",
  ],
  ...[[{ rid: "a!" }], [{ rid: "" }], [{ rid: "a" }, { rid: "a" }], [{ rid: "a" }, {}]].map(
    (sendEncodings): Junk => [
      "addTransceiver with unusable rids",
      { method: "addTransceiver", trackOrKind: "video", init: { sendEncodings } },
      "rid-unusable",
    ],
  ),
  ...[{ scaleResolutionDownBy: 0.5 }, { maxFramerate: 0 }].map(
    (encoding): Junk => [
      "addTransceiver with an encoding out of range",
      { method: "addTransceiver", trackOrKind: "video", init: { sendEncodings: [encoding] } },
      "encoding-out-of-range",
    ],
  ),
  ["addTrack without a track", { method: "addTrack" }, "arguments-unusable"],
  ["addTrack of a track that is sent", { method: "addTrack", track: { id: "t", kind: "audio" } }, "track-already-sent"],
  ["removeTrack of an unknown sender", { method: "removeTrack", transceiver: 9 }, "sender-unknown"],
  [
    "replaceTrack with another kind",
    { method: "replaceTrack", transceiver: 0, track: { id: "v", kind: "video" } },
    "track-of-another-kind",
  ],
  ["setDirection stopped", { method: "setDirection", transceiver: 0, direction: "stopped" }, "direction-stopped"],
  [
    "setCodecPreferences with an unknown codec",
    { method: "setCodecPreferences", transceiver: 0, codecs: [{ mimeType: "audio/x", clockRate: 1 }] },
    "codec-unknown",
  ],
  [
    "setCodecPreferences with rtx alone",
    { method: "setCodecPreferences", transceiver: 0, codecs: [{ mimeType: "audio/rtx", clockRate: 48000 }] },
    "codecs-without-media",
  ],
  [
    "createDataChannel with two limits",
    { method: "createDataChannel", label: "x", init: { maxPacketLifeTime: 1, maxRetransmits: 1 } },
    "channel-options-contradict",
  ],
  [
    "createDataChannel without an id",
    { method: "createDataChannel", label: "x", init: { negotiated: true } },
    "channel-id-unusable",
  ],
  [
    "createDataChannel with an id too high",
    { method: "createDataChannel", label: "x", init: { negotiated: true, id: 65_535 } },
    "channel-id-unusable",
  ],
  [
    "setConfiguration with another policy",
    { method: "setConfiguration", configuration: { bundlePolicy: "max-bundle" } },
    "configuration-changed",
  ],
  [
    "setConfiguration with an unknown policy",
    { method: "setConfiguration", configuration: { bundlePolicy: "most" } },
    "arguments-unusable",
  ],
];

const capabilities: ConnectionOptions = {
  capabilities: {
    audio: {
      codecs: [
        { mimeType: "audio/opus", clockRate: 48000, channels: 2, payloadType: 111 },
        { mimeType: "audio/rtx", clockRate: 48000, payloadType: 112 },
      ],
      headerExtensions: [],
    },
    video: { codecs: [], headerExtensions: [] },
  } as never,
};

const withTrack = (options: ConnectionOptions = {}) =>
  new Play(options).call({ method: "addTrack", track: { id: "t", kind: "audio" } });

/** Calls that are refused; every call on a closed connection; and what a running replacement meets. */
export function refusalCases(ids: Ids): readonly ConnectionCase[] {
  const unusable = refused.map(([name, call, code]) => {
    const play = withTrack(code.startsWith("codec") ? capabilities : {}).call(call as MethodCall);
    return play.case(ids.idOf("refused", name), code === "" ? "stable, …" : `stable, ${code}`);
  });
  const closed = methods.map((call) => {
    const play = withTrack().call({ method: "close" }).call(call);
    return play.case(ids.idOf("closed", call.method), null);
  });
  const replacing = withTrack();
  offerAndAnswer(replacing).begin({ method: "replaceTrack", transceiver: 0, track: { id: "u", kind: "audio" } });
  const [start] = (replacing.steps.at(-1)?.effects ?? []) as readonly { readonly operation: number }[];
  const operation = start?.operation ?? -1;
  replacing.report({ type: "failed", operation, message: "must be encoded again", error: "InvalidModificationError" });
  return [
    ...unusable,
    ...closed,
    replacing.drain().case(ids.idOf("refused", "a track that cannot replace"), "stable, track-not-replaceable"),
  ];
}
