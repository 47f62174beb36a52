import type { Family } from "./family.ts";
import { answerIn, firstOffer, offerIn } from "./given/contexts.ts";
import { alice, balanced, bob, bundled, type Peer, type Setup, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const remote = firstOffer("remote");
const local = firstOffer("local");
const without = (index: number, ...anchors: string[]) =>
  inSection(index, ...anchors.map((anchor) => removeLine(anchor)));
const ufrag = `a=ice-ufrag:${alice.ufrag}`;
const pwd = `a=ice-pwd:${alice.pwd}`;
const fingerprint = `a=fingerprint:${alice.fingerprint}`;
const setup = (index: number) => append(index, "a=setup:actpass");
/** Takes away everything that a transport owner needs. */
const bare = (index: number) =>
  without(index, "a=ice-ufrag:*", "a=ice-pwd:*", "a=fingerprint:*", "a=setup:*", "a=tls-id:*");

const exchange = (text: (peer: Peer, setup: Setup) => string) => ({
  by: "remote" as const,
  offer: text(alice, "actpass"),
  answer: text(bob, "active"),
});
const together = exchange(bundled);
const apart = exchange(unbundled);

export const transportFamilies: readonly Family[] = [
  {
    rule: "D5",
    source: "RFC 9429 §5.8.3",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["no ufrag in the first section", without(0, "a=ice-ufrag:*"), 0],
      ["no pwd in the second section", without(1, "a=ice-pwd:*"), 1],
      ["no fingerprint in the second section", without(1, "a=fingerprint:*"), 1],
      ["no fingerprint in the data section", without(2, "a=fingerprint:*"), 2],
      ["a local offer without a pwd", without(0, "a=ice-pwd:*"), 0, { context: local }],
      [
        "a ufrag for the session, but no pwd at all",
        edits(without(0, "a=ice-ufrag:*", "a=ice-pwd:*"), append(-1, ufrag)),
        0,
      ],
      ["bundle-only outside a group is ignored", edits(append(1, "a=bundle-only"), without(1, "a=ice-pwd:*")), 1],
      ["another section's credentials do not count", without(2, "a=ice-ufrag:*", "a=ice-pwd:*"), 2],
    ],
    accepted: [
      [
        "credentials and fingerprint of the session",
        edits(without(0, "a=ice-ufrag:*", "a=ice-pwd:*", "a=fingerprint:*"), append(-1, ufrag, pwd, fingerprint)),
      ],
      ["a ufrag of the section, a pwd of the session", edits(without(0, "a=ice-pwd:*"), append(-1, pwd))],
      ["a rejected section without any", edits(port0(1), bare(1))],
      ["a rejected section that wrongly says bundle-only", edits(port0(1), append(1, "a=bundle-only"), bare(1))],
      ["no sections at all", (text) => text.slice(0, text.indexOf("m="))],
    ],
  },
  {
    rule: "D5",
    source: "RFC 9143 §7.1.3 (a first offer)",
    base: balanced(alice, "actpass"),
    context: remote,
    refused: [
      ["the tag has no ufrag", without(0, "a=ice-ufrag:*"), 0],
      ["the tag has no fingerprint", without(0, "a=fingerprint:*"), 0],
      ["a member has no ufrag", without(1, "a=ice-ufrag:*"), 1],
      ["the data section has no fingerprint", without(2, "a=fingerprint:*"), 2],
      ["a member of a local offer has no pwd", without(1, "a=ice-pwd:*"), 1, { context: local }],
      [
        "a member of a group that a later offer suggests first",
        without(1, "a=ice-ufrag:*"),
        1,
        { context: offerIn("remote", { negotiated: apart }) },
      ],
    ],
    accepted: [
      [
        "bundle-only members are bare",
        edits(port0(1), append(1, "a=bundle-only"), bare(1), port0(2), append(2, "a=bundle-only"), bare(2)),
      ],
      [
        "members have what the session has",
        edits(without(1, "a=ice-ufrag:*", "a=ice-pwd:*", "a=fingerprint:*"), append(-1, ufrag, pwd, fingerprint)),
      ],
      ["a rejected section, out of the group, is bare", edits(port0(1), bundle("0 2"), bare(1))],
    ],
  },
  {
    rule: "D5",
    source: "RFC 9143 §7.1.3 (a later offer)",
    base: bundled(alice, "actpass", 2),
    context: offerIn("remote", { negotiated: together }),
    refused: [
      ["a bare section in no group", edits(bundle("0 2"), setup(1)), 1],
      ["a bare section is the tag", edits(bundle("2 0 1"), setup(2), append(2, "a=rtcp-mux")), 2],
      [
        "a group that is not BUNDLE makes no transport",
        edits(bundle("0 2"), append(-1, "a=group:LS 0 1"), setup(1)),
        1,
      ],
    ],
    accepted: [
      ["members are bare", (text) => text],
      [
        "a bare member with a port of its own",
        inSection(1, replaceLine("m=video*", "m=video 40000 UDP/TLS/RTP/SAVPF 96 97")),
      ],
    ],
  },
  {
    rule: "D5",
    source: "RFC 9429 §5.8.3 (answers)",
    base: balanced(bob, "active"),
    context: answerIn({ offerer: "local", offer: balanced(alice, "actpass") }),
    refused: [
      [
        "an answer without the group leaves each section its own transport",
        edits(bundle(null), without(1, "a=ice-ufrag:*")),
        1,
      ],
      ["an answer takes one section out of the group", edits(bundle("0 2"), without(1, "a=fingerprint:*")), 1],
    ],
    accepted: [
      ["an answer keeps the group and bares its members", edits(bare(1), bare(2))],
      ["an answer rejects one section and bares it", edits(port0(1), bundle("0 2"), bare(1))],
    ],
  },
  {
    rule: "D6",
    source: "RFC 8842 §5.1",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["holdconn in a section", inSection(1, replaceLine("a=setup:*", "a=setup:holdconn")), 1],
      ["holdconn in the data section", inSection(2, replaceLine("a=setup:*", "a=setup:holdconn")), 2],
      ["holdconn in a local offer", inSection(0, replaceLine("a=setup:*", "a=setup:holdconn")), 0, { context: local }],
      ["holdconn of the session, inherited", edits(without(0, "a=setup:*"), append(-1, "a=setup:holdconn")), null],
    ],
    accepted: [
      ["holdconn in a rejected section", edits(port0(1), inSection(1, replaceLine("a=setup:*", "a=setup:holdconn")))],
      ["active in an offer", inSection(1, replaceLine("a=setup:*", "a=setup:active"))],
      ["passive in an offer", inSection(1, replaceLine("a=setup:*", "a=setup:passive"))],
    ],
  },
  {
    rule: "D16",
    source: "RFC 8842 §5.2, RFC 9429 §5.8.3",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["no setup in the first section", without(0, "a=setup:*"), 0],
      ["no setup in the data section", without(2, "a=setup:*"), 2],
      ["no setup in a local offer", without(1, "a=setup:*"), 1, { context: local }],
    ],
    accepted: [
      ["setup of the session", edits(without(0, "a=setup:*"), append(-1, "a=setup:actpass"))],
      ["no setup in a rejected section", edits(port0(1), without(1, "a=setup:*"))],
    ],
  },
  {
    rule: "D16",
    source: "RFC 8842 §5.3 (answers)",
    base: bundled(bob, "active"),
    context: answerIn({ offerer: "local", offer: bundled(alice, "actpass") }),
    refused: [["the answer's tag has no setup", without(0, "a=setup:*"), 0]],
    accepted: [["setup of the session", edits(without(0, "a=setup:*"), append(-1, "a=setup:active"))]],
  },
  {
    rule: "D16",
    source: "RFC 9143 §7.1.3 (a first offer)",
    base: balanced(alice, "actpass"),
    context: remote,
    refused: [["a member has no setup", without(1, "a=setup:*"), 1]],
    accepted: [["a bundle-only member has none", edits(port0(1), append(1, "a=bundle-only"), without(1, "a=setup:*"))]],
  },
  {
    rule: "D28",
    source: "RFC 8122 §5",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["MD5 beside SHA-256", append(0, "a=fingerprint:md5 01:02:03:04"), { line: "a=fingerprint:md5 01:02:03:04" }],
      ["MD2, in capitals", append(1, "a=fingerprint:MD2 01:02"), { line: "a=fingerprint:MD2 01:02" }],
      ["MD5 of the session", append(-1, "a=fingerprint:md5 01:02:03:04"), null],
      ["in a local offer", append(0, "a=fingerprint:md5 01:02:03:04"), 0, { context: local }],
    ],
    accepted: [
      ["SHA-1 beside SHA-256", append(0, "a=fingerprint:sha-1 01:02:03:04")],
      ["in a rejected section", edits(port0(1), append(1, "a=fingerprint:md5 01:02:03:04"))],
    ],
  },
];
