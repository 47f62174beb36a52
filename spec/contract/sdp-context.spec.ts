// The second arguments of checkSdp and parseSdp, and what of the rules is data.
import { describe, expect, it } from "vitest";
import { answerIn, firstOffer } from "../../cases/sdp/given/contexts.ts";
import { alice, balanced, bob, bundled } from "../../cases/sdp/given/descriptions.ts";
import { contentFamilies, grammarRows, structureCases } from "../../cases/sdp/index.ts";
import { type CheckContext, checkSdp, parseSdp, type SdpRuleId, sdpRules } from "../../src/entries/sdp.ts";

const offer = balanced(alice, "actpass");
const answer = balanced(bob, "active");

describe("contract: unknown option names are a TypeError that names them", () => {
  it.each(["tolerat", "Type", "sdp", "profile", "toString", "constructor"])("checkSdp: %s", (name) => {
    for (const value of ["offer", undefined]) {
      const call = () => checkSdp(offer, { [name]: value } as CheckContext);
      expect(call).toThrow(TypeError);
      expect(call).toThrow(`checkSdp: unknown option "${name}"`);
    }
  });

  it.each(["tolerat", "type", "side", "session", "rtcpMuxPolicy"])("parseSdp: %s", (name) => {
    const call = () => parseSdp(offer, { [name]: undefined } as object);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(`parseSdp: unknown option "${name}"`);
  });

  it("whatever the text is", () => {
    expect(() => checkSdp("Invalid SDP", { sides: "remote" } as CheckContext)).toThrow(TypeError);
  });
});

describe("contract: every optional member accepts undefined", () => {
  it("as if it were missing", () => {
    const all = {
      type: undefined,
      side: undefined,
      session: undefined,
      rtcpMuxPolicy: undefined,
      maxSdpLength: undefined,
      tolerate: undefined,
    } satisfies Record<keyof CheckContext, undefined>;
    const flawed = offer.replace("a=mid:2", "a=mid:1");
    expect(checkSdp(flawed, all)).toEqual(checkSdp(flawed));
    expect(checkSdp(flawed).map(({ rule }) => rule)).toContain("D1");
    expect(parseSdp(offer, { maxSdpLength: undefined, tolerate: undefined })).toEqual(parseSdp(offer));
  });
});

describe("contract, checkSdp: the session of a context", () => {
  const context = answerIn({ offerer: "local", offer });
  const tooMuch = answer.replace("a=rtcp-fb:96 nack\r\n", "a=rtcp-fb:96 goog-remb\r\n");
  const rules = (session: unknown) =>
    checkSdp(tooMuch, { ...context, session } as CheckContext).map(({ rule }) => rule);

  it("may have other members", () => {
    expect(rules({ ...context.session, canTrickleIceCandidates: true })).toEqual(rules(context.session));
    expect(rules(context.session)).toContain("A8");
  });

  it("may lack slots: those are empty", () => {
    expect(rules({ pendingLocalDescription: { type: "offer", sdp: offer } })).toContain("A8");
    expect(
      rules({ pendingLocalDescription: { type: "offer", sdp: offer }, currentLocalDescription: undefined }),
    ).toContain("A8");
    expect(rules({})).not.toContain("A8");
  });

  it.each([5, "stable", {}, { pendingLocalDescription: 5 }, { pendingLocalDescription: { type: "offer", sdp: 5 } }])(
    "what holds no SDP silences the rules that need it: %j",
    (session) => expect(rules(session)).not.toContain("A8"),
  );
});

describe("contract, sdpRules: tolerable", () => {
  const tolerable = new Map(sdpRules.map((rule) => [rule.id, rule.tolerable]));
  const refusals: readonly (readonly [rule: string, text: string, context: CheckContext | undefined])[] = [
    ...structureCases.map(({ rule, edit }) => [rule, edit(bundled(alice, "actpass")), undefined] as const),
    ...grammarRows.flatMap(({ rule, edit, refused }) =>
      refused.map((line) => [rule, edit(line)(bundled(alice, "actpass")), undefined] as const),
    ),
    ...contentFamilies.flatMap(({ rule, base, context, refused }) =>
      refused.map(([, edit, , options]) => [rule, edit(base), options?.context ?? context] as const),
    ),
    ["L1", offer, { maxSdpLength: 10 }],
  ];

  it("all rules but four", () => {
    expect(sdpRules.filter((rule) => !rule.tolerable).map(({ id }) => id)).toEqual(["L1", "S1", "S2", "S3"]);
  });

  it.each([...new Set(refusals.map(([rule]) => rule))])("%s: tolerated exactly if the list says so", (id) => {
    for (const [rule, text, context] of refusals) {
      if (rule !== id) continue;
      const findings = checkSdp(text, { ...context, tolerate: [id] }).filter((finding) => finding.rule === id);
      const severities = new Set(findings.map(({ severity }) => severity));
      expect([...severities], text).toEqual([tolerable.get(id) === true ? "warning" : "error"]);
    }
  });

  it("an id is one of a union that is open to the ids of other versions", () => {
    const known: SdpRuleId = "A8";
    const later: SdpRuleId = "D99";
    expect(checkSdp(offer, { ...firstOffer("remote"), tolerate: [known, later] })).toEqual(
      checkSdp(offer, firstOffer("remote")),
    );
  });
});
