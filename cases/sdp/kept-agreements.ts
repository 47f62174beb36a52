import { again, answer, negotiated, offer, reanswer, reoffer, restart, restartAnswer, to } from "./connected-call.ts";
import type { Family } from "./family.ts";
import { answerIn, offerIn, slots } from "./given/contexts.ts";
import { alice, audioOnly, balanced, bob, carol, restarted, unbundled } from "./given/descriptions.ts";
import { append, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const keep = (text: string): string => text;
const line = (anchor: string, by: string) => inSection(0, replaceLine(anchor, by));
const replacing = (pending: string, by: "local" | "remote" = "remote") => ({
  type: "offer" as const,
  side: by,
  session: slots({
    signalingState: by === "remote" ? "have-remote-offer" : "have-local-offer",
    [by === "remote" ? "pendingRemoteDescription" : "pendingLocalDescription"]: { type: "offer", sdp: pending },
  }),
});
const provisional = (offered: string, pranswer: string) =>
  answerIn({ offerer: "local", negotiated, offer: offered, pranswer });
const unnamed = (text: string) => text.replace(/a=mid:.*\r\n/g, "");
const afterRejection = offerIn("local", {
  negotiated: {
    by: "local",
    offer: unnamed(unbundled(alice, "actpass")),
    answer: unnamed(port0(1)(unbundled(bob, "active"))),
  },
});
const feedback = (text: string) => append(0, text);
const addedCodec = (...lines: readonly string[]) =>
  edits(line("m=audio*", "m=audio 9 UDP/TLS/RTP/SAVPF 111 0 9"), append(0, "a=rtpmap:9 G722/8000", ...lines));

/** What an exchange agreed on is kept: ICE, header extensions, an offer that another one replaces. */
export const keptAgreementFamilies: readonly Family[] = [
  {
    rule: "R10",
    source: "RFC 8839 §4.4.2.1",
    base: reoffer,
    context: offerIn("local", { negotiated }),
    refused: [
      ["ice-lite is new", append(-1, "a=ice-lite"), { line: "a=ice-lite" }],
      [
        "ice-lite is gone",
        keep,
        null,
        { context: offerIn("local", { negotiated: { ...negotiated, offer: append(-1, "a=ice-lite")(offer) } }) },
      ],
      ["an option is gone", line("a=ice-options:*", "a=ice-options:trickle"), 0],
      ["an option is new", line("a=ice-options:*", "a=ice-options:trickle ice2 renomination"), 0],
      ["every option is gone", inSection(0, removeLine("a=ice-options:*")), 0],
      [
        "in a remote offer",
        line("a=ice-options:*", "a=ice-options:ice2"),
        0,
        { context: offerIn("remote", { negotiated: { ...negotiated, by: "remote" } }) },
      ],
    ],
    accepted: [
      ["the same in another order", line("a=ice-options:*", "a=ice-options:ice2 trickle")],
      [
        "the same for the session",
        edits(inSection(0, removeLine("a=ice-options:*")), append(-1, "a=ice-options:trickle ice2")),
      ],
      ["other options with a restart", to(line("a=ice-options:*", "a=ice-options:ice2")(restart))],
      ["ice-lite with a restart", to(append(-1, "a=ice-lite")(restart))],
    ],
  },
  {
    rule: "A10",
    source: "RFC 9429 §5.10, §3.8.1 (after a provisional answer)",
    base: reanswer,
    context: provisional(reoffer, reanswer),
    refused: [
      ["new credentials though the offer did not restart", to(restartAnswer), 0],
      ["another leg's, though the offer did not restart", to(audioOnly(carol, "active")), 0],
    ],
    accepted: [
      ["the old ones", keep],
      ["another leg of a restart", to(audioOnly(carol, "active")), { context: provisional(restart, restartAnswer) }],
      [
        "another leg of a first offer",
        to(audioOnly(carol, "active")),
        { context: answerIn({ offerer: "local", offer, pranswer: answer }) },
      ],
    ],
  },
  {
    rule: "A8",
    source: "RFC 9429 §5.11 (codecs that the answer adds)",
    base: reanswer,
    context: again(reoffer),
    refused: [["feedback for an offered codec", feedback("a=rtcp-fb:0 nack"), 0]],
    accepted: [
      ["feedback for an added codec", addedCodec("a=rtcp-fb:9 nack")],
      ["no feedback for an added codec", addedCodec()],
    ],
  },
  {
    rule: "A12",
    source: "RFC 8285 §7 (an id for another URI)",
    base: reanswer,
    context: again(reoffer),
    refused: [
      ["an offered id for a URI that was not offered", line("a=extmap:1*", "a=extmap:1 urn:x-ext:a"), 0],
      [
        "two ids exchanged",
        edits(
          line("a=extmap:1*", "a=extmap:4 urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
          line("a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid", "a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid"),
        ),
        0,
      ],
    ],
    accepted: [["a free id for a URI that was not offered", append(0, "a=extmap:2 urn:x-ext:a")]],
  },
  {
    rule: "R8",
    source: "RFC 8285 §7 (a URI under another id)",
    base: reoffer,
    context: offerIn("local", { negotiated }),
    refused: [
      ["a free id for a negotiated URI", line("a=extmap:4*", "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid"), 0],
      [
        "two ids exchanged",
        edits(
          line("a=extmap:1*", "a=extmap:4 urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
          line("a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid", "a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid"),
        ),
        0,
      ],
      [
        "by the side that answered",
        to(line("a=extmap:4*", "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid")(audioOnly(bob, "actpass", 2))),
        0,
        { context: offerIn("remote", { negotiated }) },
      ],
    ],
    accepted: [
      ["its id with a direction", line("a=extmap:4*", "a=extmap:4/sendonly urn:ietf:params:rtp-hdrext:sdes:mid")],
      [
        "a URI that the answer did not take",
        line("a=extmap:4*", "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid"),
        {
          context: offerIn("local", {
            negotiated: { ...negotiated, answer: inSection(0, removeLine("a=extmap:4*"))(answer) },
          }),
        },
      ],
    ],
  },
  {
    rule: "R3",
    source: "RFC 3264 §8.1 (a peer without mids)",
    cascades: true,
    base: unnamed(unbundled(alice, "actpass", 2)),
    context: afterRejection,
    refused: [
      [
        "a mid that another section had",
        to(
          inSection(
            1,
            replaceLine("a=mid:1", "a=mid:0"),
            replaceLine("m=video*", "m=audio 9 UDP/TLS/RTP/SAVPF 96 97"),
          )(unbundled(alice, "actpass", 2)).replace("a=mid:0\r\n", ""),
        ),
        1,
        {
          context: offerIn("local", {
            negotiated: { by: "local", offer: unbundled(alice, "actpass"), answer: port0(1)(unbundled(bob, "active")) },
          }),
        },
      ],
    ],
    accepted: [
      ["the rejected slot is used again for the same media", keep],
      [
        "the rejected slot is used for another media",
        inSection(1, replaceLine("m=video*", "m=audio 9 UDP/TLS/RTP/SAVPF 96 97")),
      ],
    ],
  },
  {
    rule: "R9",
    cascades: true,
    source: "webrtc-pc #set-description (what an answer would have fixed)",
    base: balanced(alice, "actpass", 2),
    context: replacing(balanced(alice, "actpass")),
    refused: [
      [
        "another fingerprint without a restart",
        to(balanced({ ...alice, fingerprint: carol.fingerprint }, "actpass", 2)),
        0,
      ],
      ["other ICE options", inSection(0, replaceLine("a=ice-options:*", "a=ice-options:ice2")), 0],
      [
        "another id for a URI",
        inSection(1, replaceLine("a=extmap:14*", "a=extmap:13 urn:ietf:params:rtp-hdrext:toffset")),
        1,
      ],
      ["another URI for an id", inSection(1, replaceLine("a=extmap:14*", "a=extmap:14 urn:x-ext:a")), 1],
      ["the other role", to(balanced(alice, "passive", 2)), 0, { context: replacing(balanced(alice, "active")) }],
    ],
    accepted: [
      [
        "another fingerprint with a restart",
        to(balanced({ ...restarted(alice), fingerprint: carol.fingerprint }, "actpass", 2)),
      ],
      ["the same role", to(balanced(alice, "active", 2)), { context: replacing(balanced(alice, "active")) }],
      [
        "a local offer replaces a local one",
        to(balanced({ ...alice, fingerprint: carol.fingerprint }, "actpass", 2)),
        { context: replacing(balanced(alice, "actpass"), "local") },
      ],
    ],
  },
];
