import { describe, expect, it } from "vitest";
import { newSession, perform, rejected, rejectionOf } from "../../cases/calls.ts";
import { play, scenarios } from "../../cases/rejection-scenarios.ts";
import { sessionIn } from "../../cases/sessions.ts";
import { type Cell, cells, profileNames } from "../../cases/transition-tables.ts";
import { rejectionCodes, setLocalDescription } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

const named = scenarios.map((scenario, index) => [`${scenario.code} (${index + 1})`, scenario] as const);

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

describe("contract, Rejection: frozen plain data", () => {
  it.each(named)("%s", (_, scenario) => {
    const { rejection } = rejected(play(scenario));
    expect(isDeeplyFrozen(rejection)).toBe(true);
    expect(structuredClone(rejection)).toEqual(rejection);
    expect(JSON.parse(JSON.stringify(rejection))).toEqual(rejection);
    expect(Object.keys(rejection)).toEqual(
      expect.arrayContaining(["code", "error", "message", "reference", "rule", "side", "signalingState", "type"]),
    );
  });
});

describe("contract, RejectionBase: what every member says", () => {
  it.each(named)("%s", (_, scenario) => {
    const outcome = rejected(play(scenario));
    const { code, error, rule, signalingState, reference, message } = outcome.rejection;
    const entry = rejectionCodes.find((candidate) => candidate.code === code);
    const broken = sdpRules.find(({ id }) => id === rule);
    expect(entry).toMatchObject({ error });
    expect(reference).toEqual((broken ?? entry)?.reference);
    expect(rule).toBe(broken?.id ?? null);
    expect(signalingState).toBe(outcome.session.signalingState);
    expect(message).toContain(signalingState);
    expect(message).toMatch(/^\S.*\S$/);
  });
});

// The calls that are legal in a state, from the hand-made table, as a message writes them.
function legalCalls(table: readonly Cell[], state: string): readonly string[] {
  return table
    .filter((cell) => cell.state === state && cell.next !== null)
    .map(({ side, type }) => `${side === "local" ? "setLocalDescription" : "setRemoteDescription"}(${type})`);
}

describe.each(profileNames)(
  "contract, message: what was refused, in which state, what would be legal, %s",
  (profile) => {
    const illegal = cells[profile].filter(
      ({ next, side, type }) => next === null && !(side === "remote" && type === "offer"),
    );

    it.each(illegal)("$state, $side $type", ({ state, side, type }) => {
      const sdp = type === "offer" ? "LO" : "LA";
      const { rejection } = rejected(perform(sessionIn(state, profile), `${side} ${type} ${sdp}`));
      const [refused = "", legal = ""] = rejection.message.split(/(?=Legal in)/);
      const call = `${side === "local" ? "setLocalDescription" : "setRemoteDescription"}(${type})`;
      expect(refused).toContain(`${call} is refused in ${state}`);
      expect(rejection).toMatchObject({ side, type, signalingState: state });
      const alternatives = [...legal.matchAll(/set\w+\(\w+\)/g)].map(([text]) => text);
      // Implicit rollback is legal without being an edge: a message may name it or not.
      const implicitRollback = profile === "webrtc-pc" && state === "have-local-offer";
      const edges = alternatives.filter((text) => !(implicitRollback && text === "setRemoteDescription(offer)"));
      expect(edges.sort()).toEqual([...legalCalls(cells[profile], state)].sort());
    });
  },
);

describe("contract, message: for people, and safe to show", () => {
  it("does not repeat the SDP, which may hold addresses and passwords", () => {
    const secret = "a=ice-pwd:secret";
    for (const call of ["local offer", "local answer", "remote answer", "remote pranswer", "remote rollback"]) {
      expect(rejectionOf(perform(newSession(), `${call} ${secret}`)).message, call).not.toContain("secret");
    }
  });

  it("keeps a stranger's text on one line and short", () => {
    for (const type of ["two\nlines", "\u001b[31m", "x".repeat(1_000_000)]) {
      const { message } = rejectionOf(setLocalDescription(newSession(), { type }));
      expect(message).not.toMatch(/\p{Cc}/u);
      expect(message.length).toBeLessThan(500);
    }
  });
});
