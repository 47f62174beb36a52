import type { Acceptance, Family, Refusal } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, bob, unbundled } from "./given/descriptions.ts";
import { append, edits, inSection, port0, removeLine, replaceLine } from "./given/edits.ts";

const offer = unbundled(alice, "actpass");
const base = unbundled(bob, "active");
const toOffer = (text: string, offerer: "local" | "remote" = "local") => answerIn({ offerer, offer: text });
const provisional = answerIn({ offerer: "local", offer }, "pranswer");
const local = toOffer(offer, "remote");
const direction = (value: string) => inSection(0, replaceLine("a=sendrecv", `a=${value}`));
const noDirection = inSection(0, removeLine("a=sendrecv"));
const offering = (value: string) => ({ context: toOffer(direction(value)(offer)) });
const codecs = (formats: string, ...rtpmaps: readonly string[]) =>
  inSection(0, (text) =>
    text
      .replace(/^(m=\S+ \S+ \S+) [^\r]*/, `$1 ${formats}`)
      .replace(/^a=(rtpmap|fmtp|rtcp-fb):.*\r\n/gm, "")
      .concat(...rtpmaps.map((line) => `a=rtpmap:${line}\r\n`)),
  );

/** RFC 3264 §6.1: what an answer may say to each offered direction. */
const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;
const fitting: Record<string, readonly string[]> = {
  sendrecv: directions,
  sendonly: ["recvonly", "inactive"],
  recvonly: ["sendonly", "inactive"],
  inactive: ["inactive"],
};
const pairs = directions.flatMap((offered) => directions.map((answered) => [offered, answered] as const));
const misfits: readonly Refusal[] = pairs
  .filter(([offered, answered]) => !fitting[offered]?.includes(answered))
  .map(([offered, answered]) => [`${answered} to ${offered}`, direction(answered), 0, offering(offered)]);
const fits: readonly Acceptance[] = pairs
  .filter(([offered, answered]) => fitting[offered]?.includes(answered))
  .map(([offered, answered]) => [`${answered} to ${offered}`, direction(answered), offering(offered)]);

export const answerMediaFamilies: readonly Family[] = [
  {
    rule: "A5",
    source: "RFC 3264 §6.1",
    base,
    context: toOffer(offer),
    refused: [
      ...misfits,
      ["no direction, so sendrecv, to sendonly", noDirection, 0, offering("sendonly")],
      ["the session's sendrecv to recvonly", edits(noDirection, append(-1, "a=sendrecv")), 0, offering("recvonly")],
      [
        "sendonly to the session's sendonly",
        direction("sendonly"),
        0,
        { context: toOffer(edits(noDirection, append(-1, "a=sendonly"))(offer)) },
      ],
      [
        "in an answer that leaves the mid out",
        edits(direction("sendrecv"), inSection(0, removeLine("a=mid:0"))),
        0,
        offering("sendonly"),
      ],
      [
        "in a provisional answer",
        direction("sendrecv"),
        0,
        { context: answerIn({ offerer: "local", offer: direction("inactive")(offer) }, "pranswer") },
      ],
      ["in a local answer", direction("sendonly"), 0, { context: toOffer(direction("sendonly")(offer), "remote") }],
    ],
    accepted: [
      ...fits,
      ["sendonly to no direction, so sendrecv", direction("sendonly"), { context: toOffer(noDirection(offer)) }],
      [
        "the section's own direction, not the session's",
        edits(direction("recvonly"), append(-1, "a=sendonly")),
        offering("sendonly"),
      ],
      ["a misfit in a rejected section", edits(direction("sendonly"), port0(0)), offering("sendonly")],
      ["a misfit in a data section", append(2, "a=sendonly"), { context: toOffer(append(2, "a=sendonly")(offer)) }],
    ],
  },
  {
    rule: "A13",
    source: "RFC 3264 §6.1",
    base,
    context: toOffer(offer),
    refused: [
      ["a codec that was not offered", codecs("8", "8 PCMA/8000"), 0],
      ["another clock rate", codecs("111", "111 opus/24000/2"), 0],
      ["other channels", codecs("111", "111 opus/48000"), 0],
      ["the offered number for another codec", codecs("111", "111 x-codec/48000/2"), 0],
      ["in a provisional answer", codecs("8", "8 PCMA/8000"), 0, { context: provisional }],
      ["in a local answer", codecs("8", "8 PCMA/8000"), 0, { context: local }],
    ],
    accepted: [
      ["one of the two", codecs("0", "0 PCMU/8000")],
      ["a static type without its rtpmap", codecs("0")],
      ["a static type that neither names", codecs("8"), { context: toOffer(codecs("8")(offer)) }],
      ["the codec under another number", codecs("96", "96 opus/48000/2")],
      ["the encoding in another case", codecs("111", "111 OPUS/48000/2")],
      ["one channel, written out", codecs("0", "0 PCMU/8000/1")],
      ["one that fits and one that does not", codecs("111 8", "111 opus/48000/2", "8 PCMA/8000")],
      ["nothing that fits in a rejected section", edits(codecs("8", "8 PCMA/8000"), port0(0))],
    ],
  },
];
