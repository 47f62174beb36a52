/** The side of the peer connection that a description is set on. */
export type Side = "local" | "remote";

/**
 * The JSEP state machine, written once. One row a state, one column a call; `null` is illegal.
 *
 * A state behind `fromPranswer()` is reached only where the profile lets a provisional answer be rolled
 * back: RFC 9429 allows it, webrtc-pc does not. Implicit rollback is no cell: it is two of them in a row.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
// biome-ignore format: a table reads best as a table
export const transitionTable = /* @__PURE__ */ frozenTable({
  "stable": {
    local:  { offer: "have-local-offer",  pranswer: null,                   answer: null,     rollback: null },
    remote: { offer: "have-remote-offer", pranswer: null,                   answer: null,     rollback: null },
  },
  "have-local-offer": {
    local:  { offer: "have-local-offer",  pranswer: null,                   answer: null,     rollback: "stable" },
    remote: { offer: null,                pranswer: "have-remote-pranswer", answer: "stable", rollback: "stable" },
  },
  "have-remote-offer": {
    local:  { offer: null,                pranswer: "have-local-pranswer",  answer: "stable", rollback: "stable" },
    remote: { offer: "have-remote-offer", pranswer: null,                   answer: null,     rollback: "stable" },
  },
  "have-local-pranswer": {
    local:  { offer: null,                pranswer: "have-local-pranswer",  answer: "stable", rollback: fromPranswer("stable") },
    remote: { offer: null,                pranswer: null,                   answer: null,     rollback: fromPranswer("stable") },
  },
  "have-remote-pranswer": {
    local:  { offer: null,                pranswer: null,                   answer: null,     rollback: fromPranswer("stable") },
    remote: { offer: null,                pranswer: "have-remote-pranswer", answer: "stable", rollback: fromPranswer("stable") },
  },
  "closed": {
    local:  { offer: null,                pranswer: null,                   answer: null,     rollback: null },
    remote: { offer: null,                pranswer: null,                   answer: null,     rollback: null },
  },
});

/** Marks a cell that is legal only under a profile with `rollbackFromPranswer`. */
export interface RollbackFromPranswer<State extends string = string> {
  readonly rollbackFromPranswer: State;
}

/* @__NO_SIDE_EFFECTS__ */
function fromPranswer<State extends string>(state: State): RollbackFromPranswer<State> {
  return Object.freeze({ rollbackFromPranswer: state });
}

/* @__NO_SIDE_EFFECTS__ */
function frozenTable<const Table extends Record<string, Record<Side, object>>>(table: Table): Table {
  for (const row of Object.values(table)) {
    Object.freeze(row.local);
    Object.freeze(row.remote);
    Object.freeze(row);
  }
  return Object.freeze(table);
}

type Table = typeof transitionTable;

/** The six states of a peer connection's signaling. */
export type SignalingState = keyof Table;

/** The four types of a session description. */
export type SdpType = keyof Table[SignalingState][Side];

/** All states, in the order of the transition table. */
export const signalingStates: readonly SignalingState[] = /* @__PURE__ */ namesIn(transitionTable);

/** Both sides, in the order of the transition table. */
export const sides: readonly Side[] = /* @__PURE__ */ namesIn(transitionTable.stable);

/** All types of description, in the order of the transition table. */
export const sdpTypes: readonly SdpType[] = /* @__PURE__ */ namesIn(transitionTable.stable.local);

/* @__NO_SIDE_EFFECTS__ */
function namesIn<Name extends string>(row: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.freeze(Object.keys(row) as Name[]);
}
