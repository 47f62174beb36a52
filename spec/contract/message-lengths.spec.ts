// Whatever a message quotes, it stays short: what strangers and stacks pass can be as long as they like.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import {
  createSession,
  operationFailed,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import { cut, quote } from "../../src/sdp/text/quote.ts";

const long = "m".repeat(70_000);
const limit = 500;

function messageOf(outcome: { readonly kind: string; readonly rejection?: { readonly message: string } }): string {
  expect(outcome.kind).toBe("rejected");
  return outcome.rejection?.message ?? "";
}

describe("contract, message: short, whatever it quotes", () => {
  const withLongMid = (text: string) => text.replace(/a=mid:0/, `a=mid:${long}`);

  it("a mid of 70,000 characters", () => {
    const sdp = withLongMid(audioOnly(alice, "actpass")).replace("a=rtcp-mux\r\n", "");
    const outcome = setRemoteDescription(createSession(), { type: "offer", sdp });
    expect(messageOf(outcome)).toMatch(/^.{50,500}$/);
    expect(outcome).toMatchObject({ rejection: { rule: "D7", mLineIndex: 0, mid: `${"m".repeat(100)}…` } });
    const findings = checkSdp(sdp, { type: "offer", side: "remote" });
    expect(findings.map(({ rule }) => rule)).toContain("W3");
    for (const { message, mid } of findings) expect(message.length + (mid?.length ?? 0)).toBeLessThan(limit);
  });

  it("codecs, feedback, URIs, media and protocols as long", () => {
    const names = ["opus/", "transport-cc", "urn:ietf:params:rtp-hdrext:sdes:mid", "audio 9", "UDP/TLS", "minptime"];
    const offer = balanced(alice, "actpass");
    const quoted = names.filter((name) => {
      const answer = balanced(bob, "active").replaceAll(name, name.replace(/(?=[ /]|$)/, long));
      const session = { ...createSession(), pendingLocalDescription: { type: "offer", sdp: offer } } as Session;
      const findings = checkSdp(answer, { type: "answer", side: "remote", session });
      expect(findings.filter(({ message }) => message.length > limit)).toEqual([]);
      return findings.some(({ message }) => message.includes("…"));
    });
    expect(quoted.length).toBeGreaterThan(3);
  });

  it("the words of a stack, a profile, a type", () => {
    const failed = messageOf(operationFailed(createSession(), "local", "offer", `x${long}`));
    expect(failed).toMatch(/^setLocalDescription\(offer\) failed in stable: xm{299}…$/);
    const profile = {
      name: long,
      rollbackFromPranswer: false,
      implicitRollback: false,
      modificationCheck: "off",
    } as const;
    const offered = setLocalDescription(createSession({ profile, sdp: "opaque" }), { type: "offer", sdp: "x" });
    expect(messageOf(setRemoteDescription(offered.session, { type: "offer", sdp: "x" })).length).toBeLessThan(limit);
    expect(messageOf(setRemoteDescription(createSession(), { type: long })).length).toBeLessThan(limit);
  });

  it("an error's name that an oracle reads", () => {
    const { differences } = judge(createOracle({ sdp: "opaque" }), {
      call: "setRemoteDescription",
      description: { type: "answer", sdp: "x" },
      outcome: "rejected",
      error: { name: long, errorDetail: long },
      signalingState: "stable",
    });
    expect(differences).toMatchObject([{ kind: "wrong-error", observed: `${"m".repeat(100)}…` }]);
    for (const { message } of differences) expect(message.length).toBeLessThan(limit);
  });
});

describe("contract, message: no character is cut in two", () => {
  it.each([0, 1, 2])("with %i units before it", (before) => {
    const text = "x".repeat(before) + "😀".repeat(500);
    for (let most = 0; most < 12; most++) expect(cut(text, most)).toMatch(/^x*(?:😀)*…$/u);
    expect(quote(text)).toMatch(/^"x*(?:😀)+…"$/u);
    expect(cut(text, text.length)).toBe(text);
    expect(messageOf(operationFailed(createSession(), "local", "offer", text))).toMatch(/x*(?:😀)+…$/u);
  });
});
