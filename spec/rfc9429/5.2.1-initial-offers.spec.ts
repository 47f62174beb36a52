import { describe, expect, it } from "vitest";
import { mediaLinesIn } from "../../cases/created-sdp/media-lines.ts";
import { inputWith, linesOfSdp, sdpText, transceiverOf } from "../../cases/created-sdp/written-by-hand.ts";
import { createOfferSdp } from "../../src/entries/connection.ts";

const attributesOf = (sdp: string, index: number) => mediaLinesIn(sdp)[index]?.attributes ?? [];

describe("RFC 9429 §5.2.1, initial offers", () => {
  it("without transceivers: no m= section and no group", () => {
    expect(createOfferSdp(inputWith({}))).toBe(
      sdpText(`
        v=0
        o=- 1234567890 1 IN IP4 0.0.0.0
        s=-
        t=0 0
        a=ice-options:trickle ice2
        a=fingerprint:sha-256 AB:CD
      `),
    );
  });

  it("audio, video and data in one group, in the order in which they were added, data last", () => {
    const offer = createOfferSdp(
      inputWith({
        transceivers: [
          transceiverOf("audio", { streams: ["stream"] }),
          transceiverOf("video", { direction: "sendonly", streams: ["stream"], rids: ["hi", "lo"] }),
        ],
        dataChannel: true,
        bundledTransport: "omitted",
      }),
    );
    expect(linesOfSdp(offer)).toEqual(
      linesOfSdp(
        sdpText(`
          v=0
          o=- 1234567890 1 IN IP4 0.0.0.0
          s=-
          t=0 0
          a=ice-options:trickle ice2
          a=fingerprint:sha-256 AB:CD
          a=group:BUNDLE 0 1 2
          a=group:LS 0 1
          m=audio 9 UDP/TLS/RTP/SAVPF 96 0
          c=IN IP4 0.0.0.0
          a=mid:0
          a=sendrecv
          a=rtpmap:96 opus/48000/2
          a=fmtp:96 useinbandfec=1
          a=rtpmap:0 PCMU/8000
          a=maxptime:120
          a=msid:stream
          a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid
          a=extmap:2 urn:ietf:params:rtp-hdrext:ssrc-audio-level
          a=ice-ufrag:alic0
          a=ice-pwd:alic000000000000000000
          a=setup:actpass
          a=rtcp:9 IN IP4 0.0.0.0
          a=rtcp-mux
          a=rtcp-mux-only
          a=rtcp-rsize
          m=video 9 UDP/TLS/RTP/SAVPF 97 98 45 99
          c=IN IP4 0.0.0.0
          a=mid:1
          a=sendonly
          a=rtpmap:97 VP8/90000
          a=rtcp-fb:97 nack
          a=rtcp-fb:97 nack pli
          a=rtpmap:98 rtx/90000
          a=fmtp:98 apt=97
          a=rtpmap:45 AV1/90000
          a=rtcp-fb:45 nack
          a=rtpmap:99 rtx/90000
          a=fmtp:99 apt=45
          a=msid:stream
          a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid
          a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
          a=rid:hi send
          a=rid:lo send
          a=simulcast:send hi;lo
          a=ice-ufrag:alic1
          a=ice-pwd:alic100000000000000000
          a=setup:actpass
          a=rtcp:9 IN IP4 0.0.0.0
          a=rtcp-mux
          a=rtcp-mux-only
          a=rtcp-rsize
          m=application 9 UDP/DTLS/SCTP webrtc-datachannel
          c=IN IP4 0.0.0.0
          a=mid:2
          a=sctp-port:5000
          a=max-message-size:65536
          a=ice-ufrag:alic2
          a=ice-pwd:alic200000000000000000
          a=setup:actpass
        `),
      ),
    );
  });

  it.each([
    ["max-compat", []],
    ["balanced", ["1"]],
    ["max-bundle", ["1", "2", "3"]],
  ] as const)(
    "the bundle policy %s leaves the sections %j without a transport of their own",
    (bundlePolicy, bundleOnly) => {
      const transceivers = [transceiverOf("audio"), transceiverOf("audio"), transceiverOf("video")];
      const input = inputWith({ transceivers, dataChannel: true, bundlePolicy, bundledTransport: "omitted" });
      const sections = mediaLinesIn(createOfferSdp(input));
      expect(sections.filter((section) => section.bundleOnly).map(({ mid }) => mid)).toEqual(bundleOnly);
      for (const { port, bundleOnly, attributes } of sections) {
        expect(port).toBe(bundleOnly ? 0 : 9);
        expect(attributes.some((attribute) => /^(ice-|setup|rtcp-mux)/.test(attribute))).toBe(!bundleOnly);
      }
    },
  );

  it("by default the sections of the group share ICE credentials from the start, and bundle-only ones repeat them", () => {
    const transceivers = [transceiverOf("audio"), transceiverOf("audio")];
    const offer = createOfferSdp(inputWith({ transceivers }));
    expect(offer.match(/a=ice-ufrag:.*/g)).toEqual(["a=ice-ufrag:alic0", "a=ice-ufrag:alic0"]);
    expect(attributesOf(offer, 1)).toEqual(expect.arrayContaining(["rtcp-mux", "bundle-only"]));
  });

  it("a stopped or stopping transceiver has no section", () => {
    const transceivers = [
      transceiverOf("audio", { stopped: true }),
      transceiverOf("video", { stopping: true }),
      transceiverOf("audio"),
    ];
    expect(mediaLinesIn(createOfferSdp(inputWith({ transceivers }))).map(({ media }) => media)).toEqual(["audio"]);
  });

  it("codec preferences order and exclude, with rtx only where they name it", () => {
    const av1 = { mimeType: "video/AV1", clockRate: 90000 };
    const rtx = { mimeType: "video/rtx", clockRate: 90000 };
    const formatsFor = (codecPreferences: readonly (typeof av1)[]) => {
      const transceivers = [transceiverOf("video", { codecPreferences })];
      return /^m=video 9 \S+ (.*)\r$/m.exec(createOfferSdp(inputWith({ transceivers })))?.[1];
    };
    expect(formatsFor([av1])).toBe("45");
    expect(formatsFor([av1, rtx])).toBe("45 99");
    expect(formatsFor([av1, { mimeType: "video/VP8", clockRate: 90000 }, rtx])).toBe("45 99 97 98");
    expect(formatsFor([])).toBe("97 98 45 99");
  });

  it("msid, rid and simulcast only where the transceiver sends; one rid alone is no simulcast", () => {
    const linesFor = (direction: "sendrecv" | "recvonly", rids: readonly string[], streams: readonly string[]) => {
      const transceivers = [transceiverOf("video", { direction, rids, streams })];
      const attributes = attributesOf(createOfferSdp(inputWith({ transceivers })), 0);
      return attributes.filter((attribute) => /^(msid|rid|simulcast)/.test(attribute));
    };
    expect(linesFor("recvonly", ["a", "b"], ["stream"])).toEqual([]);
    expect(linesFor("sendrecv", ["a"], ["one", "two"])).toEqual(["msid:one", "msid:two", "rid:a send"]);
    expect(linesFor("sendrecv", [], [])).toEqual(["msid:-"]);
  });

  it("the RTCP multiplexing policy negotiate leaves out rtcp-mux-only", () => {
    const input = inputWith({ transceivers: [transceiverOf("audio")], rtcpMuxPolicy: "negotiate" });
    expect(attributesOf(createOfferSdp(input), 0)).toEqual(
      expect.arrayContaining(["rtcp-mux", "rtcp:9 IN IP4 0.0.0.0"]),
    );
    expect(attributesOf(createOfferSdp(input), 0)).not.toContain("rtcp-mux-only");
  });

  it("tls-id and identity are written where they are given", () => {
    const [transport] = inputWith({}).newTransports;
    const newTransports = transport === undefined ? [] : [{ ...transport, tlsId: "0123456789abcdefghij" }];
    const offer = createOfferSdp(
      inputWith({ transceivers: [transceiverOf("audio")], newTransports, identity: "abc=" }),
    );
    expect(offer).toContain("a=identity:abc=\r\n");
    expect(attributesOf(offer, 0)).toContain("tls-id:0123456789abcdefghij");
  });

  it("a section without a new transport, and a kind without codecs, are mistakes of the caller", () => {
    const transceivers = [transceiverOf("video")];
    expect(() => createOfferSdp(inputWith({ transceivers, newTransports: [] }))).toThrow(
      new TypeError(
        "newTransports has 0 members, and m= section 0 needs a new transport: pass one for each m= section",
      ),
    );
    const none = { codecs: [], headerExtensions: [] };
    expect(() => createOfferSdp(inputWith({ transceivers, capabilities: { audio: none, video: none } }))).toThrow(
      TypeError,
    );
  });
});
