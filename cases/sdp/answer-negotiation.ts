import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, balanced, bob, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const offer = balanced(alice, "actpass");
const base = balanced(bob, "active");
const toOffer = (text: string, offerer: "local" | "remote" = "local") => ({
  context: answerIn({ offerer, offer: text }),
});
const context = toOffer(offer).context;
const feedback = (index: number, value: string) => append(index, `a=rtcp-fb:${value}`);
const mid = "urn:ietf:params:rtp-hdrext:sdes:mid";
const toffset = "urn:ietf:params:rtp-hdrext:toffset";
const extmap = (from: string, to: string) => inSection(1, replaceLine(`a=extmap:${from}`, `a=extmap:${to}`));

export const answerNegotiationFamilies: readonly Family[] = [
  {
    rule: "A7",
    source: "RFC 9143 §7.3",
    base,
    context,
    refused: [
      [
        "a group where none was offered",
        (text) => text,
        { line: "a=group:BUNDLE 0 1 2" },
        toOffer(unbundled(alice, "actpass")),
      ],
      [
        "a member that was offered apart",
        (text) => text,
        { line: "a=group:BUNDLE 0 1 2" },
        toOffer(bundle("0 1")(offer)),
      ],
      [
        "two offered groups made one",
        (text) => text,
        { line: "a=group:BUNDLE 0 1 2" },
        toOffer(edits(bundle("0 1"), append(-1, "a=group:BUNDLE 2"))(offer)),
      ],
      [
        "a group offered with other semantics",
        bundle("0 1"),
        { line: "a=group:BUNDLE 0 1" },
        toOffer(edits(bundle(null), append(-1, "a=group:LS 0 1 2"))(offer)),
      ],
      [
        "in a provisional answer",
        (text) => text,
        { line: "a=group:BUNDLE 0 1 2" },
        { context: { ...toOffer(bundle("0 1")(offer)).context, type: "pranswer" } },
      ],
      ["in a local answer", (text) => text, { line: "a=group:BUNDLE 0 1 2" }, toOffer(bundle("0 1")(offer), "remote")],
    ],
    accepted: [
      ["a member fewer", bundle("0 2")],
      ["no group", bundle(null)],
      ["an empty group", bundle("")],
      ["another tag", bundle("1 0 2")],
      [
        "one of two offered groups",
        bundle("0 1"),
        toOffer(edits(bundle("0 1"), append(-1, "a=group:BUNDLE 2"))(offer)),
      ],
      ["a group of other semantics that was not offered", append(-1, "a=group:LS 0 1")],
    ],
  },
  {
    rule: "A8",
    source: "RFC 9429 §5.11, RFC 4585 §4.2",
    base,
    context,
    refused: [
      ["feedback that was not offered", feedback(1, "96 ccm fir"), 1],
      ["feedback that was offered for another type", feedback(1, "97 nack"), 1],
      ["a parameter that was not offered", feedback(0, "111 transport-cc 2"), 0],
      ["feedback for every type that was not offered", feedback(1, "* goog-remb"), 1],
      ["feedback that was offered in another section", feedback(0, "111 nack"), 0],
      ["in a provisional answer", feedback(1, "96 ccm fir"), 1, { context: { ...context, type: "pranswer" } }],
      ["in a local answer", feedback(1, "96 ccm fir"), 1, toOffer(offer, "remote")],
    ],
    accepted: [
      ["less feedback", inSection(1, removeLine("a=rtcp-fb:96 nack pli"))],
      ["offered for every type", feedback(1, "96 ccm fir"), toOffer(append(1, "a=rtcp-fb:* ccm fir")(offer))],
      ["in a rejected section", edits(port0(1), bundle("0 2"), feedback(1, "96 ccm fir"))],
    ],
  },
  {
    rule: "A12",
    source: "RFC 8285 §7",
    base,
    context,
    refused: [
      ["another id", extmap(`14 ${toffset}`, `13 ${toffset}`), 1],
      ["another id, with a direction", extmap(`14 ${toffset}`, `13/sendonly ${toffset}`), 1],
      ["an id of 4096 and more for one below", extmap(`14 ${toffset}`, `4200 ${toffset}`), 1],
      [
        "the ids of two encrypted URIs exchanged",
        append(
          1,
          "a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:b",
          "a=extmap:6 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:a",
        ),
        1,
        toOffer(
          append(
            1,
            "a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:a",
            "a=extmap:6 urn:ietf:params:rtp-hdrext:encrypt urn:x-ext:b",
          )(offer),
        ),
      ],
      ["in a local answer", extmap(`14 ${toffset}`, `13 ${toffset}`), 1, toOffer(offer, "remote")],
      ["another id, for the session", edits(sessionLevel, replaceLine("a=extmap:2*", `a=extmap:13 ${toffset}`)), null],
      [
        "the session's ids",
        edits(sessionLevel, replaceLine("a=extmap:2*", "a=extmap:3 urn:x-ext:a")),
        null,
        toOffer(sessionLevel(offer)),
      ],
    ],
    accepted: [
      ["its id, for the session", edits(sessionLevel, replaceLine("a=extmap:2*", `a=extmap:14 ${toffset}`))],
      ["the session's id in a section", append(1, "a=extmap:2 urn:x-ext:a"), toOffer(sessionLevel(offer))],
      ["the same id with a direction", extmap(`14 ${toffset}`, `14/recvonly ${toffset}`)],
      ["a URI is not taken", inSection(1, removeLine(`a=extmap:14 ${toffset}`))],
      ["a URI that was not offered is added", append(1, "a=extmap:13 urn:x-ext:added")],
      [
        "an id below 4096 for one of 4096 and more",
        extmap(`14 ${toffset}`, `13 ${toffset}`),
        toOffer(extmap(`14 ${toffset}`, `4200 ${toffset}`)(offer)),
      ],
      ["in a rejected section", edits(port0(1), bundle("0 2"), extmap(`4 ${mid}`, `5 ${mid}`))],
    ],
  },
];

/** Every extmap for the session instead: one of them, with id 2. */
function sessionLevel(text: string): string {
  return append(-1, "a=extmap:2 urn:x-ext:a")(text.replace(/^a=extmap:.*\r\n/gm, ""));
}
