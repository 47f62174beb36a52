import { describe, expect, it } from "vitest";
import { applied, perform, sessionAfter } from "../../cases/calls.ts";
import { junk, lookalikes, withThrowingGetter } from "../../cases/junk.ts";
import { sessionIn } from "../../cases/sessions.ts";
import { createSession, nextSignalingState, profiles, type SessionOptions } from "../../src/entries/index.ts";

const create = createSession as (options?: unknown) => ReturnType<typeof createSession>;

const ownProfile = {
  name: "own",
  rollbackFromPranswer: true,
  implicitRollback: true,
  modificationCheck: "after-state",
} as const;

// Junk that is no object at all: as options that is a mistake, and so is null.
const noObjects = junk.filter(([, value]) => typeof value !== "object" || value === null);

const badOptions: readonly (readonly [string, unknown])[] = [
  ...noObjects.map(([name, value]) => [`${name} as options`, value] as const),
  ...[...junk, ...lookalikes("webrtc-pc")].map(([name, value]) => [`profile: ${name}`, { profile: value }] as const),
  ...[...junk, ...lookalikes("opaque")].map(([name, value]) => [`sdp: ${name}`, { sdp: value }] as const),
  ...[...junk, ...lookalikes("require")].map(([name, value]) => [`mux: ${name}`, { rtcpMuxPolicy: value }] as const),
  ["profile without a name", { profile: { ...ownProfile, name: undefined } }],
  ["profile with a number as its name", { profile: { ...ownProfile, name: 1 } }],
  ["profile with a switch of 1", { profile: { ...ownProfile, rollbackFromPranswer: 1 } }],
  ["profile without implicitRollback", { profile: { ...ownProfile, implicitRollback: undefined } }],
  ["profile with an unknown check", { profile: { ...ownProfile, modificationCheck: "sometimes" } }],
  ["profile with a check of null", { profile: { ...ownProfile, modificationCheck: null } }],
  ["profile that throws", { profile: withThrowingGetter(ownProfile, "implicitRollback") }],
  ["options that throw", withThrowingGetter({ sdp: "opaque" }, "maxSdpLength")],
  ["maxSdpLength 0", { maxSdpLength: 0 }],
  ["maxSdpLength -1", { maxSdpLength: -1 }],
  ["maxSdpLength 1.5", { maxSdpLength: 1.5 }],
  ["maxSdpLength NaN", { maxSdpLength: Number.NaN }],
  ["maxSdpLength Infinity", { maxSdpLength: Number.POSITIVE_INFINITY }],
  ["maxSdpLength 2 ** 53", { maxSdpLength: 2 ** 53 }],
  ["maxSdpLength as a string", { maxSdpLength: "1000" }],
  ["maxSdpLength as a bigint", { maxSdpLength: 1000n }],
  ["maxSdpLength null", { maxSdpLength: null }],
  ["maxSdpLength in an array", { maxSdpLength: [1000] }],
  ["tolerate as a string", { tolerate: "D7" }],
  ["tolerate as a set", { tolerate: new Set(["D7"]) }],
  ["tolerate null", { tolerate: null }],
  ["tolerate with a number", { tolerate: ["D7", 5] }],
  ["tolerate with a hole", { tolerate: new Array(1) }],
  ["tolerate with a String object", { tolerate: [new String("D7")] }],
  ["tolerate that throws", { tolerate: withThrowingGetter([], "length") }],
];

describe("contract, createSession: a TypeError on unusable options", () => {
  it.each(badOptions)("%s", (_, options) => {
    expect(() => create(options)).toThrow(TypeError);
    expect(() => create(options)).toThrow(/\w+ \w+/);
  });

  it("names the option", () => {
    expect(() => create({ profile: "chrome" })).toThrow(/profile/);
    expect(() => create({ sdp: "strict" })).toThrow(/sdp/);
    expect(() => create({ rtcpMuxPolicy: "never" })).toThrow(/rtcpMuxPolicy/);
    expect(() => create({ maxSdpLength: 0 })).toThrow(/maxSdpLength/);
    expect(() => create({ tolerate: "D7" })).toThrow(/tolerate/);
  });

  it("an unknown name is refused by that name, whatever it holds", () => {
    expect(() => create({ profil: "rfc9429" })).toThrow('createSession: unknown option "profil"');
    expect(() => create({ sdp: "opaque", toString: undefined })).toThrow('createSession: unknown option "toString"');
    expect(() => create({ "a\u202e\u0007": 1 })).toThrow(/unknown option "a\\u\{202e\}\\u\{7\}"/);
    expect(() => create({ ["x".repeat(70_000)]: 1 })).toThrow(/^.{1,200}$/);
  });
});

describe("contract, SessionOptions: defaults", () => {
  const defaults = {
    profile: profiles["webrtc-pc"],
    sdp: "validate",
    rtcpMuxPolicy: "require",
    maxSdpLength: 1048576,
    tolerate: [],
  };

  it("are filled in", () => {
    expect(createSession().options).toEqual(defaults);
    expect(createSession({}).options).toEqual(defaults);
    expect(create({ profile: undefined, sdp: undefined, tolerate: undefined }).options).toEqual(defaults);
  });

  it.each([
    { profile: "rfc9429" },
    { profile: "legacy" },
    { sdp: "opaque" },
    { rtcpMuxPolicy: "negotiate" },
    { maxSdpLength: 1 },
    { maxSdpLength: Number.MAX_SAFE_INTEGER },
    { tolerate: ["D7"] },
  ] satisfies SessionOptions[])("%j changes that alone", (options) => {
    const profile = "profile" in options ? profiles[options.profile as "legacy"] : defaults.profile;
    expect(createSession(options).options).toEqual({ ...defaults, ...options, profile });
  });
});

describe("contract, ResolvedOptions: shared between sessions with the same options", () => {
  const rows: readonly (readonly [string, SessionOptions, SessionOptions])[] = [
    ["none", {}, {}],
    ["a default written out", {}, { sdp: "validate", profile: "webrtc-pc", maxSdpLength: 1048576 }],
    ["a name and the profile of that name", { profile: "rfc9429" }, { profile: profiles.rfc9429 }],
    ["the default profile, copied", {}, { profile: { ...profiles["webrtc-pc"] } }],
    ["equal profiles of one's own", { profile: { ...ownProfile } }, { profile: { ...ownProfile } }],
    ["equal rule ids", { sdp: "opaque", tolerate: ["D7", "A2"] }, { tolerate: ["D7", "A2"], sdp: "opaque" }],
  ];

  it.each(rows)("%s", (_, one, other) => {
    expect(createSession(one).options).toBe(createSession(other).options);
  });

  it("not where they differ", () => {
    expect(createSession({ sdp: "opaque" }).options).not.toBe(createSession({}).options);
    const renamed = createSession({ profile: { ...ownProfile, name: "other" } });
    expect(renamed.options.profile.name).toBe("other");
    expect(createSession({ profile: ownProfile }).options.profile.name).toBe("own");
  });

  it("and by every session that follows", () => {
    const session = createSession({ sdp: "opaque" });
    expect(sessionAfter(session, "offer created LO", "local", "remote answer RA", "close").options).toBe(
      session.options,
    );
    expect(applied(perform(sessionIn("have-local-offer"), "remote offer RO")).rolledBack?.session.options).toBe(
      session.options,
    );
  });
});

describe("contract, SessionOptions: a profile of one's own is copied", () => {
  it("frozen, and later changes to the original do nothing", () => {
    const mine = { ...ownProfile, rollbackFromPranswer: true as boolean };
    const tolerate = ["D7"];
    const session = sessionIn("have-local-pranswer", mine);
    const other = createSession({ profile: mine, sdp: "opaque", tolerate });
    mine.rollbackFromPranswer = false;
    tolerate.push("A2");
    expect(session.options.profile).toEqual(ownProfile);
    expect(session.options.profile).not.toBe(mine);
    expect(Object.isFrozen(session.options.profile)).toBe(true);
    expect(other.options.tolerate).toEqual(["D7"]);
    expect(applied(perform(session, "local rollback")).session.signalingState).toBe("stable");
    expect(nextSignalingState("have-local-pranswer", "local", "rollback", mine)).toBeNull();
  });

  it("without what is no switch", () => {
    const profile = { ...ownProfile, comment: "mine", toJSON: () => "broken" };
    expect(createSession({ profile }).options.profile).toEqual(ownProfile);
  });

  it("one with a built-in name keeps its own switches", () => {
    const profile = { ...profiles["webrtc-pc"], implicitRollback: false };
    expect(createSession({ profile }).options.profile).toEqual(profile);
    expect(createSession({ profile: "webrtc-pc" }).options.profile.implicitRollback).toBe(true);
  });
});
