import { describe, expect, it } from "vitest";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import {
  answerCreated,
  close,
  createSession,
  restoreSession,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import { checkSdp, parseSdp } from "../../src/entries/sdp.ts";

function copyOf(session: Session): Session {
  return JSON.parse(JSON.stringify(session));
}

describe("contract: what follows from a JSON copy of a session", () => {
  const offered = setRemoteDescription(createSession({ sdp: "opaque" }), { type: "offer", sdp: "x" }).session;

  it("is frozen through and through, and shares its options", () => {
    const copy = copyOf(offered);
    const { session } = close(copy);
    expect(session.pendingRemoteDescription).toEqual(offered.pendingRemoteDescription);
    expect(Object.isFrozen(session.pendingRemoteDescription)).toBe(true);
    expect(session.options).toBe(offered.options);
    expect(Object.isFrozen(copy.pendingRemoteDescription)).toBe(false);
  });
});

describe("contract, checkSdp: a session and its JSON copy give the same findings", () => {
  const offer = balanced(alice, "actpass");
  const answer = balanced(bob, "active");
  const reoffer = balanced(alice, "actpass", 2);
  const lengths = [offer, answer, reoffer].flatMap(({ length }) => [length - 1, length, length + 1]);
  const odd = `${offer}a=x-odd:\ud800\u2028\u0001\r\n`;

  it.each([1, ...lengths, 1_048_576, undefined])("whatever maxSdpLength: %s", (maxSdpLength) => {
    for (const sdp of [offer, odd]) {
      const options = { maxSdpLength: 4_000_000 };
      const offered = setRemoteDescription(createSession(options), { type: "offer", sdp }).session;
      const created = answerCreated(offered, answer).session;
      const answered = setLocalDescription(created, { type: "answer", sdp: answer }).session;
      expect([offered.signalingState, answered.signalingState]).toEqual(["have-remote-offer", "stable"]);
      const judged = [
        [offered, { type: "answer", side: "local" }, answer.replaceAll("a=rtcp-fb:96 nack", "a=rtcp-fb:96 x")],
        [offered, { type: "offer", side: "remote" }, reoffer.replaceAll("a=mid:1", "a=mid:9")],
        [answered, { type: "offer", side: "remote" }, reoffer.replaceAll("a=mid:1", "a=mid:9")],
      ] as const;
      for (const [session, context, text] of judged) {
        const findings = checkSdp(text, { ...context, session, maxSdpLength });
        expect(findings).not.toEqual([]);
        expect(checkSdp(text, { ...context, session: copyOf(session), maxSdpLength })).toEqual(findings);
      }
    }
  });
});

describe("contract, restoreSession: what a session that judges SDP could not have held", () => {
  const empty = copyOf(createSession());
  const withOffer = (sdp: string, options = empty.options) =>
    restoreSession({
      ...empty,
      options,
      signalingState: "have-remote-offer",
      pendingRemoteDescription: { type: "offer", sdp },
    });
  const sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

  it("text that is not SDP", () => {
    expect(withOffer(sdp)).not.toBeNull();
    expect(withOffer("junk")).toBeNull();
    expect(withOffer("junk", { ...empty.options, sdp: "opaque" })).not.toBeNull();
  });

  it("text over its bound", () => {
    expect(withOffer(sdp, { ...empty.options, maxSdpLength: sdp.length })).not.toBeNull();
    expect(withOffer(sdp, { ...empty.options, maxSdpLength: sdp.length - 1 })).toBeNull();
  });
});

describe("contract: what a session holds never makes a function throw", () => {
  it.each([null, { tolerate: 5 }, { tolerate: null }])("checkSdp and parseSdp with %j", (options) => {
    expect(checkSdp("v=0", options as never)[0]?.rule).toBe("S2");
    expect(parseSdp("v=0", options as never).ok).toBe(false);
  });
});
