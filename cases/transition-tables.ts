// The 48 cells of each profile, transcribed by hand from the specifications: never derived from src/.
// `·` is refused with InvalidStateError. Written out in full, so that a slip in one table shows.
import type { ProfileName, SdpType, Side, SignalingState } from "../src/entries/index.ts";

const webrtcPc = `
  local                | offer                | pranswer             | answer               | rollback
  stable               | have-local-offer     | ·                    | ·                    | ·
  have-local-offer     | have-local-offer     | ·                    | ·                    | stable
  have-remote-offer    | ·                    | have-local-pranswer  | stable               | stable
  have-local-pranswer  | ·                    | have-local-pranswer  | stable               | ·
  have-remote-pranswer | ·                    | ·                    | ·                    | ·
  closed               | ·                    | ·                    | ·                    | ·

  remote               | offer                | pranswer             | answer               | rollback
  stable               | have-remote-offer    | ·                    | ·                    | ·
  have-local-offer     | ·                    | have-remote-pranswer | stable               | stable
  have-remote-offer    | have-remote-offer    | ·                    | ·                    | stable
  have-local-pranswer  | ·                    | ·                    | ·                    | ·
  have-remote-pranswer | ·                    | have-remote-pranswer | stable               | ·
  closed               | ·                    | ·                    | ·                    | ·
`;

const rfc9429 = `
  local                | offer                | pranswer             | answer               | rollback
  stable               | have-local-offer     | ·                    | ·                    | ·
  have-local-offer     | have-local-offer     | ·                    | ·                    | stable
  have-remote-offer    | ·                    | have-local-pranswer  | stable               | stable
  have-local-pranswer  | ·                    | have-local-pranswer  | stable               | stable
  have-remote-pranswer | ·                    | ·                    | ·                    | stable
  closed               | ·                    | ·                    | ·                    | ·

  remote               | offer                | pranswer             | answer               | rollback
  stable               | have-remote-offer    | ·                    | ·                    | ·
  have-local-offer     | ·                    | have-remote-pranswer | stable               | stable
  have-remote-offer    | have-remote-offer    | ·                    | ·                    | stable
  have-local-pranswer  | ·                    | ·                    | ·                    | stable
  have-remote-pranswer | ·                    | have-remote-pranswer | stable               | stable
  closed               | ·                    | ·                    | ·                    | ·
`;

const legacy = `
  local                | offer                | pranswer             | answer               | rollback
  stable               | have-local-offer     | ·                    | ·                    | ·
  have-local-offer     | have-local-offer     | ·                    | ·                    | stable
  have-remote-offer    | ·                    | have-local-pranswer  | stable               | stable
  have-local-pranswer  | ·                    | have-local-pranswer  | stable               | ·
  have-remote-pranswer | ·                    | ·                    | ·                    | ·
  closed               | ·                    | ·                    | ·                    | ·

  remote               | offer                | pranswer             | answer               | rollback
  stable               | have-remote-offer    | ·                    | ·                    | ·
  have-local-offer     | ·                    | have-remote-pranswer | stable               | stable
  have-remote-offer    | have-remote-offer    | ·                    | ·                    | stable
  have-local-pranswer  | ·                    | ·                    | ·                    | ·
  have-remote-pranswer | ·                    | have-remote-pranswer | stable               | ·
  closed               | ·                    | ·                    | ·                    | ·
`;

/** One cell: where a description of that type, set on that side, leads; null where it is refused. */
export interface Cell {
  readonly state: SignalingState;
  readonly side: Side;
  readonly type: SdpType;
  readonly next: SignalingState | null;
}

/** The 48 cells of each profile. */
export const cells: Readonly<Record<ProfileName, readonly Cell[]>> = {
  "webrtc-pc": readTables(webrtcPc),
  rfc9429: readTables(rfc9429),
  legacy: readTables(legacy),
};

/** The names of the profiles, with a table each. */
export const profileNames: readonly ProfileName[] = ["webrtc-pc", "rfc9429", "legacy"];

/** The name of a cell's edge in the figure of RFC 9429 §3.2: `setLocal(OFFER)`. */
export function edgeName({ side, type }: Cell): string {
  return `${side === "local" ? "setLocal" : "setRemote"}(${type.toUpperCase()})`;
}

function readTables(text: string): readonly Cell[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap(readTable);
}

function readTable(text: string): readonly Cell[] {
  const [header = [], ...rows] = text.trim().split("\n").map(readRow);
  const [side, ...types] = header;
  return rows.flatMap(([state, ...next]) =>
    types.map((type, column) => ({
      state: state as SignalingState,
      side: side as Side,
      type: type as SdpType,
      next: next[column] === "·" ? null : (next[column] as SignalingState),
    })),
  );
}

function readRow(line: string): string[] {
  return line.split("|").map((entry) => entry.trim());
}
