import { MediaStreamTrack as WeriftTrack } from "werift";
import { defineHandlers } from "./handlers.ts";

/** werift's track, with the events that a connection's effects ask for. */
export class MediaStreamTrack extends WeriftTrack {
  constructor(init: ConstructorParameters<typeof WeriftTrack>[0]) {
    super(init);
    this.id ??= this.uuid;
  }
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.emit(muted ? "mute" : "unmute");
  }
  end(): void {
    if (this.readyState === "ended") return;
    this.stop();
    this.emit("ended");
  }
}

/** A set of tracks that fires when the other peer has changed it. */
export class MediaStream extends EventTarget {
  readonly id: string;
  #tracks: readonly MediaStreamTrack[];

  constructor(source: MediaStream | readonly MediaStreamTrack[] = [], id: string = crypto.randomUUID()) {
    super();
    this.#tracks = source instanceof MediaStream ? source.getTracks() : source;
    this.id = id;
  }
  get active(): boolean {
    return this.#tracks.some(({ readyState }) => readyState === "live");
  }
  getTracks(): MediaStreamTrack[] {
    return [...this.#tracks];
  }
  getAudioTracks(): MediaStreamTrack[] {
    return this.#tracks.filter(({ kind }) => kind === "audio");
  }
  getVideoTracks(): MediaStreamTrack[] {
    return this.#tracks.filter(({ kind }) => kind === "video");
  }
  getTrackById(id: string): MediaStreamTrack | null {
    return this.#tracks.find((track) => track.id === id) ?? null;
  }
  addTrack(track: MediaStreamTrack): void {
    if (!this.#tracks.includes(track)) this.#tracks = [...this.#tracks, track];
  }
  removeTrack(track: MediaStreamTrack): void {
    this.#tracks = this.#tracks.filter((one) => one !== track);
  }
}

defineHandlers(MediaStreamTrack, ["mute", "unmute", "ended"]);
defineHandlers(MediaStream, ["addtrack", "removetrack"]);
