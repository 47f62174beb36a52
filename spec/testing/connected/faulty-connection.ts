import {
  type Connection,
  type Effect,
  type Input,
  type MethodCall,
  type Transceiver,
  transceiversOf,
} from "../../../src/entries/connection.ts";
import type { FakeWorld } from "../../../src/entries/fake.ts";
import { doWork } from "../../../src/fake/peer-connection/do-work.ts";
import type { HeldPeerConnection } from "../../../src/fake/peer-connection/held-peer-connection.ts";
import { peerConnectionInterface } from "../../../src/fake/peer-connection/peer-connection-interface.ts";
import type { HeldTransceiver } from "../../../src/fake/rtp/held-transceiver.ts";
import { transceiverInterface } from "../../../src/fake/rtp/transceiver.ts";
import { heldBy } from "../../../src/fake/web-idl/interface.ts";
import { laterTask } from "../simulated/later-task.ts";
import type { Played } from "../simulated/script.ts";
import { type ConnectionFault, type ConnectionFaultName, connectionFault } from "./connection-faults.ts";

interface FakePeerConnection extends Played {
  getTransceivers(): readonly object[];
}

/** What a fault may get hold of in the fake's driver. */
interface OpenDriver {
  readonly connection: Connection;
  step(input: Input): readonly Effect[];
  call(method: MethodCall): number | null;
  promise(method: MethodCall): Promise<unknown>;
}

/** The world's RTCPeerConnection, with a fault in what its driver does or in what its transceivers show. */
export function faultyConnectionClass(world: FakeWorld, name?: ConnectionFaultName) {
  const fault = connectionFault(name);
  const PeerConnection = world.RTCPeerConnection as unknown as new () => FakePeerConnection;

  return class FaultyConnection extends PeerConnection {
    readonly #peer = heldBy(peerConnectionInterface, this) as HeldPeerConnection;
    readonly #settleOpen = injectIntoDriver(this.#peer, fault);

    override getTransceivers(): readonly object[] {
      return exposedOf(this.#peer, fault).flatMap(({ id }) => {
        const object = super.getTransceivers().find((one) => heldTransceiver(one).id === id);
        return object === undefined ? [] : [showingFault(object, fault)];
      });
    }

    override close(): void {
      super.close();
      if (fault.settlesOnClose === true) this.#settleOpen();
    }
  };
}

/** Changes what the driver of that connection does. Returns what settles the calls that are under way. */
function injectIntoDriver(peer: HeldPeerConnection, fault: ConnectionFault): () => void {
  const driver = peer.driver as unknown as OpenDriver;
  const step = driver.step.bind(driver);
  const call = driver.call.bind(driver);
  const promise = driver.promise.bind(driver);
  const open = new Set<(value: undefined) => void>();
  const { effects, calls, refuses, overtakes, neverThrows } = fault;

  // The driver has read the arguments of a call once the model takes it: the fault is shown the call itself.
  let called: MethodCall | null = null;
  driver.step = (input) => {
    const right = step(input);
    const shown = input.type === "call" ? ({ ...input, ...called } as Input) : input;
    return effects?.(right, shown, driver.connection) ?? right;
  };
  driver.call = (method) => {
    called = calls?.(method, driver.connection) ?? method;
    try {
      return call(called);
    } catch (error) {
      if (neverThrows === true) return null;
      throw error;
    }
  };
  driver.promise = (method) => {
    called = method;
    const refusal = refuses?.(method, driver.connection) ?? null;
    if (refusal !== null) return Promise.reject(new DOMException("refused", refusal));
    if (overtakes?.(method, driver.connection) === true) return laterTask().then(() => offerOf(peer));
    return new Promise((resolve, reject) => {
      open.add(resolve);
      promise(method)
        .then(resolve, reject)
        .finally(() => open.delete(resolve));
    });
  };
  return () => {
    for (const resolve of open) resolve(undefined);
  };
}

function offerOf(peer: HeldPeerConnection): object {
  const end = doWork(peer, { kind: "create-offer", iceRestart: false }, "createOffer");
  return { type: "offer", sdp: end.type === "created" ? end.sdp : "" };
}

function exposedOf({ driver }: HeldPeerConnection, { exposes }: ConnectionFault): readonly Transceiver[] {
  const all = transceiversOf(driver.connection);
  return exposes?.(all, driver.connection) ?? all;
}

function heldTransceiver(object: object): HeldTransceiver {
  return heldBy(transceiverInterface, object) as HeldTransceiver;
}

const showing = new WeakSet<object>();

/** The same object, whose attributes are those of the slots that the fault exposes. */
function showingFault(object: object, fault: ConnectionFault): object {
  if (fault.exposes === undefined || showing.has(object)) return object;
  showing.add(object);
  const { owner, id } = heldTransceiver(object);
  const attributes = { ...Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object)) };
  const show = (name: "mid" | "direction" | "currentDirection", shown: (slots: Transceiver) => unknown) => {
    const { get, ...rest } = attributes[name] as PropertyDescriptor;
    const value = () => {
      const slots = exposedOf(owner as HeldPeerConnection, fault).find((one) => one.id === id);
      return slots === undefined ? get?.call(object) : shown(slots);
    };
    Object.defineProperty(object, name, { ...rest, get: value });
  };
  show("mid", ({ mid }) => mid);
  show("direction", ({ stopping, direction }) => (stopping ? "stopped" : direction));
  show("currentDirection", ({ stopped, currentDirection }) => (stopped ? "stopped" : currentDirection));
  return object;
}
