import { describe, expect, it } from "vitest";
import { junk, lookalikes, withThrowingGetter } from "../../cases/junk.ts";
import { nextSignalingState } from "../../src/entries/index.ts";

const next = nextSignalingState as (...values: readonly unknown[]) => unknown;
const undefinedToo: readonly (readonly [string, unknown])[] = [["undefined", undefined], ...junk];

describe("contract, nextSignalingState: junk gives null and never throws", () => {
  it("is legal without junk", () => {
    expect(next("stable", "local", "offer", "webrtc-pc")).toBe("have-local-offer");
  });

  it.each([...undefinedToo, ...lookalikes("stable")])("as the state: %s", (_, value) => {
    expect(next(value, "local", "offer")).toBeNull();
    expect(next(value, "local", "offer", "rfc9429")).toBeNull();
  });

  it.each([...undefinedToo, ...lookalikes("local")])("as the side: %s", (_, value) => {
    expect(next("stable", value, "offer")).toBeNull();
    expect(next("have-remote-pranswer", value, "rollback", "rfc9429")).toBeNull();
  });

  it.each([...undefinedToo, ...lookalikes("offer")])("as the type: %s", (_, value) => {
    expect(next("stable", "local", value)).toBeNull();
    expect(next("have-local-offer", "local", value, "rfc9429")).toBeNull();
  });

  it.each([...junk, ...lookalikes("webrtc-pc")])("as the profile: %s", (_, value) => {
    expect(next("stable", "local", "offer", value)).toBeNull();
  });

  it.each(junk)("in every place at once: %s", (_, value) => {
    expect(next(value, value, value, value)).toBeNull();
  });

  it("with arguments missing", () => {
    expect(next()).toBeNull();
    expect(next("stable")).toBeNull();
    expect(next("stable", "local")).toBeNull();
  });
});

describe("contract, nextSignalingState: an object that is no profile gives null", () => {
  const usable = { name: "own", rollbackFromPranswer: true, implicitRollback: false, modificationCheck: "off" };

  it("accepts one that is, inherited members and all", () => {
    expect(next("have-local-pranswer", "local", "rollback", usable)).toBe("stable");
    expect(next("have-local-pranswer", "local", "rollback", Object.create(usable))).toBe("stable");
  });

  const wrong: readonly (readonly [string, object])[] = [
    ["no name", { ...usable, name: undefined }],
    ["a name that is no string", { ...usable, name: 5 }],
    ["rollbackFromPranswer 1", { ...usable, rollbackFromPranswer: 1 }],
    ["no rollbackFromPranswer", { ...usable, rollbackFromPranswer: undefined }],
    ['implicitRollback "true"', { ...usable, implicitRollback: "true" }],
    ["no implicitRollback", { ...usable, implicitRollback: undefined }],
    ["an unknown modificationCheck", { ...usable, modificationCheck: "sometimes" }],
    ["no modificationCheck", { ...usable, modificationCheck: undefined }],
    ["modificationCheck in an array", { ...usable, modificationCheck: ["off"] }],
    ["a rollbackFromPranswer that throws", withThrowingGetter(usable, "rollbackFromPranswer")],
    ["a name that throws", withThrowingGetter(usable, "name")],
    ["a profile in an array", [usable]],
  ];

  it.each(wrong)("%s", (_, profile) => {
    expect(next("have-local-pranswer", "local", "rollback", profile)).toBeNull();
    expect(next("stable", "local", "offer", profile)).toBeNull();
  });
});
