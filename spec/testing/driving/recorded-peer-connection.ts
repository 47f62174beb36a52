import type { FaultName } from "../simulated/faults.ts";
import { SimulatedPeerConnection } from "../simulated/simulated-peer-connection.ts";

/** A call as it was made: of which peer connection, and in a few words what came of it. */
export interface RecordedCall {
  readonly call: string;
  outcome: string;
}

/** A simulated peer connection that writes down its calls, by the name that it has. */
export class RecordedPeerConnection extends SimulatedPeerConnection {
  readonly #name: string;
  readonly #record: RecordedCall[];
  #isOver = false;

  constructor(name: string, record: RecordedCall[], fault?: FaultName) {
    super({ fault });
    this.#name = name;
    this.#record = record;
  }

  override createOffer() {
    return this.#recorded("createOffer", super.createOffer());
  }

  override createAnswer() {
    return this.#recorded("createAnswer", super.createAnswer());
  }

  override setLocalDescription(description?: unknown) {
    return this.#recorded("setLocalDescription", super.setLocalDescription(description));
  }

  override setRemoteDescription(description?: unknown) {
    return this.#recorded("setRemoteDescription", super.setRemoteDescription(description));
  }

  override close() {
    super.close();
    if (!this.#isOver) this.#record.push({ call: `${this.#name}.close`, outcome: `applied ${this.signalingState}` });
  }

  /** From here on, nothing is written down. */
  endRecord() {
    this.#isOver = true;
  }

  #recorded<Value>(method: string, call: Promise<Value>): Promise<Value> {
    const recorded: RecordedCall = { call: `${this.#name}.${method}`, outcome: "unsettled" };
    this.#record.push(recorded);
    call.then(
      () => {
        recorded.outcome = `applied ${this.signalingState}`;
      },
      ({ name }: Error) => {
        recorded.outcome = `${name} ${this.signalingState}`;
      },
    );
    return call;
  }
}
