import { cells } from "../../../cases/transition-tables.ts";
import type { MethodCall } from "../../../src/entries/connection.ts";
import type { SignalingState } from "../../../src/entries/index.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { answerTo, offerFrom, section } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

/** What leads a new connection to a state. */
export const leadTo: Readonly<Record<SignalingState, (play: Play) => unknown>> = {
  stable: () => {},
  "have-local-offer": (play) => play.call(addAudio).call({ method: "setLocalDescription" }),
  "have-remote-offer": (play) => play.call(offerFrom([section("0")])),
  "have-local-pranswer": (play) =>
    play.call(offerFrom([section("0")])).call({ method: "setLocalDescription", description: { type: "pranswer" } }),
  "have-remote-pranswer": (play) => {
    play.call(addAudio).call({ method: "setLocalDescription" });
    play.call(answerTo(play, {}, { type: "pranswer" }));
  },
  closed: (play) => play.call({ method: "close" }),
};

const addAudio = { method: "addTransceiver", trackOrKind: "audio" } as const;

/** Every cell of the state machine, on a connection with a transceiver: the table written by hand says where it leads. */
export function stateCases(ids: Ids): readonly ConnectionCase[] {
  return cells["webrtc-pc"].map(({ state, side, type, next }) => {
    const play = new Play();
    leadTo[state](play);
    play.call(callOf(play, side, type));
    const implicit = state === "have-local-offer" && side === "remote" && type === "offer";
    const verdict = next ?? (implicit ? "have-remote-offer" : `${state}, …`);
    return play.case(ids.idOf("state", state, side, type), verdict);
  });
}

function callOf(play: Play, side: string, type: string): MethodCall {
  if (side === "local") return { method: "setLocalDescription", description: { type } };
  if (type === "rollback") return { method: "setRemoteDescription", description: { type } };
  return type === "offer" ? offerFrom([section("0")]) : answerTo(play, {}, { type });
}
