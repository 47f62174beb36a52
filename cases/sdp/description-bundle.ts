import type { Family } from "./family.ts";
import { answerIn, firstOffer } from "./given/contexts.ts";
import { alice, balanced, bob, unbundled } from "./given/descriptions.ts";
import { append, bundle, edits, port0, removeLine, replaceText } from "./given/edits.ts";

const group = (mids: string) => append(-1, `a=group:BUNDLE ${mids}`);
const remote = firstOffer("remote");
const local = firstOffer("local");
const answer = answerIn({ offerer: "local", offer: balanced(alice, "actpass") });

export const bundleFamilies: readonly Family[] = [
  {
    rule: "D1",
    source: "RFC 5888 §9.1",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["the second section has the first one's mid", replaceText("a=mid:1", "a=mid:0"), 1],
      ["the last section has the first one's mid", replaceText("a=mid:2", "a=mid:0"), 2],
      ["a rejected section has the first one's mid", edits(port0(1), replaceText("a=mid:1", "a=mid:0")), 1],
      [
        "a mid that an object inherits, twice",
        edits(replaceText("a=mid:0", "a=mid:constructor"), replaceText("a=mid:1", "a=mid:constructor")),
        1,
      ],
    ],
    accepted: [
      ["mids that differ in a leading zero", replaceText("a=mid:1", "a=mid:00")],
      ["mids that differ in case", edits(replaceText("a=mid:0", "a=mid:a"), replaceText("a=mid:1", "a=mid:A"))],
      ["two sections without a mid", edits(removeLine("a=mid:0"), removeLine("a=mid:1"))],
      [
        "mids that read as the same number",
        edits(replaceText("a=mid:0", "a=mid:1.0"), replaceText("a=mid:2", "a=mid:NaN")),
      ],
      [
        "mids that an object inherits, once each",
        edits(replaceText("a=mid:0", "a=mid:constructor"), replaceText("a=mid:1", "a=mid:__proto__")),
      ],
    ],
  },
  {
    rule: "D3",
    source: "RFC 9143 §5",
    base: unbundled(alice, "actpass"),
    context: remote,
    refused: [
      ["a mid in two groups", edits(group("0 1"), group("2 1")), null],
      ["a tag that is a member of another group", edits(group("0 1"), group("1 2")), null],
      ["a mid twice in a group", group("0 1 0"), { line: "a=group:BUNDLE 0 1 0" }],
    ],
    accepted: [
      ["two groups apart", edits(group("0 1"), group("2"))],
      ["one mid in a BUNDLE and in another group", edits(group("0 1"), append(-1, "a=group:LS 0 1"))],
    ],
  },
  {
    rule: "D15",
    source: "RFC 9143 §7.3.3, §7.5.3",
    base: balanced(alice, "actpass"),
    context: remote,
    refused: [
      ["the tag is a rejected section", port0(0), 0],
      ["a group of one, rejected", edits(port0(2), bundle("0 1"), group("2")), 2],
      ["a local offer's tag is a rejected section", port0(0), 0, { context: local }],
    ],
    accepted: [
      ["the rejected section is out of the group", edits(port0(0), bundle("1 2"))],
      ["every section is rejected, and the group is empty", edits(port0(0), port0(1), port0(2), bundle(""))],
    ],
  },
  {
    rule: "D15",
    source: "RFC 9143 §7.3.3 (answers)",
    base: balanced(bob, "active"),
    context: answer,
    refused: [["the answer rejects its tag", port0(0), 0]],
    accepted: [
      ["the answer rejects the offered tag and takes another", edits(port0(0), bundle("1 2"))],
      ["the answer rejects everything", edits(port0(0), port0(1), port0(2), bundle(null))],
    ],
  },
];
