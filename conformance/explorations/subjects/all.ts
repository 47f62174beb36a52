import type { Exploration } from "../exploration.ts";
import { livekitClient } from "./livekit-client.ts";
import { peerLite } from "./peer-lite.ts";
import { peerJs } from "./peerjs.ts";
import { peerJsOf2015 } from "./peerjs-of-2015.ts";
import { perfectNegotiations } from "./perfect-negotiation/perfect-negotiation.ts";
import { simplePeer } from "./simple-peer.ts";
import { trystero } from "./trystero.ts";
import { yWebrtc } from "./y-webrtc/y-webrtc.ts";

/** All explorations, in the order of the page. */
export const explorations: readonly Exploration[] = [
  ...perfectNegotiations,
  ...simplePeer,
  ...peerLite,
  ...peerJs,
  ...peerJsOf2015,
  ...trystero,
  ...livekitClient,
  ...yWebrtc,
];

/** @throws TypeError where none has that name */
export function explorationNamed(name: string): Exploration {
  const found = explorations.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = explorations.map((one) => one.name).join(", ");
  throw new TypeError(`no exploration is named ${name}: there are ${names}`);
}
