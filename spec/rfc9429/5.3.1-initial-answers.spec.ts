import { describe, expect, it } from "vitest";
import { isRejected, mediaLinesIn } from "../../cases/created-sdp/media-lines.ts";
import {
  inputWith,
  linesOfSdp,
  nothingKnown,
  sdpText,
  transceiverOf,
  transportsOf,
} from "../../cases/created-sdp/written-by-hand.ts";
import { type CreateSdpInput, createAnswerSdp } from "../../src/entries/connection.ts";

const offered = sdpText(`
  v=0
  o=- 77 3 IN IP4 0.0.0.0
  s=-
  t=0 0
  a=ice-options:trickle
  a=group:BUNDLE a1 v1 d1
  a=group:LS a1 v1
  a=fingerprint:sha-256 AB:CD
  a=setup:actpass
  m=audio 9 UDP/TLS/RTP/SAVPF 8 111 0
  c=IN IP4 0.0.0.0
  a=mid:a1
  a=sendonly
  a=rtpmap:8 PCMA/8000
  a=rtpmap:111 opus/48000/2
  a=rtpmap:0 PCMU/8000
  a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
  a=extmap:9/sendonly urn:ietf:params:rtp-hdrext:ssrc-audio-level
  a=extmap:11 urn:example:unknown
  a=ice-ufrag:alic
  a=ice-pwd:alic000000000000000000
  a=rtcp-mux
  a=rtcp-rsize
  m=video 0 UDP/TLS/RTP/SAVPF 120 121 122
  c=IN IP4 0.0.0.0
  a=mid:v1
  a=bundle-only
  a=rtpmap:120 VP8/90000
  a=rtcp-fb:120 nack
  a=rtcp-fb:120 ccm fir
  a=rtpmap:121 rtx/90000
  a=fmtp:121 apt=120
  a=rtpmap:122 rtx/90000
  a=fmtp:122 apt=119
  a=rid:h recv
  a=simulcast:recv h
  m=application 9 UDP/DTLS/SCTP webrtc-datachannel
  c=IN IP4 0.0.0.0
  a=mid:d1
  a=sctp-port:5001
  a=ice-ufrag:alid
  a=ice-pwd:alid000000000000000000
`);

function answerTo(sdp: string, changed: Partial<CreateSdpInput> = {}): string {
  return createAnswerSdp(
    inputWith({
      session: { ...nothingKnown, pendingRemoteDescription: { type: "offer", sdp } },
      transceivers: [
        transceiverOf("audio", { mid: "a1", streams: ["stream"] }),
        transceiverOf("video", { mid: "v1", streams: ["stream"], rids: ["h"] }),
      ],
      newTransports: transportsOf("bobb"),
      ...changed,
    }),
  );
}

const rejectedIn = (sdp: string) =>
  mediaLinesIn(sdp)
    .filter(isRejected)
    .map(({ mid }) => mid);

describe("RFC 9429 §5.3.1, initial answers", () => {
  it("a section for each offered one: the offerer's numbers, what both have, one transport", () => {
    expect(linesOfSdp(answerTo(offered, { bundledTransport: "omitted" }))).toEqual(
      linesOfSdp(
        sdpText(`
          v=0
          o=- 1234567890 1 IN IP4 0.0.0.0
          s=-
          t=0 0
          a=ice-options:trickle
          a=fingerprint:sha-256 AB:CD
          a=group:BUNDLE a1 v1 d1
          a=group:LS a1 v1
          m=audio 9 UDP/TLS/RTP/SAVPF 111 0
          c=IN IP4 0.0.0.0
          a=mid:a1
          a=recvonly
          a=rtpmap:111 opus/48000/2
          a=fmtp:111 useinbandfec=1
          a=rtpmap:0 PCMU/8000
          a=maxptime:120
          a=msid:stream
          a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
          a=extmap:9/recvonly urn:ietf:params:rtp-hdrext:ssrc-audio-level
          a=ice-ufrag:bobb0
          a=ice-pwd:bobb000000000000000000
          a=setup:active
          a=rtcp-mux
          a=rtcp-rsize
          m=video 9 UDP/TLS/RTP/SAVPF 120 121
          c=IN IP4 0.0.0.0
          a=mid:v1
          a=sendrecv
          a=rtpmap:120 VP8/90000
          a=rtcp-fb:120 nack
          a=rtpmap:121 rtx/90000
          a=fmtp:121 apt=120
          a=msid:stream
          a=rid:h send
          a=simulcast:send h
          m=application 9 UDP/DTLS/SCTP webrtc-datachannel
          c=IN IP4 0.0.0.0
          a=mid:d1
          a=sctp-port:5000
          a=max-message-size:65536
        `),
      ),
    );
  });

  const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;
  // The rows are what was offered, the columns the transceiver's direction, in that order.
  const table = [
    ["sendrecv", ["sendrecv", "sendonly", "recvonly", "inactive"]],
    ["sendonly", ["recvonly", "inactive", "recvonly", "inactive"]],
    ["recvonly", ["sendonly", "sendonly", "inactive", "inactive"]],
    ["inactive", ["inactive", "inactive", "inactive", "inactive"]],
  ] as const;

  it.each(table)("%s is answered by the intersection with the transceiver's direction", (direction, expected) => {
    const offer = offered.replace("a=sendonly\r\n", `a=${direction}\r\n`);
    const found = directions.map((own) => {
      const transceivers = [
        transceiverOf("audio", { mid: "a1", direction: own }),
        transceiverOf("video", { mid: "v1" }),
      ];
      return mediaLinesIn(answerTo(offer, { transceivers }))[0]?.direction;
    });
    expect(found).toEqual(expected);
  });

  it("rejects where the transceiver is stopped, but not where it is stopping", () => {
    const video = (changed: object) => [
      transceiverOf("audio", { mid: "a1" }),
      transceiverOf("video", { mid: "v1", ...changed }),
    ];
    expect(rejectedIn(answerTo(offered, { transceivers: video({ stopping: true }) }))).toEqual([]);
    const answer = answerTo(offered, { transceivers: video({ stopping: true, stopped: true }) });
    expect(rejectedIn(answer)).toEqual(["v1"]);
    expect(answer).toContain("a=group:BUNDLE a1 d1\r\n");
  });

  it("rejects where no codec is shared, and with the tag all of its group", () => {
    expect(rejectedIn(answerTo(offered.replace("VP8", "VP10")))).toEqual(["v1"]);
    const strange = offered.replace("PCMA", "GSM").replace("opus", "ilbc").replace("PCMU", "L8");
    const answer = answerTo(strange);
    expect(rejectedIn(answer)).toEqual(["a1", "v1", "d1"]);
    expect(answer).not.toContain("group");
  });

  it("rejects data where the stack has none, and what carries neither media nor data", () => {
    expect(rejectedIn(answerTo(offered, { sctp: null }))).toEqual(["d1"]);
    expect(rejectedIn(answerTo(offered.replace("m=video", "m=text")))).toEqual(["v1"]);
  });

  it("rejects what the bundle policy leaves without a transport", () => {
    const unbundled = offered.replace("a=group:BUNDLE a1 v1 d1\r\n", "").replace("m=video 0", "m=video 9");
    expect(rejectedIn(answerTo(unbundled, { bundlePolicy: "max-bundle" }))).toEqual(["v1", "d1"]);
    expect(rejectedIn(answerTo(unbundled, { bundlePolicy: "balanced" }))).toEqual([]);
    const twice = unbundled.replace("m=video 9", "m=audio 9").replace("VP8/90000", "opus/48000/2");
    const transceivers = [transceiverOf("audio", { mid: "a1" }), transceiverOf("audio", { mid: "v1" })];
    expect(rejectedIn(answerTo(twice, { transceivers, bundlePolicy: "balanced" }))).toEqual(["v1"]);
    expect(rejectedIn(answerTo(twice, { transceivers, bundlePolicy: "max-compat" }))).toEqual([]);
  });

  it("answers actpass with active, and a fixed role with the other one", () => {
    const setupFor = (setup: string) => /a=setup:.*/.exec(answerTo(offered.replace("actpass", setup)))?.[0];
    expect(["actpass", "active", "passive"].map(setupFor)).toEqual([
      "a=setup:active",
      "a=setup:passive",
      "a=setup:active",
    ]);
  });

  it("codec preferences order an answer, whatever the order of the offer", () => {
    const codecPreferences = [
      { mimeType: "audio/PCMU", clockRate: 8000, channels: 1 },
      { mimeType: "audio/opus", clockRate: 48000, channels: 2, sdpFmtpLine: "useinbandfec=1" },
    ];
    const transceivers = [transceiverOf("audio", { mid: "a1", codecPreferences })];
    expect(answerTo(offered, { transceivers })).toContain("m=audio 9 UDP/TLS/RTP/SAVPF 0 111\r\n");
  });

  it("has a lip sync group where the transceivers have a stream in common, or none", () => {
    const groupFor = (audio: readonly string[], video: readonly string[]) => {
      const transceivers = [
        transceiverOf("audio", { mid: "a1", streams: audio }),
        transceiverOf("video", { mid: "v1", streams: video }),
      ];
      return /a=group:LS.*/.exec(answerTo(offered, { transceivers }))?.[0] ?? null;
    };
    expect(groupFor(["ms2"], ["ms2"])).toBe("a=group:LS a1 v1");
    expect(groupFor(["ms2a"], ["ms2b"])).toBeNull();
    expect(groupFor([], [])).toBe("a=group:LS a1 v1");
  });

  it("has mids, rtcp-mux and tls-id only where they were offered, and the offered proto and time", () => {
    const plain = sdpText(`
      v=0
      o=- 77 3 IN IP4 0.0.0.0
      s=-
      t=3724394400 3724398000
      m=audio 9 RTP/SAVPF 0
      c=IN IP4 0.0.0.0
      a=ice-ufrag:alic
      a=ice-pwd:alic000000000000000000
      a=fingerprint:sha-256 AB:CD
      a=setup:actpass
    `);
    const newTransports = transportsOf("bobb").map((transport) => ({ ...transport, tlsId: "0123456789abcdefghij" }));
    const transceivers = [transceiverOf("audio", { mid: "0", direction: "recvonly" })];
    expect(linesOfSdp(answerTo(plain, { transceivers, newTransports }))).toEqual(
      linesOfSdp(
        sdpText(`
          v=0
          o=- 1234567890 1 IN IP4 0.0.0.0
          s=-
          t=3724394400 3724398000
          a=fingerprint:sha-256 AB:CD
          m=audio 9 RTP/SAVPF 0
          c=IN IP4 0.0.0.0
          a=recvonly
          a=rtpmap:0 PCMU/8000
          a=ice-ufrag:bobb0
          a=ice-pwd:bobb000000000000000000
          a=setup:active
          a=rtcp:9 IN IP4 0.0.0.0
        `),
      ),
    );
  });

  it("without a pending remote offer there is no answer", () => {
    expect(() => createAnswerSdp(inputWith({}))).toThrow(
      new TypeError("createAnswerSdp: session has no pending remote offer that can be read"),
    );
  });
});
