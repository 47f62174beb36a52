import {
  type Connection,
  callException,
  createConnection,
  type Effect,
  type Input,
  type MethodCall,
  step,
  type Transceiver,
  transceiversOf,
  type Work,
} from "../../../src/entries/connection.ts";
import { describeAnswer, describeOffer } from "../../../src/exploration/sdp/create-descriptions.ts";
import { laterTask } from "../simulated/later-task.ts";
import { type ConnectionFault, type ConnectionFaultName, connectionFault } from "./connection-faults.ts";

interface Settling {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

let connections = 0;

/**
 * A peer connection in process that carries out what `step` says, as a stack would: transceivers, tracks, events and tasks.
 * With a fault, a broken one.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export class SimulatedConnection extends EventTarget {
  onsignalingstatechange = null;
  onnegotiationneeded = null;
  ontrack = null;
  connection: Connection = createConnection();
  readonly #usernameFragment: string;
  readonly #fault: ConnectionFault;
  readonly #open = new Map<unknown, Settling>();
  readonly #transceivers = new Map<number, SimulatedTransceiver>();
  #calls = 0;
  #returned: Effect | null = null;

  constructor({ fault }: { readonly fault?: ConnectionFaultName | undefined } = {}) {
    super();
    connections += 1;
    this.#usernameFragment = `user${connections}`;
    this.#fault = connectionFault(fault);
  }

  get signalingState() {
    return this.connection.session.signalingState;
  }

  get pendingLocalDescription() {
    return this.connection.session.pendingLocalDescription;
  }

  get currentLocalDescription() {
    return this.connection.session.currentLocalDescription;
  }

  get pendingRemoteDescription() {
    return this.connection.session.pendingRemoteDescription;
  }

  get currentRemoteDescription() {
    return this.connection.session.currentRemoteDescription;
  }

  get localDescription() {
    return this.pendingLocalDescription ?? this.currentLocalDescription;
  }

  createOffer(): Promise<unknown> {
    return this.#promise({ method: "createOffer" });
  }

  createAnswer(): Promise<unknown> {
    return this.#promise({ method: "createAnswer" });
  }

  setLocalDescription(description?: unknown): Promise<unknown> {
    return this.#promise({ method: "setLocalDescription", description });
  }

  setRemoteDescription(description?: unknown): Promise<unknown> {
    return this.#promise({ method: "setRemoteDescription", description });
  }

  getTransceivers(): readonly SimulatedTransceiver[] {
    const { exposes } = this.#fault;
    const all = transceiversOf(this.connection);
    return (exposes?.(all, this.connection) ?? all).map((transceiver) => this.#objectOf(transceiver));
  }

  addTransceiver(trackOrKind: "audio" | "video", init = {}): SimulatedTransceiver | undefined {
    return this.#transceivers.get(this.now({ method: "addTransceiver", trackOrKind, init }) ?? -1);
  }

  addTrack(track: SimulatedTrack, ...streams: { readonly id: string }[]): object | undefined {
    const ids = streams.map(({ id }) => id);
    return this.#transceivers.get(this.now({ method: "addTrack", track, streams: ids }) ?? -1)?.sender;
  }

  removeTrack({ transceiver }: { readonly transceiver: number }): void {
    this.now({ method: "removeTrack", transceiver });
  }

  createDataChannel(label: string): object {
    this.now({ method: "createDataChannel", label });
    return {};
  }

  restartIce(): void {
    this.now({ method: "restartIce" });
  }

  close(): void {
    const open = [...this.#open.values()];
    this.now({ method: "close" });
    if (this.#fault.settlesOnClose === true) for (const { resolve } of open) resolve(undefined);
  }

  /** A call that returns or throws. */
  now(method: MethodCall): number | null {
    const call = this.#calls++;
    this.#returned = null;
    this.#report({ type: "call", call, ...(this.#fault.calls?.(method, this.connection) ?? method) });
    const returned = this.#returned as Effect | null;
    if (returned?.type === "throw" && this.#fault.neverThrows !== true) throw callException(returned.rejection);
    return returned?.type === "return" ? returned.value : null;
  }

  /** A call that gives a promise. */
  later(method: MethodCall): Promise<unknown> {
    return this.#promise(method);
  }

  #promise(method: MethodCall): Promise<unknown> {
    const refusal = this.#fault.refuses?.(method, this.connection) ?? null;
    if (refusal !== null) return Promise.reject(new DOMException("refused", refusal));
    if (this.#fault.overtakes?.(method, this.connection) === true) {
      return laterTask().then(() => ({ type: "offer", sdp: describeOffer(this.connection, this.#usernameFragment) }));
    }
    const call = this.#calls++;
    return new Promise((resolve, reject) => {
      this.#open.set(call, { resolve, reject });
      this.#report({ type: "call", call, ...method });
    });
  }

  #report(input: Input): void {
    const before = this.connection;
    const { connection, effects } = step(before, input);
    this.connection = connection;
    for (const transceiver of transceiversOf(connection)) this.#objectOf(transceiver);
    const { effects: change } = this.#fault;
    for (const effect of change?.(effects, input, connection) ?? effects) this.#obey(effect);
  }

  #obey(effect: Effect): void {
    switch (effect.type) {
      case "return":
      case "throw":
        this.#returned = effect;
        return;
      case "resolve":
        this.#settling(effect.call)?.resolve(effect.value ?? undefined);
        return;
      case "reject":
        this.#settling(effect.call)?.reject(callException(effect.rejection));
        return;
      case "react":
        queueMicrotask(() => queueMicrotask(() => this.#report({ type: "reaction", operation: effect.operation })));
        return;
      case "start":
        laterTask().then(() => this.#report(this.#endOf(effect.operation, effect.work)));
        return;
      case "queue-task":
        laterTask().then(() => this.#report({ type: "task", task: effect.task }));
        return;
      case "signalingstatechange":
      case "negotiationneeded":
        this.dispatchEvent(new Event(effect.type));
        return;
      case "track":
        this.dispatchEvent(this.#trackEvent(effect.transceiver, effect.streams));
    }
  }

  #settling(call: unknown): Settling | undefined {
    const settling = this.#open.get(call);
    this.#open.delete(call);
    return settling;
  }

  #endOf(operation: number, work: Work): Input {
    if (work.kind !== "create-offer" && work.kind !== "create-answer") return { type: "applied", operation };
    const describe = work.kind === "create-offer" ? describeOffer : describeAnswer;
    return { type: "created", operation, sdp: describe(this.connection, this.#usernameFragment) };
  }

  #trackEvent(transceiver: number, streams: readonly string[]): Event {
    return Object.assign(new Event("track"), {
      transceiver: this.#transceivers.get(transceiver),
      streams: streams.map((id) => ({ id })),
    });
  }

  #objectOf(transceiver: Transceiver): SimulatedTransceiver {
    const known = this.#transceivers.get(transceiver.id) ?? new SimulatedTransceiver(this, transceiver);
    known.slots = transceiver;
    this.#transceivers.set(transceiver.id, known);
    return known;
  }
}

interface SimulatedTrack {
  readonly id: string;
  readonly kind: "audio" | "video";
}

class SimulatedTransceiver {
  slots: Transceiver;
  readonly sender: { readonly transceiver: number; replaceTrack(track: null): Promise<unknown> };
  readonly receiver: { readonly track: SimulatedTrack };
  readonly #connection: SimulatedConnection;

  constructor(connection: SimulatedConnection, slots: Transceiver) {
    const { id, kind } = slots;
    this.#connection = connection;
    this.slots = slots;
    const replaceTrack = (track: null) => connection.later({ method: "replaceTrack", transceiver: id, track });
    this.sender = { transceiver: id, replaceTrack };
    this.receiver = { track: { id: `track${id}`, kind } };
  }

  get mid() {
    return this.slots.mid;
  }

  get direction() {
    return this.slots.stopping ? "stopped" : this.slots.direction;
  }

  set direction(direction) {
    this.#connection.now({ method: "setDirection", transceiver: this.slots.id, direction: direction as "sendrecv" });
  }

  get currentDirection() {
    return this.slots.stopped ? "stopped" : this.slots.currentDirection;
  }

  stop(): void {
    this.#connection.now({ method: "stop", transceiver: this.slots.id });
  }
}
