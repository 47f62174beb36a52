import { describe, expectTypeOf, it } from "vitest";
import type { SdpRuleId as FromCore, SessionOptions } from "../../src/entries/index.ts";
import type { CheckContext, Finding, ParseOptions, SdpRule, SdpRuleId } from "../../src/entries/sdp.ts";

type Known<Letter extends string> = Extract<SdpRuleId, `${Letter}${number}`>;

describe("contract, SdpRuleId", () => {
  it("is the union of the ids, by their letters", () => {
    expectTypeOf<Known<"L">>().toEqualTypeOf<"L1">();
    expectTypeOf<Known<"S">>().toEqualTypeOf<"S1" | "S2" | "S3" | "S4" | "S5" | "S6" | "S7">();
    expectTypeOf<"D16" | "A13" | "R9" | "W20">().toExtend<Known<"D" | "A" | "R" | "W">>();
    expectTypeOf<"D99">().not.toExtend<Known<"D">>();
  });

  it("is open to the ids of other versions", () => {
    expectTypeOf<string>().toExtend<SdpRuleId>();
    expectTypeOf<"D99">().toExtend<SdpRuleId>();
    expectTypeOf<number>().not.toExtend<SdpRuleId>();
  });

  it("is the same in both entries, and what options, findings and rules have", () => {
    expectTypeOf<FromCore>().toEqualTypeOf<SdpRuleId>();
    expectTypeOf<Finding["rule"]>().toEqualTypeOf<SdpRuleId>();
    expectTypeOf<SdpRule["id"]>().toEqualTypeOf<SdpRuleId>();
    expectTypeOf<SessionOptions["tolerate"]>().toEqualTypeOf<readonly SdpRuleId[] | undefined>();
    expectTypeOf<CheckContext["tolerate"]>().toEqualTypeOf<readonly SdpRuleId[] | undefined>();
    expectTypeOf<ParseOptions["tolerate"]>().toEqualTypeOf<readonly SdpRuleId[] | undefined>();
  });
});
