// What an implementation's message or a quoted line repeats of addresses and ICE credentials is hidden.
import { describe, expect, it } from "vitest";
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
