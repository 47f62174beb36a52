import {
  again,
  answer,
  first,
  forked,
  forkedLocally,
  keep,
  muxOff,
  negotiableMux,
  offer,
  reanswer,
  rekey,
  rekeyAnswer,
  reoffer,
  restart,
  restartAnswer,
  reverse,
  setup,
  to,
} from "./connected-call.ts";
import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, audioOnly, bob, carol } from "./given/descriptions.ts";
import { append, edits, removeLine } from "./given/edits.ts";

export const answerTransportFamilies: readonly Family[] = [
  {
    rule: "A6",
    source: "RFC 8842 §5.3, RFC 9429 §5.8.3",
    base: answer,
    context: first(),
    refused: [
      ["actpass", setup("actpass"), 0],
      [
        "actpass in a provisional answer",
        setup("actpass"),
        0,
        { context: answerIn({ offerer: "local", offer }, "pranswer") },
      ],
      ["active to active", keep, 0, { context: first(setup("active")(offer)) }],
      ["passive to passive", setup("passive"), 0, { context: first(setup("passive")(offer)) }],
      ["actpass of the session, inherited", edits(removeLine("a=setup:*"), append(-1, "a=setup:actpass")), null],
      ["actpass in a local answer", setup("actpass"), 0, { context: answerIn({ offerer: "remote", offer }) }],
    ],
    accepted: [
      ["passive to actpass", setup("passive")],
      ["passive to active", setup("passive"), { context: first(setup("active")(offer)) }],
      ["active to passive", keep, { context: first(setup("passive")(offer)) }],
      [
        "active to the session's passive",
        keep,
        { context: first(edits(removeLine("a=setup:*"), append(-1, "a=setup:passive"))(offer)) },
      ],
    ],
  },
  {
    rule: "A6",
    source: "RFC 8842 §5.3 (DTLS continues)",
    base: reanswer,
    context: again(reoffer),
    refused: [
      ["the client becomes the server", setup("passive"), 0],
      [
        "an ICE restart alone does not change roles",
        to(setup("passive")(restartAnswer)),
        0,
        { context: again(restart) },
      ],
      [
        "the server, asked by the client, becomes the client",
        to(audioOnly(alice, "active", 2)),
        0,
        { context: reverse(audioOnly(bob, "actpass", 2)) },
      ],
      ["after a provisional answer of the same leg", setup("passive"), 0, { context: forked(answer) }],
    ],
    accepted: [
      [
        "the server, asked by the client, stays the server",
        to(audioOnly(alice, "passive", 2)),
        { context: reverse(audioOnly(bob, "actpass", 2)) },
      ],
      ["a new association may have other roles", to(setup("passive")(rekeyAnswer)), { context: again(rekey) }],
      ["another leg may choose its own role", to(audioOnly(carol, "passive")), { context: forked(answer) }],
    ],
  },
  {
    rule: "A9",
    source: "RFC 9429 §5.11",
    base: reanswer,
    ...negotiableMux(again(reoffer, "remote")),
    refused: [
      ["a local answer drops it", muxOff, 0],
      ["a remote answer drops it, where it may be negotiated", muxOff, 0, negotiableMux(again(reoffer))],
      ["it drops what the provisional answer had", muxOff, 0, negotiableMux(forkedLocally(answer))],
    ],
    accepted: [
      ["a first answer does not take it", to(muxOff(answer)), negotiableMux(answerIn({ offerer: "remote", offer }))],
      [
        "it was never taken",
        muxOff,
        negotiableMux(
          answerIn({
            offerer: "remote",
            negotiated: { by: "remote", offer: muxOff(offer), answer: muxOff(answer) },
            offer: muxOff(reoffer),
          }),
        ),
      ],
    ],
  },
];
