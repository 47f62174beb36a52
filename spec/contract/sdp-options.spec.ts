import { describe, expect, it } from "vitest";
import { applied, rejected } from "../../cases/calls.ts";
import { alice, balanced, bob, unbundled } from "../../cases/sdp/given/descriptions.ts";
import { append, lineNumber, removeLine } from "../../cases/sdp/given/edits.ts";
import { local, remote, sessionWith, set, verdict, verdictOnOffer } from "../../cases/sdp/real-calls.ts";
import { createSession, type SessionOptions, setRemoteDescription } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");

function onOffer(sdp: string, options?: SessionOptions): string {
  return verdictOnOffer(createSession(options), sdp);
}

describe("contract, SessionOptions.sdp", () => {
  const refused = ["Invalid SDP", "", offer.replace("a=rtcp-mux\r\n", ""), "x".repeat(1_048_577)];

  it("validates by default", () => {
    for (const sdp of refused) {
      expect(onOffer(sdp)).toMatch(/Error [SDL]\d+$/);
      expect(onOffer(sdp, { sdp: "validate" })).toBe(onOffer(sdp));
    }
  });

  it("validate-remote judges remote descriptions only", () => {
    for (const sdp of refused) {
      expect(onOffer(sdp, { sdp: "validate-remote" })).toBe(onOffer(sdp));
      if (sdp === "") continue;
      const session = sessionWith(createSession({ sdp: "validate-remote" }), local("offer", sdp));
      expect(session.pendingLocalDescription).toEqual({ type: "offer", sdp });
    }
    // What the own side says is still what an answer is judged against.
    const offered = sessionWith(createSession({ sdp: "validate-remote" }), local("offer", offer));
    expect(verdict(set(offered, remote("answer", answer)))).toBe("applied stable");
    expect(verdict(set(offered, remote("answer", answer.replace(/^a=(?:group|msid).*\r\n|m=[\s\S]*$/gm, ""))))).toBe(
      "InvalidAccessError A1",
    );
  });

  it("opaque looks at no SDP, of whatever length", () => {
    for (const sdp of refused) {
      const outcome = setRemoteDescription(createSession({ sdp: "opaque", maxSdpLength: 1 }), { type: "offer", sdp });
      expect(applied(outcome).session.pendingRemoteDescription).toEqual({ type: "offer", sdp });
    }
    const session = sessionWith(createSession({ sdp: "opaque" }), remote("offer", "O"), local("pranswer", "P"));
    expect(verdict(set(session, local("answer", "A")))).toBe("applied stable");
  });
});

describe("contract, SessionOptions.rtcpMuxPolicy", () => {
  const separate = unbundled(alice, "actpass").replaceAll("a=rtcp-mux\r\n", "");

  it("requires rtcp-mux by default", () => {
    expect(onOffer(separate)).toBe("InvalidAccessError D7");
    expect(onOffer(separate, { rtcpMuxPolicy: "require" })).toBe("InvalidAccessError D7");
  });

  it("lets it be negotiated where no BUNDLE group needs it", () => {
    expect(onOffer(separate, { rtcpMuxPolicy: "negotiate" })).toBe("applied have-remote-offer");
    expect(onOffer(offer.replaceAll("a=rtcp-mux\r\n", ""), { rtcpMuxPolicy: "negotiate" })).toBe(
      "InvalidAccessError D7",
    );
  });
});

describe("contract, SessionOptions.maxSdpLength", () => {
  it("counts UTF-16 code units, and is the longest that is accepted", () => {
    const named = offer.replace("s=-", "s=\u{1F600}");
    expect(onOffer(named, { maxSdpLength: named.length })).toBe("applied have-remote-offer");
    expect(onOffer(named, { maxSdpLength: named.length - 1 })).toBe("OperationError L1");
    expect(named.length).toBe(offer.length + 1);
  });

  it("is 1 MiB by default", () => {
    const filled = (length: number) => `${offer}a=${"x".repeat(length - offer.length - 4)}\r\n`;
    expect(filled(1_048_576).length).toBe(1_048_576);
    expect(onOffer(filled(1_048_576))).toBe("applied have-remote-offer");
    expect(onOffer(filled(1_048_577))).toBe("OperationError L1");
  });

  it("bounds local descriptions too", () => {
    expect(verdict(set(createSession({ maxSdpLength: 10 }), local("offer", offer)))).toBe("OperationError L1");
  });
});

describe("contract, SessionOptions.tolerate", () => {
  const twoFlaws = offer.replace("a=rtcp-mux\r\n", "").replace("BUNDLE 0 1 2", "BUNDLE 0 1 2 1");

  it("turns the rules that it names off, and no other", () => {
    expect(onOffer(twoFlaws)).toBe("InvalidAccessError D7");
    expect(onOffer(twoFlaws, { tolerate: ["D7"] })).toBe("InvalidAccessError D3");
    expect(onOffer(twoFlaws, { tolerate: ["D3"] })).toBe("InvalidAccessError D7");
    expect(onOffer(twoFlaws, { tolerate: ["D3", "D7"] })).toBe("applied have-remote-offer");
    expect(onOffer(twoFlaws, { tolerate: ["d7", "D", "toString", ""] })).toBe("InvalidAccessError D7");
  });

  const lenient: readonly (readonly [rule: string, sdp: string])[] = [
    ["S4", append(0, "a=ptime:twenty")(offer)],
    ["S5", append(0, "a=ice-ufrag:othr")(offer)],
    ["S6", removeConnections(offer)],
  ];

  it.each(lenient)("of the syntax, %s: then the offer is answered as it was read", (rule, sdp) => {
    expect(onOffer(sdp)).toBe(`RTCError ${rule}`);
    const offered = sessionWith(createSession({ tolerate: [rule] }), remote("offer", sdp));
    expect(verdict(set(offered, local("answer", answer)))).toBe("applied stable");
    const called = sessionWith(offered, local("answer", answer));
    expect(verdict(set(called, remote("offer", sdp.replace("1001 1", "1001 2"))))).toBe("applied have-remote-offer");
    const otherIdentity = sdp.replaceAll(alice.fingerprint, bob.fingerprint);
    expect(verdict(set(called, remote("offer", otherIdentity)))).toBe("InvalidAccessError R5");
  });

  it("never the framing, the order, the grammar of a line and the length", () => {
    const never: readonly (readonly [rule: string, sdp: string])[] = [
      ["S1", "Invalid SDP"],
      ["S2", removeLine("t=0 0")(offer)],
      ["S3", offer.replace("t=0 0", "t=0")],
    ];
    const tolerate = sdpRules.map(({ id }) => id);
    for (const [rule, sdp] of never) expect(onOffer(sdp, { tolerate })).toBe(`RTCError ${rule}`);
    expect(onOffer(offer, { tolerate, maxSdpLength: 10 })).toBe("OperationError L1");
  });

  it("an answer that answers nothing of its offer passes where everything is tolerated", () => {
    const tolerate = sdpRules.map(({ id }) => id);
    const offered = sessionWith(createSession({ tolerate }), local("offer", offer));
    const strange = offer.split("m=")[0] ?? "";
    expect(verdict(set(offered, remote("answer", strange)))).toBe("applied stable");
    expect(verdict(set(sessionWith(createSession(), local("offer", offer)), remote("answer", strange)))).toMatch(
      /^InvalidAccessError/,
    );
  });

  it("a tolerated flaw is not what the next one is refused for", () => {
    const { rejection } = rejected(
      setRemoteDescription(createSession({ tolerate: ["S4"] }), {
        type: "offer",
        sdp: append(0, "a=ptime:x")(twoFlaws.replace("t=0 0", "t=x")),
      }),
    );
    expect(rejection).toMatchObject({ error: "RTCError", rule: "S3", sdpLineNumber: lineNumber(offer, "t=0 0") });
  });
});

function removeConnections(sdp: string): string {
  return sdp.replaceAll("c=IN IP4 0.0.0.0\r\n", "");
}
