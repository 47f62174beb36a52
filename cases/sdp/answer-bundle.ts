import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, balanced, bob, bundled, transport, unbundled, video } from "./given/descriptions.ts";
import { addSection, append, bundle, edits, inSection, port0, replaceLine } from "./given/edits.ts";

const offer = balanced(alice, "actpass");
const negotiated = { by: "local", offer, answer: balanced(bob, "active") } as const;
const again = (offered: string, type: "answer" | "pranswer" = "answer") =>
  answerIn({ offerer: "local", negotiated, offer: offered }, type);
const reoffer = balanced(alice, "actpass", 2);
const base = balanced(bob, "active", 2);
const locally = answerIn({ offerer: "remote", negotiated: { ...negotiated, by: "remote" }, offer: reoffer });
const keep = (text: string): string => text;
const group = (mids: string) => append(-1, `a=group:BUNDLE ${mids}`);
const withVideo = (peer: typeof alice, setup: "actpass" | "active") => addSection(video("3", transport(peer, setup)));
const format = (value: string) => inSection(2, replaceLine("m=application*", `m=application 9 UDP/DTLS/SCTP ${value}`));

/** What an answer may make of BUNDLE groups, RFC 9143 §7.3, and of a data section. */
export const answerBundleFamilies: readonly Family[] = [
  {
    rule: "A14",
    source: "RFC 9143 §7.3.2",
    base,
    context: again(reoffer),
    refused: [
      ["a section leaves the group", bundle("0 1"), 2],
      ["every section leaves it", bundle(null), 0],
      ["in a provisional answer", bundle("0 1"), 2, { context: again(reoffer, "pranswer") }],
      ["in a local answer", bundle("0 2"), 1, { context: locally }],
      [
        "a section that the offer adds does not join",
        withVideo(bob, "active"),
        3,
        { context: again(edits(withVideo(alice, "actpass"), bundle("0 1 2 3"))(reoffer)) },
      ],
    ],
    accepted: [
      ["every section stays", keep],
      ["a section is rejected", edits(port0(1), bundle("0 2"))],
      ["a first answer takes a section out", bundle("0 1"), { context: answerIn({ offerer: "local", offer }) }],
      ["a first answer takes no group", bundle(null), { context: answerIn({ offerer: "local", offer }) }],
      ["the offer takes the section out", bundle("0 1"), { context: again(bundle("0 1")(reoffer)) }],
      [
        "the group is new",
        bundle("0 1"),
        {
          context: answerIn({
            offerer: "local",
            negotiated: { by: "local", offer: unbundled(alice, "actpass"), answer: unbundled(bob, "active") },
            offer: reoffer,
          }),
        },
      ],
    ],
  },
  {
    rule: "A15",
    source: "RFC 9143 §7.3",
    base,
    context: again(reoffer),
    refused: [
      ["another tag", bundle("1 0 2"), { line: "a=group:BUNDLE 1 0 2" }],
      ["in a local answer", bundle("2 0 1"), { line: "a=group:BUNDLE 2 0 1" }, { context: locally }],
      ["the tag that the offer has left", keep, null, { context: again(bundle("1 0 2")(reoffer)) }],
    ],
    accepted: [
      ["the offered tag", keep],
      ["the others in another order", bundle("0 2 1")],
      ["the tag that the offer chooses now", bundle("1 0 2"), { context: again(bundle("1 2 0")(reoffer)) }],
      ["everything is rejected", edits(port0(0), port0(1), port0(2), bundle(null))],
      [
        "the offer rejects the tag of before",
        edits(port0(0), bundle("1 2")),
        { context: again(edits(port0(0), bundle("1 2"))(reoffer)) },
      ],
    ],
  },
  {
    rule: "A29",
    source: "RFC 9143 §7.3.3",
    base,
    context: again(reoffer),
    refused: [
      ["the tag is rejected, and the others live", edits(port0(0), bundle("1 2")), 0],
      ["in a local answer", edits(port0(0), bundle("1 2")), 0, { context: locally }],
      ["in a provisional answer", edits(port0(0), bundle("1 2")), 0, { context: again(reoffer, "pranswer") }],
    ],
    accepted: [
      ["the tag lives, and another is rejected", edits(port0(1), bundle("0 2"))],
      ["everything is rejected", edits(port0(0), port0(1), port0(2), bundle(null))],
      ["a first answer rejects it", edits(port0(0), bundle("1 2")), { context: answerIn({ offerer: "local", offer }) }],
      [
        "the offer rejects it",
        edits(port0(0), bundle("1 2")),
        { context: again(edits(port0(0), bundle("1 2"))(reoffer)) },
      ],
    ],
  },
  {
    rule: "A16",
    source: "RFC 9143 §7.3",
    base: balanced(bob, "active"),
    context: answerIn({ offerer: "local", offer }),
    refused: [
      ["a group falls apart into two", edits(bundle("0"), group("1 2")), { line: "a=group:BUNDLE 1 2" }],
      [
        "in a local answer",
        edits(bundle("0 1"), group("2")),
        { line: "a=group:BUNDLE 2" },
        { context: answerIn({ offerer: "remote", offer }) },
      ],
    ],
    accepted: [
      ["one group", keep],
      ["one group and a section out of it", bundle("0 1")],
      [
        "two groups for two",
        edits(bundle("0 1"), group("2")),
        { context: answerIn({ offerer: "local", offer: edits(bundle("0 1"), group("2"))(offer) }) },
      ],
    ],
  },
  {
    rule: "A18",
    source: "RFC 8841 §4, RFC 9429 §5.3.1",
    base: bundled(bob, "active"),
    context: answerIn({ offerer: "local", offer }),
    refused: [
      ["another format", format("other"), 2],
      ["another format in a local answer", format("other"), 2, { context: answerIn({ offerer: "remote", offer }) }],
    ],
    accepted: [
      ["the offered format", keep],
      [
        "in a rejected section",
        edits(port0(2), bundle("0 1"), inSection(2, replaceLine("m=application*", "m=application 0 UDP/DTLS/SCTP 0"))),
      ],
    ],
  },
];
