import type { Family } from "./family.ts";
import { type Context, offerIn, slots } from "./given/contexts.ts";
import { alice, audio, balanced, bob, carol, data, transport, unbundled, video } from "./given/descriptions.ts";
import {
  addSection,
  bundle,
  edits,
  inSection,
  port0,
  removeSection,
  replaceLine,
  replaceSection,
} from "./given/edits.ts";

const offer = unbundled(alice, "actpass");
const answer = unbundled(bob, "active");
const base = unbundled(alice, "actpass", 2);
const after = (offered: string, answered: string): Context =>
  offerIn("local", { negotiated: { by: "local", offer: offered, answer: answered } });
const alices = transport(alice, "actpass");
const renamed = (index: number, from: string, to: string) =>
  inSection(index, replaceLine(`a=mid:${from}`, `a=mid:${to}`));
const keep = (text: string): string => text;

const rejectedByAnswer = after(offer, port0(1)(answer));
const rejectedByOffer = after(port0(1)(offer), port0(1)(answer));
const recycled = replaceSection(1, video("3", alices));

/** Bob's offer replaces the one he sent before; what stood before both is `negotiated`. */
const replacing = (pending: string, negotiated: boolean): Context => ({
  type: "offer",
  side: "remote",
  session: slots({
    signalingState: "have-remote-offer",
    pendingRemoteDescription: { type: "offer", sdp: pending },
    ...(negotiated
      ? {
          currentRemoteDescription: { type: "offer", sdp: removeSection(2)(offer) },
          currentLocalDescription: { type: "answer", sdp: removeSection(2)(answer) },
        }
      : {}),
  }),
});
/** A section that was rejected before is recycled in the offer that is now replaced. */
const replacingRecycled: Context = {
  type: "offer",
  side: "remote",
  session: slots({
    signalingState: "have-remote-offer",
    pendingRemoteDescription: { type: "offer", sdp: recycled(offer) },
    currentRemoteDescription: { type: "offer", sdp: port0(1)(offer) },
    currentLocalDescription: { type: "answer", sdp: port0(1)(answer) },
  }),
};
const replacingLocally: Context = {
  type: "offer",
  side: "local",
  session: slots({
    signalingState: "have-local-offer",
    pendingLocalDescription: { type: "offer", sdp: offer },
    currentLocalDescription: { type: "offer", sdp: removeSection(2)(offer) },
    currentRemoteDescription: { type: "answer", sdp: removeSection(2)(answer) },
  }),
};

export const reofferSectionFamilies: readonly Family[] = [
  {
    rule: "R1",
    cascades: true,
    source: "RFC 3264 §8, RFC 9429 §5.2.2",
    base,
    context: after(offer, answer),
    refused: [
      ["one section fewer", removeSection(2), null],
      ["no sections", edits(removeSection(2), removeSection(1), removeSection(0)), null],
      ["one section fewer though it was rejected", removeSection(2), null, { context: after(offer, port0(2)(answer)) }],
      [
        "one section fewer, in a remote offer",
        removeSection(2),
        null,
        { context: offerIn("remote", { negotiated: { by: "remote", offer, answer } }) },
      ],
      [
        "a local offer is replaced by one with fewer than were negotiated",
        edits(removeSection(2), removeSection(1)),
        null,
        { context: replacingLocally },
      ],
    ],
    accepted: [
      ["as many", keep],
      ["one more", addSection(audio("3", alices))],
      ["the last one rejected", port0(2)],
      ["a local offer is replaced by one with fewer than it", removeSection(2), { context: replacingLocally }],
    ],
  },
  {
    rule: "R2",
    cascades: true,
    source: "RFC 9429 §5.2.2",
    base,
    context: after(offer, answer),
    refused: [
      ["video becomes audio under its old mid", replaceSection(1, audio("1", alices)), 1],
      ["data becomes video under its old mid", replaceSection(2, video("2", alices)), 2],
      [
        "a rejected section in it changes its media too",
        inSection(1, replaceLine("m=video*", "m=audio 0 UDP/TLS/RTP/SAVPF 96")),
        1,
      ],
      [
        "by the side that answered",
        to(replaceSection(1, audio("1", transport(bob, "actpass")))(unbundled(bob, "actpass", 2))),
        1,
        { context: offerIn("remote", { negotiated: { by: "local", offer, answer } }) },
      ],
    ],
    accepted: [
      [
        "other formats, another port, another direction",
        inSection(
          1,
          replaceLine("m=video*", "m=video 50000 UDP/TLS/RTP/SAVPF 97 96"),
          replaceLine("a=sendrecv", "a=inactive"),
        ),
      ],
      ["it becomes rejected", port0(1)],
      [
        "it stays rejected, with nothing but its mid",
        replaceSection(1, ["m=video 0 UDP/TLS/RTP/SAVPF 0", "c=IN IP4 0.0.0.0", "a=mid:1"]),
        { context: rejectedByAnswer },
      ],
      [
        "recycled with another media and a new mid",
        replaceSection(1, audio("3", alices)),
        { context: rejectedByAnswer },
      ],
    ],
  },
  {
    rule: "R3",
    cascades: true,
    source: "RFC 9429 §5.2.2",
    base,
    context: rejectedByAnswer,
    refused: [
      ["another media in a rejected section under its old mid", replaceSection(1, audio("1", alices)), 1],
      [
        "a recycled section takes the mid that another one had",
        edits(replaceSection(1, video("2", alices)), replaceSection(2, data("3", alices))),
        1,
        { context: after(offer, edits(port0(1), port0(2))(answer)) },
      ],
      [
        "a new mid and another media in a live section",
        replaceSection(1, audio("3", alices)),
        1,
        { context: after(offer, answer) },
      ],
    ],
    accepted: [
      [
        "two sections recycled, each with a new mid",
        edits(replaceSection(1, video("3", alices)), replaceSection(2, data("4", alices))),
        { context: after(offer, edits(port0(1), port0(2))(answer)) },
      ],
      ["a section rejected by the answer, with a new mid", recycled],
      ["a section rejected by the offer, with a new mid", recycled, { context: rejectedByOffer }],
      [
        "recycled onto a transport of its own, with another fingerprint and a fixed role",
        replaceSection(1, video("3", transport({ ...alice, fingerprint: carol.fingerprint }, "active"))),
      ],
      ["a rejected audio section for data", replaceSection(1, data("3", alices))],
      [
        "the section that was rejected by a re-offer of the answerer",
        recycled,
        {
          context: offerIn("local", {
            negotiated: {
              by: "remote",
              offer: port0(1)(unbundled(bob, "actpass")),
              answer: port0(1)(unbundled(alice, "active")),
            },
          }),
        },
      ],
    ],
  },
  {
    rule: "R9",
    cascades: true,
    source: "webrtc-pc #set-description",
    base,
    context: replacing(offer, false),
    refused: [
      ["one section fewer than the offer it replaces", removeSection(2), null],
      [
        "one section fewer, in a session that had even fewer",
        removeSection(2),
        null,
        { context: replacing(offer, true) },
      ],
      ["another media than in the offer it replaces", replaceSection(2, audio("2", alices)), 2],
      [
        "another media in what only the replaced offer has",
        replaceSection(2, audio("2", alices)),
        2,
        { context: replacing(offer, true) },
      ],
      [
        "a section that the replaced offer had just recycled is recycled again",
        replaceSection(1, video("4", alices)),
        1,
        { context: replacingRecycled },
      ],
      ["another mid than in the offer it replaces", renamed(2, "2", "3"), 2],
    ],
    accepted: [
      ["the mid that the replaced offer recycled a section with", recycled, { context: replacingRecycled }],
      ["the very same again", to(offer)],
      ["one section more", addSection(audio("3", alices))],
      ["as many as in the offer it replaces", removeSection(2), { context: replacing(removeSection(2)(offer), true) }],
      [
        "a section that the replaced offer rejected is recycled",
        replaceSection(1, video("3", alices)),
        { context: replacing(port0(1)(offer), false) },
      ],
    ],
  },
];

/** R2 and R3 both forbid it: a live section under another mid. */
export const renamedLiveSection = { text: renamed(1, "1", "one")(base), context: after(offer, answer) };

/** The same sections bundled: recycling the tag moves the group to the new mid. */
export const recycledTag = {
  text: edits(replaceSection(0, audio("3", alices)), bundle("3 1 2"))(balanced(alice, "actpass", 3)),
  context: after(
    edits(port0(0), bundle("1 2"))(balanced(alice, "actpass", 2)),
    edits(port0(0), bundle("1 2"))(balanced(bob, "active", 2)),
  ),
};

function to(text: string) {
  return () => text;
}
