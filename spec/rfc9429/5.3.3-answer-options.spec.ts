import { describe, expect, it } from "vitest";
import {
  inputWith,
  nothingKnown,
  sdpText,
  transceiverOf,
  transportsOf,
} from "../../cases/created-sdp/written-by-hand.ts";
import { createAnswerSdp } from "../../src/entries/connection.ts";

const description = (ufrag: string, setup: string, group = "a=group:BUNDLE 0") =>
  sdpText(`
    v=0
    o=- 77 3 IN IP4 0.0.0.0
    s=-
    t=0 0
    ${group}
    m=audio 9 UDP/TLS/RTP/SAVPF 0
    c=IN IP4 0.0.0.0
    a=mid:0
    a=ice-ufrag:${ufrag}
    a=ice-pwd:${ufrag}000000000000000000
    a=fingerprint:sha-256 AB:CD
    a=setup:${setup}
    a=rtcp-mux
  `);

describe("RFC 9429 §5.3.3, an answer needs no option to restart ICE", () => {
  it.each([
    ["new credentials for an offer that restarts ICE", "carl", "a=ice-ufrag:bobb0"],
    ["those of before for one that does not", "alic", "a=ice-ufrag:dave"],
  ])("%s", (_, offeredUfrag, expected) => {
    const answer = createAnswerSdp(
      inputWith({
        session: {
          ...nothingKnown,
          currentLocalDescription: { type: "answer", sdp: description("dave", "active") },
          currentRemoteDescription: { type: "offer", sdp: description("alic", "actpass") },
          pendingRemoteDescription: { type: "offer", sdp: description(offeredUfrag, "actpass") },
        },
        transceivers: [transceiverOf("audio", { mid: "0" })],
        newTransports: transportsOf("bobb"),
      }),
    );
    expect(/a=ice-ufrag:.*/.exec(answer)?.[0]).toBe(expected);
  });
});
