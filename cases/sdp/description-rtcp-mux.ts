import type { Family } from "./family.ts";
import { answerIn, firstOffer, offerIn } from "./given/contexts.ts";
import { alice, balanced, bob, bundled, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const remote = firstOffer("remote");
const local = firstOffer("local");
const negotiate = { ...remote, rtcpMuxPolicy: "negotiate" } as const;
const without = (index: number, ...anchors: string[]) =>
  inSection(index, ...anchors.map((anchor) => removeLine(anchor)));

const bundleOnly = (index: number) => edits(port0(index), append(index, "a=bundle-only"));
const to = (text: string) => () => text;

export const rtcpMuxFamilies: readonly Family[] = [
  {
    rule: "D7",
    source: "RFC 9143 §9.3, webrtc-pc #set-description",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["no rtcp-mux in the first section", without(0, "a=rtcp-mux"), 0],
      ["no rtcp-mux in the second section", without(1, "a=rtcp-mux"), 1],
      ["rtcp-mux-only instead, by name alike", edits(without(0, "a=rtcp-mux"), append(0, "a=rtcp-mux2")), 0],
      ["rtcp-mux of the session is none", edits(without(0, "a=rtcp-mux"), append(-1, "a=rtcp-mux")), 0],
    ],
    accepted: [
      ["no rtcp-mux where it may be negotiated", without(0, "a=rtcp-mux"), { context: negotiate }],
      ["no rtcp-mux in a rejected section", edits(port0(1), without(1, "a=rtcp-mux"))],
    ],
  },
  {
    rule: "D7",
    source: "RFC 9143 §9.3.1.1 (a first offer)",
    base: balanced(alice, "actpass"),
    context: remote,
    refused: [
      ["the tag has no rtcp-mux", without(0, "a=rtcp-mux"), 0],
      ["the tag has none though it may be negotiated", without(0, "a=rtcp-mux"), 0, { context: negotiate }],
      ["a member that is not the tag has none", without(1, "a=rtcp-mux"), 1],
      [
        "no RTP section has it, and the tag is the data section",
        edits(bundle("2 0 1"), without(0, "a=rtcp-mux"), without(1, "a=rtcp-mux")),
        0,
      ],
      [
        "the tag is the data section of a group whose RTP is bundle-only and has none",
        edits(bundle("2 0 1"), bundleOnly(0), bundleOnly(1), without(0, "a=rtcp-mux"), without(1, "a=rtcp-mux")),
        2,
      ],
    ],
    accepted: [
      ["a bundle-only member has none", edits(bundleOnly(1), without(1, "a=rtcp-mux"))],
      ["the data section is the tag and has it", edits(bundle("2 0 1"), append(2, "a=rtcp-mux"))],
      ["the data section is the tag, and the RTP sections have it", bundle("2 0 1")],
      ["the data section is alone in its group", edits(bundle("0 1"), append(-1, "a=group:BUNDLE 2"))],
    ],
  },
  {
    rule: "D7",
    source: "RFC 9143 §9.3.1.4 (a later offer)",
    base: bundled(alice, "actpass", 2),
    context: offerIn("remote", {
      negotiated: { by: "remote", offer: bundled(alice, "actpass"), answer: bundled(bob, "active") },
    }),
    cascades: true,
    refused: [["the tag has none", without(0, "a=rtcp-mux"), 0]],
    accepted: [["a member that is not the tag has none", without(1, "a=rtcp-mux")]],
  },
  {
    rule: "D26",
    source: "RFC 9429 §5.8.3",
    base: unbundled(alice, "actpass"),
    context: local,
    refused: [
      ["no rtcp-mux in the first section", without(0, "a=rtcp-mux"), 0],
      ["no rtcp-mux in the second section", without(1, "a=rtcp-mux"), 1],
      ["a member of a first offer's group has none", to(without(1, "a=rtcp-mux")(balanced(alice, "actpass"))), 1],
      [
        "an answer has none",
        to(without(0, "a=rtcp-mux")(unbundled(bob, "active"))),
        0,
        { context: answerIn({ offerer: "remote", offer: unbundled(alice, "actpass") }) },
      ],
    ],
    accepted: [
      ["where it may be negotiated", without(0, "a=rtcp-mux"), { context: { ...local, rtcpMuxPolicy: "negotiate" } }],
      ["in a rejected section", edits(port0(1), without(1, "a=rtcp-mux"))],
      ["the data section is the tag", to(bundle("2 0 1")(balanced(alice, "actpass")))],
    ],
  },
  {
    rule: "D8",
    source: "RFC 8858 §4, RFC 9429 §5.8.3",
    base: unbundled(alice, "actpass"),
    context: { ...local, rtcpMuxPolicy: "negotiate" },
    refused: [
      ["rtcp-mux-only alone", inSection(0, replaceLine("a=rtcp-mux", "a=rtcp-mux-only")), 0],
      ["rtcp-mux-only alone in the second section", inSection(1, replaceLine("a=rtcp-mux", "a=rtcp-mux-only")), 1],
      [
        "where rtcp-mux may be negotiated",
        inSection(0, replaceLine("a=rtcp-mux", "a=rtcp-mux-only")),
        0,
        { context: negotiate },
      ],
    ],
    accepted: [
      ["both", append(0, "a=rtcp-mux-only")],
      ["neither", without(0, "a=rtcp-mux")],
      [
        "rtcp-mux-only alone in a rejected section",
        edits(port0(0), inSection(0, replaceLine("a=rtcp-mux", "a=rtcp-mux-only"))),
      ],
    ],
  },
];
