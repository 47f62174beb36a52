import { describe, expect, it } from "vitest";
import { rejected, rejectionOf } from "../../cases/calls.ts";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { lineNumber, port0, removeSection } from "../../cases/sdp/given/edits.ts";
import { local, remote, sessionWith, set } from "../../cases/sdp/real-calls.ts";
import {
  createSession,
  legacyErrorName,
  type Rejection,
  type Session,
  setRemoteDescription,
  toException,
} from "../../src/entries/index.ts";
import chromium from "../fixtures/chromium-offer.sdp?raw";

const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");
const stable = createSession();

function refusal(sdp: string, session: Session = stable): Rejection {
  return rejectionOf(setRemoteDescription(session, { type: "offer", sdp }));
}

describe("contract, the rejection of SDP with a syntax error", () => {
  it.each([
    ["CRLF", "\r\n"],
    ["LF", "\n"],
  ])("names a line in the middle of a real offer exactly, with %s ends", (_, end) => {
    const lines = chromium.split(/\r?\n/);
    const rtpmaps = lines.flatMap((line, index) => (line.startsWith("a=rtpmap:") ? [index] : []));
    expect(lines.length).toBeGreaterThan(200);
    expect(rtpmaps.length).toBeGreaterThan(20);
    for (const index of rtpmaps) {
      const broken = lines.map((line, at) => (at === index ? "a=rtpmap:111 opus" : line)).join(end);
      expect(refusal(broken)).toMatchObject({
        error: "RTCError",
        code: "sdp-syntax-error",
        errorDetail: "sdp-syntax-error",
        sdpLineNumber: index + 1,
        rule: "S4",
        reference: { spec: "RFC 8866", section: "§6.6" },
      });
    }
  });

  it("says all that every rejection says, and no more than the detail and the line", () => {
    const rejection = refusal("Invalid SDP");
    expect(rejection).toEqual({
      error: "RTCError",
      code: "sdp-syntax-error",
      errorDetail: "sdp-syntax-error",
      sdpLineNumber: 1,
      message: expect.stringContaining("setRemoteDescription(offer) is refused in stable: line 1: "),
      signalingState: "stable",
      side: "remote",
      type: "offer",
      rule: "S1",
      reference: expect.objectContaining({ spec: "RFC 8866", section: "§5" }),
    });
    expect(rejection.message).toContain('"Invalid SDP" (rule S1)');
  });

  it("an empty text is line 1", () => {
    expect(refusal("")).toMatchObject({ error: "RTCError", sdpLineNumber: 1, rule: "S2" });
    expect(rejectionOf(setRemoteDescription(stable, { type: "offer" }))).toMatchObject({ sdpLineNumber: 1 });
  });

  it("quotes the line's beginning, and lets nothing of it steer a terminal or fill a log", () => {
    const line = `a=ice-ufrag:\u001b[31m\u202E${"x".repeat(100_000)}`;
    const { message } = refusal(offer.replace("a=group:BUNDLE 0 1 2", line));
    expect(message).toContain("a=ice-ufrag:\\u{1b}[31m\\u{202e}xxx");
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(400);
  });

  it("becomes an RTCError", () => {
    const rejection = refusal(offer.replace("s=-", "x=-"));
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(DOMException);
    expect(exception).toMatchObject({
      name: "OperationError",
      message: rejection.message,
      errorDetail: "sdp-syntax-error",
      sdpLineNumber: 3,
      cause: rejection,
    });
    expect(exception.constructor.name).toBe("RTCError");
    expect(legacyErrorName(rejection)).toBe("InvalidSessionDescriptionError");
  });
});

describe("contract, the rejection of SDP that is not acceptable", () => {
  const withoutMux = offer.replace(/(m=video[\s\S]*?)a=rtcp-mux\r\n/, "$1").replace("BUNDLE 0 1 2", "BUNDLE 0 2");

  it("names the section, its mid, its line and the rule", () => {
    expect(refusal(withoutMux)).toEqual({
      error: "InvalidAccessError",
      code: "sdp-not-acceptable",
      mLineIndex: 1,
      mid: "1",
      sdpLineNumber: lineNumber(withoutMux, "m=video*"),
      message: expect.stringContaining("setRemoteDescription(offer) is refused in stable: m= section 1 (mid 1), line "),
      signalingState: "stable",
      side: "remote",
      type: "offer",
      rule: "D7",
      reference: {
        spec: "webrtc-pc",
        section: "#set-description",
        url: "https://w3c.github.io/webrtc-pc/#set-description",
      },
    });
  });

  it("names the line of the attribute at fault", () => {
    const offered = sessionWith(stable, local("offer", offer));
    const sdp = answer.replace("a=sctp-port:5000", "a=setup:passive\r\na=sctp-port:5000").replace("a=mid:2", "a=mid:9");
    const twice = answer.replace("BUNDLE 0 1 2", "BUNDLE 0 1 2 1");
    const { rejection } = rejected(set(offered, remote("answer", twice)));
    expect(rejection).toMatchObject({ rule: "D3", mLineIndex: 1, mid: "1", sdpLineNumber: 5 });
    const ungrouped = sdp.replace("BUNDLE 0 1 2", "BUNDLE 0 1").replace("a=setup:passive\r\n", "");
    expect(rejectionOf(set(offered, remote("answer", ungrouped)))).toMatchObject({
      rule: "A3",
      mLineIndex: 2,
      mid: "9",
      sdpLineNumber: lineNumber(ungrouped, "a=mid:9"),
      signalingState: "have-local-offer",
      type: "answer",
    });
  });

  it("has no section, mid and line where it is about the whole", () => {
    const called = sessionWith(stable, local("offer", offer), remote("answer", answer));
    const shorter = removeSection(2)(offer).replace("BUNDLE 0 1 2", "BUNDLE 0 1");
    const rejection = rejectionOf(set(called, local("offer", shorter)));
    expect(rejection).toMatchObject({ rule: "R1", side: "local", mLineIndex: null, mid: null, sdpLineNumber: null });
    expect(rejection.message).toContain(
      "setLocalDescription(offer) is refused in stable: required: m= sections never get fewer: 2 after 3 (rule R1)",
    );
  });

  it("has no mid where the section has none", () => {
    const sdp = port0(0)(offer)
      .replace("a=mid:1\r\n", "")
      .replace("BUNDLE 0 1 2", "BUNDLE 2")
      .replace("apt=96", "apt=9");
    expect(refusal(sdp)).toMatchObject({ rule: "D10", mLineIndex: 1, mid: null });
  });

  it("becomes a DOMException named InvalidAccessError", () => {
    const rejection = refusal(withoutMux);
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(DOMException);
    expect(exception).toMatchObject({ name: "InvalidAccessError", code: 15, message: rejection.message });
    expect(exception.cause).toBe(rejection);
    expect(exception).not.toHaveProperty("errorDetail");
    expect(legacyErrorName(rejection)).toBe("InvalidSessionDescriptionError");
  });
});

describe("contract, the rejection of SDP that is too long", () => {
  it("is an OperationError without a line", () => {
    const rejection = refusal(offer, createSession({ maxSdpLength: 10 }));
    expect(rejection).toMatchObject({ error: "OperationError", code: "sdp-too-long", rule: "L1" });
    expect(rejection).not.toHaveProperty("sdpLineNumber");
    expect(rejection.message).toContain(`${offer.length} code units, not 10`);
    const exception = toException(rejection);
    expect(exception).toMatchObject({ name: "OperationError", cause: rejection });
    expect(exception).not.toHaveProperty("errorDetail");
  });
});

describe("contract, a rejection for SDP leaves the very same session", () => {
  it.each([
    ["malformed", "Invalid SDP"],
    ["not acceptable", offer.replace("a=rtcp-mux\r\n", "")],
    ["too long", "x".repeat(1_048_577)],
  ])("%s", (_, sdp) => {
    for (const session of [
      stable,
      sessionWith(stable, remote("offer", offer)),
      sessionWith(stable, local("offer", offer)),
    ]) {
      const type = session.signalingState === "have-local-offer" ? "answer" : "offer";
      const outcome = rejected(setRemoteDescription(session, { type, sdp }));
      expect(outcome.session).toBe(session);
      expect(outcome.effects).toEqual([]);
    }
  });
});
