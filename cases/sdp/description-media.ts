import type { Family } from "./family.ts";
import { firstOffer } from "./given/contexts.ts";
import { alice, balanced, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const remote = firstOffer("remote");
const local = firstOffer("local");
const base = balanced(alice, "actpass");
const rids = append(1, "a=rid:h send", "a=rid:l send", "a=rid:r recv");
const simulcast = (value: string) => edits(rids, append(1, `a=simulcast:${value}`));
const apt = (value: string) => inSection(1, replaceLine("a=fmtp:97 *", `a=fmtp:97 ${value}`));
const formats = (index: number, ...types: readonly (number | string)[]) =>
  inSection(index, (text) => text.replace(/^(m=\S+ \S+ \S+) [^\r]*/, `$1 ${types.join(" ")}`));
const audioFormat = (type: number | string) => formats(0, 111, 0, type);
const oldData = (...attributes: string[]) =>
  inSection(
    2,
    replaceLine("m=application*", "m=application 9 DTLS/SCTP 5000"),
    replaceLine("a=sctp-port:*", ...attributes),
  );
const sessionExtmap = append(-1, "a=extmap:9 urn:x-ext:session");
const noExtmap = (index: number) => inSection(index, (text) => text.replace(/^a=extmap:.*\r\n/gm, ""));

export const mediaFamilies: readonly Family[] = [
  {
    rule: "D9",
    source: "RFC 8853 §5.2, RFC 9429 §5.8.3",
    base,
    context: remote,
    refused: [
      ["one stream of three is not declared", simulcast("send h;m;l"), 1],
      ["an alternative is not declared", simulcast("send h;l,m"), 1],
      ["a paused stream is not declared", simulcast("send h;~m"), 1],
      ["declared for the other direction", simulcast("send h;r"), 1],
      ["the second list is not declared", simulcast("send h recv l"), 1],
      ["declared in another section", edits(append(0, "a=rid:h send"), append(1, "a=simulcast:send h")), 1],
      ["nothing is declared, in a local offer", append(1, "a=simulcast:recv h"), 1, { context: local }],
      ["an id that objects inherit", simulcast("send constructor"), 1],
      ["its rid is malformed and so discarded", edits(append(1, "a=rid:m up"), simulcast("send h;m")), 1],
      ["its rid comes twice, and both lines are discarded", edits(simulcast("send h;l"), append(1, "a=rid:h send")), 1],
      [
        "its rid comes again in the other direction",
        edits(simulcast("send h;l"), append(1, "a=rid:l recv max-width=1")),
        1,
      ],
    ],
    accepted: [
      ["every stream is declared", simulcast("send h;~l recv r")],
      ["rids without simulcast", rids],
      ["in a rejected section", edits(port0(1), bundle("0 2"), append(1, "a=simulcast:send h"))],
    ],
  },
  {
    rule: "D10",
    source: "RFC 4588 §8.1, RFC 9429 §5.10",
    base,
    context: remote,
    refused: [
      ["apt names a type that is nowhere", apt("apt=98"), 1],
      ["apt names a type of another section", apt("apt=111"), 1],
      ["apt stands among other parameters", apt("rtx-time=3000;apt=98"), 1],
      [
        "the encoding is written RTX",
        edits(inSection(1, replaceLine("a=rtpmap:97*", "a=rtpmap:97 RTX/90000")), apt("apt=98")),
        1,
      ],
    ],
    accepted: [
      ["apt among other parameters names a type that is present", apt("rtx-time=3000;apt=96")],
      ["in a local offer", apt("apt=98"), { context: local }],
      ["in a rejected section", edits(port0(1), bundle("0 2"), apt("apt=98"))],
      [
        "apt of a codec that is not rtx",
        edits(inSection(1, replaceLine("a=rtpmap:97*", "a=rtpmap:97 x-codec/90000")), apt("apt=98")),
      ],
    ],
  },
  {
    rule: "D11",
    source: "RFC 8841 §5, RFC 9429 §5.8.2",
    base,
    context: remote,
    refused: [
      ["no sctp-port", inSection(2, removeLine("a=sctp-port:*")), 2],
      [
        "no sctp-port over TCP",
        inSection(
          2,
          removeLine("a=sctp-port:*"),
          replaceLine("m=application*", "m=application 9 TCP/DTLS/SCTP webrtc-datachannel"),
        ),
        2,
      ],
      ["no sctp-port, in a local offer", inSection(2, removeLine("a=sctp-port:*")), 2, { context: local }],
      ["the old protocol without its sctpmap", oldData(), 2],
      [
        "the new protocol with the old sctpmap",
        inSection(2, replaceLine("a=sctp-port:*", "a=sctpmap:5000 webrtc-datachannel 1024")),
        2,
      ],
    ],
    accepted: [
      ["the old protocol with its sctpmap", oldData("a=sctpmap:5000 webrtc-datachannel 1024")],
      ["the old protocol with an sctp-port", oldData("a=sctp-port:5000")],
      ["a rejected section", edits(port0(2), bundle("0 1"), inSection(2, removeLine("a=sctp-port:*")))],
    ],
  },
  {
    rule: "D12",
    source: "RFC 8866 §6.6, RFC 5761 §4",
    base,
    context: remote,
    refused: [
      ["128", audioFormat(128), 0],
      ["255 in the second section", formats(1, 96, 97, 255), 1],
      ["a word", audioFormat("opus"), 0],
      ["64 with rtcp-mux", audioFormat(64), 0],
      ["72 with rtcp-mux", audioFormat(72), 0],
      ["95 with rtcp-mux", audioFormat(95), 0],
      ["128 in a local offer", audioFormat(128), 0, { context: local }],
    ],
    accepted: [
      ["127", audioFormat(127)],
      ["63 with rtcp-mux", audioFormat(63)],
      ["35 with rtcp-mux", audioFormat(35)],
      ["128 in a rejected section", edits(port0(1), bundle("0 2"), formats(1, 128))],
    ],
  },
  {
    rule: "D12",
    source: "RFC 5761 §4 (without rtcp-mux)",
    base: unbundled(alice, "actpass"),
    context: { ...local, rtcpMuxPolicy: "negotiate" },
    refused: [["128 without rtcp-mux", edits(inSection(0, removeLine("a=rtcp-mux")), audioFormat(128)), 0]],
    accepted: [["72 without rtcp-mux", edits(inSection(0, removeLine("a=rtcp-mux")), audioFormat(72))]],
  },
  {
    rule: "D13",
    source: "RFC 8285 §5, §7",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["an id for two URIs", append(0, "a=extmap:1 urn:x-ext:a"), 0],
      ["an id for two URIs, in the second section", append(1, "a=extmap:14/recvonly urn:x-ext:a"), 1],
      ["255 for two URIs", append(1, "a=extmap:255 urn:x-ext:a", "a=extmap:255 urn:x-ext:b"), 1],
      ["one for the session, the others in sections", sessionExtmap, null],
      [
        "an id for two URIs of the session",
        edits(noExtmap(0), noExtmap(1), sessionExtmap, append(-1, "a=extmap:9 urn:x-ext:other")),
        null,
      ],
      ["an id for two URIs, in a local offer", append(0, "a=extmap:1 urn:x-ext:a"), 0, { context: local }],
    ],
    accepted: [
      ["4096 for two URIs: either may be chosen", append(0, "a=extmap:4096 urn:x-ext:a", "a=extmap:4096 urn:x-ext:b")],
      ["4351 for two URIs", append(0, "a=extmap:4351 urn:x-ext:a", "a=extmap:4351 urn:x-ext:b")],
      ["all for the session", edits(sessionExtmap, noExtmap(0), noExtmap(1))],
      ["in a rejected section", edits(port0(1), append(1, "a=extmap:14 urn:x-ext:a"))],
      ["no extmap anywhere", edits(noExtmap(0), noExtmap(1))],
    ],
  },
  {
    rule: "D14",
    source: "RFC 9143 §10.1.3",
    base,
    context: remote,
    refused: [
      ["an id that names another URI in another section", append(1, "a=extmap:1 urn:x-ext:a"), 1],
      ["its direction does not help", append(1, "a=extmap:1/sendonly urn:x-ext:a"), 1],
      ["255", edits(append(0, "a=extmap:255 urn:x-ext:a"), append(1, "a=extmap:255 urn:x-ext:b")), 1],
      [
        "an id that names another encrypted URI",
        edits(
          append(0, "a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:a"),
          append(1, "a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:b"),
        ),
        1,
      ],
      ["in a local offer", append(1, "a=extmap:1 urn:x-ext:a"), 1, { context: local }],
      ["in a bundle-only section", edits(port0(1), append(1, "a=bundle-only", "a=extmap:1 urn:x-ext:a")), 1],
    ],
    accepted: [
      [
        "an id that names the same URI with a direction",
        append(1, "a=extmap:1/recvonly urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
      ],
      ["4096", edits(append(0, "a=extmap:4096 urn:x-ext:a"), append(1, "a=extmap:4096 urn:x-ext:b"))],
      ["not in the group", edits(append(1, "a=extmap:1 urn:x-ext:a"), bundle("0 2"))],
      ["in another group", edits(append(1, "a=extmap:1 urn:x-ext:a"), bundle("0"), append(-1, "a=group:BUNDLE 1 2"))],
      ["in a rejected section that the group still names", edits(append(1, "a=extmap:1 urn:x-ext:a"), port0(1))],
      [
        "two encrypted URIs",
        append(
          0,
          "a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:a",
          "a=extmap:6 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:b",
        ),
      ],
      ["in a rejected section", edits(append(1, "a=extmap:1 urn:x-ext:a"), port0(1), bundle("0 2"))],
    ],
  },
];
