// The cause of a difference: found by the call and by those before it on the connection, never by the stack's name.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, type DifferenceCause, differenceCauses } from "../../src/entries/oracle.ts";
import { judgedScript, type NamedSdp, opaqueOracle } from "./scripts/observed-script.ts";

const named = {
  O1: audioOnly(alice, "actpass"),
  A1: audioOnly(bob, "active"),
  // Rule D5: a transport has ice-ufrag.
  D5: audioOnly(bob, "actpass").replace(/^a=ice-ufrag:.*\r\n/gm, ""),
  D5A: audioOnly(bob, "active").replace(/^a=ice-ufrag:.*\r\n/gm, ""),
  // A bundle of two sections that a first answer must keep to.
  O2: balanced(alice, "actpass", 2),
};
const oracle = createOracle();

// Events are compared only in a line that names one.
function judgedLines(script: string, judging = oracle, sdp: NamedSdp = named) {
  const lines = script.split("\n").map((line) => (/ event /.test(line) ? line : line.replace(": ", ": unheard, ")));
  return judgedScript(lines.join("\n"), judging, sdp);
}

function causesIn(script: string, judging = oracle): (readonly [cause: DifferenceCause, follows: number | null])[] {
  const steps = judgedLines(script, judging).map(({ step }) => step);
  return steps.flatMap(({ differences }) => differences.map(({ cause, follows }) => [cause, follows] as const));
}

const offered = "createOffer: resolved offer O1, stable\nlocal offer O1: resolved, have-local-offer";

describe("the cause that a call shows by itself", () => {
  it.each<readonly [cause: DifferenceCause, what: string, script: string]>([
    ["argument-not-converted", "no description", "remote: OperationError, stable"],
    ["sdp-read-first", "garbage in a wrong state", "remote answer garbage: OperationError, stable"],
    ["sdp-read-first", "a broken rule in a wrong state", "remote answer D5A: InvalidAccessError, stable"],
    ["wrong-error-name", "an answer without fault in a wrong state", "remote answer A1: OperationError, stable"],
    ["wrong-error-name", "a rollback, which has no SDP", "remote rollback: OperationError, stable"],
    ["state-checked-before-modification", "the order of two checks", "local answer A1: InvalidStateError, stable"],
    ["modified-description-applied", "SDP that was never created", "local offer O1: resolved, have-local-offer"],
    ["syntax-error-without-line", "no detail", "remote offer garbage: OperationError, stable"],
    [
      "syntax-error-without-line",
      "another line",
      "remote offer garbage: OperationError sdp-syntax-error line 4, stable",
    ],
    ["wrong-error-name", "a syntax error that is a TypeError", "remote offer garbage: TypeError, stable"],
    ["rule-not-enforced", "what is not SDP", "remote offer garbage: resolved, have-remote-offer"],
    ["rule-not-enforced", "a broken rule on the content", "remote offer D5: resolved, have-remote-offer"],
    ["state-not-checked", "an answer without an offer", "remote answer A1: resolved, stable"],
    ["creation-state-not-checked", "createAnswer()", "createAnswer: resolved answer A1, stable"],
    ["pranswer-not-implemented", "by its own word", "remote pranswer A1: NotSupportedError, stable"],
    ["no-sdp-not-implemented", "a required argument", "local: TypeError, stable"],
    ["close-fires-event", "an event", "close: event closed, resolved, closed"],
    [
      "implicit-rollback-missing",
      "an offer that crosses",
      `${offered}\nremote offer D5: InvalidStateError, have-local-offer`,
    ],
    [
      "rollback-missing-before-refusal",
      "an offer that crosses and is refused for its SDP",
      `${offered}\nremote offer garbage: OperationError sdp-syntax-error line 1, have-local-offer`,
    ],
    ["rollback-tied-to-side", "the other side's", `${offered}\nremote rollback: InvalidStateError, have-local-offer`],
    ["rollback-not-implemented", "the own side's", `${offered}\nlocal rollback: InvalidStateError, have-local-offer`],
    ["rollback-not-implemented", "without effect", `${offered}\nlocal rollback: resolved, have-local-offer`],
    ["pranswer-not-implemented", "without effect", `${offered}\nremote pranswer A1: resolved, have-local-offer`],
    ["replacement-refused", "the same offer again", `${offered}\nlocal offer O1: InvalidStateError, have-local-offer`],
    ["refusal-changes-state", "a refusal", "remote offer D5: InvalidAccessError, have-remote-offer"],
    ["wrong-state", "an offer that leads elsewhere", "remote offer O1: resolved, have-local-offer"],
    ["never-settled", "a call that hangs", "remote offer O1: unsettled, stable"],
    ["sound-sdp-refused", "SDP without fault", "remote offer O1: OperationError, stable"],
    ["legal-call-refused", "SDP without fault, for the state", "remote offer O1: InvalidStateError, stable"],
    ["created-description-refused", "its own offer", "local: OperationError, stable"],
  ])("%s: %s", (cause, _, script) => {
    expect(causesIn(script)).toEqual([[cause, null]]);
  });

  it("SDP in other words, events and slots", () => {
    const slots = (text: string) => `remote offer O1: event have-remote-offer, resolved, have-remote-offer | ${text}`;
    expect(causesIn(slots("- | - | offer A1 | -"))).toEqual([["sdp-rewritten", null]]);
    expect(causesIn(slots("- | - | - | -"))).toEqual([["wrong-slots", null]]);
    expect(causesIn("remote offer O1: event stable, resolved, have-remote-offer")).toEqual([["wrong-events", null]]);
    const refused = "remote offer D5: InvalidAccessError, stable | - | - | offer D5 | -";
    expect(causesIn(refused)).toEqual([["refusal-changes-slots", null]]);
    expect(causesIn("remote offer O1: resolved, have-remote-offer\nclose: resolved, closed | - | - | - | -")).toEqual([
      ["close-changes-slots", null],
    ]);
  });

  it("a type that is ignored without SDP", () => {
    const script = "remote offer O1: resolved, have-remote-offer\nlocal pranswer: resolved, stable";
    expect(causesIn(script)).toEqual([["type-ignored-without-sdp", null]]);
  });
});

describe("the cause that lies in an earlier call", () => {
  const refused = "remote offer D5: InvalidAccessError, stable";

  it("a refused description leaves damage, until another one is applied", () => {
    expect(causesIn(`${refused}\nremote offer O1: OperationError, stable`)).toEqual([["refusal-damages", 0]]);
    expect(causesIn(`${refused}\nremote rollback: OperationError, stable`)).toEqual([["refusal-damages", 0]]);
    const mended = `${refused}\nremote offer O1: resolved, have-remote-offer`;
    expect(causesIn(`${mended}\nlocal rollback: OperationError, have-remote-offer`)).toEqual([
      ["rollback-tied-to-side", null],
    ]);
  });

  it("an argument that Web IDL refuses is not seen by the connection", () => {
    const junk = "remote nonsense O1: TypeError, stable";
    expect(causesIn(`${junk}\nremote offer O1: OperationError, stable`)).toEqual([["sound-sdp-refused", null]]);
  });

  it("a deviation, until an exchange is completed", () => {
    const deviated = "remote offer D5: resolved, have-remote-offer";
    expect(causesIn(`${deviated}\ncreateAnswer: OperationError, have-remote-offer`)).toEqual([
      ["rule-not-enforced", null],
      ["earlier-deviation", 0],
    ]);
  });

  it("what a call shows by itself stays its own, whatever came before", () => {
    expect(causesIn(`${refused}\nremote answer garbage: OperationError, stable`)).toEqual([["sdp-read-first", null]]);
  });
});

describe("whose fault it is", () => {
  const faultIn = (script: string) => judgedLines(script).at(-1)?.step.fault;

  it.each([
    ["remote offer D5: InvalidAccessError, stable", "remote"],
    ["remote offer garbage: OperationError sdp-syntax-error line 1, stable", "remote"],
    ["remote answer A1: InvalidStateError, stable", "application"],
    ["remote: TypeError, stable", "application"],
    ["local offer O1: InvalidModificationError, stable", "application"],
    ["local offer O1: resolved, have-local-offer", "application"],
    ["remote offer D5: resolved, have-remote-offer", "implementation"],
    ["remote offer O1: OperationError, stable", "implementation"],
    ["remote offer O1: resolved, have-remote-offer", null],
  ])("%s: %s", (script, fault) => {
    expect(faultIn(script)).toBe(fault);
  });

  it("is open where the call was not judged", () => {
    const [judged] = judgedScript("remote offer O1: OperationError, stable", opaqueOracle);
    expect(judged?.step).toMatchObject({ verdict: "unjudged", fault: null });
  });
});

describe("a refusal that a warning speaks of", () => {
  const twoTracks = ["a=ssrc:1 cname:x", "a=ssrc:1 msid:s t1", "a=ssrc:2 cname:x", "a=ssrc:2 msid:s t2"].join("\r\n");
  const sdp = `${named.O1}${twoTracks}\r\n`;
  it("shows it, without a word of the SDP", () => {
    const { step } = judgedScript("remote offer X: OperationError, stable", oracle, { X: sdp })[0] ?? {};
    expect(step?.differences).toMatchObject([{ kind: "refused", cause: "warned-sdp-refused" }]);
    expect(step?.why).toMatch(/SDP rule W24 warns of it \(m= section 0.*\): a section has several tracks by a=ssrc/);
    expect(step?.why).not.toContain("cname");
  });
});

describe("createOffer(), setLocalDescription(), setLocalDescription(offer)", () => {
  const gathered = `${named.O1.replace("m=audio 9", "m=audio 50000")}a=candidate:1 1 udp 1 192.0.2.1 50000 typ host\r\na=end-of-candidates\r\n`;
  const created = "createOffer: resolved offer O1, stable";
  const script = (slot: string) => `${created}
    local: resolved, have-local-offer | offer ${slot} | - | - | -
    local offer O1: resolved, have-local-offer | offer ${slot} | - | - | -`;

  it("is legal where the slot holds that offer with candidates that were gathered since", () => {
    expect(judgedLines(script("G"), oracle, { ...named, G: gathered }).flatMap((one) => one.differences)).toEqual([]);
  });

  it("is a modified description where the call has set another one", () => {
    const other = judgedLines(script("O2")).flatMap((one) => one.differences);
    expect(other).toMatchObject([{ code: "applied-local-description-modified" }]);
  });
});

describe("the list of causes", () => {
  it("says of each what the fault is, in a sentence, and where the rule stands", () => {
    expect(new Set(differenceCauses.map(({ summary }) => summary)).size).toBe(differenceCauses.length);
    for (const { id, summary, reference } of differenceCauses) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary).toMatch(/^(?:[A-Z]|\w+\(\)).*\.$/);
      expect(reference.url).toMatch(/^https:\/\//);
    }
    expect(Object.isFrozen(differenceCauses)).toBe(true);
  });
});
