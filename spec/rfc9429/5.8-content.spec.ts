import { describe, expect, it } from "vitest";
import { type Family, midAt, type Place } from "../../cases/sdp/family.ts";
import { answerIn, firstOffer } from "../../cases/sdp/given/contexts.ts";
import {
  alice,
  audio,
  balanced,
  bob,
  bundled,
  data,
  type Peer,
  type Setup,
  sdp,
  session,
  transport,
  unbundled,
} from "../../cases/sdp/given/descriptions.ts";
import { lineNumber, port0, unchanged } from "../../cases/sdp/given/edits.ts";
import { contentFamilies } from "../../cases/sdp/index.ts";
import { recycledTag, renamedLiveSection } from "../../cases/sdp/reoffer-sections.ts";
import { bareLeaver } from "../../cases/sdp/reoffer-transport.ts";
import { checkSdp } from "../../src/entries/sdp.ts";
import { accepted, type Expectation, refused, warned } from "../expectations/findings.ts";

function expectation(rule: string, text: string, place: Place): Expectation {
  if (place === null) return { rule };
  if (typeof place !== "number") return { rule, sdpLineNumber: lineNumber(text, place.line) };
  const mid = midAt(text, place);
  return { rule, mLineIndex: place, ...(mid === null ? {} : { mid }) };
}

const titled = contentFamilies.map((family): [string, Family] => [`${family.rule} (${family.source})`, family]);

describe.each(titled)("%s", (_, { rule, cascades, base, context, refused: refusals, accepted: neighbours }) => {
  it("the description that is edited is acceptable", () => accepted(base, context));

  for (const [name, edit, place, options] of refusals) {
    it(`refuses: ${name}`, () => {
      const text = edit(base);
      refused(text, options?.context ?? context, expectation(rule, text, place), cascades);
    });
    it(`tolerated: ${name}`, () => {
      const findings = checkSdp(edit(base), { ...(options?.context ?? context), tolerate: [rule] });
      const severities = findings.filter((finding) => finding.rule === rule).map((finding) => finding.severity);
      expect([...new Set(severities)]).toEqual(["warning"]);
      if (!cascades) expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
    });
  }
  for (const [name, edit, options] of neighbours) {
    it(`accepts: ${name}`, () => accepted(edit(base), options?.context ?? context));
  }
});

describe("what stands between two rules", () => {
  it("a live section may not take another mid: R2 and R3 both say so", () => {
    const errors = checkSdp(renamedLiveSection.text, renamedLiveSection.context).filter((f) => f.severity === "error");
    expect(errors[0]).toMatchObject({ error: "InvalidAccessError", mLineIndex: 1, mid: "one" });
    expect(["R2", "R3"]).toContain(errors[0]?.rule);
  });

  it("a recycled tag takes its group along", () => accepted(recycledTag.text, recycledTag.context));

  it("D5: a live section that leaves its group bare lacks credentials of its own", () =>
    refused(bareLeaver.text, bareLeaver.context, { rule: "D5", mLineIndex: 1, mid: "1" }));
});

describe("without a type, only what holds for every type", () => {
  it("D5 holds", () =>
    refused(unbundled(alice, "actpass").replace(/a=ice-pwd:.*\r\n/, ""), undefined, { rule: "D5", mLineIndex: 0 }));
  it("actpass may be an offer's", () => accepted(bundled(alice, "actpass")));
  it("active may be an answer's", () => accepted(bundled(alice, "active")));
});

describe("RFC 8866 §5: a description without m= sections", () => {
  it.each(["local", "remote"] as const)("is an acceptable %s offer", (side) =>
    accepted(sdp(session(alice, 1)), firstOffer(side)),
  );
});

describe("webrtc-pc #set-description: rtcp-mux is judged before every other content", () => {
  const text = unbundled(alice, "actpass")
    .replace("a=rtcp-mux\r\n", "")
    .replace(/a=ice-pwd:.*\r\n/, "")
    .replace("a=mid:2", "a=mid:0");

  it("the first error is D7, the others follow", () => {
    const errors = checkSdp(text, firstOffer("remote")).filter((finding) => finding.severity === "error");
    expect(errors.map((finding) => finding.rule)).toEqual(["D7", "D1", "D5"]);
    expect(errors.map((finding) => finding.mLineIndex)).toEqual([0, 2, 0]);
  });
});

describe("RFC 9429 §5.8 to §5.11: the first broken rule in their order is the reason", () => {
  const dataFirst = (peer: Peer, setup: Setup, ...more: readonly string[]) =>
    sdp(
      session(peer, 1, "a=group:BUNDLE 0 1"),
      data("0", transport(peer, setup)),
      audio("1", transport(peer, setup), more),
    );
  const context = answerIn({ offerer: "local", offer: dataFirst(alice, "actpass") });
  const errorsIn = (text: string) =>
    checkSdp(text, context)
      .filter((finding) => finding.severity === "error")
      .map((finding) => finding.rule);

  it.each([
    ["A6", dataFirst(bob, "actpass")],
    ["A12", dataFirst(bob, "active", "a=extmap:9 urn:ietf:params:rtp-hdrext:ssrc-audio-level")],
    ["A2", dataFirst(bob, "active").replace("m=audio", "m=video")],
  ])("a data section as the tag hides no %s", (rule, text) => expect(errorsIn(text)).toEqual([rule]));

  it("every rule in that order, where several are broken", () => {
    const text = dataFirst(bob, "actpass", "a=extmap:0 urn:x-ext:a", "a=rtcp-fb:0 nack", "a=simulcast:send h")
      .replace("a=sctp-port:5000\r\n", "")
      .replace("m=audio 9 UDP", "m=audio 9 TCP");
    expect(errorsIn(text)).toEqual(["D11", "A6", "D9", "A2", "D23"]);
  });
});

describe("tolerate", () => {
  const rejectedTag = port0(0)(balanced(alice, "actpass"));
  const context = firstOffer("remote");

  it("tolerates the rules it names and no other", () => {
    refused(rejectedTag, { ...context, tolerate: ["D16", "A8"] }, { rule: "D15", mLineIndex: 0, mid: "0" });
    warned(rejectedTag, { ...context, tolerate: ["D15"] }, { rule: "D15", mLineIndex: 0, mid: "0" });
  });
  it("an unknown id tolerates nothing", () =>
    refused(rejectedTag, { ...context, tolerate: ["D", "toString"] }, { rule: "D15" }));
  it("changes nothing in a description without errors", () =>
    accepted(unchanged(balanced(alice, "actpass")), { ...context, tolerate: ["D5", "D15"] }));
});
