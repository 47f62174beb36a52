import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import {
  alice,
  audio,
  balanced,
  bob,
  bundled,
  carol,
  data,
  restarted,
  sdp,
  session,
  transport,
  unbundled,
  video,
} from "./given/descriptions.ts";
import { edits, inSection, port0, removeLine, replaceLine, replaceSection } from "./given/edits.ts";

/**
 * What is negotiated belongs to a transport: a section's is its tag's, in the BUNDLE group of the last answer. What
 * a bundled section says of its own does not count.
 */

const offer = bundled(alice, "actpass");
const answer = bundled(bob, "active");
const negotiated = { by: "local", offer, answer } as const;
const reoffer = bundled(alice, "actpass", 2);
const to = (text: string) => () => text;
const keep = (text: string): string => text;
const line = (index: number, anchor: string, by: string) => inSection(index, replaceLine(anchor, by));
const credentials = (index: number, peer: typeof alice) =>
  inSection(
    index,
    replaceLine("a=ice-ufrag:*", `a=ice-ufrag:${peer.ufrag}`),
    replaceLine("a=ice-pwd:*", `a=ice-pwd:${peer.pwd}`),
  );
/** The tag is rejected, and the next section carries the transport on. */
const tagMoved = (peer: typeof alice, setup: "actpass" | "active" = "actpass", by = peer): string =>
  sdp(
    session(peer, 2, "a=group:BUNDLE 1 2"),
    audio("0").map((text) => text.replace("m=audio 9", "m=audio 0")),
    video("1", transport(by, setup)),
    data("2"),
  );
const apart = (offered: string, answered: string) =>
  answerIn({
    offerer: "local",
    negotiated: { by: "local", offer: unbundled(alice, "actpass"), answer: unbundled(bob, "active") },
    offer: offered,
    ...(answered === "" ? {} : { pranswer: answered }),
  });
const partlyRestarted = credentials(0, restarted(alice))(unbundled(alice, "actpass", 2));
const bobAgain = unbundled(bob, "active", 2);

export const perTransportAnswerFamilies: readonly Family[] = [
  {
    rule: "A10",
    source: "RFC 9429 §5.10 (per transport)",
    base: edits(credentials(0, restarted(bob)))(bobAgain),
    context: apart(partlyRestarted, ""),
    refused: [
      ["the transport that restarted keeps its credentials", to(bobAgain), 0],
      ["a transport that did not restart changes its credentials", credentials(1, restarted(bob)), 1],
    ],
    accepted: [["only the transport that restarted has new credentials", keep]],
  },
  {
    rule: "A10",
    source: "RFC 9143 §7.3 (the answer moves the tag)",
    base: tagMoved(bob, "active"),
    context: answerIn({ offerer: "local", negotiated, offer: tagMoved(alice) }),
    refused: [
      ["new credentials though nothing restarted", to(tagMoved(bob, "active", restarted(bob))), 1],
      [
        "old credentials though the transport restarted",
        keep,
        1,
        { context: answerIn({ offerer: "local", negotiated, offer: tagMoved(alice, "actpass", restarted(alice)) }) },
      ],
    ],
    accepted: [
      ["the transport goes on", keep],
      [
        "new credentials, since the transport restarted",
        to(tagMoved(bob, "active", restarted(bob))),
        { context: answerIn({ offerer: "local", negotiated, offer: tagMoved(alice, "actpass", restarted(alice)) }) },
      ],
    ],
  },
  {
    rule: "A11",
    source: "RFC 9429 §5.11 (per transport)",
    base: balanced(bob, "active", 2),
    context: answerIn({
      offerer: "local",
      negotiated: { by: "local", offer: balanced(alice, "actpass"), answer: balanced(bob, "active") },
      offer: balanced(alice, "actpass", 2),
    }),
    refused: [["the tag has another fingerprint", line(0, "a=fingerprint:*", `a=fingerprint:${carol.fingerprint}`), 0]],
    accepted: [
      [
        "a member that is not the tag has another fingerprint",
        line(1, "a=fingerprint:*", `a=fingerprint:${carol.fingerprint}`),
      ],
      ["a member that is not the tag has other credentials", credentials(1, carol)],
    ],
  },
  {
    rule: "A9",
    source: "RFC 9429 §5.11 (per transport)",
    base: bundled(bob, "active", 2),
    context: {
      ...answerIn({ offerer: "remote", negotiated: { by: "remote", offer, answer }, offer: reoffer }),
      rtcpMuxPolicy: "negotiate",
    },
    refused: [["the tag drops mux", inSection(0, removeLine("a=rtcp-mux")), 0]],
    accepted: [["a member that is not the tag drops its line", inSection(1, removeLine("a=rtcp-mux"))]],
  },
  {
    rule: "A6",
    source: "RFC 8842 §5.3 (the answer chooses another tag)",
    base: sdp(session(bob, 1, "a=group:BUNDLE 1 0 2"), audio("0"), video("1", transport(bob, "active")), data("2")),
    context: answerIn({ offerer: "local", offer: balanced(alice, "actpass") }),
    refused: [["actpass in the answer's tag", line(1, "a=setup:*", "a=setup:actpass"), 1]],
    accepted: [
      ["active in the answer's tag", keep],
      ["passive in the answer's tag", line(1, "a=setup:*", "a=setup:passive")],
    ],
  },
  {
    rule: "A10",
    source: "RFC 9429 §5.2.2 (what is new has no past)",
    base: sdp(
      session(bob, 2),
      audio("0", transport(bob, "active")),
      video("3", transport(carol, "passive")),
      data("2", transport(bob, "active")),
    ),
    context: answerIn({
      offerer: "local",
      negotiated: { by: "local", offer: unbundled(alice, "actpass"), answer: port0(1)(unbundled(bob, "active")) },
      offer: replaceSection(1, video("3", transport(alice, "actpass")))(unbundled(alice, "actpass", 2)),
    }),
    refused: [["the sections beside the recycled one have a past", credentials(0, carol), 0]],
    accepted: [["a recycled section has none", keep]],
  },
  {
    rule: "A5",
    source: "RFC 9429 §3.8.1 (forking excuses nothing else)",
    base: inSection(0, replaceLine("a=sendrecv", "a=sendonly"))(balanced(carol, "active")),
    context: answerIn({
      offerer: "local",
      offer: inSection(0, replaceLine("a=sendrecv", "a=recvonly"))(balanced(alice, "actpass")),
      pranswer: inSection(0, replaceLine("a=sendrecv", "a=sendonly"))(balanced(bob, "active")),
    }),
    refused: [["another leg's direction does not fit", inSection(0, replaceLine("a=sendonly", "a=sendrecv")), 0]],
    accepted: [["another leg's direction fits", inSection(0, replaceLine("a=sendonly", "a=inactive"))]],
  },
];
