// What an implementation's message or a quoted line repeats of addresses and ICE credentials is hidden.
import { describe, expect, it, vi } from "vitest";
import { knownSecrets } from "../../src/trace/known-secrets.ts";
import { redactorFor } from "../../src/trace/redact.ts";
import { internalsDump, traceOf } from "./dumps/dumps.ts";

const sdp = ["v=0", "a=ice-ufrag:kz/+", "a=ice-pwd:oF4pA6BdVnOPSLa/yF8+cKIV", "m=audio 9", "a=ice-ufrag:Ab12", ""].join(
  "\r\n",
);
const redact = redactorFor(traceOf(internalsDump([["setRemoteDescription", JSON.stringify({ type: "offer", sdp })]])));

describe("addresses in a message", () => {
  it.each([
    ["IPv4", "cannot bind 192.0.2.17", "192.0.2.17"],
    ["IPv4 with a port", "cannot bind 192.0.2.17:5000.", "192.0.2.17"],
    ["IPv4 in a connection line", "c=IN IP4 203.0.113.5 Invalid", "203.0.113.5"],
    ["IPv4 at the end of a sentence", "it was 10.0.0.1.", "10.0.0.1"],
    ["IPv6", "cannot bind 2001:db8::1:2", "2001:db8::1:2"],
    ["IPv6 in full", "cannot bind 2001:db8:0:0:0:0:0:1.", "2001:db8:0:0:0:0:0:1"],
    ["IPv6 in brackets, with a port", "cannot bind [2001:db8::1]:5000", "2001:db8::1"],
    ["IPv6 in upper case", "cannot bind FE80::ABCD", "FE80::ABCD"],
    ["IPv6 of a zone", "cannot bind fe80::1%eth0", "fe80::1"],
    ["IPv6 of a zone: the zone", "cannot bind fe80::1%eth0", "eth0"],
    ["IPv6 that ends in ::", "cannot bind fd00:1:2::", "fd00:1:2::"],
    ["IPv6 that holds IPv4", "cannot bind ::ffff:192.0.2.17", "ffff"],
    ["IPv6 that holds IPv4: the IPv4", "cannot bind ::ffff:192.0.2.17", "192.0.2.17"],
    ["IPv6 after a colon", "address:2001:db8::7 is bad", "db8::7"],
    ["IPv6 after an equals sign", "raddr=2001:db8::7", "db8::7"],
    ["mDNS", "no such host 5dd7c2b6-8b0d-4f5c-9c0e-1a2b3c4d5e6f.local", "5dd7c2b6"],
    ["mDNS in upper case", "no such host 5DD7C2B6-8B0D.LOCAL:9", "5DD7C2B6"],
    ["two at once", "from 192.0.2.1 to 192.0.2.2", "192.0.2.2"],
  ])("%s", (_, message, address) => {
    expect(message).toContain(address);
    expect(redact(message)).not.toContain(address);
  });
});

describe("ICE credentials in a message", () => {
  it.each([
    ["of the dump's descriptions", "bad oF4pA6BdVnOPSLa/yF8+cKIV here", "oF4pA6BdVnOPSLa/yF8+cKIV"],
    ["of the dump's descriptions, short", "unknown user kz/+.", "kz/+"],
    ["in quotes", 'unknown user "kz/+"', "kz/+"],
    ["in parentheses", "unknown user (kz/+)", "kz/+"],
    ["as a STUN user name", "unknown user kz/+:Ab12", "kz/+"],
    ["as a STUN user name: the second", "unknown user kz/+:Ab12", "Ab12"],
    ["after an equals sign", "user=kz/+;", "kz/+"],
    ["after an equals sign, without punctuation of its own", "user=Ab12", "Ab12"],
    ["only in the message, a password line", "Failed to parse. a=ice-pwd:xyz Invalid SDP line.", "xyz"],
    ["only in the message, a user fragment line", "Failed to parse. a=ice-ufrag:Qq1+ Invalid SDP line.", "Qq1+"],
    ["only in the message, upper case", "A=ICE-PWD:xyz", "xyz"],
    ["only in the message, after ice-pwd and blanks", "Failed to parse. a=ice-pwd: xyz Invalid", "xyz"],
    ["only in the message, a TURN URL's password", "turn server: password=hunter2", "hunter2"],
    ["only in the message, a candidate's ufrag", "candidate:1 1 udp 2 192.0.2.1 9 typ host ufrag Zz9/ x", "Zz9/"],
    ["only in the message, a ufrag extension without its candidate", "bad extension: ufrag Zz9/ network-id 1", "Zz9/"],
    ["only in the message, an SDP with line ends", "bad:\r\na=ice-pwd:xyz\r\na=mid:0", "xyz"],
    ["only in the message, an SDP with escaped line ends", '"a=ice-pwd:xyz\\r\\na=mid:0"', "xyz"],
  ])("%s", (_, message, secret) => {
    expect(message).toContain(secret);
    expect(redact(message)).not.toContain(secret);
  });

  it.each([
    ["a call", "setLocalDescription", JSON.stringify({ type: "offer", sdp })],
    ["a call of an older dump", "setLocalDescription", `type: offer, sdp: ${sdp}`],
    ["what was created", "createOfferOnSuccess", JSON.stringify({ type: "offer", sdp })],
    ["what a call without a description set", "setLocalDescriptionOnSuccess", JSON.stringify({ type: "offer", sdp })],
  ])("known from %s", (_, type, value) => {
    const redacted = redactorFor(traceOf(internalsDump([[type, value]])))("user kz/+ or Ab12");
    expect(redacted).not.toMatch(/kz|Ab12/);
  });
});

describe("a secret in the middle of a word", () => {
  const fingerprint = Array.from({ length: 32 }, (_, index) => (index + 100).toString(16).toUpperCase()).join(":");
  const lines = [
    "v=0",
    "o=- 1 1 IN IP4 192.0.2.201",
    "s=-",
    "t=0 0",
    "m=audio 9 UDP/TLS/RTP/SAVPF 0",
    "c=IN IP6 2001:db8:77::c:d",
    "a=ice-ufrag:Yk+4",
    "a=ice-pwd:9cX/+mnopqrstuvwxyzabcde",
    `a=fingerprint:sha-256 ${fingerprint}`,
    "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7|2^20",
    "a=candidate:3916582740 1 udp 1 192.0.2.202 5000 typ host ufrag uG_7 network-id 1",
    "a=candidate:1 1 udp 1 2001:db8:1:2::face 5000 typ srflx raddr fe80::2ff:fe23:4567:890b rport 9",
    "a=candidate:2 1 udp 1 6c4d2d8f-8a76-5a6a-ac7a-2d2d2d2d2d2d.local 5000 typ host",
    "a=candidate:4 1 udp 1 relay3.office.example.org 5000 typ host",
    "a=rtcp:9 IN IP4 media.example.net",
    "m=audio 9 UDP/TLS/RTP/SAVPF 0",
    "a=ice-ufrag:r-8_#=z",
    "",
  ];
  const value = JSON.stringify({ type: "offer", sdp: lines.join("\r\n") });
  const hide = redactorFor(traceOf(internalsDump([["setRemoteDescription", value]])));
  const secrets = [
    ["a user fragment", "Yk+4"],
    ["a user fragment of punctuation", "r-8_#=z"],
    ["a password", "9cX/+mnopqrstuvwxyzabcde"],
    ["a fingerprint", fingerprint],
    ["a key", "WVNfX19zZW1jdGwgKCkgewkyMjA7"],
    ["a candidate's foundation", "3916582740"],
    ["a candidate's user fragment", "uG_7"],
    ["an IPv4 address", "192.0.2.202"],
    ["an IPv4 address of the origin", "192.0.2.201"],
    ["an IPv6 address", "2001:db8:1:2::face"],
    ["a related address", "fe80::2ff:fe23:4567:890b"],
    ["an address of a connection line", "2001:db8:77::c:d"],
    ["an mDNS name", "6c4d2d8f-8a76-5a6a-ac7a-2d2d2d2d2d2d.local"],
    ["a domain name", "relay3.office.example.org"],
    ["a domain name for RTCP", "media.example.net"],
  ];
  const places = ["%", "q%", "%q", "_%_", "-%-", "/%/", "+%+", "=%", "é%é", "%7%", "%%", "host%", "a:%:b", "[%]:9"];

  it.each(secrets)("%s", (_, secret = "") => {
    for (const place of places) {
      const message = `bad ${place.replaceAll("%", secret)} here`;
      expect(hide(message)).not.toContain(secret);
      expect(hide(message)).toMatch(/^bad .*\[hidden\].* here$/);
    }
  });

  it.each([
    ["an IPv4 address", "x192.0.2.9 _192.0.2.9_ ip_192.0.2.9y", "192.0.2.9"],
    ["an IPv6 address", "host2001:db8::9 _2001:db8::9_ 2001:db8::9/64", "db8"],
    ["an mDNS name", "_5dd7c2b6-8b0d.local:9 5dd7c2b6-8b0d.local/x", "5dd7c2b6"],
    ["a network address", "c = IN IP4 secret.example.com", "secret"],
    ["a quoted user fragment", `ufrag="s3cr" {"pwd":"s3cr"} {\\"ufrag\\":\\"s3cr\\"} pwd = s3cr`, "s3cr"],
  ])("%s that no description holds", (_, message, secret) => {
    expect(redactorFor({ format: "rtcstats", start: 0, connections: [] })(message)).not.toContain(secret);
  });

  it("with more secrets than have room, nothing of a message is shown", () => {
    const secrets = knownSecrets();
    for (let index = 0; index <= 500_001; index++) secrets.add(index.toString(36).padStart(8, "0"));
    expect(secrets.hidden("a message", "[hidden]")).toBe("[hidden]");
  });
});

describe("the work for a text", () => {
  it("has a bound for each character, however many secrets begin alike", () => {
    const secrets = knownSecrets();
    for (let length = 4; length < 2000; length++) secrets.add(`${"a".repeat(length)}b`);
    const asked = (text: string) => {
      const get = vi.spyOn(Map.prototype, "get");
      secrets.hidden(text, "[hidden]");
      const { length } = get.mock.calls;
      get.mockRestore();
      return length;
    };
    const short = asked("a".repeat(1000));
    expect(short).toBeGreaterThan(0);
    expect(asked("a".repeat(4000)) / short).toBeLessThan(5);
  });
});

describe("candidates and fingerprints in a message", () => {
  it("a candidate is hidden to the end of its line", () => {
    const message = "bad line: a=candidate:842163049 1 udp 1677729535 192.0.2.3 4444 typ srflx raddr 10.1.1.1\nnext";
    const redacted = redact(message);
    expect(redacted).not.toMatch(/842163049|4444|srflx|10\.1/);
    expect(redacted).toContain("next");
  });

  it.each([
    ["sha-1", 20],
    ["sha-256", 32],
    ["sha-384", 48],
    ["sha-512", 64],
  ])("a fingerprint by %s", (hash, octets) => {
    const fingerprint = Array.from({ length: octets }, (_, index) => (index + 160).toString(16).toUpperCase()).join(
      ":",
    );
    expect(redact(`a=fingerprint:${hash} ${fingerprint} Invalid`)).not.toContain("A3:A4:A5");
  });
});

describe("what is no secret", () => {
  it.each([
    "Failed to set remote answer sdp: Called in wrong state: stable",
    "Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.",
    "A BUNDLE group contains a codec collision for header extension id=1. The id must be the same",
    "setRemoteDescription(answer) is refused in stable: no offer is waiting for an answer.",
    "OperationError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection'",
    "webrtc 1.0 and Chrome 156.0",
    "Failed to set remote offer sdp: The m= section with mid='0' is invalid. RTCP-MUX must be enabled.",
    "Failed to set local offer sdp: Failed to apply the description for m= section with mid='audio': no transport",
    "SDP contains a=ssrc lines which is not supported with Unified Plan",
    "Remote fingerprint does not match the a=fingerprint line.",
    "the m= sections (m=) lack a=mid, a=setup.",
    "at webrtc::PeerConnection::SetRemote, absl::Status, std::string",
    "pc.localDescription is null",
    "Answer has 2 m= sections, offer has 1",
  ])("is left as it is: %s", (message) => {
    expect(redact(message)).toBe(message);
  });

  it("shows that something was hidden", () => {
    expect(redact("cannot bind 192.0.2.17 now")).toMatch(/^cannot bind \[.*\] now$/);
  });

  it("a short value in a description hides no ordinary words", () => {
    const short = ["v=0", "a=ice-ufrag:a", "a=ice-pwd:", ""].join("\r\n");
    const trace = traceOf(internalsDump([["setRemoteDescription", JSON.stringify({ type: "offer", sdp: short })]]));
    expect(redactorFor(trace)("a call in a state")).toBe("a call in a state");
  });
});

describe("SDP in an implementation's message", () => {
  it.each([
    [
      "Failed to parse SessionDescription. SECRETpwd Expect line: o=",
      "Failed to parse SessionDescription. [hidden] Expect line: o=",
    ],
    [
      "Failed to parse SessionDescription. a=x SECRET Invalid SDP line.",
      "Failed to parse SessionDescription. [hidden] Invalid SDP line.",
    ],
    [
      "Failed to parse SessionDescription. m=SECRET Expects at least 3 fields.",
      "Failed to parse SessionDescription. [hidden] Expects at least 3 fields.",
    ],
    ["the m= section of c=IN IP4 SECRET", "the m= section of c=[hidden]"],
    ["cannot use m= audio 9 SECRET", "cannot use m=[hidden]"],
    ["cannot use a=mid:SECRET", "cannot use a=[hidden]"],
    ["Failed to parse SessionDescription. a=ice-pwd SECRET Invalid", "Failed to parse SessionDescription. [hidden]"],
    ["cannot use a=ice-pwd SECRET", "cannot use a=[hidden]"],
    ["cannot use a=crypto:1 AES inline:SECRET", "cannot use a=[hidden]"],
    ["cannot use k=clear:SECRET", "cannot use k=[hidden]"],
    ["cannot use c=IN IP4 host.SECRET.example", "cannot use c=[hidden]"],
    ["o=SECRET 1 1 IN IP4 x\r\nm=audio 9 SECRET", "o=[hidden]\nm=[hidden]"],
    ["no answer from turn:SECRET:SECRET@host.example", "no answer from turn:[hidden]"],
    ["bad inline:SECRET", "bad inline:[hidden]"],
  ])("%s", (message, expected) => {
    expect(redact(message).replaceAll("\r", "")).toBe(expected);
  });
});
