import type { Family } from "./family.ts";
import { answerIn, firstOffer } from "./given/contexts.ts";
import { alice, balanced, bob, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const remote = firstOffer("remote");
const local = firstOffer("local");
const base = balanced(alice, "actpass");
const keep = (text: string): string => text;
const line = (index: number, anchor: string, by: string) => inSection(index, replaceLine(anchor, by));
/** Lists a payload type in one section, with its lines. */
const codec = (index: number, type: number, ...lines: readonly string[]) =>
  edits(
    inSection(index, (text) => text.replace(/^(m=[^\r]*)/, `$1 ${type}`)),
    append(index, ...lines),
  );
const h264 = (index: number, parameters: string) =>
  codec(index, 100, "a=rtpmap:100 H264/90000", `a=fmtp:100 ${parameters}`);
const audioAs = (codecLine: string) => codec(0, 96, `a=rtpmap:96 ${codecLine}`);

/** What formats, header extensions and tracks must be. */
export const formatFamilies: readonly Family[] = [
  {
    rule: "D19",
    source: "RFC 8841 §4.4.2",
    base,
    context: remote,
    refused: [
      ["the data section's media is audio", line(2, "m=application*", "m=audio 9 UDP/DTLS/SCTP webrtc-datachannel"), 2],
      [
        "in a local offer",
        line(2, "m=application*", "m=video 9 UDP/DTLS/SCTP webrtc-datachannel"),
        2,
        { context: local },
      ],
    ],
    accepted: [
      ["application", keep],
      ["in a rejected section", edits(port0(2), bundle("0 1"), line(2, "m=application*", "m=audio 0 UDP/DTLS/SCTP x"))],
    ],
  },
  {
    rule: "D23",
    source: "RFC 8285 §5",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ...[0, 257, 4095, 4352, 65535].map(
        (id) => [String(id), append(0, `a=extmap:${id} urn:x-ext:a`), { line: `a=extmap:${id} urn:x-ext:a` }] as const,
      ),
      ["with a direction", append(1, "a=extmap:0/sendonly urn:x-ext:a"), 1],
      ["in a local offer", append(1, "a=extmap:0 urn:x-ext:a"), 1, { context: local }],
    ],
    accepted: [
      ...[2, 13, 15, 16, 256, 4096, 4351].map((id) => [`${id}`, append(0, `a=extmap:${id} urn:x-ext:a`)] as const),
      ["in a rejected section", edits(port0(1), append(1, "a=extmap:0 urn:x-ext:a"))],
    ],
  },
  {
    rule: "D27",
    source: "RFC 4588 §8.1",
    base,
    context: remote,
    refused: [
      ["no fmtp", inSection(1, removeLine("a=fmtp:97*")), 1],
      ["an fmtp without apt", line(1, "a=fmtp:97*", "a=fmtp:97 rtx-time=3000"), 1],
      [
        "the apt of another type",
        edits(line(1, "a=fmtp:97*", "a=fmtp:97 rtx-time=3000"), append(1, "a=fmtp:96 apt=96")),
        1,
      ],
      ["in a local offer", inSection(1, removeLine("a=fmtp:97*")), 1, { context: local }],
    ],
    accepted: [
      ["apt among other parameters", line(1, "a=fmtp:97*", "a=fmtp:97 rtx-time=3000;apt=96")],
      [
        "another codec without apt",
        edits(line(1, "a=rtpmap:97*", "a=rtpmap:97 x-codec/90000"), inSection(1, removeLine("a=fmtp:97*"))),
      ],
      ["in a rejected section", edits(port0(1), bundle("0 2"), inSection(1, removeLine("a=fmtp:97*")))],
    ],
  },
  {
    rule: "D29",
    source: "RFC 9143 §9.1.1",
    base,
    context: remote,
    refused: [
      ["another codec", audioAs("x-codec/8000"), 1],
      ["the same codec in another media", audioAs("VP8/90000"), 1],
      [
        "other parameters",
        to(edits(secondVideo, h264(1, "packetization-mode=1"), h264(3, "packetization-mode=0"))(base)),
        3,
      ],
      [
        "parameters in one of the two",
        to(edits(secondVideo, h264(1, "packetization-mode=1"), codec(3, 100, "a=rtpmap:100 H264/90000"))(base)),
        3,
      ],
      ["in a local offer", audioAs("x-codec/8000"), 1, { context: local }],
      [
        "in an answer",
        to(audioAs("x-codec/8000")(balanced(bob, "active"))),
        1,
        { context: answerIn({ offerer: "local", offer: base }) },
      ],
    ],
    accepted: [
      ["the same in two sections", secondVideo],
      [
        "parameters in another order and case",
        edits(
          secondVideo,
          h264(1, "packetization-mode=1;profile-level-id=42e01f"),
          h264(3, "profile-level-id=42E01F; packetization-mode=1"),
        ),
      ],
      ["another codec out of the group", edits(audioAs("x-codec/8000"), bundle("0 2"))],
      ["another codec in a rejected section", edits(port0(1), bundle("0 2"), audioAs("x-codec/8000"))],
      ["a type that the m= line does not list", append(0, "a=rtpmap:96 x-codec/8000")],
    ],
  },
  {
    rule: "D30",
    source: "RFC 8830 §2",
    base,
    context: remote,
    refused: [
      ["two tracks", append(0, "a=msid:one track-1", "a=msid:two track-2"), { line: "a=msid:two track-2" }],
      ["a track and none", append(1, "a=msid:one track-1", "a=msid:two"), { line: "a=msid:two" }],
      ["in a local offer", append(0, "a=msid:one track-1", "a=msid:two track-2"), 0, { context: local }],
    ],
    accepted: [
      ["one track in two streams", append(0, "a=msid:one track", "a=msid:two track")],
      ["two streams without a track", append(0, "a=msid:one", "a=msid:two")],
      ["two tracks in two sections", edits(append(0, "a=msid:one track-1"), append(1, "a=msid:one track-2"))],
      ["in a rejected section", edits(port0(1), bundle("0 2"), append(1, "a=msid:one 1", "a=msid:one 2"))],
    ],
  },
];

function to(text: string) {
  return () => text;
}

/** The video section once more, in the same group. */
function secondVideo(text: string): string {
  const video = text.split(/(?<=\r\n)(?=m=)/)[2] ?? "";
  return `${bundle("0 1 2 3")(text)}${video.replace("a=mid:1", "a=mid:3")}`;
}
