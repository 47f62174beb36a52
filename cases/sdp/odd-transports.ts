import type { Family } from "./family.ts";
import { answerIn, offerIn } from "./given/contexts.ts";
import {
  alice,
  audio,
  bob,
  data,
  type Peer,
  rekeyed,
  restarted,
  type Setup,
  sdp,
  session,
  transport,
  unbundled,
  video,
} from "./given/descriptions.ts";
import { append, edits, inSection, removeLine, replaceLine } from "./given/edits.ts";

/** Sessions that are rare but real: sections without mids, a data section as the tag, members without mux. */

const keep = (text: string): string => text;
const to = (text: string) => () => text;

const unnamed = (peer: Peer, setup: Setup, version = 1): string =>
  unbundled(peer, setup, version).replace(/a=mid:.*\r\n/g, "");
const unnamedCall = { by: "local", offer: unnamed(alice, "actpass"), answer: unnamed(bob, "active") } as const;
const fingerprint = (index: number, peer: Peer) =>
  inSection(index, replaceLine("a=fingerprint:*", `a=fingerprint:${rekeyed(peer).fingerprint}`));

/** The data section is the tag of a group with RTP in it, and has rtcp-mux as RFC 9143 §9.3.1 asks. */
const dataFirst = (peer: Peer, setup: Setup, version = 1): string =>
  sdp(
    session(peer, version, "a=group:BUNDLE 0 1"),
    data("0", "a=rtcp-mux", transport(peer, setup)),
    audio("1", version === 1 && setup === "actpass" ? transport(peer, setup) : []),
  );
const dataCall = { by: "local", offer: dataFirst(alice, "actpass"), answer: dataFirst(bob, "active") } as const;

const muxGone = edits(inSection(0, removeLine("a=rtcp-mux")), inSection(1, removeLine("a=rtcp-mux")));

/** Only the tag has rtcp-mux; then the tag is rejected and the member goes on as the tag. */
const muxlessMember = (peer: Peer, setup: Setup): string =>
  inSection(
    1,
    removeLine("a=rtcp-mux"),
  )(sdp(session(peer, 1, "a=group:BUNDLE 0 1"), audio("0", transport(peer, setup)), video("1")));
const memberGoesOn = sdp(
  session(alice, 2, "a=group:BUNDLE 1"),
  audio("0").map((line) => line.replace("m=audio 9", "m=audio 0")),
  video("1", transport(alice, "actpass")),
);

/** Audio and video bundled, and then the video leaves. */
const pair = (peer: Peer, setup: Setup, version = 1): string =>
  sdp(
    session(peer, version, "a=group:BUNDLE 0 1"),
    audio("0", transport(peer, setup)),
    video("1", version === 1 && setup === "actpass" ? transport(peer, setup) : []),
  );
const parted = (peer: Peer, setup: Setup, own: Peer, ownSetup: Setup): string =>
  sdp(session(peer, 2, "a=group:BUNDLE 0"), audio("0", transport(peer, setup)), video("1", transport(own, ownSetup)));

export const oddTransportFamilies: readonly Family[] = [
  {
    rule: "R5",
    source: "RFC 9429 §5.8.3 (sections without mids)",
    base: unnamed(alice, "actpass", 2),
    context: offerIn("local", { negotiated: unnamedCall }),
    refused: [["another fingerprint without a restart", fingerprint(1, alice), 1]],
    accepted: [["another fingerprint with a restart", to(unnamed(rekeyed(restarted(alice)), "actpass", 2))]],
  },
  {
    rule: "R2",
    source: "RFC 9429 §5.2.2 (sections without mids)",
    cascades: true,
    base: unnamed(alice, "actpass", 2),
    context: offerIn("local", { negotiated: unnamedCall }),
    refused: [["video becomes audio", inSection(1, replaceLine("m=video*", "m=audio 9 UDP/TLS/RTP/SAVPF 96 97")), 1]],
    accepted: [["every index keeps its media", keep]],
  },
  {
    rule: "A10",
    source: "RFC 9429 §5.10 (sections without mids)",
    base: unnamed(bob, "active", 2),
    context: answerIn({ offerer: "local", negotiated: unnamedCall, offer: unnamed(alice, "actpass", 2) }),
    refused: [
      ["new credentials though nothing restarted", inSection(2, replaceLine("a=ice-ufrag:*", "a=ice-ufrag:newU")), 2],
    ],
    accepted: [["the old credentials", keep]],
  },
  {
    rule: "A9",
    source: "RFC 9143 §9.3.1.2 (the tag is the data section)",
    base: dataFirst(bob, "active", 2),
    context: {
      ...answerIn({
        offerer: "remote",
        negotiated: { ...dataCall, by: "remote" },
        offer: dataFirst(alice, "actpass", 2),
      }),
      rtcpMuxPolicy: "negotiate",
    },
    refused: [["tag and member drop mux", muxGone, 0]],
    accepted: [
      ["a member drops its line", inSection(1, removeLine("a=rtcp-mux"))],
      ["the tag drops its line", inSection(0, removeLine("a=rtcp-mux"))],
    ],
  },
  {
    rule: "R4",
    source: "RFC 9143 §9.3.1.4 (the tag is the data section)",
    base: dataFirst(alice, "actpass", 2),
    context: { ...offerIn("local", { negotiated: dataCall }), rtcpMuxPolicy: "negotiate" },
    refused: [["tag and member drop mux", muxGone, 0]],
    accepted: [
      ["a member drops its line", inSection(1, removeLine("a=rtcp-mux"))],
      ["the tag drops its line", inSection(0, removeLine("a=rtcp-mux"))],
    ],
  },
  {
    rule: "R4",
    source: "RFC 9143 §7.5.3 (a member goes on as the tag)",
    base: memberGoesOn,
    context: {
      ...offerIn("local", {
        negotiated: { by: "local", offer: pair(alice, "actpass"), answer: muxlessMember(bob, "active") },
      }),
      rtcpMuxPolicy: "negotiate",
    },
    refused: [["without mux", inSection(1, removeLine("a=rtcp-mux")), 1]],
    accepted: [["with mux, that its transport always had", keep]],
  },
  {
    rule: "A10",
    source: "RFC 9143 §7.5.2 (a section that left is new)",
    base: parted(bob, "active", restarted(bob), "passive"),
    context: answerIn({
      offerer: "local",
      negotiated: { by: "local", offer: pair(alice, "actpass"), answer: pair(bob, "active") },
      offer: parted(alice, "actpass", restarted(alice), "actpass"),
    }),
    refused: [
      ["the section that stayed has new credentials", to(parted(restarted(bob), "active", rekeyed(bob), "passive")), 0],
    ],
    accepted: [
      ["new credentials and another role for the section that left", keep],
      ["another certificate too", edits(fingerprint(1, bob), append(1, "a=x-parted"))],
    ],
  },
];
