import { type Draft, emit, putTransceiver, transceiverWithId } from "../draft.ts";

/** What a description leads to once all slots are set, collected while they are. */
export interface Consequences {
  /** The data channels for which there is no id left. */
  readonly errorList: number[];
  /** The transceivers whose remote tracks fall silent. */
  readonly muteTracks: number[];
  readonly removeList: StreamTrack[];
  readonly addList: StreamTrack[];
  readonly trackEventInits: TrackEventInit[];
}

/** A stream, and the transceiver whose remote track enters or leaves it. */
export interface StreamTrack {
  readonly stream: string;
  readonly transceiver: number;
}

/** What a track event holds. */
export interface TrackEventInit {
  readonly transceiver: number;
  readonly streams: readonly string[];
}

/** The empty lists. */
export function noConsequences(): Consequences {
  return { errorList: [], muteTracks: [], removeList: [], addList: [], trackEventInits: [] };
}

/** Carries the lists out, in webrtc-pc's order. @see https://w3c.github.io/webrtc-pc/#set-description */
export function emitConsequences(draft: Draft, consequences: Consequences): void {
  for (const channel of consequences.errorList) emit(draft, { type: "data-channel-error", channel });
  for (const transceiver of consequences.muteTracks) setMuted(draft, transceiver, true);
  for (const pair of consequences.removeList) emit(draft, { type: "remove-track", ...pair });
  for (const pair of consequences.addList) emit(draft, { type: "add-track", ...pair });
  for (const init of consequences.trackEventInits) emit(draft, { type: "track", ...init });
}

/** Sets the muted state of a transceiver's remote track, which may have left the set. */
export function setMuted(draft: Draft, id: number, muted: boolean): void {
  const transceiver = transceiverWithId(draft, id);
  if (transceiver !== undefined) {
    putTransceiver(draft, { ...transceiver, receiver: Object.freeze({ ...transceiver.receiver, muted }) });
  }
  emit(draft, { type: muted ? "mute" : "unmute", transceiver: id });
}
