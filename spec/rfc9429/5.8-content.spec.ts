import { describe, expect, it } from "vitest";
import { type Family, midAt, type Place } from "../../cases/sdp/family.ts";
import { firstOffer } from "../../cases/sdp/given/contexts.ts";
import { alice, balanced, bundled, sdp, session, unbundled } from "../../cases/sdp/given/descriptions.ts";
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
