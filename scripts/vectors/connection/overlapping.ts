import type { MethodCall } from "../../../src/entries/connection.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { offerFrom, section } from "./remote-sdp.ts";
import { leadTo } from "./states.ts";
import type { ConnectionCase } from "./written.ts";

/** Calls that go through the operations chain, and one that ends it. */
const calls: Readonly<Record<string, MethodCall>> = {
  "create-offer": { method: "createOffer" },
  "create-answer": { method: "createAnswer" },
  local: { method: "setLocalDescription" },
  remote: offerFrom([section("0")]),
  "local-rollback": { method: "setLocalDescription", description: { type: "rollback" } },
  "remote-rollback": { method: "setRemoteDescription", description: { type: "rollback" } },
  candidate: { method: "addIceCandidate", candidate: { candidate: "candidate:1", sdpMid: "0" } },
  close: { method: "close" },
};

/** Two calls at once: each gets the state of its own turn, and is settled in that order. */
export function overlappingCases(ids: Ids): readonly ConnectionCase[] {
  const states = ["stable", "have-remote-offer"] as const;
  return states.flatMap((state) =>
    Object.entries(calls).flatMap(([first, one]) =>
      Object.entries(calls).map(([second, other]) => {
        const play = new Play();
        leadTo[state](play);
        const closes = first === "close" || second === "close";
        play.begin(one).begin(other).settle();
        if (!closes) requireOrder(play);
        return play.case(ids.idOf("overlap", state, first, second), null);
      }),
    ),
  );
}

function requireOrder({ steps }: Play): void {
  const settled = steps.flatMap(({ effects }) =>
    (effects as readonly { type: string; call?: number }[]).flatMap(({ type, call }) =>
      type === "resolve" || type === "reject" ? [call ?? 0] : [],
    ),
  );
  const inOrder = settled.every((call, index) => index === 0 || call > (settled[index - 1] as number));
  if (!inOrder) throw new Error(`The calls are settled in the order ${settled}`);
}
