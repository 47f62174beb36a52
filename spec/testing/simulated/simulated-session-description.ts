import type { Description } from "../../../src/entries/index.ts";

/** What a slot shows. @see https://w3c.github.io/webrtc-pc/#rtcsessiondescription-class */
export class SimulatedSessionDescription implements Description {
  readonly #description: Description;

  constructor(description: Description) {
    this.#description = description;
  }

  get type(): Description["type"] {
    return this.#description.type;
  }

  get sdp(): string {
    return this.#description.sdp;
  }

  toJSON(): Description {
    return { type: this.type, sdp: this.sdp };
  }
}
