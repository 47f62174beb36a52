// createOffer(), createAnswer(), and setLocalDescription() that leaves the SDP to the implementation.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, judge } from "../../src/entries/oracle.ts";
import { codesOf, lastOf } from "./scripts/observed-script.ts";

const received = "remote offer O2: event have-remote-offer, resolved, have-remote-offer | - | - | offer O2 | -";

describe("createOffer() and createAnswer()", () => {
  it.each([
    ["createOffer", "stable", ""],
    ["createOffer", "have-local-offer", "local: event have-local-offer, resolved, have-local-offer"],
    ["createAnswer", "have-remote-offer", received],
    [
      "createAnswer",
      "have-local-pranswer",
      `${received}\nlocal pranswer: event have-local-pranswer, resolved, have-local-pranswer`,
    ],
  ])("%s is legal in %s", (call, state, before) => {
    const type = call === "createOffer" ? "offer" : "answer";
    const right = lastOf(`${before}\n${call}: resolved ${type} X1, ${state}`);
    expect(right.step).toMatchObject({
      call,
      type,
      provision: `create-${type}-in-${state}`,
      before: state,
      verdict: "conforms",
    });
    const { differences } = lastOf(`${before}\n${call}: InvalidStateError, ${state}`);
    expect(differences).toMatchObject([
      { code: `refused-create-${type}-in-${state}`, reference: { section: `#dom-rtcpeerconnection-create${type}` } },
    ]);
  });

  it.each([
    ["createOffer", "have-remote-offer", received],
    [
      "createOffer",
      "have-remote-pranswer",
      "local: event have-local-offer, resolved, have-local-offer\nremote pranswer A: event have-remote-pranswer, resolved, have-remote-pranswer",
    ],
    ["createAnswer", "stable", ""],
    ["createAnswer", "have-local-offer", "local: event have-local-offer, resolved, have-local-offer"],
  ])("%s is refused in %s", (call, state, before) => {
    const type = call === "createOffer" ? "offer" : "answer";
    const right = lastOf(`${before}\n${call}: InvalidStateError, ${state}`);
    expect(right.step).toMatchObject({ verdict: "illegal-call", provision: `create-${type}-in-${state}` });
    const applied = lastOf(`${before}\n${call}: resolved ${type} X1, ${state}`);
    expect(applied.differences).toMatchObject([
      { code: `applied-create-${type}-in-${state}`, expected: "InvalidStateError" },
    ]);
    const wrong = lastOf(`${before}\n${call}: OperationError, ${state}`);
    expect(wrong.differences).toMatchObject([{ code: `wrong-error-create-${type}-in-${state}` }]);
    const hanging = lastOf(`${before}\n${call}: unsettled, ${state}`);
    expect(hanging.differences).toMatchObject([{ code: `unsettled-create-${type}-in-${state}` }]);
  });

  it("on a closed connection they are refused as everything is", () => {
    const closed = "close: resolved, closed";
    expect(lastOf(`${closed}\ncreateOffer: InvalidStateError, closed`).step).toMatchObject({
      verdict: "illegal-call",
      provision: "connection-closed",
    });
    expect(codesOf(`${closed}\ncreateAnswer: resolved answer A1, closed`)).toEqual(["", "applied-connection-closed"]);
  });

  it("what was created may be set, unchanged, whether or not it should have been created there", () => {
    const set = "event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -";
    expect(codesOf(`createOffer: resolved offer O1, stable\nlocal offer O1: ${set}`)).toEqual(["", ""]);
    expect(codesOf(`createOffer: resolved offer O2, stable\nlocal offer O1: ${set}`)).toEqual([
      "",
      "applied-local-description-modified",
    ]);
    const early = `${received}
      createOffer: resolved offer O1, have-remote-offer
      local rollback: event stable, resolved, stable
      local offer O1: ${set}`;
    expect(codesOf(early)).toEqual(["", "applied-create-offer-in-have-remote-offer", "", ""]);
  });

  it("only what was created last", () => {
    const script = `
      createOffer: resolved offer O1, stable
      createOffer: resolved offer O2, stable
      local offer O1: InvalidModificationError, stable
      local offer O2: event have-local-offer, resolved, have-local-offer`;
    expect(codesOf(script)).toEqual(["", "", "", ""]);
  });

  it("a refused creation creates nothing", () => {
    const script = `
      createOffer: OperationError, stable
      local offer O1: event have-local-offer, resolved, have-local-offer`;
    expect(codesOf(script)).toEqual(["refused-create-offer-in-stable", "applied-local-description-modified"]);
  });

  it("an answer ends both; a rollback keeps the offer", () => {
    const script = `
      createOffer: resolved offer O1, stable
      local offer O1: event have-local-offer, resolved, have-local-offer
      local rollback: event stable, resolved, stable
      local offer O1: event have-local-offer, resolved, have-local-offer
      remote answer A1: event stable, resolved, stable
      local offer O1: InvalidModificationError, stable`;
    expect(codesOf(script)).toEqual(["", "", "", "", "", ""]);
  });
});

describe("a local description without SDP", () => {
  it.each([
    ["local", "offer", "stable", "have-local-offer", ""],
    ["local offer", "offer", "stable", "have-local-offer", ""],
    ["local", "answer", "have-remote-offer", "stable", received],
    ["local answer", "answer", "have-remote-offer", "stable", received],
    ["local pranswer", "pranswer", "have-remote-offer", "have-local-pranswer", received],
  ])("%s sets an %s in %s", (call, type, state, after, before) => {
    const done = lastOf(`${before}\n${call}: event ${after}, resolved, ${after}`);
    expect(done.step).toMatchObject({ type, provision: `local-${type}-without-sdp-in-${state}`, verdict: "conforms" });
    expect(done.oracle.session.signalingState).toBe(after);
    expect(codesOf(`${before}\n${call}: InvalidStateError, ${state}`).at(-1)).toBe(
      `refused-local-${type}-without-sdp-in-${state}`,
    );
  });

  it("what it has set is what the slot shows: that may be set again, and nothing else", () => {
    const set = "local: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -";
    expect(codesOf(`${set}\nlocal offer O1: resolved, have-local-offer | offer O1 | - | - | -`)).toEqual(["", ""]);
    expect(
      codesOf(`${set}\nlocal offer O2: InvalidModificationError, have-local-offer | offer O1 | - | - | -`),
    ).toEqual(["", ""]);
    expect(codesOf(`${set}\nlocal offer O2: resolved, have-local-offer | offer O2 | - | - | -`)).toEqual([
      "",
      "applied-local-description-modified",
    ]);
  });

  it("or what the observation says that it has set", () => {
    const script = `
      local: resolved offer O1, have-local-offer
      local offer O1: resolved, have-local-offer
      local offer O2: InvalidModificationError, have-local-offer`;
    expect(codesOf(script.replaceAll(": resolved", ": unheard, resolved"))).toEqual(["", "", ""]);
  });

  it("an answer is found in the current slot, and becomes the pair's", () => {
    const { oracle, differences } = lastOf(`${received}
      local: event stable, resolved, stable | - | answer A1 | - | offer O2`);
    expect(differences).toEqual([]);
    expect(oracle.session).toMatchObject({
      currentLocalDescription: { type: "answer", sdp: "A1" },
      currentRemoteDescription: { type: "offer", sdp: "O2" },
      lastCreatedAnswer: "",
    });
  });

  it("a slot that stayed empty is wrong", () => {
    expect(codesOf("local: event have-local-offer, resolved, have-local-offer | - | - | - | -")).toEqual([
      "wrong-slot-local-offer-without-sdp-in-stable",
    ]);
  });

  it("has no SDP also where that is empty; a rollback's is never asked for", () => {
    const { step } = judge(createOracle(), {
      call: "setLocalDescription",
      description: { type: "offer", sdp: "" },
      outcome: "applied",
      signalingState: "have-local-offer",
    });
    expect(step).toMatchObject({ verdict: "conforms", provision: "local-offer-without-sdp-in-stable" });
    expect(lastOf("local rollback: InvalidStateError, stable").step.provision).toBe("local-rollback-in-stable");
  });

  it("an implementation that refuses what it created itself deviates, whatever it says of the SDP", () => {
    const offer = audioOnly(alice, "actpass");
    const unprotected = offer.replace(/^a=fingerprint:.*\r\n/m, "");
    const script = `
      createOffer: resolved offer unprotected, stable
      local offer unprotected: InvalidAccessError, stable`;
    const { differences } = lastOf(script, createOracle(), { unprotected });
    expect(differences).toMatchObject([{ code: "refused-sdp-not-acceptable-d5", rule: "D5", expected: "applied" }]);
  });

  it("real SDP of its own is judged as well: an answer that does not fit the offer", () => {
    const named = {
      O2: audioOnly(alice, "actpass"),
      fits: audioOnly(bob, "active"),
      misfits: audioOnly(bob, "actpass"),
    };
    const before = "remote offer O2: event have-remote-offer, resolved, have-remote-offer | - | - | offer O2 | -";
    const [fits, misfits] = ["fits", "misfits"].map((answer) =>
      codesOf(
        `${before}\nlocal: event stable, resolved, stable | - | answer ${answer} | - | offer O2`,
        createOracle(),
        named,
      ),
    );
    expect(fits).toEqual(["", ""]);
    expect(misfits?.at(-1)).toMatch(/^applied-sdp-not-acceptable-a\d+$/);
  });
});
