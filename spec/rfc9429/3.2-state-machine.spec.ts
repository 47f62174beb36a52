import { describe, expect, it } from "vitest";
import { applied, perform, rejected } from "../../cases/calls.ts";
import { sessionIn } from "../../cases/sessions.ts";
import { type Cell, cells, edgeName, profileNames } from "../../cases/transition-tables.ts";
import {
  nextSignalingState,
  type Profile,
  profiles,
  sdpTypes,
  sides,
  signalingStates,
  transitionTable,
} from "../../src/entries/index.ts";

// Acceptable SDP for each side and type, with what sessionIn() created.
const texts: Readonly<Record<string, string>> = {
  "local offer": "LO",
  "local pranswer": "LA",
  "local answer": "LA",
};

function set(cell: Cell, profile: Parameters<typeof sessionIn>[1]) {
  const { state, side, type } = cell;
  const session = sessionIn(state, profile);
  const description = { type, sdp: texts[`${side} ${type}`] ?? `remote ${type}` };
  const call = side === "local" ? "setLocalDescription" : "setRemoteDescription";
  return { session, outcome: perform(session, { type: call, description }) };
}

// The one call that is applied without being an edge.
function isImplicitRollback(cell: Cell): boolean {
  return cell.state === "have-local-offer" && cell.side === "remote" && cell.type === "offer";
}

function name(cell: Cell): string {
  return `${cell.state}: ${edgeName(cell)}`;
}

describe.each(profileNames)("RFC 9429 §3.2 and webrtc-pc #set-description, the 48 cells, %s", (profile) => {
  const table = cells[profile].map((cell) => [name(cell), cell] as const);

  it("has 48 cells, 16 of them legal, 20 where provisional answers can be rolled back", () => {
    expect(table.length).toBe(48);
    expect(new Set(table.map(([cell]) => cell)).size).toBe(48);
    expect(cells[profile].filter(({ next }) => next !== null).length).toBe(profile === "rfc9429" ? 20 : 16);
  });

  it.each(table)("%s, nextSignalingState", (_, { state, side, type, next }) => {
    expect(nextSignalingState(state, side, type, profile)).toBe(next);
    expect(nextSignalingState(state, side, type, profiles[profile])).toBe(next);
    expect(nextSignalingState(state, side, type, { ...profiles[profile], name: "a copy" })).toBe(next);
    if (profile === "webrtc-pc") {
      expect(nextSignalingState(state, side, type)).toBe(next);
      expect(nextSignalingState(state, side, type, undefined)).toBe(next);
    }
  });

  it.each(table)("%s, on a session", (_, cell) => {
    const { session, outcome } = set(cell, profile);
    if (cell.next !== null) {
      expect(applied(outcome).session.signalingState).toBe(cell.next);
      expect(applied(outcome).rolledBack).toBeNull();
    } else if (profile === "webrtc-pc" && isImplicitRollback(cell)) {
      expect(applied(outcome).session.signalingState).toBe("have-remote-offer");
    } else {
      expect(rejected(outcome).rejection.error).toBe("InvalidStateError");
      expect(outcome.session).toBe(session);
    }
  });
});

const customProfiles: readonly Profile[] = [true, false].flatMap((rollbackFromPranswer) =>
  [true, false].flatMap((implicitRollback) =>
    (["before-state", "after-state", "off"] as const).map((modificationCheck) => ({
      name: `rollback ${rollbackFromPranswer}, implicit ${implicitRollback}, check ${modificationCheck}`,
      rollbackFromPranswer,
      implicitRollback,
      modificationCheck,
    })),
  ),
);

describe.each(customProfiles)("RFC 9429 §5.7, a profile of one's own: $name", (profile) => {
  const table = cells[profile.rollbackFromPranswer ? "rfc9429" : "webrtc-pc"];

  it("has the edges of the table, decided by rollbackFromPranswer alone", () => {
    for (const cell of table) {
      expect(nextSignalingState(cell.state, cell.side, cell.type, profile), name(cell)).toBe(cell.next);
    }
  });

  it("decides the same on a session, implicit rollback aside", () => {
    for (const cell of table.filter(({ side, type }) => !(side === "remote" && type === "offer"))) {
      const { session, outcome } = set(cell, profile);
      expect(outcome.kind, name(cell)).toBe(cell.next === null ? "rejected" : "applied");
      expect(outcome.session.signalingState, name(cell)).toBe(cell.next ?? session.signalingState);
    }
  });
});

describe("RFC 9429 §5.7 and webrtc-pc #set-description, rollback of a provisional answer", () => {
  const four = ["have-local-pranswer", "have-remote-pranswer"].flatMap((state) =>
    ["local", "remote"].map((side) => ({ state, side }) as Pick<Cell, "state" | "side">),
  );

  it.each(four)("from $state on the $side side: RFC 9429 alone", ({ state, side }) => {
    expect(nextSignalingState(state, side, "rollback", "rfc9429")).toBe("stable");
    expect(nextSignalingState(state, side, "rollback", "webrtc-pc")).toBeNull();
    expect(nextSignalingState(state, side, "rollback", "legacy")).toBeNull();
  });

  it.each(four)("from $state on the $side side: one effect, whichever the side", ({ state, side }) => {
    const before = sessionIn(state, "rfc9429");
    const { session } = applied(perform(before, `${side} rollback`));
    expect(session).toEqual({
      ...before,
      signalingState: "stable",
      pendingLocalDescription: null,
      pendingRemoteDescription: null,
    });
  });
});

describe("contract, transitionTable: the literal", () => {
  const rolledBack = { rollbackFromPranswer: "stable" };

  it.each(cells.rfc9429)("$state, $side $type", ({ state, side, type, next }) => {
    const webrtcPc = cells["webrtc-pc"].find(
      (cell) => cell.state === state && cell.side === side && cell.type === type,
    );
    const byProfileOnly = next !== null && webrtcPc?.next === null;
    expect(transitionTable[state][side][type]).toEqual(byProfileOnly ? rolledBack : next);
  });

  it("is frozen through and through", () => {
    const rows = Object.values(transitionTable).flatMap((row) => [row, row.local, row.remote]);
    const marked = Object.values(transitionTable["have-local-pranswer"].local).filter((cell) => cell !== null);
    expect([transitionTable, ...rows, ...marked].every((value) => Object.isFrozen(value))).toBe(true);
  });

  it("names the states, the sides and the types", () => {
    expect(signalingStates).toEqual(Object.keys(transitionTable));
    expect(sides).toEqual(["local", "remote"]);
  });
});

describe("webrtc-pc #rtcsignalingstate-enum and #dom-rtcsdptype, the names", () => {
  it("lists the states", () => {
    expect(signalingStates).toEqual([
      "stable",
      "have-local-offer",
      "have-remote-offer",
      "have-local-pranswer",
      "have-remote-pranswer",
      "closed",
    ]);
  });

  it("lists the types", () => {
    expect([...sdpTypes].sort()).toEqual(["answer", "offer", "pranswer", "rollback"]);
  });

  it("has the three profiles", () => {
    expect(profiles).toEqual({
      "webrtc-pc": {
        name: "webrtc-pc",
        rollbackFromPranswer: false,
        implicitRollback: true,
        modificationCheck: "before-state",
      },
      rfc9429: {
        name: "rfc9429",
        rollbackFromPranswer: true,
        implicitRollback: false,
        modificationCheck: "after-state",
      },
      legacy: { name: "legacy", rollbackFromPranswer: false, implicitRollback: false, modificationCheck: "off" },
    });
  });

  const exported: readonly (readonly [string, unknown])[] = [
    ["signalingStates", signalingStates],
    ["sdpTypes", sdpTypes],
    ["profiles", profiles],
    ...Object.entries(profiles),
  ];

  it.each(exported)("%s is frozen", (_, value) => {
    expect(Object.isFrozen(value)).toBe(true);
  });
});
