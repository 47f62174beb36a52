import {
  close,
  createSession,
  type Description,
  localDescription,
  remoteDescription,
  type Session,
  type SignalingState,
} from "../../../src/entries/index.ts";
import { decide, readOnce, sideOf, typeOf } from "./decide.ts";
import { DescriptionMaker } from "./description-maker.ts";
import { changeOf, type FaultName } from "./faults.ts";
import { laterTask } from "./later-task.ts";
import { type Action, type Call, type CallName, type Plan, planOf } from "./plan.ts";
import { SimulatedSessionDescription } from "./simulated-session-description.ts";

/** How to make a simulated peer connection. */
export interface SimulatedOptions {
  /** In what it is to be wrong; right in everything without. */
  readonly fault?: FaultName | undefined;
  /** A number for its descriptions, another for each peer connection of a test; counted up unless given. */
  readonly origin?: number;
}

interface Settle {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

type Handler = ((event: Event) => unknown) | null;

let connections = 0;

/**
 * The signaling half of an RTCPeerConnection, in process: descriptions are judged by the core, the calls queue and
 * settle as webrtc-pc's operations chain says, and there is no network behind it. With a fault, a broken one.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export class SimulatedPeerConnection extends EventTarget {
  readonly #maker: DescriptionMaker;
  readonly #change: (plan: Plan, call: Call) => Plan;
  #session: Session = createSession();
  #operations: Promise<void> = Promise.resolve();
  #handler: Handler = null;
  #handles = false;

  constructor({ fault, origin }: SimulatedOptions = {}) {
    super();
    connections += 1;
    this.#maker = new DescriptionMaker(origin ?? connections);
    this.#change = changeOf(fault);
  }

  get signalingState(): SignalingState {
    return this.#session.signalingState;
  }

  get pendingLocalDescription(): SimulatedSessionDescription | null {
    return exposed(this.#session.pendingLocalDescription);
  }

  get currentLocalDescription(): SimulatedSessionDescription | null {
    return exposed(this.#session.currentLocalDescription);
  }

  get pendingRemoteDescription(): SimulatedSessionDescription | null {
    return exposed(this.#session.pendingRemoteDescription);
  }

  get currentRemoteDescription(): SimulatedSessionDescription | null {
    return exposed(this.#session.currentRemoteDescription);
  }

  get localDescription(): SimulatedSessionDescription | null {
    return exposed(localDescription(this.#session));
  }

  get remoteDescription(): SimulatedSessionDescription | null {
    return exposed(remoteDescription(this.#session));
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
    return this.#request("createOffer");
  }

  createAnswer(): Promise<Description> {
    return this.#request("createAnswer");
  }

  setLocalDescription(description?: unknown): Promise<void> {
    return this.#request("setLocalDescription", description);
  }

  setRemoteDescription(description?: unknown): Promise<void> {
    return this.#request("setRemoteDescription", description);
  }

  close(): void {
    for (const action of this.#planOf(this.#call("close"))) this.#perform(action);
  }

  // Web IDL and a closed connection refuse at once; what else is asked waits for its turn.
  #request<Result>(name: CallName, argument?: unknown): Promise<Result> {
    const description = readOnce(argument);
    return new Promise<Result>((resolve, reject) => {
      const settle = { resolve, reject };
      const call = this.#call(name, description);
      if (isRefusedAtOnce(call)) {
        for (const action of this.#planOf(call)) this.#perform(action, settle);
      } else {
        this.#operations = this.#operations.then(() => this.#operate(name, description, settle));
      }
    });
  }

  // @see https://w3c.github.io/webrtc-pc/#dfn-chain
  async #operate(name: CallName, description: unknown, settle: Settle): Promise<void> {
    if (this.#isClosed()) return;
    for (const action of this.#planOf(this.#call(name, description))) {
      // Overtaken by close(), in an event handler or in between: the call never settles.
      if (this.#isClosed()) return;
      if (action.do === "wait") await laterTask();
      else this.#perform(action, settle);
    }
  }

  #isClosed(): boolean {
    return this.#session.signalingState === "closed";
  }

  #call(name: CallName, description?: unknown): Call {
    const before = this.#session;
    const type = typeOf(name, description, before);
    return { name, description, before, side: sideOf(name), type, maker: this.#maker };
  }

  #planOf(call: Call): Plan {
    return this.#change(planOf(decide(call), call), call);
  }

  #perform(action: Action, settle?: Settle): void {
    if (action.do === "become") this.#session = action.session;
    if (action.do === "fire") this.dispatchEvent(new Event("signalingstatechange"));
    if (action.do === "resolve") settle?.resolve(action.value as never);
    if (action.do === "reject") settle?.reject(action.error);
  }
}

// On a closed connection nothing but Web IDL speaks up before the refusal to do anything.
function isRefusedAtOnce(call: Call): boolean {
  if (call.before.signalingState === "closed") return true;
  const outcome = decide(call, close(call.before).session);
  return outcome.kind === "rejected" && outcome.rejection.error === "TypeError";
}

// The same object as long as the slot holds the same description, as a platform object would be.
const exposedAs = new WeakMap<Description, SimulatedSessionDescription>();

function exposed(description: Description | null): SimulatedSessionDescription | null {
  if (description === null) return null;
  const known = exposedAs.get(description) ?? new SimulatedSessionDescription(description);
  exposedAs.set(description, known);
  return known;
}
