// Three mocks of the kinds that applications write by hand, as short as such mocks are.

/** What of a peer connection they stand in for. */
export interface MockConnection {
  readonly signalingState?: string;
  localDescription?: unknown;
  remoteDescription?: unknown;
  createOffer(): Promise<{ readonly type: "offer"; readonly sdp: string }>;
  createAnswer(): Promise<{ readonly type: "answer"; readonly sdp: string }>;
  setLocalDescription(description?: unknown): Promise<void>;
  setRemoteDescription(description: unknown): Promise<void>;
}

/** Keeps the descriptions, and is always stable. */
export class AlwaysStable implements MockConnection {
  signalingState = "stable";
  localDescription: unknown = null;
  remoteDescription: unknown = null;
  async createOffer() {
    return { type: "offer", sdp: "mock-offer" } as const;
  }
  async createAnswer() {
    return { type: "answer", sdp: "mock-answer" } as const;
  }
  async setLocalDescription(description: unknown) {
    this.localDescription = description;
  }
  async setRemoteDescription(description: unknown) {
    this.remoteDescription = description;
  }
}

/** Its state is whatever the last call makes of it. */
export class StateOfLastCall extends AlwaysStable {
  override async setLocalDescription(description: unknown) {
    await super.setLocalDescription(description);
    this.#changeState("local", description);
  }
  override async setRemoteDescription(description: unknown) {
    await super.setRemoteDescription(description);
    this.#changeState("remote", description);
  }
  #changeState(side: string, description: unknown) {
    const { type } = description as { readonly type: string };
    const isFinal = type === "answer" || type === "rollback";
    this.signalingState = isFinal ? "stable" : `have-${side}-${type}`;
  }
}

/** Functions that resolve, and nothing else: what `vi.fn().mockResolvedValue()` or `jest.fn()` gives. */
export class OnlyResolves implements MockConnection {
  createOffer = async () => ({ type: "offer", sdp: "" }) as const;
  createAnswer = async () => ({ type: "answer", sdp: "" }) as const;
  setLocalDescription = async () => {};
  setRemoteDescription = async () => {};
}
