import type { MethodCall } from "../../../src/entries/connection.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { offerAndAnswer } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

/** Changes that may need negotiation, on a connection whose transceiver 0 sends a track. */
const changes: Readonly<Record<string, MethodCall>> = {
  "add-transceiver": { method: "addTransceiver", trackOrKind: "video" },
  "add-track": { method: "addTrack", track: { id: "u", kind: "video" }, streams: [] },
  "remove-track": { method: "removeTrack", transceiver: 0 },
  "replace-track": { method: "replaceTrack", transceiver: 0, track: { id: "v", kind: "audio" } },
  "set-direction": { method: "setDirection", transceiver: 0, direction: "recvonly" },
  "set-the-same-direction": { method: "setDirection", transceiver: 0, direction: "sendrecv" },
  "set-streams": { method: "setStreams", transceiver: 0, streams: ["other"] },
  stop: { method: "stop", transceiver: 0 },
  "set-codec-preferences": { method: "setCodecPreferences", transceiver: 0, codecs: [] },
  "create-data-channel": { method: "createDataChannel", label: "x" },
  "restart-ice": { method: "restartIce" },
};

/** The moments at which the change is made. */
const moments: Readonly<Record<string, (play: Play, change: MethodCall) => unknown>> = {
  "before negotiation": (play, change) => play.begin(change),
  negotiated: (play, change) => offerAndAnswer(play).begin(change),
  "while the offer is created": (play, change) => play.begin({ method: "setLocalDescription" }).begin(change),
  "while the offer is applied": (play, change) => play.begin({ method: "setLocalDescription" }).next().begin(change),
  "while the offer waits": (play, change) =>
    offerAndAnswer(play.call({ method: "setLocalDescription" }).begin(change).settle()),
};

/** Whether negotiationneeded fires, and when. */
export function negotiationNeededCases(ids: Ids): readonly ConnectionCase[] {
  return Object.entries(moments).flatMap(([moment, make]) =>
    Object.entries(changes).map(([name, change]) => {
      const play = new Play().call({ method: "addTrack", track: { id: "t", kind: "audio" }, streams: ["s"] });
      make(play, change);
      play.settle();
      return play.case(ids.idOf("negotiation-needed", moment, name), null);
    }),
  );
}
