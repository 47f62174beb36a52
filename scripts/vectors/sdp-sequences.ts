import { conversations } from "../../cases/sdp/conversations.ts";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { replaceLine } from "../../cases/sdp/given/edits.ts";
import { eventsOf, local, type RealCall, remote } from "../../cases/sdp/real-calls.ts";
import type { SessionOptions } from "../../src/entries/index.ts";
import { callMeant, callNamed } from "./call.ts";
import type { Ids } from "./ids.ts";
import { type JudgedCall, type SessionCase, sessionCase } from "./session-case.ts";

type Judged = readonly [call: RealCall, verdict: string];

const mine = balanced(alice, "actpass");
const theirs = balanced(bob, "actpass");
const answer = balanced(bob, "active");
const malformed = "Invalid SDP";
const withoutMux = theirs.replace("a=rtcp-mux\r\n", "");
const maxSdpLength = theirs.length + 50;
const tooLong = `${theirs}a=x-padding:${"x".repeat(60)}\r\n`;

/** Sequences of sessions that judge the SDP too: a bad one is refused where its turn comes in the order of checks. */
export function sdpSequences(ids: Ids): readonly SessionCase[] {
  return [
    ...conversations.map(({ name, options = {}, calls }) =>
      sessionCase(ids.idOf("conversation", name), options, calls.flatMap(withCreation)),
    ),
    ...implicitRollbacks.map(([name, options, calls]) =>
      sessionCase(ids.idOf("implicit-rollback", name), options, calls.flatMap(withCreation)),
    ),
    sessionCase(ids.idOf("order-of-checks", "states-before-sdp"), { maxSdpLength }, [
      ...[remote("answer", malformed), remote("pranswer", withoutMux), remote("answer", tooLong)].flatMap((call) =>
        withCreation([call, `InvalidStateError ${call.type}-in-wrong-state`]),
      ),
      [callNamed("close"), "applied closed"],
      ...withCreation([remote("offer", malformed), "InvalidStateError connection-closed"]),
    ]),
    sessionCase(ids.idOf("order-of-checks", "what-was-created-is-judged-too"), {}, [
      [callNamed("local"), "create offer"],
      [{ method: "offerCreated", sdp: malformed }, "applied stable"],
      [callNamed("local"), "RTCError S1"],
      [{ method: "setLocalDescription", description: { type: "offer", sdp: mine } }, modified],
      [
        { method: "offerCreated", sdp: replaceLine("a=group:BUNDLE*", "a=group:BUNDLE 0 1 2 1")(mine) },
        "applied stable",
      ],
      [callNamed("local"), "InvalidAccessError D3"],
      [{ method: "offerCreated", sdp: mine }, "applied stable"],
      [callNamed("local"), "applied have-local-offer"],
      [{ method: "setRemoteDescription", description: { type: "rollback", sdp: malformed } }, "applied stable"],
    ]),
  ];
}

const modified = "InvalidModificationError local-description-modified";

// A local description is created before it is set.
function withCreation([call, verdict]: Judged): readonly JudgedCall[] {
  const events = eventsOf(call);
  return events.map((event, index) => [callMeant(event), index === events.length - 1 ? verdict : null]);
}

const connected: readonly Judged[] = [
  [local("offer", mine), "applied have-local-offer"],
  [remote("answer", answer), "applied stable"],
];
const again = balanced(alice, "actpass", 2);
const theirsAgain = balanced(bob, "actpass", 2);

// The rollback stands although the offer is then refused: the session is the one in between.
const stands = (refused: string, sdp: string, verdict: string): [string, SessionOptions, readonly Judged[]] => [
  `stands-though-the-offer-is-${refused}`,
  { maxSdpLength },
  [
    [local("offer", mine), "applied have-local-offer"],
    [remote("offer", sdp), verdict],
    [remote("offer", sdp), verdict],
    [remote("offer", theirs), "applied have-remote-offer"],
  ],
];

const implicitRollbacks: readonly (readonly [name: string, options: SessionOptions, calls: readonly Judged[]])[] = [
  [
    "goes-on-with-sdp",
    {},
    [
      [local("offer", mine), "applied have-local-offer"],
      [remote("offer", theirs), "applied have-remote-offer"],
      [local("answer", balanced(alice, "active")), "applied stable"],
    ],
  ],
  stands("not-sdp", malformed, "RTCError S1"),
  stands("empty", "", "RTCError S2"),
  stands("not-acceptable", withoutMux, "InvalidAccessError D7"),
  stands("too-long", tooLong, "OperationError L1"),
  [
    "stands-in-a-renegotiation",
    {},
    [
      ...connected,
      [local("offer", again), "applied have-local-offer"],
      [remote("offer", malformed), "RTCError S1"],
      [local("offer", again), "applied have-local-offer"],
      [remote("offer", theirsAgain.replace("m=video", "m=text")), "InvalidAccessError R2"],
      [remote("offer", theirsAgain), "applied have-remote-offer"],
    ],
  ],
  [
    "is-refused-before-the-sdp-is-looked-at",
    {},
    [
      [local("offer", mine), "applied have-local-offer"],
      [remote("pranswer", answer), "applied have-remote-pranswer"],
      [remote("offer", malformed), "InvalidStateError offer-in-wrong-state"],
      [remote("answer", answer), "applied stable"],
    ],
  ],
];
