import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, audio, balanced, bob, data, transport, unbundled, video } from "./given/descriptions.ts";
import {
  addSection,
  append,
  bundle,
  edits,
  inSection,
  port0,
  removeLine,
  removeSection,
  replaceLine,
  replaceSection,
} from "./given/edits.ts";

const offer = unbundled(alice, "actpass");
const base = unbundled(bob, "active");
const toOffer = (text: string, offerer: "local" | "remote" = "local") => answerIn({ offerer, offer: text });
const provisional = answerIn({ offerer: "local", offer }, "pranswer");
const local = toOffer(offer, "remote");
const bobs = transport(bob, "active");
const videoRejected = port0(1)(offer);

export const answerSectionFamilies: readonly Family[] = [
  {
    rule: "A1",
    cascades: true,
    source: "RFC 9429 §5.8.3, RFC 3264 §6",
    base,
    context: toOffer(offer),
    refused: [
      ["one section fewer", removeSection(2), null],
      ["no sections", edits(removeSection(2), removeSection(1), removeSection(0)), null],
      ["one section more", addSection(audio("3", bobs)), 3],
      ["one section more, rejected", addSection(["m=audio 0 UDP/TLS/RTP/SAVPF 0", "c=IN IP4 0.0.0.0"]), null],
      ["one section fewer in a provisional answer", removeSection(2), null, { context: provisional }],
      ["one section fewer in a local answer", removeSection(2), null, { context: local }],
    ],
    accepted: [
      ["the last section rejected instead", port0(2)],
      ["as many in a provisional answer", (text) => text, { context: provisional }],
    ],
  },
  {
    rule: "A2",
    cascades: true,
    source: "RFC 9429 §5.8.3",
    base,
    context: toOffer(offer),
    refused: [
      ["audio to video", replaceSection(1, audio("1", bobs)), 1],
      [
        "two sections in the other order",
        edits(replaceSection(1, data("1", bobs)), replaceSection(2, video("2", bobs))),
        1,
      ],
      ["another proto", inSection(0, replaceLine("m=audio*", "m=audio 9 RTP/SAVPF 111 0")), 0],
      [
        "another proto of a data section",
        inSection(2, replaceLine("m=application*", "m=application 9 TCP/DTLS/SCTP webrtc-datachannel")),
        2,
      ],
      ["another proto of a rejected section", inSection(1, replaceLine("m=video*", "m=video 0 RTP/AVP 96")), 1],
      [
        "another media in a rejected section",
        inSection(1, replaceLine("m=video*", "m=audio 0 UDP/TLS/RTP/SAVPF 0")),
        1,
      ],
    ],
    accepted: [
      [
        "another port, and other formats too",
        inSection(0, replaceLine("m=audio*", "m=audio 40000 UDP/TLS/RTP/SAVPF 0 111 8")),
      ],
    ],
  },
  {
    rule: "A3",
    cascades: true,
    source: "RFC 9429 §5.3.1",
    base,
    context: toOffer(offer),
    refused: [
      ["another mid", inSection(1, replaceLine("a=mid:1", "a=mid:one")), 1],
      ["another mid that reads as the same number", inSection(1, replaceLine("a=mid:1", "a=mid:01")), 1],
      [
        "two mids exchanged",
        edits(inSection(0, replaceLine("a=mid:0", "a=mid:1")), inSection(1, replaceLine("a=mid:1", "a=mid:0"))),
        0,
      ],
      ["another mid of a rejected section", edits(port0(2), inSection(2, replaceLine("a=mid:2", "a=mid:3"))), 2],
      ["another mid, in a local answer", inSection(0, replaceLine("a=mid:0", "a=mid:00")), 0, { context: local }],
    ],
    accepted: [
      ["no mid in the answer", inSection(1, removeLine("a=mid:1"))],
      [
        "a mid where the offer has none",
        (text) => text,
        { context: toOffer(inSection(1, removeLine("a=mid:1"))(offer)) },
      ],
    ],
  },
  {
    rule: "A4",
    source: "RFC 3264 §8.2",
    base: port0(1)(base),
    context: toOffer(videoRejected),
    refused: [
      [
        "a live section to a rejected one",
        inSection(1, replaceLine("m=video*", "m=video 9 UDP/TLS/RTP/SAVPF 96 97")),
        1,
      ],
      [
        "bundle-only outside a group makes it no less rejected",
        inSection(1, replaceLine("m=video*", "m=video 9 UDP/TLS/RTP/SAVPF 96 97")),
        1,
        { context: toOffer(append(1, "a=bundle-only")(videoRejected)) },
      ],
      [
        "in a local answer",
        inSection(1, replaceLine("m=video*", "m=video 9 UDP/TLS/RTP/SAVPF 96 97")),
        1,
        { context: toOffer(videoRejected, "remote") },
      ],
    ],
    accepted: [
      [
        "a rejected section with nothing but its mid",
        replaceSection(1, ["m=video 0 UDP/TLS/RTP/SAVPF 96", "c=IN IP4 0.0.0.0", "a=mid:1"]),
      ],
      ["a rejected section to a live one", (text) => text, { context: toOffer(offer) }],
    ],
  },
  {
    rule: "A4",
    source: "RFC 9143 §6 (bundle-only is not rejected)",
    base: balanced(bob, "active"),
    context: toOffer(balanced(alice, "actpass")),
    refused: [
      [
        "a live section to one rejected outside the group",
        bundle("0 2"),
        1,
        { context: toOffer(edits(port0(1), bundle("0 2"))(balanced(alice, "actpass"))) },
      ],
    ],
    accepted: [
      [
        "a live section to a bundle-only one",
        (text) => text,
        { context: toOffer(edits(port0(1), append(1, "a=bundle-only"))(balanced(alice, "actpass"))) },
      ],
    ],
  },
];
