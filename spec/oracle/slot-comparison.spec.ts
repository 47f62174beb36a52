// semantics.md, slots: whoever compares them with a live peer connection's leaves out candidate and end-of-candidates
// lines, a=rtcp, and the addresses and ports of c= and m= lines; nothing else.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, balanced } from "../../cases/sdp/given/descriptions.ts";
import type { Description, SlotName } from "../../src/entries/index.ts";
import { createOracle, type Difference, judge, type ObservedSlots } from "../../src/entries/oracle.ts";

const offer = balanced(alice, "actpass");

/** What is said of a remote offer that was set, where the slot then shows another SDP. */
function shown(sdp: string, set = offer): readonly Difference[] {
  return setting(set, { pendingRemoteDescription: { type: "offer", sdp } });
}

function setting(sdp: string, slots: ObservedSlots): readonly Difference[] {
  return judge(createOracle(), {
    call: "setRemoteDescription",
    description: { type: "offer", sdp },
    outcome: "applied",
    signalingState: "have-remote-offer",
    slots,
  }).differences;
}

const candidate = "a=candidate:1 1 udp 2113937151 192.0.2.17 51234 typ host";

describe("left out", () => {
  it.each<[string, (sdp: string) => string]>([
    ["nothing changed", (sdp) => sdp],
    ["candidates at the end of a section", (sdp) => sdp.replace(/^m=video/m, `${candidate}\r\n$&`)],
    ["candidates in the middle of one", (sdp) => sdp.replace(/^a=mid:1/m, `${candidate}\r\n${candidate}\r\n$&`)],
    ["the end of candidates", (sdp) => `${sdp}${candidate}\r\na=end-of-candidates\r\n`],
    ["a=rtcp", (sdp) => sdp.replace(/^a=rtcp-mux/m, "a=rtcp:51235 IN IP4 192.0.2.17\r\n$&")],
    ["the addresses of c= lines", (sdp) => sdp.replaceAll("c=IN IP4 0.0.0.0", "c=IN IP4 192.0.2.17")],
    ["an address of another version", (sdp) => sdp.replace("c=IN IP4 0.0.0.0", "c=IN IP6 2001:db8::1")],
    ["the ports of m= lines", (sdp) => sdp.replaceAll(/^(m=\w+) 9 /gm, "$1 51234 ")],
    [
      "all of it at once, as after gathering",
      (sdp) =>
        sdp
          .replaceAll(/^(m=\w+) 9 /gm, "$1 51234 ")
          .replaceAll("c=IN IP4 0.0.0.0", "c=IN IP4 192.0.2.17\r\na=rtcp:9 IN IP4 0.0.0.0")
          .replaceAll(/^a=mid:.*$/gm, `$&\r\n${candidate}\r\na=end-of-candidates`),
    ],
  ])("%s", (_, change) => {
    const changed = change(offer);
    if (_ !== "nothing changed") expect(changed).not.toBe(offer);
    expect(shown(changed)).toEqual([]);
    // The other way round, too: what was set has them, and the slot does not show them.
    expect(shown(offer, changed)).toEqual([]);
  });
});

describe("compared", () => {
  it.each<[string, (sdp: string) => string]>([
    ["an attribute left out", (sdp) => sdp.replace(/^a=ice-options:.*\r\n/m, "")],
    ["an attribute added", (sdp) => `${sdp}a=x-more:1\r\n`],
    ["a value changed", (sdp) => sdp.replace("useinbandfec=1", "useinbandfec=0")],
    ["lines in another order", (sdp) => sdp.replace(/^(a=mid:0\r\n)(a=sendrecv\r\n)/m, "$2$1")],
    ["a=rtcp-mux", (sdp) => sdp.replace(/^a=rtcp-mux\r\n/m, "")],
    ["a=rtcp-fb", (sdp) => sdp.replace(/^a=rtcp-fb:.*\r\n/m, "")],
    ["a=rtcp-rsize", (sdp) => sdp.replace(/^a=rtcp-mux\r\n/m, "$&a=rtcp-rsize\r\n")],
    ["a=remote-candidates", (sdp) => `${sdp}a=remote-candidates:1 192.0.2.17 51234\r\n`],
    ["a whole c= line", (sdp) => sdp.replace(/^c=.*\r\n/m, "")],
    ["the media, protocol and formats of m= lines", (sdp) => sdp.replace("SAVPF 111 0", "SAVPF 0 111")],
    ["the number of ports", (sdp) => sdp.replace("m=audio 9 ", "m=audio 9/2 ")],
    ["the origin's version", (sdp) => sdp.replace(/^(o=\S+ \S+) 1 /m, "$1 2 ")],
    ["the origin's address", (sdp) => sdp.replace(/^(o=.* IP4) .*$/m, "$1 192.0.2.17")],
    ["the ends of lines", (sdp) => sdp.replaceAll("\r\n", "\n")],
    ["a section more", (sdp) => `${sdp}m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n`],
    ["a section less", (sdp) => sdp.replace(/^m=application[\s\S]*/m, "")],
    ["the case of letters", (sdp) => sdp.replace("a=setup", "a=Setup")],
    ["all of it", () => ""],
  ])("%s", (_, change) => {
    const changed = change(offer);
    expect(changed).not.toBe(offer);
    expect(shown(changed).map(({ code }) => code)).toEqual(["changed-sdp-remote-offer-in-stable"]);
  });

  it("whatever stands in a difference, no value of the SDP does: it may be a password", () => {
    const changed = shown(offer.replaceAll("aliceAliceAliceAlice00", "anotherAnotherAnother0"));
    const [difference] = changed;
    expect(difference?.expected).toMatch(/^pendingRemoteDescription line \d+ \(a=ice-pwd…\)$/);
    expect(difference?.observed).toBe(`${difference?.expected} with another value`);
    expect(JSON.stringify(changed)).not.toMatch(/aliceAlice|anotherAnother/);
  });

  it("the first difference is named, where one of them ends", () => {
    const short = audioOnly(alice, "actpass");
    const [difference] = shown(`${short}a=x-more:1\r\n`, short);
    const lines = short.split("\r\n").length;
    expect(difference?.expected).toBe(`pendingRemoteDescription line ${lines}`);
    expect(difference?.observed).toBe(`pendingRemoteDescription line ${lines} (a=x-more…)`);
  });
});

describe("which slots are compared", () => {
  const pending: Description = { type: "offer", sdp: offer };
  const others: readonly SlotName[] = [
    "pendingLocalDescription",
    "currentLocalDescription",
    "currentRemoteDescription",
  ];

  it("those that were looked at: none, one, or all", () => {
    expect(setting(offer, {})).toEqual([]);
    expect(setting(offer, { pendingRemoteDescription: pending })).toEqual([]);
    expect(setting(offer, Object.fromEntries(others.map((slot) => [slot, null])))).toEqual([]);
  });

  it.each(others)("%s must be null here, and its type is told before its SDP", (slot) => {
    const [difference, ...more] = setting(offer, { pendingRemoteDescription: pending, [slot]: pending });
    expect(more).toEqual([]);
    expect(difference).toMatchObject({
      code: "wrong-slot-remote-offer-in-stable",
      expected: `${slot} null`,
      observed: `${slot} offer`,
    });
  });

  it("a type that is not what was set", () => {
    const [difference] = setting(offer, { pendingRemoteDescription: { type: "pranswer", sdp: offer } });
    expect(difference).toMatchObject({
      code: "wrong-slot-remote-offer-in-stable",
      expected: "pendingRemoteDescription offer",
      observed: "pendingRemoteDescription pranswer",
    });
  });

  it("of a refused call they must be what they were", () => {
    const { differences } = judge(createOracle(), {
      call: "setRemoteDescription",
      description: { type: "answer", sdp: offer },
      outcome: "rejected",
      error: { name: "InvalidStateError" },
      signalingState: "stable",
      slots: { currentRemoteDescription: { type: "answer", sdp: offer } },
    });
    expect(differences.map(({ code }) => code)).toEqual(["wrong-slot-remote-answer-in-stable"]);
  });

  it("SDP that nobody has seen compares with any: a local offer without SDP, in slots looked at later", () => {
    const first = judge(createOracle(), {
      call: "setLocalDescription",
      outcome: "applied",
      signalingState: "have-local-offer",
    });
    const second = judge(first.oracle, {
      call: "setRemoteDescription",
      description: { type: "nonsense" },
      outcome: "rejected",
      error: { name: "TypeError" },
      signalingState: "have-local-offer",
      slots: { pendingLocalDescription: pending },
    });
    expect(second.differences).toEqual([]);
  });
});
