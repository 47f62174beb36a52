import type { Family } from "./family.ts";
import { type Context, offerIn } from "./given/contexts.ts";
import {
  alice,
  audioOnly,
  balanced,
  bob,
  bundled,
  rekeyed,
  restarted,
  transport,
  unbundled,
  video,
} from "./given/descriptions.ts";
import {
  append,
  bundle,
  edits,
  inSection,
  removeLine,
  replaceEvery,
  replaceLine,
  replaceSection,
} from "./given/edits.ts";

const offer = audioOnly(alice, "actpass");
const answer = audioOnly(bob, "active");
const base = audioOnly(alice, "actpass", 2);
const after = (offered: string, answered: string, side: "local" | "remote" = "local"): Context =>
  offerIn(side, { negotiated: { by: "local", offer: offered, answer: answered } });
const context = after(offer, answer);
/** Bob, who answered, offers now. */
const bobsTurn = { context: after(offer, answer, "remote") };
/** Alice's side of it seen from Bob: he set her offer as remote. */
const fromBob: Context = offerIn("remote", { negotiated: { by: "remote", offer, answer } });
const setup = (role: string) => replaceLine("a=setup:*", `a=setup:${role}`);
const to = (text: string) => () => text;
const muxOff = inSection(0, removeLine("a=rtcp-mux"));
const muxless = after(muxOff(offer), muxOff(answer));
const restart = audioOnly(restarted(alice), "actpass", 2);
const rekey = audioOnly(rekeyed(restarted(alice)), "actpass", 2);
const otherFingerprint = replaceLine("a=fingerprint:*", `a=fingerprint:${rekeyed(alice).fingerprint}`);
const group = (mids: string) => append(-1, `a=group:BUNDLE ${mids}`);
const inGroups = (first: string, ...more: string[]) => edits(bundle(first), ...more.map(group));
const extmap = (line: string) => append(1, `a=extmap:${line}`);
const withExtension = (line: string) =>
  after(extmap(line)(balanced(alice, "actpass")), extmap(line)(balanced(bob, "active")));

/** One extmap, for the session. */
const sessionExtmap = (uri: string) => (text: string) =>
  append(-1, `a=extmap:7 ${uri}`)(text.replace(/^a=extmap:.*\r\n/gm, ""));

export const reofferTransportFamilies: readonly Family[] = [
  {
    rule: "R4",
    source: "RFC 9429 §5.8.3",
    base,
    context: { ...context, rtcpMuxPolicy: "negotiate" },
    refused: [
      ["mux was negotiated and is dropped", muxOff, 0],
      [
        "it is dropped by a remote offer, where it may be negotiated",
        muxOff,
        0,
        { context: { ...fromBob, rtcpMuxPolicy: "negotiate" } },
      ],
      [
        "by the side that answered",
        to(muxOff(audioOnly(bob, "actpass", 2))),
        0,
        { context: { ...bobsTurn.context, rtcpMuxPolicy: "negotiate" } },
      ],
    ],
    accepted: [
      ["mux stays", (text) => text],
      [
        "mux was offered, not taken, and is no longer offered",
        muxOff,
        { context: { ...after(offer, muxOff(answer)), rtcpMuxPolicy: "negotiate" } },
      ],
      ["mux was not negotiated and is not offered", muxOff, { context: { ...muxless, rtcpMuxPolicy: "negotiate" } }],
    ],
  },
  {
    rule: "R5",
    source: "RFC 9429 §5.8.3, RFC 8842 §4",
    base,
    context,
    refused: [
      ["another fingerprint without a restart", otherFingerprint, 0],
      ["one fingerprint more without a restart", append(0, "a=fingerprint:sha-1 01:02:03:04"), 0],
      ["another tls-id without a restart", replaceLine("a=tls-id:*", "a=tls-id:another-tls-id-000000000"), 0],
      ["in a remote offer", otherFingerprint, 0, { context: fromBob }],
      ["by the side that answered", to(otherFingerprint(audioOnly(bob, "actpass", 2))), 0, bobsTurn],
      [
        "in a new section's tag, for a transport that is there",
        to(bundledWithNewFingerprint()),
        0,
        { context: after(bundled(alice, "actpass"), bundled(bob, "active")) },
      ],
    ],
    accepted: [
      ["another fingerprint and tls-id with a restart", to(rekey)],
      ["a restart alone", to(restart)],
      ["the same fingerprint in lower case", replaceEvery("A1:", "a1:")],
      [
        "the same fingerprint, of the session",
        edits(removeLine("a=fingerprint:*"), append(-1, `a=fingerprint:${alice.fingerprint}`)),
      ],
    ],
  },
  {
    rule: "R6",
    source: "RFC 9429 §5.8.3",
    base,
    context,
    refused: [
      ["the server offers to be the client", setup("active"), 0],
      ["the client offers to be the server", to(audioOnly(bob, "passive", 2)), 0, bobsTurn],
      ["an ICE restart alone does not change roles", to(setup("active")(restart)), 0],
      ["in a remote offer", setup("active"), 0, { context: fromBob }],
    ],
    accepted: [
      ["the server offers to stay it", setup("passive")],
      ["the client offers to stay it", to(audioOnly(bob, "active", 2)), bobsTurn],
      ["actpass", (text) => text],
      ["a new association may have other roles", to(setup("active")(rekey))],
    ],
  },
  {
    rule: "R7",
    source: "RFC 9143 §7.5.2",
    base: inGroups("0 1", "2")(balanced(alice, "actpass", 2)),
    context: after(inGroups("0 1", "2")(balanced(alice, "actpass")), inGroups("0 1", "2")(balanced(bob, "active"))),
    refused: [
      ["two groups become one", to(balanced(alice, "actpass", 2)), null],
      [
        "a group falls apart into two",
        to(inGroups("0", "1 2")(balanced(alice, "actpass", 2))),
        null,
        { context: after(balanced(alice, "actpass"), balanced(bob, "active")) },
      ],
      [
        "a mid moves from one group to the other",
        to(edits(bundle("0"), group("2 1"), append(2, "a=rtcp-mux"))(balanced(alice, "actpass", 2))),
        null,
      ],
      [
        "in a remote offer",
        to(edits(bundle("0"), group("2 1"), append(2, "a=rtcp-mux"))(balanced(bob, "actpass", 2))),
        null,
        {
          context: after(
            inGroups("0 1", "2")(balanced(alice, "actpass")),
            inGroups("0 1", "2")(balanced(bob, "active")),
            "remote",
          ),
        },
      ],
    ],
    accepted: [
      [
        "a mid leaves its group for a transport with another certificate and role, and the old credentials",
        to(
          edits(
            bundle("0"),
            group("2"),
            replaceSection(1, video("1", transport({ ...alice, fingerprint: bob.fingerprint }, "active"))),
          )(balanced(alice, "actpass", 2)),
        ),
      ],
      [
        "a mid leaves its group for a transport with another identity and role",
        to(
          edits(
            bundle("0"),
            group("2"),
            replaceSection(1, video("1", transport(rekeyed(restarted(alice)), "active"))),
          )(balanced(alice, "actpass", 2)),
        ),
      ],
      ["a mid leaves its group", to(inGroups("0", "2")(balanced(alice, "actpass", 2)))],
      ["every mid leaves", to(unbundled(alice, "actpass", 2))],
      [
        "a mid that was in no group joins one",
        to(balanced(alice, "actpass", 2)),
        { context: after(unbundled(alice, "actpass"), unbundled(bob, "active")) },
      ],
      ["the groups change places", to(inGroups("2", "0 1")(balanced(alice, "actpass", 2)))],
      ["a group has another tag", to(inGroups("1 0", "2")(balanced(alice, "actpass", 2)))],
    ],
  },
  {
    rule: "R8",
    source: "RFC 8285 §7",
    base: extmap("7 urn:x-ext:a")(balanced(alice, "actpass", 2)),
    context: withExtension("7 urn:x-ext:a"),
    refused: [
      ["the id of a negotiated URI for another", replaceLine("a=extmap:7*", "a=extmap:7 urn:x-ext:b"), 1],
      [
        "the id in another section of the transport",
        edits(removeLine("a=extmap:7*"), append(0, "a=extmap:7 urn:x-ext:b")),
        0,
      ],
      [
        "the session's id for another URI of the session",
        to(sessionExtmap("urn:x-ext:b")(bundled(alice, "actpass", 2))),
        null,
        {
          context: after(
            sessionExtmap("urn:x-ext:a")(bundled(alice, "actpass")),
            sessionExtmap("urn:x-ext:a")(bundled(bob, "active")),
          ),
        },
      ],
      [
        "by the side that answered",
        to(extmap("7 urn:x-ext:b")(balanced(bob, "actpass", 2))),
        1,
        { context: { ...withExtension("7 urn:x-ext:a"), side: "remote" } },
      ],
    ],
    accepted: [
      ["the URI is dropped", removeLine("a=extmap:7*")],
      [
        "the id was offered, but not taken",
        replaceLine("a=extmap:7*", "a=extmap:7 urn:x-ext:b"),
        { context: after(extmap("7 urn:x-ext:a")(balanced(alice, "actpass")), balanced(bob, "active")) },
      ],
      [
        "the id on another transport",
        edits(removeLine("a=extmap:7*"), append(0, "a=extmap:7 urn:x-ext:b"), bundle("0 2")),
        { context: withExtensionApart() },
      ],
      ["a free id for another URI", append(1, "a=extmap:8 urn:x-ext:b")],
    ],
  },
];

/** A live section that leaves its group becomes a transport owner, and bare it lacks everything. */
export const bareLeaver = {
  text: edits(bundle("0 2"), append(1, "a=setup:actpass"))(bundled(alice, "actpass", 2)),
  context: after(bundled(alice, "actpass"), bundled(bob, "active")),
};

function bundledWithNewFingerprint(): string {
  return otherFingerprint(bundled(alice, "actpass", 2));
}

/** The extension was negotiated for the video, in an answer that took it out of the group. */
function withExtensionApart(): Context {
  const apart = edits(extmap("7 urn:x-ext:a"), bundle("0 2"));
  return after(apart(balanced(alice, "actpass")), apart(balanced(bob, "active")));
}
