import { describe, expect, it } from "vitest";
import { firstOffer } from "../../cases/sdp/given/contexts.ts";
import { alice, bob, bundled, sdp, session, transport, unbundled } from "../../cases/sdp/given/descriptions.ts";
import {
  append,
  edits,
  inSection,
  removeLine,
  replaceEvery,
  replaceLine,
  replaceText,
} from "../../cases/sdp/given/edits.ts";
import { grammarRows, structureCases } from "../../cases/sdp/index.ts";
import { checkSdp, parseSdp, sdpRules } from "../../src/entries/sdp.ts";
import { accepted, refused, syntaxError, warned, wellFormed } from "../expectations/findings.ts";

declare const structuredClone: <T>(value: T) => T;

const offer = bundled(alice, "actpass");
const remote = firstOffer("remote");
const limit = 1_048_576;

function frozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozen);
}

describe("what is not a string is refused, not thrown at", () => {
  it.each([undefined, null, 0, 5, true, {}, [], [offer], Symbol("sdp"), () => offer, new String(offer), 10n])(
    "%o",
    (value) => {
      expect(parseSdp(value as never)).toMatchObject({ ok: false });
      expect(checkSdp(value as never).some((finding) => finding.severity === "error")).toBe(true);
    },
  );
});

describe("nothing is believed that an object inherits", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  it.each(names)("an attribute named %s is an unknown one", (name) => {
    wellFormed(edits(append(-1, `a=${name}`, `a=${name}:x`), append(1, `a=${name}`, `a=${name}:1 2`))(offer));
  });
  it.each(names)("a mid named %s is a mid", (name) => {
    const text = edits(
      replaceText("a=mid:1", `a=mid:${name}`),
      replaceText("BUNDLE 0 1 2", `BUNDLE 0 ${name} 2`),
    )(offer);
    accepted(text, remote);
    refused(
      text.replace("a=mid:2", `a=mid:${name}`).replace(" 2\r\nm=audio", "\r\nm=audio"),
      remote,
      { rule: "D1", mLineIndex: 2, mid: name },
      true,
    );
  });
  it.each(names)("a group of %s names no section", (name) => {
    warned(append(-1, `a=group:BUNDLE ${name}`)(offer), remote, { rule: "D2" });
    accepted(append(-1, `a=group:${name} 0`)(offer), remote);
  });
  it.each(names)("media, encodings, sources and extensions named %s", (name) => {
    const text = edits(
      replaceText("m=video 9", `m=${name} 9`),
      replaceText("VP8/90000", `${name}/90000`),
      append(1, `a=ssrc:1 ${name}:${name}`, `a=rid:h send ${name}=1`, `a=extmap:9 urn:${name}`),
    )(offer);
    accepted(text, remote);
  });
  it("an option or a context that an object inherits", () => {
    const context = Object.create({ type: "answer", side: "remote", tolerate: ["S1"] });
    expect(() => checkSdp("Invalid SDP", context)).not.toThrow();
    expect(checkSdp(offer, { ...remote, tolerate: ["__proto__", "constructor"] })).toEqual(checkSdp(offer, remote));
  });
});

describe("the length is bounded", () => {
  const padded = (length: number): string => {
    const filler = length - offer.length - "a=x:\r\n".length;
    return replaceLine("t=0 0", "t=0 0", `a=x:${"y".repeat(filler)}`)(offer);
  };

  it("1 MiB is read", () => {
    expect(padded(limit)).toHaveLength(limit);
    wellFormed(padded(limit));
  });
  it("1 MiB and one more is an OperationError", () => {
    expect(padded(limit + 1)).toHaveLength(limit + 1);
    expect(parseSdp(padded(limit + 1)).ok).toBe(false);
    expect(checkSdp(padded(limit + 1))).toMatchObject([{ severity: "error", error: "OperationError" }]);
  });
  it("length comes before syntax", () =>
    expect(checkSdp("x".repeat(limit + 1))).toMatchObject([{ severity: "error", error: "OperationError" }]));
  it("maxSdpLength moves the bound", () => {
    expect(parseSdp(offer, { maxSdpLength: offer.length }).ok).toBe(true);
    expect(parseSdp(offer, { maxSdpLength: offer.length - 1 }).ok).toBe(false);
    accepted(offer, { ...remote, maxSdpLength: offer.length });
    expect(checkSdp(offer, { ...remote, maxSdpLength: offer.length - 1 })).toMatchObject([{ error: "OperationError" }]);
    expect(parseSdp(padded(limit + 1), { maxSdpLength: limit + 1 }).ok).toBe(true);
  });
});

describe("odd characters", () => {
  it("NUL anywhere is refused at its line", () => {
    syntaxError("\0", "S1", 1);
    syntaxError(replaceLine("a=rtpmap:96 VP8/90000", "a=rtpmap:96 VP8/90000\0")(offer), "S1", 30);
    syntaxError(`${offer}\0`, "S1", 52);
  });
  it("a lone CR is refused at its line", () => syntaxError(offer.replace("a=mid:1\r\n", "a=mid:1\ra=x\r\n"), "S1", 25));
  it("lone surrogates and other planes pass where text is free", () =>
    wellFormed(replaceLine("s=-", "s=\ud800 𝔰 \u0001")(offer)));
  it("separators of other scripts end no line", () =>
    wellFormed(replaceLine("s=-", "s=a\u2028b\u0085c\u000bd\u000ce")(offer)));
});

describe("much of everything just completes", () => {
  const many = 10_000;
  const mids = Array.from({ length: many }, (_, index) => String(index));
  const creds = transport(alice, "actpass");

  it("10,000 rejected sections", () => {
    const sections = mids.flatMap((mid) => ["m=audio 0 UDP/TLS/RTP/SAVPF 0", `a=mid:${mid}`]);
    accepted(sdp(session(alice, 1), sections).replace("t=0 0", "c=IN IP4 0.0.0.0\r\nt=0 0"), remote);
  });
  it("10,000 bundled sections, and an answer to them", () => {
    const described = (peer: typeof alice, setup: "actpass" | "active"): string =>
      sdp(
        session(peer, 1, `a=group:BUNDLE ${mids.join(" ")}`, ...transport(peer, setup)),
        mids.flatMap((mid) => [
          "m=audio 9 UDP/TLS/RTP/SAVPF 0",
          `a=mid:${mid}`,
          ...(mid === "0" || setup === "actpass" ? ["a=rtcp-mux"] : []),
        ]),
      ).replace("t=0 0", "c=IN IP4 0.0.0.0\r\nt=0 0");
    const text = described(alice, "actpass");
    accepted(text, remote);
    const base = { currentLocalDescription: null, currentRemoteDescription: null, pendingLocalDescription: null };
    const waiting = {
      ...base,
      signalingState: "have-remote-offer",
      pendingRemoteDescription: { type: "offer", sdp: text },
    };
    accepted(described(bob, "active"), { type: "answer", side: "local", session: waiting as never });
  });
  it("10,000 groups, candidates, codecs and feedback lines", () => {
    const lines = mids.flatMap((n) => [
      `a=candidate:${n} 1 udp 1 192.0.2.1 9 typ host`,
      `a=rtcp-fb:96 x-${n}`,
      `a=fmtp:96 a=${n}`,
    ]);
    accepted(edits(append(-1, ...mids.map((n) => `a=group:LS ${n}`)), append(1, ...lines))(offer), remote);
  });
  it("a line of one million characters of every kind of attribute", () => {
    const dots = "1.".repeat(400_000);
    for (const name of [
      "ptime",
      "candidate",
      "fingerprint",
      "simulcast",
      "imageattr",
      "extmap",
      "rtpmap",
      "ssrc",
      "msid",
    ]) {
      expect(parseSdp(append(1, `a=${name}:${dots}`)(offer))).toMatchObject({ ok: false, error: { rule: "S4" } });
    }
  });
  it("an unknown attribute may be as long", () =>
    wellFormed(append(0, ...creds.map(() => `a=x:${"1.".repeat(50_000)}`))(offer)));
});

describe("what is returned is frozen plain data", () => {
  const texts = [
    offer,
    unbundled(alice, "actpass"),
    "Invalid SDP",
    "",
    edits(replaceEvery("A1:", "a1:"), inSection(2, removeLine("a=sctp-port:*")))(offer),
    ...structureCases.slice(0, 3).map(({ edit }) => edit(offer)),
    ...grammarRows.slice(0, 3).map((row) => row.edit(row.accepted[0] as string)(offer)),
  ];

  it.each(texts.map((text, index) => [index, text] as const))("text %i", (_, text) => {
    for (const value of [parseSdp(text), checkSdp(text, remote)]) {
      expect(frozen(value)).toBe(true);
      expect(structuredClone(value)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });
  it("the list of rules too", () => {
    expect(frozen(sdpRules)).toBe(true);
    expect(JSON.parse(JSON.stringify(sdpRules))).toEqual(sdpRules);
  });
  it("the same text gives the same findings", () =>
    expect(checkSdp(texts[4] as string, remote)).toEqual(checkSdp(texts[4] as string, remote)));
  it("what a caller does to its own context afterwards changes nothing", () => {
    const context = { ...remote, tolerate: ["D11"] };
    const text = inSection(2, removeLine("a=sctp-port:*"))(offer);
    warned(text, context, { rule: "D11" });
    context.tolerate.pop();
    refused(text, context, { rule: "D11", mLineIndex: 2, mid: "2" });
  });
});
