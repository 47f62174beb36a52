import type { Family } from "./family.ts";
import { answerIn, offerIn } from "./given/contexts.ts";
import {
  alice,
  audio,
  bob,
  carol,
  data,
  type Peer,
  rekeyed,
  restarted,
  type Setup,
  sdp,
  session,
  transport,
  video,
} from "./given/descriptions.ts";
import { append, edits, inSection, removeLine, replaceLine } from "./given/edits.ts";

/**
 * A transport goes on wherever one of its members does: here the group's tag is a section that is new, or that took the
 * place of a rejected one, and an older member carries the transport on.
 */

const ended = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/^(m=\S+) 9 /, "$1 0 "));
const before = (peer: Peer, setup: Setup): string =>
  sdp(session(peer, 1, "a=group:BUNDLE 0 1"), audio("0", transport(peer, setup)), data("1", transport(peer, setup)));
/** The section that is added comes first in the group. */
const added = (peer: Peer, setup: Setup): string =>
  sdp(
    session(peer, 2, "a=group:BUNDLE 2 0 1"),
    audio("0", transport(peer, setup)),
    data("1", transport(peer, setup)),
    video("2", transport(peer, setup)),
  );
/** The first section was rejected, and another is in its place and is the tag. */
const beforeRecycling = (peer: Peer, setup: Setup): string =>
  sdp(session(peer, 1, "a=group:BUNDLE 1"), ended(audio("0")), video("1", transport(peer, setup)));
const recycled = (peer: Peer, setup: Setup): string =>
  sdp(session(peer, 2, "a=group:BUNDLE 2 1"), audio("2", transport(peer, setup)), video("1", transport(peer, setup)));

const negotiated = { by: "local", offer: before(alice, "actpass"), answer: before(bob, "active") } as const;
const negotiatedBeforeRecycling = {
  by: "local",
  offer: beforeRecycling(alice, "actpass"),
  answer: beforeRecycling(bob, "active"),
} as const;
const offering = offerIn("local", { negotiated });
const recycling = offerIn("local", { negotiated: negotiatedBeforeRecycling });
const answering = (offer: string) => answerIn({ offerer: "local", negotiated, offer });
const base = added(alice, "actpass");
const reanswer = added(bob, "active");
const to = (text: string) => () => text;
const keep = (text: string): string => text;
const forged: Peer = { ...alice, fingerprint: carol.fingerprint };
const everywhere = (anchor: string, by: string) =>
  edits(...[0, 1, 2].map((index) => inSection(index, replaceLine(anchor, by))));

export const newTagFamilies: readonly Family[] = [
  {
    rule: "R5",
    source: "RFC 9429 §5.8.3 (a new tag)",
    base,
    context: offering,
    refused: [
      ["another fingerprint without a restart", to(added(forged, "actpass")), 2],
      ["another tls-id without a restart", everywhere("a=tls-id:*", `a=tls-id:${carol.tlsId}`), 2],
      ["another fingerprint where the tag is recycled", to(recycled(forged, "actpass")), 0, { context: recycling }],
    ],
    accepted: [
      ["the transport goes on", keep],
      ["another fingerprint with a restart", to(added(rekeyed(restarted(alice)), "actpass"))],
      ["the transport goes on under a recycled tag", to(recycled(alice, "actpass")), { context: recycling }],
    ],
  },
  {
    rule: "R6",
    source: "RFC 9429 §5.8.3 (a new tag)",
    base,
    context: offering,
    refused: [
      ["the server offers to be the client", to(added(alice, "active")), 2],
      ["the same under a recycled tag", to(recycled(alice, "active")), 0, { context: recycling }],
    ],
    accepted: [["the server offers to stay it", to(added(alice, "passive"))]],
  },
  {
    rule: "R4",
    source: "RFC 9429 §5.8.3 (a new tag)",
    base,
    context: { ...offering, rtcpMuxPolicy: "negotiate" },
    refused: [["mux is dropped", inSection(2, removeLine("a=rtcp-mux")), 2]],
    accepted: [["a member drops its line", inSection(0, removeLine("a=rtcp-mux"))]],
  },
  {
    rule: "R8",
    source: "RFC 8285 §7 (a new tag)",
    base,
    context: offering,
    refused: [
      ["an id for another URI", edits(inSection(0, removeLine("a=extmap:1*")), append(2, "a=extmap:1 urn:x-ext:a")), 2],
      ["a URI under another id", append(2, "a=extmap:9 urn:ietf:params:rtp-hdrext:ssrc-audio-level"), 2],
    ],
    accepted: [["its id, in the new section", append(2, "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level")]],
  },
  {
    rule: "R10",
    source: "RFC 8839 §4.4.2.1 (a new tag)",
    base,
    context: offering,
    refused: [["other options", everywhere("a=ice-options:*", "a=ice-options:trickle"), 2]],
    accepted: [["the same options", keep]],
  },
  {
    rule: "A6",
    source: "RFC 8842 §5.3 (a new tag)",
    base: reanswer,
    context: answering(base),
    refused: [
      ["the client becomes the server", to(added(bob, "passive")), 2],
      [
        "the same under a recycled tag",
        to(recycled(bob, "passive")),
        0,
        {
          context: answerIn({
            offerer: "local",
            negotiated: negotiatedBeforeRecycling,
            offer: recycled(alice, "actpass"),
          }),
        },
      ],
    ],
    accepted: [["the client stays the client", keep]],
  },
  {
    rule: "A9",
    source: "RFC 9429 §5.11 (a new tag)",
    base: reanswer,
    context: {
      ...answerIn({
        offerer: "remote",
        negotiated: { ...negotiated, by: "remote" },
        offer: base,
      }),
      rtcpMuxPolicy: "negotiate",
    },
    refused: [["mux is dropped", inSection(2, removeLine("a=rtcp-mux")), 2]],
    accepted: [["a member drops its line", inSection(0, removeLine("a=rtcp-mux"))]],
  },
  {
    rule: "A10",
    source: "RFC 9429 §5.10 (a new tag)",
    base: reanswer,
    context: answering(base),
    refused: [
      ["new credentials though nothing restarted", to(added(restarted(bob), "active")), 2],
      [
        "old credentials though the offer restarted",
        keep,
        2,
        { context: answering(added(restarted(alice), "actpass")) },
      ],
    ],
    accepted: [
      ["the old credentials", keep],
      [
        "new credentials to a restart",
        to(added(restarted(bob), "active")),
        { context: answering(added(restarted(alice), "actpass")) },
      ],
    ],
  },
  {
    rule: "A11",
    source: "RFC 9429 §5.11 (a new tag)",
    base: reanswer,
    context: answering(base),
    refused: [["another fingerprint", to(added({ ...bob, fingerprint: carol.fingerprint }, "active")), 2]],
    accepted: [["the same fingerprint", keep]],
  },
];
