import { describe, expect, it } from "vitest";
import { applied, perform, rejected, sessionAfter } from "../../cases/calls.ts";
import { throwingProxy } from "../../cases/junk.ts";
import { alice, balanced, bob, sdp } from "../../cases/sdp/given/descriptions.ts";
import { replaceLine } from "../../cases/sdp/given/edits.ts";
import { local, remote, sessionWith, set, verdict, verdictOnOffer } from "../../cases/sdp/real-calls.ts";
import { cells } from "../../cases/transition-tables.ts";
import { close, createSession, type Session, type SignalingState } from "../../src/entries/index.ts";

const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");
const malformed = "Invalid SDP";
const unacceptable = offer.replace("a=mid:2", "a=mid:1");
const tooLong = `${offer}${"a=x\r\n".repeat(100)}`;
const maxSdpLength = offer.length + 1;

/** A session in that state, for which that SDP was created last both as an offer and as an answer. */
function sessionIn(state: SignalingState, created: string): Session {
  const stable = sessionAfterRaw(createSession({ maxSdpLength }), [
    { type: "setRemoteDescription", description: { type: "offer", sdp: offer } },
    { type: "answerCreated", sdp: created },
    { type: "setRemoteDescription", description: { type: "rollback" } },
    { type: "offerCreated", sdp: created },
  ]);
  const createdOffer = { type: "offerCreated", sdp: created } as const;
  const createdAnswer = { type: "answerCreated", sdp: created } as const;
  switch (state) {
    case "stable":
      return stable;
    case "have-local-offer":
      return sessionAfterRaw(sessionWith(stable, local("offer", offer)), [createdOffer]);
    case "have-remote-offer":
      return sessionAfterRaw(sessionWith(stable, remote("offer", offer)), [createdAnswer]);
    case "have-local-pranswer":
      return sessionAfterRaw(sessionWith(stable, remote("offer", offer), local("pranswer", answer)), [createdAnswer]);
    case "have-remote-pranswer":
      return sessionWith(sessionIn("have-local-offer", created), remote("pranswer", answer));
    case "closed":
      return close(stable).session;
  }
}

function sessionAfterRaw(session: Session, events: readonly Exclude<Parameters<typeof perform>[1], string>[]): Session {
  return events.reduce((before, event) => applied(perform(before, event)).session, session);
}

const badSdp: readonly (readonly [what: string, sdp: string, verdict: string])[] = [
  ["not SDP", malformed, "RTCError S1"],
  ["not acceptable", unacceptable, "InvalidAccessError D1"],
  ["too long", tooLong, "OperationError L1"],
];

describe.each(badSdp)("semantics, order of checks: the state comes before SDP that is %s", (_, sdp, refusal) => {
  it.each(cells["webrtc-pc"])("in $state, $side $type", ({ state, side, type, next }) => {
    const session = sessionIn(state, sdp);
    const call = side === "local" ? "setLocalDescription" : "setRemoteDescription";
    const outcome = perform(session, { type: call, description: { type, sdp } });
    if (type === "rollback" && next !== null) {
      expect(verdict(outcome)).toBe(`applied ${next}`);
      return;
    }
    const implicitRollback = state === "have-local-offer" && side === "remote" && type === "offer";
    const { rejection, session: stays } = rejected(outcome);
    const got = `${rejection.error} ${rejection.rule}`;
    expect(got).toBe(next === null && !implicitRollback ? "InvalidStateError null" : refusal);
    if (!implicitRollback) expect(stays).toBe(session);
  });
});

describe("semantics, order of checks: what comes before the state comes before the SDP", () => {
  const session = createSession();

  it.each([
    ["an unknown type", { type: "Offer", sdp: malformed }, "TypeError type-unknown"],
    ["no type", { sdp: malformed }, "TypeError type-missing"],
    ["a description that throws", throwingProxy(), "TypeError description-unreadable"],
  ])("%s", (_, description, expected) => {
    expect(verdict(perform(session, { type: "setRemoteDescription", description }))).toBe(expected);
  });

  it("a closed connection", () => {
    const closed = sessionAfter(session, "close");
    expect(verdictOnOffer(closed, malformed)).toBe("InvalidStateError connection-closed");
  });

  it("a munged local description", () => {
    const created = applied(perform(session, { type: "offerCreated", sdp: offer })).session;
    for (const [, sdp] of badSdp) {
      const outcome = perform(created, { type: "setLocalDescription", description: { type: "offer", sdp } });
      expect(verdict(outcome)).toBe("InvalidModificationError local-description-modified");
    }
  });

  it("nothing created", () => {
    expect(verdict(perform(session, "local"))).toBe("create offer");
  });
});

describe("semantics, order of checks: within the SDP", () => {
  const withoutMux = offer.replace("a=rtcp-mux\r\n", "");
  const everythingUnacceptable = unacceptable.replace("a=rtcp-mux\r\n", "").replace("BUNDLE 0 1 2", "BUNDLE 0 1 1");

  it("syntax comes before content, wherever the line stands", () => {
    expect(verdictOnOffer(createSession(), `${everythingUnacceptable}a=ptime:x\r\n`)).toBe("RTCError S4");
    expect(verdictOnOffer(createSession(), everythingUnacceptable)).not.toMatch(/RTCError/);
  });

  it("rtcp-mux is the first of the content", () => {
    expect(verdictOnOffer(createSession(), everythingUnacceptable)).toBe("InvalidAccessError D7");
    expect(verdictOnOffer(createSession({ tolerate: ["D7"] }), everythingUnacceptable)).toBe("InvalidAccessError D1");
    expect(verdictOnOffer(createSession({ tolerate: ["D7", "D1"] }), everythingUnacceptable)).toBe(
      "InvalidAccessError D3",
    );
  });

  it("rtcp-mux comes before what an answer owes to its offer", () => {
    const offered = sessionWith(createSession(), local("offer", offer));
    const flawed = replaceLine(
      "m=application*",
      "m=text 9 UDP/DTLS/SCTP webrtc-datachannel",
    )(answer.replace("a=rtcp-mux\r\n", ""));
    expect(verdict(set(offered, remote("answer", flawed)))).toBe("InvalidAccessError D7");
    expect(verdict(set(offered, remote("answer", flawed.replace("a=mid:0", "a=mid:0\r\na=rtcp-mux"))))).toBe(
      "InvalidAccessError A2",
    );
  });

  it("a local description owes rtcp-mux where it is required, RFC 9429 §5.8.3", () => {
    expect(verdict(set(createSession(), local("offer", withoutMux)))).toBe("InvalidAccessError D26");
    const negotiating = createSession({ rtcpMuxPolicy: "negotiate" });
    expect(verdict(set(negotiating, local("offer", withoutMux)))).toBe("applied have-local-offer");
  });

  it("what is too long is not read at all", () => {
    expect(verdictOnOffer(createSession({ maxSdpLength: malformed.length }), malformed)).toBe("RTCError S1");
    expect(verdictOnOffer(createSession({ maxSdpLength: malformed.length - 1 }), malformed)).toBe("OperationError L1");
  });

  it("the first wrong line is the one", () => {
    const twoWrong = sdp("v=0", "o=-", "s=-", "t=0");
    const { rejection } = rejected(set(createSession(), remote("offer", twoWrong)));
    expect(rejection).toMatchObject({ error: "RTCError", sdpLineNumber: 2 });
  });
});

describe("semantics, order of checks: what was created is judged too, where it is set without being named", () => {
  it.each(badSdp)("an offer and an answer that are %s", (_, sdp, refusal) => {
    for (const state of ["stable", "have-local-offer", "have-remote-offer", "have-local-pranswer"] as const) {
      const session = sessionIn(state, sdp);
      const outcome = rejected(perform(session, "local"));
      expect(verdict(outcome)).toBe(refusal);
      expect(outcome.rejection).toMatchObject({ side: "local", signalingState: state });
      expect(outcome.session).toBe(session);
    }
  });
});

describe("semantics, a rollback's sdp is ignored, whatever it holds", () => {
  const rollbacks = ["", malformed, unacceptable, tooLong, "\0", "\uD800"];

  it.each(["local", "remote"] as const)("%s", (side) => {
    const offered = sessionWith(createSession({ maxSdpLength }), remote("offer", offer));
    const call = side === "local" ? "setLocalDescription" : "setRemoteDescription";
    for (const sdp of rollbacks) {
      const outcome = applied(perform(offered, { type: call, description: { type: "rollback", sdp } }));
      expect(outcome.session).toEqual(createSession({ maxSdpLength }));
    }
  });
});
