import type { MethodName } from "../input.ts";
import { addIceCandidate } from "./add-ice-candidate.ts";
import { addTrack } from "./add-track.ts";
import { addTransceiver } from "./add-transceiver.ts";
import type { ReadCall } from "./arguments/arguments.ts";
import { closeConnection } from "./close.ts";
import { createDataChannel } from "./create-data-channel.ts";
import { createAnswer, createOffer } from "./create-description.ts";
import { removeTrack } from "./remove-track.ts";
import { replaceTrack } from "./replace-track.ts";
import { restartIce } from "./restart-ice.ts";
import { setCodecPreferences } from "./set-codec-preferences.ts";
import { setConfiguration } from "./set-configuration.ts";
import { callSetLocalDescription, callSetRemoteDescription } from "./set-description.ts";
import { setDirection } from "./set-direction.ts";
import { setStreams } from "./set-streams.ts";
import { stop } from "./stop.ts";

/** How the call of each method is read, by its name. */
export const readCalls: Readonly<Record<MethodName, ReadCall>> = {
  createOffer,
  createAnswer,
  setLocalDescription: callSetLocalDescription,
  setRemoteDescription: callSetRemoteDescription,
  addIceCandidate,
  addTransceiver,
  addTrack,
  removeTrack,
  replaceTrack,
  setStreams,
  setDirection,
  stop,
  setCodecPreferences,
  createDataChannel,
  restartIce,
  setConfiguration,
  close: closeConnection,
};

const returningPromises: readonly MethodName[] = [
  "createOffer",
  "createAnswer",
  "setLocalDescription",
  "setRemoteDescription",
  "addIceCandidate",
  "replaceTrack",
];

/** Whether the method returns a promise, which is rejected where another would throw. */
export function returnsPromise(method: MethodName): boolean {
  return returningPromises.includes(method);
}
