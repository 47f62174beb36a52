import { createWorld } from "../../../src/entries/fake.ts";
import type { Description } from "../../../src/entries/index.ts";
import type { Played } from "../simulated/script.ts";
import { type FaultyOptions, faultyClass } from "./faulty-peer-connection.ts";

type Handler = ((event: Event) => unknown) | null;
type Base = ReturnType<typeof faultyClass>;

const OfOneWorld = faultyClass(createWorld());

/**
 * The signaling half of the fake's RTCPeerConnection, which has a data channel: what checks and observers need, and no
 * transceivers. All are of one world, unless the class of another is passed. With a fault, a broken one.
 */
export class FakePeerConnection extends EventTarget {
  readonly #pc: Played;
  #handler: Handler = null;
  #handles = false;

  constructor({ fault, PeerConnection = OfOneWorld }: FaultyOptions & { readonly PeerConnection?: Base } = {}) {
    super();
    const pc = new PeerConnection({ fault });
    pc.createDataChannel("check");
    pc.addEventListener("signalingstatechange", () => this.dispatchEvent(new Event("signalingstatechange")));
    this.#pc = pc;
  }

  get signalingState() {
    return this.#pc.signalingState;
  }

  get pendingLocalDescription() {
    return this.#pc.pendingLocalDescription;
  }

  get currentLocalDescription() {
    return this.#pc.currentLocalDescription;
  }

  get pendingRemoteDescription() {
    return this.#pc.pendingRemoteDescription;
  }

  get currentRemoteDescription() {
    return this.#pc.currentRemoteDescription;
  }

  get localDescription() {
    return this.pendingLocalDescription ?? this.currentLocalDescription;
  }

  get remoteDescription() {
    return this.pendingRemoteDescription ?? this.currentRemoteDescription;
  }

  get onsignalingstatechange(): Handler {
    return this.#handler;
  }

  // A handler is called in the place where the first one was set. @see https://html.spec.whatwg.org/#event-handler-attributes
  set onsignalingstatechange(handler: unknown) {
    this.#handler = typeof handler === "function" ? (handler as NonNullable<Handler>) : null;
    if (this.#handles || this.#handler === null) return;
    this.#handles = true;
    this.addEventListener("signalingstatechange", (event) => this.#handler?.call(this, event));
  }

  createOffer(): Promise<Description> {
    return this.#pc.createOffer();
  }

  createAnswer(): Promise<Description> {
    return this.#pc.createAnswer();
  }

  setLocalDescription(description?: unknown): Promise<void> {
    return this.#pc.setLocalDescription(description);
  }

  setRemoteDescription(description?: unknown): Promise<void> {
    return this.#pc.setRemoteDescription(description);
  }

  close(): void {
    this.#pc.close();
  }
}

/** Makes those of a world with that seed: the first one, the second one and so on have the same descriptions every time. */
export function fakesWithSeed(seed: number): (options?: FaultyOptions) => FakePeerConnection {
  const PeerConnection = faultyClass(createWorld({ seed }));
  return (options) => new FakePeerConnection({ ...options, PeerConnection });
}
