import { describe, expect, it } from "vitest";
import { answerIn, firstOffer } from "../../cases/sdp/given/contexts.ts";
import { alice, balanced, bob, data, sdp, session, transport } from "../../cases/sdp/given/descriptions.ts";
import { append, edits, inSection, lineNumber, port0, removeLine, replaceText } from "../../cases/sdp/given/edits.ts";
import { janus } from "../../cases/sdp/sfu-janus.ts";
import { mediasoup } from "../../cases/sdp/sfu-mediasoup.ts";
import { livekit, pion } from "../../cases/sdp/sfu-pion.ts";
import { checkSdp, parseSdp } from "../../src/entries/sdp.ts";
import { accepted, refused, warned } from "../expectations/findings.ts";

const remote = firstOffer("remote");
const browserOffer = balanced(alice, "actpass");
const toBrowser = answerIn({ offerer: "local", offer: browserOffer });

describe("mediasoup", () => {
  it("an ice-lite offer with tcptype candidates and everything for the session", () =>
    accepted(mediasoup.offer, remote));

  const browserAnswer = (offered: string, version: number): string =>
    sdp(
      session(bob, version, ...offered.split("\r\n").filter((line) => line.startsWith("a=group"))),
      offered
        .split(/(?<=\r\n)(?=m=)/)
        .slice(1)
        .flatMap((section) => [
          section.slice(0, section.indexOf("\r\n")),
          "c=IN IP4 0.0.0.0",
          ...section.split("\r\n").filter((line) => /^a=(mid|rtpmap|fmtp)/.test(line)),
          section.includes("a=inactive") ? "a=inactive" : "a=recvonly",
          "a=rtcp-mux",
          ...transport(bob, "active"),
        ]),
    );
  const negotiated = { by: "remote", offer: mediasoup.offer, answer: browserAnswer(mediasoup.offer, 1) } as const;
  const afterClosing = { by: "remote", offer: mediasoup.closed, answer: browserAnswer(mediasoup.closed, 2) } as const;
  const next = (call: typeof negotiated | typeof afterClosing) => ({
    ...answerIn({ offerer: "remote", negotiated: call, offer: call.offer }),
    type: "offer" as const,
    side: "remote" as const,
  });
  const stable = (call: typeof negotiated | typeof afterClosing) => {
    const context = next(call);
    const state = { ...(context.session as object), signalingState: "stable", pendingRemoteDescription: null };
    return { ...context, session: state as never };
  };

  it("a closed section keeps everything but its port", () => accepted(mediasoup.closed, stable(negotiated)));
  it("the closed section is recycled for other media under a new mid", () =>
    accepted(mediasoup.recycled, stable(afterClosing)));
  it("R3: recycled under its old mid", () =>
    refused(
      mediasoup.recycled.replace("a=mid:2", "a=mid:1").replace("BUNDLE 0 2", "BUNDLE 0 1"),
      stable(afterClosing),
      { rule: "R3", mLineIndex: 1, mid: "1" },
      true,
    ));
  it("data alone", () => accepted(mediasoup.dataOffer, remote));
  it("data alone in the old way, DTLS/SCTP and sctpmap", () => accepted(mediasoup.oldDataOffer, remote));
});

describe("Janus", () => {
  it("an ice-lite offer with TCP and IPv6 candidates", () => accepted(janus.offer, remote));
  it("an answer that rejects video and data with nothing but their mids", () => accepted(janus.answer, toBrowser));
  it("the same without the mids", () =>
    accepted(edits(inSection(1, removeLine("a=mid:1")), inSection(2, removeLine("a=mid:2")))(janus.answer), toBrowser));

  it("A8: an answer with a fixed list of feedback is refused, unless tolerated", () => {
    refused(janus.fixedFeedback, toBrowser, { rule: "A8", mLineIndex: 1, mid: "1" });
    warned(janus.fixedFeedback, { ...toBrowser, tolerate: ["A8"] }, { rule: "A8" });
  });
  it("A2: an answer of another profile is refused, unless tolerated", () => {
    refused(janus.plainProfile, toBrowser, { rule: "A2", mLineIndex: 0, mid: "0" });
    warned(janus.plainProfile, { ...toBrowser, tolerate: ["A2"] }, { rule: "A2" });
  });
  it("D16: an answer without setup is refused, unless tolerated", () => {
    refused(janus.noSetup, toBrowser, { rule: "D16", mLineIndex: 0, mid: "0" });
    warned(janus.noSetup, { ...toBrowser, tolerate: ["D16"] }, { rule: "D16" });
  });
  it("S4: simulcast as a draft had it is refused, unless tolerated", () => {
    const simulcastOffer = append(1, "a=rid:h send", "a=rid:l send", "a=simulcast:send h;l")(browserOffer);
    const context = answerIn({ offerer: "local", offer: simulcastOffer });
    const sdpLineNumber = lineNumber(janus.draftSimulcast, "a=simulcast: recv rid=h;l");
    refused(janus.draftSimulcast, context, { rule: "S4", sdpLineNumber });
    warned(janus.draftSimulcast, { ...context, tolerate: ["S4"] }, { rule: "S4", sdpLineNumber });
    expect(parseSdp(janus.draftSimulcast, { tolerate: ["S4"] }).ok).toBe(true);
    accepted(janus.draftSimulcast.replace(" recv rid=h;l", "recv h;l"), context);
  });
});

describe("Pion", () => {
  it("data alone, with mDNS candidates for both components", () => accepted(pion.dataOffer, remote));
  it("data alone in the old way, DTLS/SCTP and sctpmap", () => accepted(pion.oldDataOffer, remote));
  it("an answer with a rejected section and a space after its feedback", () => accepted(pion.answer, toBrowser));
  it("A8 sees through the space", () => {
    const more = replaceText("a=rtcp-fb:111 transport-cc ", "a=rtcp-fb:111 nack ")(pion.answer);
    refused(more, toBrowser, { rule: "A8", mLineIndex: 0, mid: "0" });
  });
  it("S6: a rejected section without connection data is refused, unless tolerated", () => {
    const sdpLineNumber = lineNumber(pion.bareRejection, "m=video 0 UDP/TLS/RTP/SAVPF 0");
    refused(pion.bareRejection, toBrowser, { rule: "S6", sdpLineNumber });
    warned(pion.bareRejection, { ...toBrowser, tolerate: ["S6"] }, { rule: "S6", sdpLineNumber });
  });
  it("S4: ice-lite with a value is refused, unless tolerated", () => {
    const sdpLineNumber = lineNumber(pion.liteWithValue, "a=ice-lite:ice-lite");
    refused(pion.liteWithValue, remote, { rule: "S4", sdpLineNumber });
    warned(pion.liteWithValue, { ...remote, tolerate: ["S4"] }, { rule: "S4", sdpLineNumber });
  });
});

describe("LiveKit", () => {
  it("media bundled onto a data section without rtcp-mux is accepted with W22, as browsers write it too", () =>
    warned(livekit.subscriberOffer, remote, { rule: "W22", mLineIndex: 0, mid: "0" }));
  it("D7: no section of that transport has rtcp-mux", () =>
    refused(livekit.subscriberOffer.replaceAll("a=rtcp-mux\r\n", ""), remote, { rule: "D7", mLineIndex: 0, mid: "0" }));
  it("media bundled onto a data section with rtcp-mux", () => accepted(livekit.subscriberOfferMux, remote));
  it("a track taken away: its section rejected, with nothing but its mid", () => accepted(livekit.unpublished, remote));
});

describe("port 0", () => {
  it("every section rejected, in an offer", () =>
    accepted(edits(port0(0), port0(1), port0(2), replaceText("BUNDLE 0 1 2", "BUNDLE"))(browserOffer), remote));
  it("data alone, rejected by the answer", () => {
    const offer = sdp(session(alice, 1, "a=group:BUNDLE 0"), data("0", transport(alice, "actpass")));
    const answer = sdp(
      session(bob, 1),
      "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
      "c=IN IP4 0.0.0.0",
      "a=mid:0",
    );
    accepted(answer, answerIn({ offerer: "local", offer }));
    accepted(answer, answerIn({ offerer: "remote", offer }));
    accepted(answer, answerIn({ offerer: "local", offer }, "pranswer"));
  });
});

it("none of these is refused for another reason than the one its test names", () => {
  const named = new Set(["A8", "A2", "D16", "S4", "S6"]);
  for (const text of [...Object.values(mediasoup), ...Object.values(pion), ...Object.values(livekit)]) {
    const rules = checkSdp(text).filter((finding) => finding.severity === "error");
    for (const { rule } of rules) expect(named).toContain(rule);
  }
});
