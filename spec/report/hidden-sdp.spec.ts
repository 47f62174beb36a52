// SDP as it is shown: without addresses, credentials, fingerprints, and whatever is not known to be harmless.
import { describe, expect, it } from "vitest";
import { detailedReportOn } from "../../src/report/detailed-report.ts";
import { sdpHider } from "../../src/report/sdp/hidden-sdp.ts";
import { captureText } from "../cli/running/capture-files.ts";
import { captures } from "../cli/running/capture-verdicts.ts";
import { traceOf } from "../trace/dumps/dumps.ts";

const hide = (...lines: readonly string[]) =>
  sdpHider((text) => text.replace("SECRET", "[hidden]"))(lines.join("\r\n")).split("\n");

describe("SDP that is shown", () => {
  it.each([
    ["o=- 123 2 IN IP4 192.0.2.1", "o=- [hidden 1] 2 IN IP4 [hidden 1]"],
    ["o=SECRET 123 2 IN IP4 192.0.2.1", "o=[hidden 1] [hidden 1] 2 IN IP4 [hidden 1]"],
    ["o=SECRET", "o=[hidden 1]"],
    ["c=IN IP6 2001:db8::1", "c=IN IP6 [hidden 1]"],
    ["s=SECRET", "s=[hidden 1]"],
    ["i=SECRET", "i=[hidden 1]"],
    ["e=SECRET", "e=[hidden 1]"],
    ["k=clear:SECRET", "k=[hidden 1]"],
    ["a=ice-pwd:SECRET", "a=ice-pwd:[hidden 1]"],
    ["a=fingerprint:sha-256 AB:CD", "a=fingerprint:sha-256 [hidden 1]"],
    ["a=candidate:1 1 udp 1 192.0.2.1 9 typ host", "a=candidate:[hidden 1]"],
    ["a=crypto:1 AES inline:SECRET", "a=crypto:[hidden 1]"],
    ["a=rtcp:9 IN IP4 0.0.0.0", "a=rtcp:9 IN IP4 [hidden 1]"],
    ["a=ssrc:5 cname:SECRET", "a=ssrc:5 cname:[hidden 1]"],
    ["a=msid:SECRET track", "a=msid:[hidden 1]"],
    ["a=mid:SECRET", "a=mid:[hidden]"],
    ["a=new-attribute:SECRET", "a=new-attribute:[hidden 1]"],
    ["a= ice-pwd:SECRET", "a=[hidden 1]"],
    ["SECRET", "[hidden 1]"],
    ["m=audio 9 SECRET", "m=audio 9 [hidden]"],
    ["m=SECRET", "m=[hidden 1]"],
  ])("%s", (line, expected) => {
    expect(hide(line)).toEqual([expected]);
  });

  it.each([
    ...["v=0", "s=-", "t=0 0", "b=AS:30", "m=audio 9 UDP/TLS/RTP/SAVPF 111 63", "a=mid:0", "a=group:BUNDLE 0 1"],
    ...["a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid", "a=fmtp:111 minptime=10;useinbandfec=1", "a=sendrecv"],
    ...[
      "a=simulcast:send h;l",
      "a=setup:actpass",
      "a=rtpmap:96 VP8/90000",
      "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
    ],
  ])("as it is: %s", (line) => {
    expect(hide(line)).toEqual([line]);
  });

  it("the same value has the same number, another one another", () => {
    expect(hide("a=ice-ufrag:abcd", "a=ice-ufrag:efgh", "a=ice-ufrag:abcd", "a=ice-pwd:abcd")).toEqual([
      "a=ice-ufrag:[hidden 1]",
      "a=ice-ufrag:[hidden 2]",
      "a=ice-ufrag:[hidden 1]",
      "a=ice-pwd:[hidden 1]",
    ]);
  });

  it.each(captures)("of $name: neither address nor credential nor fingerprint", ({ name }) => {
    const text = captureText(name, "internals.json.gz");
    const secrets = [
      /a=ice-(?:ufrag|pwd):([^\\\s]+)/g,
      /a=candidate:([^\\]+)/g,
      /IN IP[46] ([^\s\\/]+)/g,
      /([\w-]+\.local)\b/g,
      /a=fingerprint:sha-256 ([\dA-F:]+)/g,
    ].flatMap((pattern) => [...text.matchAll(pattern)].map(([, secret = ""]) => secret));
    expect(new Set(secrets).size).toBeGreaterThanOrEqual(5);
    const report = JSON.stringify(detailedReportOn("", traceOf(text), {}));
    expect(report).toContain("m=");
    expect(secrets.filter((secret) => report.includes(secret))).toEqual([]);
  });
});
