// The 40 cells: what each subject does in each state with a description of each type, set on each side.
import {
  legalCalls,
  type SdpType,
  type Side,
  type SignalingState,
  sdpTypes,
  sides,
} from "../../../src/entries/index.ts";
import { signalingStates } from "../../../src/signaling/transition-table.ts";
import { sessionIn } from "../sessions.ts";
import type { Subject, TestedConnection } from "./subjects.ts";

/** One cell. */
export interface Cell {
  readonly state: SignalingState;
  readonly side: Side;
  readonly type: SdpType;
  /** The state that the call must lead to; null where it must be refused. */
  readonly due: string | null;
}

/** All of them; `closed` has none, since every call is refused there. */
export const cells: readonly Cell[] = signalingStates
  .filter((state) => state !== "closed")
  .flatMap((state) =>
    sides.flatMap((side) => sdpTypes.map((type) => ({ state, side, type, due: due(state, side, type) }))),
  );

function due(state: SignalingState, side: Side, type: SdpType): string | null {
  const method = methodOf(side);
  const legal = legalCalls(sessionIn(state)).find((call) => call.method === method && call.type === type);
  return legal?.signalingState ?? null;
}

function methodOf(side: Side) {
  return side === "local" ? "setLocalDescription" : "setRemoteDescription";
}

/** What a subject did in a cell. */
export interface Judged {
  readonly accepted: boolean;
  /** The name of the error; null where the call was accepted. */
  readonly error: string | null;
  /** The signaling state afterwards. */
  readonly state: string;
  readonly right: boolean;
}

/** Brings a new connection into the state, makes the call, and compares. */
export async function judgeCell(subject: Subject, { state, side, type, due }: Cell): Promise<Judged> {
  const tested = await subject.create();
  for (const [before, kind] of ways[state] ?? []) await set(tested, before, kind);
  const error = await set(tested, side, type).then(
    () => null,
    (reason: Error) => reason.name,
  );
  const accepted = error === null;
  const after = String(tested.connection.signalingState);
  return { accepted, error, state: after, right: accepted === (due !== null) && after === (due ?? state) };
}

const ways: Readonly<Partial<Record<SignalingState, readonly (readonly [Side, SdpType])[]>>> = {
  "have-local-offer": [["local", "offer"]],
  "have-remote-offer": [["remote", "offer"]],
  "have-local-pranswer": [
    ["remote", "offer"],
    ["local", "pranswer"],
  ],
  "have-remote-pranswer": [
    ["local", "offer"],
    ["remote", "pranswer"],
  ],
};

// A local description without SDP is the one that was created last, or is created.
async function set({ connection, offer, answer }: TestedConnection, side: Side, type: SdpType): Promise<void> {
  if (side === "local") return connection.setLocalDescription({ type });
  if (type === "rollback") return connection.setRemoteDescription({ type });
  return connection.setRemoteDescription({ type, sdp: type === "offer" ? offer : await answer() });
}
