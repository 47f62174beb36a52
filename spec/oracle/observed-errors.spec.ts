// What a call was refused with: an RTCError is a DOMException named OperationError, its detail and line tell it.
import { describe, expect, it } from "vitest";
import { alice, audioOnly } from "../../cases/sdp/given/descriptions.ts";
import {
  close,
  createSession,
  type Rejection,
  setLocalDescription,
  setRemoteDescription,
  toException,
} from "../../src/entries/index.ts";
import { createOracle, judge, type ObservedError, type Oracle } from "../../src/entries/oracle.ts";
import { lastOf } from "./scripts/observed-script.ts";

const offer = audioOnly(alice, "actpass");
const broken = offer.replace(/^s=.*\r\n/m, "nonsense\r\n");
const tooLong = createOracle({ maxSdpLength: 10 });

function codesFor(error: ObservedError | null | undefined, sdp = broken, oracle: Oracle = createOracle()): string[] {
  return judge(oracle, {
    call: "setRemoteDescription",
    description: { type: "offer", sdp },
    outcome: "rejected",
    ...(error === undefined ? {} : { error }),
    signalingState: "stable",
  }).differences.map(({ code }) => code);
}

const wrongError = ["wrong-error-sdp-syntax-error"];
const wrongLine = ["wrong-line-sdp-syntax-error"];

describe("an RTCError", () => {
  const detail = { errorDetail: "sdp-syntax-error" };

  it.each<[string, ObservedError, string[]]>([
    ["name, detail and line", { name: "OperationError", ...detail, sdpLineNumber: 3 }, []],
    ["no detail", { name: "OperationError", sdpLineNumber: 3 }, wrongError],
    ["a null detail", { name: "OperationError", errorDetail: null, sdpLineNumber: 3 }, wrongError],
    ["another detail", { name: "OperationError", errorDetail: "data-channel-failure", sdpLineNumber: 3 }, wrongError],
    ["another name", { name: "InvalidAccessError", ...detail, sdpLineNumber: 3 }, wrongError],
    ["an error of old", { name: "Error", ...detail, sdpLineNumber: 3 }, wrongError],
    ["another line", { name: "OperationError", ...detail, sdpLineNumber: 2 }, wrongLine],
    ["a line from 0", { name: "OperationError", ...detail, sdpLineNumber: 0 }, wrongLine],
    ["no line", { name: "OperationError", ...detail }, wrongLine],
    ["null for a line", { name: "OperationError", ...detail, sdpLineNumber: null }, wrongLine],
    ["no detail and another line: told once", { name: "OperationError", sdpLineNumber: 2 }, wrongError],
  ])("with %s", (_, error, codes) => {
    expect(codesFor(error)).toEqual(codes);
  });

  it("is not an OperationError, nor an OperationError one: of SDP that is too long", () => {
    expect(codesFor({ name: "OperationError" }, offer, tooLong)).toEqual([]);
    expect(codesFor({ name: "OperationError", ...detail, sdpLineNumber: 1 }, offer, tooLong)).toEqual([
      "wrong-error-sdp-too-long",
    ]);
  });
});

describe("any error", () => {
  it("of which nothing is known is not compared", () => {
    expect(codesFor(null)).toEqual([]);
    expect(codesFor(undefined)).toEqual([]);
  });

  it("is told by its name, not by its words", () => {
    const unprotected = offer.replace(/^a=fingerprint:.*\r\n/m, "");
    expect(codesFor({ name: "InvalidAccessError", message: "InvalidStateError" }, unprotected)).toEqual([]);
    expect(codesFor({ name: "InvalidStateError", message: "InvalidAccessError" }, unprotected)).toEqual([
      "wrong-error-sdp-not-acceptable-d5",
    ]);
  });

  it("the words are kept in the step", () => {
    const { step } = judge(createOracle(), {
      call: "setRemoteDescription",
      description: { type: "answer", sdp: "" },
      outcome: "rejected",
      error: { name: "InvalidStateError", message: "Called in wrong state: stable" },
      signalingState: "stable",
    });
    expect(step.observed).toMatchObject({
      message: "Called in wrong state: stable",
      error: { name: "InvalidStateError" },
    });
  });

  it.each([
    ["TypeError", "remote nonsense", "type-unknown"],
    ["TypeError", "remote", "description-missing"],
    ["InvalidStateError", "remote pranswer A1", "remote-pranswer-in-stable"],
    ["InvalidModificationError", "local offer never-created", "local-description-modified"],
    ["InvalidStateError", "local answer", "local-answer-without-sdp-in-stable"],
  ])("%s for %s, and no other", (name, call, provision) => {
    for (const other of ["TypeError", "InvalidStateError", "InvalidModificationError", "OperationError", "Error", ""]) {
      const { differences } = lastOf(`${call}: ${other === "" ? "AbortError" : other}, stable`);
      expect(differences.map(({ code }) => code)).toEqual(other === name ? [] : [`wrong-error-${provision}`]);
    }
  });

  it("that the core makes conforms to the core: every kind of rejection, as the exception it becomes", () => {
    const session = createSession();
    const arguments_: readonly unknown[] = [{ type: "offer", sdp: broken }, { type: "offer", sdp: "v=0" }, null, {}, 5];
    for (const [oracle, start] of [
      [createOracle(), session],
      [tooLong, createSession({ maxSdpLength: 10 })],
    ] as const) {
      for (const argument of [...arguments_, { type: "offer", sdp: offer }, { type: "answer", sdp: "" }]) {
        const outcome = setRemoteDescription(start, argument);
        if (outcome.kind !== "rejected") continue;
        const call = { call: "setRemoteDescription", description: argument, outcome: "rejected" } as const;
        const { differences, step } = judge(oracle, {
          ...call,
          error: seen(outcome.rejection),
          signalingState: "stable",
        });
        expect(differences).toEqual([]);
        expect(step.expected?.error).toBe(outcome.rejection.error);
      }
    }
  });

  it("on a closed connection: Web IDL first", () => {
    const closed = close(createSession()).session;
    for (const [description, error] of [
      [{ type: "nonsense" }, "TypeError"],
      [undefined, "InvalidStateError"],
    ] as const) {
      const outcome = setLocalDescription(closed, description);
      expect(outcome.kind === "rejected" ? outcome.rejection.error : null).toBe(error);
      const { oracle } = judge(createOracle(), { call: "close", outcome: "applied", signalingState: "closed" });
      const call = { call: "setLocalDescription", description, outcome: "rejected", signalingState: "closed" } as const;
      expect(judge(oracle, { ...call, error: { name: error } }).differences).toEqual([]);
      expect(judge(oracle, { ...call, error: { name: "OperationError" } }).differences).toHaveLength(1);
    }
  });
});

// What an exception's members say.
function seen(rejection: Rejection): ObservedError {
  const { name, message, errorDetail, sdpLineNumber } = toException(rejection) as Error & ObservedError;
  return { name, message, errorDetail, sdpLineNumber };
}
