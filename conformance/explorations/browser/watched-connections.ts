// biome-ignore lint/suspicious/noExplicitAny: the methods' values are passed on as they are
type Any = any;

/** The calls whose order the schedule follows. */
const describing = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription"] as const;
const watched = [...describing, "addIceCandidate"] as const;

/** Who hears what the connections of a frame do. */
export interface ConnectionListener {
  called(method: string): void;
  rejected(method: string, error: Any): void;
  stateChanged(state: string): void;
}

/** Watches the connections that the code of this frame makes. It changes none of what they do. */
export class WatchedConnections {
  readonly all: RTCPeerConnection[] = [];
  readonly #listener: ConnectionListener;
  readonly #pending = new Set<object>();
  /** Those for which negotiationneeded has fired since they were last stable. */
  readonly #needing = new Set<RTCPeerConnection>();

  constructor(listener: ConnectionListener) {
    this.#listener = listener;
  }

  install(): void {
    const Native = RTCPeerConnection;
    const watch = (pc: RTCPeerConnection) => this.#watch(pc);
    for (const method of watched) this.#replace(Native.prototype, method);
    class Watched extends Native {
      constructor(...values: Any[]) {
        super(...values);
        watch(this);
      }
    }
    Object.defineProperty(Watched, "name", { value: "RTCPeerConnection" });
    globalThis.RTCPeerConnection = Watched;
  }

  get latest(): RTCPeerConnection | undefined {
    return this.all.filter(({ signalingState }) => signalingState !== "closed").at(-1) ?? this.all.at(-1);
  }

  get pending(): number {
    return this.#pending.size;
  }

  get needsNegotiation(): boolean {
    const { latest } = this;
    return latest !== undefined && this.#needing.has(latest);
  }

  #watch(pc: RTCPeerConnection) {
    this.all.push(pc);
    pc.addEventListener("negotiationneeded", () => this.#needing.add(pc));
    pc.addEventListener("signalingstatechange", () => {
      if (pc.signalingState === "stable") this.#needing.delete(pc);
      this.#listener.stateChanged(pc.signalingState);
    });
  }

  #replace(prototype: Any, method: (typeof watched)[number]) {
    const original = prototype[method];
    const { rejected, called } = this.#listener;
    const pending = this.#pending;
    prototype[method] = function replacement(this: RTCPeerConnection, ...values: Any[]) {
      // Of the callbacks of the legacy form, the second one hears of failures.
      const failureAt = values.findIndex(
        (value, index) => typeof value === "function" && typeof values[index - 1] === "function",
      );
      const failed = values[failureAt];
      const noting = (error: Any) => {
        rejected(method, error);
        return failed(error);
      };
      const result = original.apply(
        this,
        failureAt < 0 ? values : values.map((value, index) => (index === failureAt ? noting : value)),
      );
      called(method);
      const call = {};
      pending.add(call);
      const settled = () => pending.delete(call);
      result.then(settled, (error: Any) => {
        settled();
        rejected(method, error);
      });
      return result;
    };
  }
}
