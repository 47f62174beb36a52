import {
  again,
  answer,
  first,
  forked,
  forkedLocally,
  keep,
  negotiated,
  offer,
  otherFingerprint,
  reanswer,
  rekey,
  rekeyAnswer,
  reoffer,
  restart,
  restartAnswer,
  reverse,
  secondFingerprint,
  to,
  ufrag,
} from "./connected-call.ts";
import type { Family } from "./family.ts";
import { answerIn } from "./given/contexts.ts";
import { alice, audioOnly, bob, carol, rekeyed, restarted } from "./given/descriptions.ts";
import { append, edits, removeLine, replaceEvery, replaceLine } from "./given/edits.ts";

export const answerIceFamilies: readonly Family[] = [
  {
    rule: "A10",
    source: "RFC 9429 §5.10",
    base: reanswer,
    context: again(reoffer),
    refused: [
      ["new credentials though the offer did not restart", to(restartAnswer), 0],
      ["a new ufrag alone though the offer did not restart", ufrag("bobX"), 0],
      ["the old credentials though the offer restarted", keep, 0, { context: again(restart) }],
      [
        "a local answer keeps the old credentials though the offer restarted",
        keep,
        0,
        { context: again(restart, "remote") },
      ],
      [
        "the old credentials in a provisional answer to a restart",
        keep,
        0,
        { context: answerIn({ offerer: "local", negotiated, offer: restart }, "pranswer") },
      ],
      [
        "the answerer of before restarts, and is answered with the old credentials",
        to(audioOnly(alice, "passive", 2)),
        0,
        { context: reverse(audioOnly(restarted(bob), "actpass", 2)) },
      ],
      [
        "the answerer of before does not restart, and is answered with new credentials",
        to(audioOnly(restarted(alice), "passive", 2)),
        0,
        { context: reverse(audioOnly(bob, "actpass", 2)) },
      ],
      ["a local answer does not fork", to(restartAnswer), 0, { context: forkedLocally(answer) }],
      [
        "the same credentials, of the session, to a restart",
        edits(removeLine("a=ice-ufrag:*"), append(-1, `a=ice-ufrag:${bob.ufrag}`)),
        0,
        { context: again(restart) },
      ],
    ],
    accepted: [
      ["new credentials to a restart", to(restartAnswer), { context: again(restart) }],
      ["a new ufrag alone to a restart", ufrag("bobX"), { context: again(restart) }],
      [
        "the old credentials, of the session, where nothing restarted",
        edits(removeLine("a=ice-ufrag:*"), append(-1, `a=ice-ufrag:${bob.ufrag}`)),
      ],
      ["new credentials of the same leg after a provisional answer", to(restartAnswer), { context: forked(answer) }],
      ["the credentials of the provisional answer, kept", keep, { context: forked(answer) }],
      [
        "the credentials that a provisional answer gave to a restart, kept",
        to(restartAnswer),
        { context: answerIn({ offerer: "local", negotiated, offer: restart, pranswer: restartAnswer }) },
      ],
      [
        "the same on the local side",
        to(restartAnswer),
        {
          context: answerIn({
            offerer: "remote",
            negotiated: { ...negotiated, by: "remote" },
            offer: restart,
            pranswer: restartAnswer,
          }),
        },
      ],
      [
        "the answerer of before restarts, and is answered with new credentials",
        to(audioOnly(restarted(alice), "passive", 2)),
        { context: reverse(audioOnly(restarted(bob), "actpass", 2)) },
      ],
      ["a first answer", to(answer), { context: first() }],
    ],
  },
  {
    rule: "A11",
    source: "RFC 9429 §5.11",
    base: reanswer,
    context: again(reoffer),
    refused: [
      ["another fingerprint without a restart", otherFingerprint, 0],
      ["one fingerprint more without a restart", secondFingerprint, 0],
      ["another tls-id without a restart", replaceLine("a=tls-id:*", `a=tls-id:${rekeyed(bob).tlsId}`), 0],
      ["another hash function without a restart", replaceLine("a=fingerprint:*", bobs("sha-1")), 0],
      ["in a local answer", otherFingerprint, 0, { context: again(reoffer, "remote") }],
      [
        "another tls-id with the provisional answer's credentials",
        to(replaceLine("a=tls-id:*", `a=tls-id:${carol.tlsId}`)(answer)),
        0,
        { context: forked(answer) },
      ],
      [
        "another fingerprint with the provisional answer's credentials",
        to(otherFingerprint(answer)),
        0,
        { context: forked(answer) },
      ],
    ],
    accepted: [
      ["another fingerprint and tls-id with a restart", to(rekeyAnswer), { context: again(rekey) }],
      ["the same fingerprint in lower case", replaceEvery("B0:", "b0:")],
      [
        "the same fingerprint, of the session",
        edits(removeLine("a=fingerprint:*"), append(-1, `a=fingerprint:${bob.fingerprint}`)),
      ],
      [
        "two fingerprints in another order",
        edits(
          removeLine("a=fingerprint:*"),
          append(0, "a=fingerprint:sha-1 01:02:03:04", `a=fingerprint:${bob.fingerprint}`),
        ),
        {
          context: answerIn({
            offerer: "local",
            negotiated: { by: "local", offer, answer: secondFingerprint(answer) },
            offer: reoffer,
          }),
        },
      ],
      [
        "another leg's fingerprint and credentials after a provisional answer",
        to(audioOnly(carol, "active")),
        { context: forked(answer) },
      ],
      [
        "the first leg's again, after another leg's provisional answer",
        to(answer),
        { context: forked(audioOnly(carol, "active")) },
      ],
      [
        "another leg's in one more provisional answer",
        to(audioOnly(carol, "active")),
        { context: { ...forked(answer), type: "pranswer" } },
      ],
    ],
  },
];

function bobs(hash: string): string {
  return `a=fingerprint:${bob.fingerprint.replace("sha-256", hash)}`;
}
