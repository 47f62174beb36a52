import { describe, expect, it } from "vitest";
import { applied, newSession, perform } from "../../cases/calls.ts";
import { rowsOf } from "../../cases/text-table.ts";
import { profileNames } from "../../cases/transition-tables.ts";
import type { Effect, Session } from "../../src/entries/index.ts";

// Effects in their order, abbreviated: `candidates` is release-early-candidates, `negotiation` is
// update-negotiation-needed, `change S` is signalingstatechange with state S.
const offering = `
  call               | effects
  offer created L1   |
  local              | candidates, change have-local-offer
  local              | candidates
  offer created L2   |
  local offer L2     | candidates
  remote pranswer P1 | change have-remote-pranswer
  remote pranswer P2 |
  remote answer R1   | negotiation, change stable
`;

const answering = `
  call               | effects
  remote offer R1    | change have-remote-offer
  remote offer R2    |
  answer created L1  |
  local pranswer L1  | candidates, change have-local-pranswer
  local pranswer L1  | candidates
  local answer L1    | candidates, negotiation, change stable
  remote offer R3    | change have-remote-offer
  answer created L2  |
  local              | candidates, negotiation, change stable
  offer created L3   |
  local              | candidates, change have-local-offer
  remote answer R4   | negotiation, change stable
`;

const rollingBack = `
  call               | effects
  offer created L1   |
  local              | candidates, change have-local-offer
  local rollback     | negotiation, change stable
  local              | candidates, change have-local-offer
  remote rollback    | negotiation, change stable
  remote offer R1    | change have-remote-offer
  local rollback     | negotiation, change stable
  remote offer R1    | change have-remote-offer
  remote rollback    | negotiation, change stable
  close              |
  close              |
`;

const provisionalRollback = `
  call               | effects
  offer created L1   |
  local              | candidates, change have-local-offer
  remote pranswer P1 | change have-remote-pranswer
  local rollback     | negotiation, change stable
  local              | candidates, change have-local-offer
  remote pranswer P1 | change have-remote-pranswer
  remote rollback    | negotiation, change stable
  remote offer R1    | change have-remote-offer
  answer created L2  |
  local pranswer     | candidates, change have-local-pranswer
  local rollback     | negotiation, change stable
  remote offer R1    | change have-remote-offer
  local pranswer     | candidates, change have-local-pranswer
  remote rollback    | negotiation, change stable
`;

const tables = { offering, answering, "rolling back": rollingBack };

function effectOf(text: string): Effect {
  if (text === "candidates") return { type: "release-early-candidates" };
  if (text === "negotiation") return { type: "update-negotiation-needed" };
  return { type: "signalingstatechange", signalingState: text.replace("change ", "") } as Effect;
}

function walk(table: string, start: Session) {
  let session = start;
  for (const { call = "", effects = "" } of rowsOf(table)) {
    const outcome = applied(perform(session, call), call);
    const expected = effects === "" ? [] : effects.split(", ").map(effectOf);
    expect(outcome.effects, call).toEqual(expected);
    expect(outcome.rolledBack, call).toBeNull();
    session = outcome.session;
  }
}

describe("webrtc-pc #set-description, the effects and their order", () => {
  it.each(Object.entries(tables))("%s", (_, table) => {
    for (const profile of profileNames) walk(table, newSession(profile));
  });

  it("rolling back provisional answers (RFC 9429 §5.7)", () => {
    walk(provisionalRollback, newSession("rfc9429"));
  });

  it("closing from any state has none", () => {
    for (const calls of [[], ["remote offer R"], ["remote offer R", "answer created A", "local pranswer"]]) {
      let session = newSession();
      for (const call of calls) session = applied(perform(session, call)).session;
      expect(applied(perform(session, "close")).effects).toEqual([]);
    }
  });

  it("refusals and `create` have none", () => {
    for (const call of ["local", "local rollback", "remote answer R", "local offer munged", "remote"]) {
      expect(perform(newSession(), call).effects, call).toEqual([]);
    }
  });
});
