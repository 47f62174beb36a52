import { describe, expect, it } from "vitest";
import type { Step } from "../../src/oracle/verdict/step.ts";
import { sdpKeeper } from "../../src/report/set-descriptions.ts";

const call = (sdp: string) =>
  ({ kind: "call", time: 0, call: "setRemoteDescription", description: { type: "offer", sdp } }) as const;
const step = { call: "setRemoteDescription" } as Step;

function keptOf(room: number): readonly (string | null)[] {
  let left = room;
  const keeper = sdpKeeper(String, () => left-- > 0);
  for (const sdp of ["a", "b", "c"]) keeper.event(call(sdp));
  keeper.event({
    kind: "settled",
    time: 1,
    call: "setRemoteDescription",
    outcome: "applied",
    message: null,
    error: null,
    description: null,
  });
  return keeper.sdpOf([step, step, step]).map(({ set }) => set);
}

describe("the SDP of a connection's calls", () => {
  it("is kept for each of them", () => {
    expect(keptOf(3)).toEqual(["a", "b", "c"]);
  });

  it("is missing from the first call on for which there is no room", () => {
    expect(keptOf(2)).toEqual(["a", "b", null]);
    expect(keptOf(0)).toEqual([null, null, null]);
  });
});
