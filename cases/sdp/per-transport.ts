import type { Family } from "./family.ts";
import { type Context, offerIn } from "./given/contexts.ts";
import {
  alice,
  audio,
  balanced,
  bob,
  bundled,
  data,
  rekeyed,
  restarted,
  sdp,
  session,
  transport,
  unbundled,
  video,
} from "./given/descriptions.ts";
import { append, bundle, edits, inSection, removeLine, replaceLine } from "./given/edits.ts";

/**
 * What is negotiated belongs to a transport: a section's is its tag's, in the BUNDLE group of the last answer. What
 * a bundled section says of its own does not count.
 */

const offer = bundled(alice, "actpass");
const answer = bundled(bob, "active");
const negotiated = { by: "local", offer, answer } as const;
const reoffer = bundled(alice, "actpass", 2);
const afterBundled: Context = offerIn("local", { negotiated });
const afterApart: Context = offerIn("local", {
  negotiated: { by: "local", offer: unbundled(alice, "actpass"), answer: unbundled(bob, "active") },
});
const to = (text: string) => () => text;
const line = (index: number, anchor: string, by: string) => inSection(index, replaceLine(anchor, by));
const fingerprint = (index: number) => line(index, "a=fingerprint:*", `a=fingerprint:${rekeyed(alice).fingerprint}`);
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

export const perTransportFamilies: readonly Family[] = [
  {
    rule: "R5",
    source: "RFC 9143 §7.1.3 (per transport)",
    base: reoffer,
    context: afterBundled,
    refused: [
      ["the transport moves to another tag, with another fingerprint", to(fingerprint(1)(tagMoved(alice))), 1],
      [
        "a restart of one transport does not excuse another",
        to(edits(credentials(0, restarted(alice)), fingerprint(1))(unbundled(alice, "actpass", 2))),
        1,
        { context: afterApart },
      ],
    ],
    accepted: [
      ["the transport moves to another tag as it is", to(tagMoved(alice))],
      [
        "the transport moves to another tag and restarts, with another fingerprint",
        to(tagMoved(alice, "actpass", rekeyed(restarted(alice)))),
      ],
      ["another fingerprint in a member that is not the tag", to(fingerprint(1)(balanced(alice, "actpass", 2)))],
    ],
  },
  {
    rule: "R6",
    source: "RFC 9429 §5.8.3 (per transport)",
    base: reoffer,
    context: afterBundled,
    refused: [
      [
        "the transport moves to another tag, with another role",
        to(line(1, "a=setup:*", "a=setup:active")(tagMoved(alice))),
        1,
      ],
    ],
    accepted: [
      [
        "a new transport beside it may have any role",
        (text) => `${text}${audio("3", transport(alice, "active")).join("\r\n")}\r\n`,
      ],
    ],
  },
  {
    rule: "R4",
    source: "RFC 9429 §5.8.3 (per transport)",
    base: reoffer,
    context: { ...afterBundled, rtcpMuxPolicy: "negotiate" },
    refused: [
      [
        "the transport moves to another tag, without mux",
        to(inSection(1, removeLine("a=rtcp-mux"))(tagMoved(alice))),
        1,
      ],
    ],
    accepted: [
      ["a member that is not the tag drops its line", inSection(1, removeLine("a=rtcp-mux"))],
      [
        "a new transport beside it has none",
        (text) =>
          inSection(3, removeLine("a=rtcp-mux"))(`${text}${audio("3", transport(alice, "actpass")).join("\r\n")}\r\n`),
      ],
    ],
  },
  {
    rule: "R8",
    source: "RFC 8285 §7 (per transport)",
    base: reoffer,
    context: afterBundled,
    refused: [
      [
        "an id of one section for another URI in a new one",
        (text) =>
          edits(
            inSection(1, removeLine("a=extmap:14*")),
            bundle("0 1 2 3"),
            append(2, ...newAudio("a=extmap:14 urn:x-ext:a")),
          )(text),
        3,
      ],
    ],
    accepted: [
      [
        "the same URI in a new section",
        (text) =>
          edits(bundle("0 1 2 3"), append(2, ...newAudio("a=extmap:14 urn:ietf:params:rtp-hdrext:toffset")))(text),
      ],
      [
        "a new transport beside it",
        (text) => append(2, ...newAudio("a=extmap:14 urn:x-ext:a"), ...transport(alice, "actpass"))(text),
      ],
    ],
  },
];

function newAudio(extmap: string): readonly string[] {
  return [...audio("3"), extmap];
}
