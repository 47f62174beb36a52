import { describe, expect, it } from "vitest";
import { alice, audioOnly } from "../../cases/sdp/given/descriptions.ts";
import { createSession, profiles } from "../../src/entries/index.ts";
import { createOracle, finish, follow, judge, type OracleOptions } from "../../src/entries/oracle.ts";
import { codesOf } from "./scripts/observed-script.ts";

describe("createOracle()", () => {
  it("starts in stable, with everything empty and the default options", () => {
    const { session } = createOracle();
    expect(session).toMatchObject({
      signalingState: "stable",
      pendingLocalDescription: null,
      currentLocalDescription: null,
      pendingRemoteDescription: null,
      currentRemoteDescription: null,
      lastCreatedOffer: "",
      lastCreatedAnswer: "",
      options: { profile: profiles["webrtc-pc"], sdp: "validate", rtcpMuxPolicy: "require" },
    });
    expect(createOracle({}).session).toEqual(session);
    expect(finish(createOracle())).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a profile that is none", { profile: "chrome" }],
    ["a profile without switches", { profile: {} }],
    ["an sdp that is none", { sdp: "parse" }],
    ["a policy that is none", { rtcpMuxPolicy: "never" }],
    ["a length that is none", { maxSdpLength: -1 }],
    ["rules that are no list", { tolerate: "D5" }],
    ["known deviations that are no list", { knownDeviations: { code: "applied-type-missing", reason: "old" } }],
    ["known deviations that are null", { knownDeviations: null }],
    ["a code alone", { knownDeviations: ["applied-type-missing"] }],
    ["a deviation without reason", { knownDeviations: [{ code: "applied-type-missing" }] }],
    ["a deviation without code", { knownDeviations: [{ reason: "old" }] }],
    ["an empty reason", { knownDeviations: [{ code: "applied-type-missing", reason: "" }] }],
    ["an empty code", { knownDeviations: [{ code: "", reason: "old" }] }],
    ["a reason that is no text", { knownDeviations: [{ code: "applied-type-missing", reason: 5 }] }],
    ["a hole", { knownDeviations: [undefined] }],
    ["null for a deviation", { knownDeviations: [null] }],
  ])("refuses %s with a TypeError", (_, options) => {
    expect(() => createOracle(options as OracleOptions)).toThrow(TypeError);
  });

  it.each([
    ["an unknown option", { profil: "legacy" }, 'createOracle: unknown option "profil"'],
    ["an option of observe()", { onStep: () => undefined }, 'createOracle: unknown option "onStep"'],
    ["an unusable option", { sdp: "parse" }, "createOracle: sdp must be "],
    [
      "an unusable deviation",
      { knownDeviations: [5] },
      "createOracle: a known deviation must have a code and a reason",
    ],
    ["what is no object", "legacy", "createOracle: the options must be an object"],
    [
      "what cannot be read",
      {
        get profile() {
          throw new Error("no");
        },
      },
      "createOracle: the options cannot be read",
    ],
  ])("names itself and %s", (_, options, message) => {
    expect(() => createOracle(options as never)).toThrow(message);
  });

  it("takes undefined for an option that is left out", () => {
    const options = { profile: undefined, sdp: undefined, tolerate: undefined, knownDeviations: undefined };
    expect(createOracle(options)).toEqual(createOracle());
  });

  it.each([
    ["null", null],
    ["a session", createSession()],
    ["a text", "oracle"],
  ])("alone makes oracles: judge(), follow() and finish() refuse %s", (_, value) => {
    const close = { call: "close", outcome: "applied", signalingState: "closed" } as const;
    expect(() => judge(value as never, close)).toThrow(/^the first argument must be an oracle/);
    expect(() => follow(value as never, { kind: "call", time: 0, call: "close" })).toThrow(TypeError);
    expect(() => finish(value as never)).toThrow(TypeError);
  });
});

describe("the oracle judges by its options", () => {
  const rollBackPranswer = `
    remote offer O1: event have-remote-offer, resolved, have-remote-offer
    local pranswer: event have-local-pranswer, resolved, have-local-pranswer
    local rollback: event stable, resolved, stable`;
  const glare = `
    local offer: event have-local-offer, resolved, have-local-offer
    remote offer O2: InvalidStateError, have-local-offer`;
  const munged = "local offer munged: event have-local-offer, resolved, have-local-offer";

  it.each<[string, string, OracleOptions["profile"], string]>([
    [
      "rollback from a provisional answer",
      rollBackPranswer,
      "webrtc-pc",
      "applied-local-rollback-in-have-local-pranswer",
    ],
    ["rollback from a provisional answer", rollBackPranswer, "rfc9429", ""],
    ["no implicit rollback", glare, "webrtc-pc", "refused-implicit-rollback"],
    ["no implicit rollback", glare, "rfc9429", ""],
    ["no implicit rollback", glare, "legacy", ""],
    ["a munged offer", munged, "webrtc-pc", "applied-local-description-modified"],
    ["a munged offer", munged, "rfc9429", "applied-local-description-modified"],
    ["a munged offer", munged, "legacy", ""],
    [
      "a munged offer",
      munged,
      { ...profiles.legacy, name: "own", modificationCheck: "before-state" },
      "applied-local-description-modified",
    ],
  ])("%s, with %3$s", (_, script, profile, code) => {
    const oracle = createOracle({ sdp: "opaque", ...(profile === undefined ? {} : { profile }) });
    expect(codesOf(script, oracle).at(-1)).toBe(code);
  });

  it("rules that are tolerated, a length, a policy", () => {
    const offer = audioOnly(alice, "actpass");
    const codeOf = (sdp: string, options: OracleOptions) =>
      judge(createOracle(options), {
        call: "setRemoteDescription",
        description: { type: "offer", sdp },
        outcome: "applied",
        signalingState: "have-remote-offer",
      }).differences.map(({ code }) => code);
    const unprotected = offer.replace(/^a=fingerprint:.*\r\n/m, "");
    expect(codeOf(unprotected, {})).toEqual(["applied-sdp-not-acceptable-d5"]);
    expect(codeOf(unprotected, { tolerate: ["D5"] })).toEqual([]);
    expect(codeOf(offer, { maxSdpLength: 10 })).toEqual(["applied-sdp-too-long"]);
    expect(codeOf("nonsense", { sdp: "opaque" })).toEqual([]);
    const separate = offer.replace(/^a=rtcp-mux\r\n/m, "");
    expect(codeOf(separate, {})).toHaveLength(1);
    expect(codeOf(separate, { rtcpMuxPolicy: "negotiate" })).toEqual([]);
  });

  it("where SDP is not judged, a remote refusal that the state does not explain is neither right nor wrong", () => {
    const { step, conforms } = judge(createOracle({ sdp: "opaque" }), {
      call: "setRemoteDescription",
      description: { type: "offer", sdp: "O1" },
      outcome: "rejected",
      error: { name: "InvalidAccessError" },
      signalingState: "stable",
    });
    expect({ verdict: step.verdict, conforms, differences: step.differences }).toEqual({
      verdict: "unjudged",
      conforms: true,
      differences: [],
    });
  });
});
