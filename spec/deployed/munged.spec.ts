// What applications do to SDP before they set it: a payload type taken off an m= line, with its attributes left behind.
import { describe, expect, it } from "vitest";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { local, remote, sessionWith, set, verdict } from "../../cases/sdp/real-calls.ts";
import { createSession } from "../../src/entries/index.ts";

const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");

describe("RFC 9429 §5.11, a payload type is gone from the m= line alone", () => {
  const munged = (sdp: string) => sdp.replace("UDP/TLS/RTP/SAVPF 111 0", "UDP/TLS/RTP/SAVPF 0");

  it("of an offer: what is left behind says nothing", () => {
    expect(verdict(set(createSession(), remote("offer", munged(offer))))).toBe("applied have-remote-offer");
  });

  it("of an answer: its rtcp-fb was offered", () => {
    const offered = sessionWith(createSession(), local("offer", offer));
    expect(munged(answer)).toContain("a=rtcp-fb:111 transport-cc");
    expect(verdict(set(offered, remote("answer", munged(answer))))).toBe("applied stable");
  });

  it("of the offer, and the answer repeats the feedback of what it was not offered", () => {
    const offered = sessionWith(createSession(), local("offer", munged(offer)));
    expect(verdict(set(offered, remote("answer", munged(answer))))).toBe("applied stable");
  });

  it("unless it is the one that rtx retransmits", () => {
    const offered = sessionWith(createSession(), local("offer", offer));
    const withoutTarget = answer.replace("SAVPF 96 97", "SAVPF 97").replaceAll(/a=rtcp-fb:96.*\r\n/g, "");
    expect(verdict(set(offered, remote("answer", withoutTarget)))).toBe("InvalidAccessError D10");
  });
});
