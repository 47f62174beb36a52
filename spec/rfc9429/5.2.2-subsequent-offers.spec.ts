import { describe, expect, it } from "vitest";
import { mediaLinesIn } from "../../cases/created-sdp/media-lines.ts";
import { addTransceiver, create, createPeer, type Peer, rollBack, set } from "../../cases/created-sdp/peer.ts";
import {
  inputWith,
  linesOfSdp,
  nothingKnown,
  sdpText,
  transceiverOf,
} from "../../cases/created-sdp/written-by-hand.ts";
import { createOfferSdp } from "../../src/entries/connection.ts";

const offered = sdpText(`
  v=0
  o=- 77 3 IN IP4 0.0.0.0
  s=-
  t=0 0
  a=ice-options:trickle
  a=group:BUNDLE 0 1
  m=audio 9 UDP/TLS/RTP/SAVPF 111 0
  c=IN IP4 0.0.0.0
  a=mid:0
  a=sendrecv
  a=rtpmap:111 opus/48000/2
  a=rtpmap:0 PCMU/8000
  a=msid:stream
  a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
  a=ice-ufrag:alic0
  a=ice-pwd:alic000000000000000000
  a=fingerprint:sha-256 AB:CD
  a=setup:actpass
  a=rtcp-mux
  a=rtcp-mux-only
  a=rtcp-rsize
  m=video 0 UDP/TLS/RTP/SAVPF 120
  c=IN IP4 0.0.0.0
  a=mid:1
  a=bundle-only
  a=recvonly
  a=rtpmap:120 VP8/90000
  a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
`);

const answered = sdpText(`
  v=0
  o=- 88 1 IN IP4 0.0.0.0
  s=-
  t=0 0
  a=ice-options:trickle
  a=group:BUNDLE 0
  m=audio 9 UDP/TLS/RTP/SAVPF 0 111
  c=IN IP4 0.0.0.0
  a=mid:0
  a=sendrecv
  a=rtpmap:0 PCMU/8000
  a=rtpmap:111 opus/48000/2
  a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
  a=ice-ufrag:bobb
  a=ice-pwd:bobb000000000000000000
  a=fingerprint:sha-256 EF:01
  a=setup:active
  a=rtcp-mux
  m=video 0 UDP/TLS/RTP/SAVPF 120
  c=IN IP4 0.0.0.0
  a=mid:1
  a=inactive
`);

const answeredSession = {
  ...nothingKnown,
  currentLocalDescription: { type: "offer", sdp: offered },
  currentRemoteDescription: { type: "answer", sdp: answered },
} as const;

function exchange(from: Peer, to: Peer): void {
  const offer = create(from, "offer");
  const found = [...set(from, "local", "offer", offer), ...set(to, "remote", "offer", offer)];
  const answer = create(to, "answer");
  found.push(...set(to, "local", "answer", answer), ...set(from, "remote", "answer", answer));
  expect(found).toEqual([]);
}

describe("RFC 9429 §5.2.2, subsequent offers", () => {
  it("an offer after an answer: order, numbers, transport and ICE options stay, what is new follows, a rejected section is recycled", () => {
    const offer = createOfferSdp(
      inputWith({
        session: answeredSession,
        transceivers: [
          transceiverOf("audio", { mid: "0", direction: "recvonly", streams: ["other"] }),
          transceiverOf("audio"),
        ],
        bundledTransport: "omitted",
        gathered: [
          {
            usernameFragment: "alic0",
            candidates: [
              "candidate:1 1 udp 2113929471 203.0.113.100 10100 typ host",
              "candidate:1 1 udp 255 192.0.2.100 12100 typ relay raddr 203.0.113.100 rport 10100",
              "candidate:1 1 udp 2113929470 4a5b.local 10101 typ host",
            ],
            complete: true,
          },
        ],
      }),
    );
    expect(linesOfSdp(offer)).toEqual(
      linesOfSdp(
        sdpText(`
          v=0
          o=- 77 4 IN IP4 0.0.0.0
          s=-
          t=0 0
          a=ice-options:trickle
          a=fingerprint:sha-256 AB:CD
          a=group:BUNDLE 0 2
          m=audio 12100 UDP/TLS/RTP/SAVPF 0 111
          c=IN IP4 192.0.2.100
          a=mid:0
          a=recvonly
          a=rtpmap:0 PCMU/8000
          a=rtpmap:111 opus/48000/2
          a=fmtp:111 useinbandfec=1
          a=maxptime:120
          a=msid:stream
          a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
          a=extmap:2 urn:ietf:params:rtp-hdrext:ssrc-audio-level
          a=ice-ufrag:alic0
          a=ice-pwd:alic000000000000000000
          a=setup:actpass
          a=rtcp-mux
          a=candidate:1 1 udp 2113929471 203.0.113.100 10100 typ host
          a=candidate:1 1 udp 255 192.0.2.100 12100 typ relay raddr 203.0.113.100 rport 10100
          a=candidate:1 1 udp 2113929470 4a5b.local 10101 typ host
          a=end-of-candidates
          m=audio 12100 UDP/TLS/RTP/SAVPF 111 0
          c=IN IP4 192.0.2.100
          a=mid:2
          a=sendrecv
          a=rtpmap:111 opus/48000/2
          a=fmtp:111 useinbandfec=1
          a=rtpmap:0 PCMU/8000
          a=maxptime:120
          a=msid:-
          a=extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid
          a=extmap:2 urn:ietf:params:rtp-hdrext:ssrc-audio-level
        `),
      ),
    );
  });

  it("a stopped transceiver's section has port 0 and no msid, and its place is kept", () => {
    const transceivers = [transceiverOf("audio", { mid: "0", stopping: true, streams: ["stream"] })];
    const [audio, video] = mediaLinesIn(createOfferSdp(inputWith({ session: answeredSession, transceivers })));
    expect(audio).toMatchObject({ mid: "0", media: "audio", port: 0 });
    expect(audio?.attributes).toEqual(["mid:0", "inactive", "extmap:7 urn:ietf:params:rtp-hdrext:sdes:mid"]);
    expect(video).toMatchObject({ mid: "1", media: "video", port: 0 });
  });

  it("where it sends, a transceiver has the streams of now: negotiation would be needed for ever with those of before", () => {
    const transceivers = [transceiverOf("audio", { mid: "0", streams: ["other"] })];
    const [audio] = mediaLinesIn(createOfferSdp(inputWith({ session: answeredSession, transceivers })));
    expect(audio?.attributes.filter((attribute) => attribute.startsWith("msid"))).toEqual(["msid:other"]);
  });

  it("the version goes up by one with every offer, whether it was set, rolled back or neither", () => {
    const peer = createPeer({ name: "alice" });
    addTransceiver(peer, "audio");
    const versionOf = (sdp: string) => Number(/^o=- \d+ (\d+) /m.exec(sdp)?.[1]);
    expect(versionOf(create(peer, "offer"))).toBe(1);
    const second = create(peer, "offer");
    expect(versionOf(second)).toBe(2);
    set(peer, "local", "offer", second);
    expect(versionOf(create(peer, "offer"))).toBe(3);
    rollBack(peer);
    expect(versionOf(create(peer, "offer"))).toBe(4);
  });

  it("an offer in have-local-offer has the mids and the transports of the pending one", () => {
    const peer = createPeer({ name: "alice" });
    addTransceiver(peer, "audio");
    const first = create(peer, "offer");
    set(peer, "local", "offer", first);
    addTransceiver(peer, "video");
    const sections = mediaLinesIn(create(peer, "offer"));
    expect(sections.map(({ mid, media }) => `${mid} ${media}`)).toEqual(["0 audio", "1 video"]);
    const [ufrag] = /ice-ufrag:.*/.exec(first) ?? [];
    expect(sections[0]?.attributes).toContain(ufrag?.trimEnd());
  });

  it("a section is recycled for the next transceiver, with a new mid; data and media do not take each other's", () => {
    const [alice, bob] = [createPeer({ name: "alice" }), createPeer({ name: "bob", sctp: null })];
    const first = addTransceiver(alice, "audio");
    alice.dataChannel = true;
    addTransceiver(alice, "video");
    exchange(alice, bob);
    alice.dataChannel = false;
    first.stopping = true;
    exchange(alice, bob);
    const describe = (sdp: string) => mediaLinesIn(sdp).map(({ media, mid, port }) => `${media} ${mid} ${port}`);
    addTransceiver(alice, "video");
    addTransceiver(alice, "audio");
    const offer = create(alice, "offer");
    expect(describe(offer)).toEqual(["video 3 9", "video 1 9", "application 2 0", "audio 4 9"]);
    expect(offer).toContain("a=group:BUNDLE 3 1 4\r\n");
  });

  it("what the answer left out of the group stays alone, and what is new is a group of its own", () => {
    const alone = answered.replace("a=group:BUNDLE 0\r\n", "");
    const session = { ...answeredSession, currentRemoteDescription: { type: "answer", sdp: alone } } as const;
    const transceivers = [transceiverOf("audio", { mid: "0" }), transceiverOf("video")];
    expect(createOfferSdp(inputWith({ session, transceivers }))).toContain("a=group:BUNDLE 2\r\n");
  });
});
