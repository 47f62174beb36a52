// Runs in a frame of a page: one side, its code on the browser's own classes. The page drives it.
import { actionsOf } from "../../../src/testing/explore/action.ts";
import { decodeMessage, encodeMessage } from "../../../src/testing/explore/side/message.ts";
import { explorationNamed } from "../subjects/all.ts";
import { HeldTimers } from "./held-timers.ts";
import { kindOfMessage } from "./message-kind.ts";
import { type ConnectionListener, WatchedConnections } from "./watched-connections.ts";

// biome-ignore lint/suspicious/noExplicitAny: the library, and what it reports, are not known
type Any = any;

/** What a side has come to. */
export interface SideFacts {
  readonly signalingState: RTCSignalingState;
  readonly localSdp: string | null;
  readonly remoteSdp: string | null;
  readonly transceivers: readonly {
    readonly mid: string | null;
    readonly kind: string;
    readonly direction: string;
    readonly currentDirection: string | null;
    readonly stopped: boolean;
  }[];
  readonly pending: number;
  /** Has negotiationneeded fired since the connection was last stable? */
  readonly needsNegotiation: boolean;
  /** The calls that were refused, as in `createOffer: InvalidStateError`. */
  readonly rejections: readonly string[];
  /** What was thrown, rejected or printed, and not handled. */
  readonly unhandled: readonly string[];
}

/** A side, for the page that drives it. */
export interface DrivenSide {
  /** What has happened, as the steps of a trace have it: calls, states, messages that carry a description. */
  readonly done: readonly string[];
  /** The messages for the other side. */
  readonly sent: readonly string[];
  readonly hasTimer: boolean;
  readonly hasTimerSoon: boolean;
  /** Calls that whenever something happens, instead of what it called before. */
  whenever(run: () => void): void;
  receive(message: string): void;
  act(): void;
  fireTimer(): void;
  close(): void;
  facts(): SideFacts;
}

Object.assign(globalThis, {
  startSide: (name: "a" | "b", exploration: string, library: Any) => startSide(name, exploration, library),
});

function startSide(name: "a" | "b", explorationName: string, library: Any): DrivenSide {
  const exploration = explorationNamed(explorationName);
  const { actions = ["addTransceiver"], configuration } = exploration.options;
  const Native = RTCPeerConnection;
  const log = new SideLog();
  const connections = new WatchedConnections(log);
  const timers = new HeldTimers();
  connections.install();
  timers.install();
  log.install();
  const acts = actionsOf(name, actions);
  const sent: string[] = [];
  let handler: ((message: unknown) => unknown) | null = null;
  let waiting: readonly string[] = [];
  let acted = 0;
  let made: RTCPeerConnection | null = null;
  const peer: Any = {
    get pc() {
      made ??= new RTCPeerConnection(configuration as RTCConfiguration | undefined);
      return made;
    },
    ...{ name, polite: name === "b", classes: globalThis },
    send(message: unknown) {
      const text = encodeMessage(message);
      const kind = kindOfMessage(text);
      sent.push(text);
      if (kind !== "candidate") log.happens(`sends ${kind}`);
    },
    onMessage(taken: (message: unknown) => unknown) {
      handler = taken;
      for (const message of waiting) handler(decodeMessage(message));
      waiting = [];
    },
    createTrack: (kind: "audio" | "video") => new Native().addTransceiver(kind).receiver.track,
  };
  const side: DrivenSide = {
    ...{ done: log.done, sent },
    get hasTimer() {
      return !timers.isEmpty;
    },
    get hasTimerSoon() {
      return timers.isUnderWay;
    },
    whenever: (run) => {
      log.onProgress = run;
    },
    receive(message) {
      if (handler === null) waiting = [...waiting, message];
      else log.guard(() => handler?.(decodeMessage(message)));
    },
    act: () => log.guard(() => acts[acted++]?.run(peer)),
    fireTimer: () => log.guard(() => timers.fire()),
    close: () => peer.pc.close(),
    facts: () => factsOf(connections, log),
  };
  log.guard(() => exploration.code(library)(peer));
  return side;
}

class SideLog implements ConnectionListener {
  readonly done: string[] = [];
  readonly rejections: string[] = [];
  readonly unhandled: string[] = [];
  onProgress: () => void = () => undefined;

  install(): void {
    addEventListener("unhandledrejection", (event) => void this.unhandled.push(`unhandledRejection: ${event.reason}`));
    addEventListener("error", (event) => void this.unhandled.push(`${event.message}`));
    const { error } = console;
    console.error = (...values: Any[]) => {
      const found = values.find((value) => value instanceof Error || value instanceof DOMException);
      if (found !== undefined) this.unhandled.push(`console.error(): ${found}`);
      error.apply(console, values);
    };
  }

  happens(what: string): void {
    this.done.push(what);
    this.onProgress();
  }

  /** What the code throws is not handled. */
  guard(run: () => unknown): void {
    try {
      run();
    } catch (error) {
      this.unhandled.push(`throws: ${error}`);
    }
  }

  called = (method: string): void => {
    if (method !== "addIceCandidate") this.happens(method);
  };
  rejected = (method: string, error: Any): void => {
    this.rejections.push(`${method}(): ${error?.name}: ${error?.message}`);
  };
  stateChanged = (state: string): void => {
    this.happens(state);
  };
}

function factsOf(connections: WatchedConnections, { rejections, unhandled }: SideLog): SideFacts {
  const pc = connections.latest;
  const signalingState = pc?.signalingState ?? "stable";
  const { pending, needsNegotiation } = connections;
  // Firefox refuses to say anything else of a connection that is closed.
  const open = signalingState === "closed" ? undefined : pc;
  return {
    signalingState,
    localSdp: open?.localDescription?.sdp ?? null,
    remoteSdp: open?.remoteDescription?.sdp ?? null,
    transceivers: (open?.getTransceivers() ?? []).map(({ mid, direction, currentDirection, receiver }) => ({
      ...{ mid, kind: receiver.track.kind, direction, currentDirection, stopped: direction === "stopped" },
    })),
    ...{ pending, needsNegotiation, rejections, unhandled },
  };
}
