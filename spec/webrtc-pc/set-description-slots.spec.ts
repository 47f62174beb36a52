import { describe, expect, it } from "vitest";
import { newSession, sessionAfter } from "../../cases/calls.ts";
import { rowsOf } from "../../cases/text-table.ts";
import { type Description, localDescription, remoteDescription, type Session } from "../../src/entries/index.ts";

// `-` is null for a slot, and "" for created SDP.
const offering = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  offer created L1   | -            | -            | -             | -             | L1    | -
  local              | offer L1     | -            | -             | -             | L1    | -
  offer created L2   | offer L1     | -            | -             | -             | L2    | -
  local offer L2     | offer L2     | -            | -             | -             | L2    | -
  remote pranswer P1 | offer L2     | -            | pranswer P1   | -             | L2    | -
  remote pranswer P2 | offer L2     | -            | pranswer P2   | -             | L2    | -
  remote answer R1   | -            | offer L2     | -             | answer R1     | -     | -
`;

const answering = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  offer created L0   | -            | -            | -             | -             | L0    | -
  remote offer R1    | -            | -            | offer R1      | -             | L0    | -
  remote offer R2    | -            | -            | offer R2      | -             | L0    | -
  answer created L1  | -            | -            | offer R2      | -             | L0    | L1
  local pranswer     | pranswer L1  | -            | offer R2      | -             | L0    | L1
  answer created L2  | pranswer L1  | -            | offer R2      | -             | L0    | L2
  local pranswer L2  | pranswer L2  | -            | offer R2      | -             | L0    | L2
  local              | -            | answer L2    | -             | offer R2      | -     | -
`;

const renegotiating = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  offer created L1   | -            | -            | -             | -             | L1    | -
  local              | offer L1     | -            | -             | -             | L1    | -
  remote answer R1   | -            | offer L1     | -             | answer R1     | -     | -
  remote offer R2    | -            | offer L1     | offer R2      | answer R1     | -     | -
  answer created L2  | -            | offer L1     | offer R2      | answer R1     | -     | L2
  local answer L2    | -            | answer L2    | -             | offer R2      | -     | -
  offer created L3   | -            | answer L2    | -             | offer R2      | L3    | -
  local offer L3     | offer L3     | answer L2    | -             | offer R2      | L3    | -
  remote pranswer P3 | offer L3     | answer L2    | pranswer P3   | offer R2      | L3    | -
  remote answer R3   | -            | offer L3     | -             | answer R3     | -     | -
`;

const rollingBack = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  offer created L1   | -            | -            | -             | -             | L1    | -
  local              | offer L1     | -            | -             | -             | L1    | -
  remote answer R1   | -            | offer L1     | -             | answer R1     | -     | -
  offer created L2   | -            | offer L1     | -             | answer R1     | L2    | -
  local              | offer L2     | offer L1     | -             | answer R1     | L2    | -
  local rollback     | -            | offer L1     | -             | answer R1     | L2    | -
  remote offer R2    | -            | offer L1     | offer R2      | answer R1     | L2    | -
  answer created L3  | -            | offer L1     | offer R2      | answer R1     | L2    | L3
  remote rollback    | -            | offer L1     | -             | answer R1     | L2    | L3
  local              | offer L2     | offer L1     | -             | answer R1     | L2    | L3
  remote rollback    | -            | offer L1     | -             | answer R1     | L2    | L3
`;

const provisionalRollback = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  offer created L1   | -            | -            | -             | -             | L1    | -
  local              | offer L1     | -            | -             | -             | L1    | -
  remote pranswer P1 | offer L1     | -            | pranswer P1   | -             | L1    | -
  local rollback     | -            | -            | -             | -             | L1    | -
  remote offer R1    | -            | -            | offer R1      | -             | L1    | -
  answer created L2  | -            | -            | offer R1      | -             | L1    | L2
  local pranswer     | pranswer L2  | -            | offer R1      | -             | L1    | L2
  remote rollback    | -            | -            | -             | -             | L1    | L2
`;

const closing = `
  call               | pendingLocal | currentLocal | pendingRemote | currentRemote | offer | answer
  remote offer R1    | -            | -            | offer R1      | -             | -     | -
  answer created L1  | -            | -            | offer R1      | -             | -     | L1
  local              | -            | answer L1    | -             | offer R1      | -     | -
  offer created L2   | -            | answer L1    | -             | offer R1      | L2    | -
  local              | offer L2     | answer L1    | -             | offer R1      | L2    | -
  remote pranswer P2 | offer L2     | answer L1    | pranswer P2   | offer R1      | L2    | -
  close              | offer L2     | answer L1    | pranswer P2   | offer R1      | L2    | -
  close              | offer L2     | answer L1    | pranswer P2   | offer R1      | L2    | -
`;

const tables = { offering, answering, renegotiating, "rolling back": rollingBack, closing };

function descriptionOf(entry = "-"): Description | null {
  const [type, sdp] = entry.split(" ");
  return entry === "-" ? null : ({ type, sdp } as Description);
}

/** Walks down a table and compares every slot after every call. */
function walk(table: string, start: Session) {
  let session = start;
  for (const row of rowsOf(table)) {
    session = sessionAfter(session, row.call ?? "");
    const { signalingState: _, options: __, ...slots } = session;
    expect(slots, row.call).toEqual({
      pendingLocalDescription: descriptionOf(row.pendingLocal),
      currentLocalDescription: descriptionOf(row.currentLocal),
      pendingRemoteDescription: descriptionOf(row.pendingRemote),
      currentRemoteDescription: descriptionOf(row.currentRemote),
      lastCreatedOffer: row.offer === "-" ? "" : row.offer,
      lastCreatedAnswer: row.answer === "-" ? "" : row.answer,
    });
    expect(localDescription(session)).toEqual(descriptionOf(row.pendingLocal) ?? descriptionOf(row.currentLocal));
    expect(remoteDescription(session)).toEqual(descriptionOf(row.pendingRemote) ?? descriptionOf(row.currentRemote));
    expect(session.options).toBe(start.options);
  }
}

describe("webrtc-pc #set-description and #rtcpeerconnection-interface, the four slots", () => {
  it("are empty at first", () => {
    const { options: _, ...session } = newSession();
    expect(session).toEqual({
      signalingState: "stable",
      pendingLocalDescription: null,
      currentLocalDescription: null,
      pendingRemoteDescription: null,
      currentRemoteDescription: null,
      lastCreatedOffer: "",
      lastCreatedAnswer: "",
    });
    expect(localDescription(newSession())).toBeNull();
    expect(remoteDescription(newSession())).toBeNull();
  });

  it.each(Object.entries(tables))("%s", (_, table) => {
    for (const profile of ["webrtc-pc", "rfc9429", "legacy"] as const) walk(table, newSession(profile));
  });

  it("rolling back provisional answers (RFC 9429 §5.7)", () => {
    walk(provisionalRollback, newSession("rfc9429"));
  });
});
