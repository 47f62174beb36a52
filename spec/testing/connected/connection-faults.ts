import type { Connection, Effect, Input, MethodCall, Transceiver } from "../../../src/entries/connection.ts";

/** One way in which the fake can be wrong around its descriptions. */
export interface ConnectionFault {
  /** What it does instead of what an input leads to. */
  readonly effects?: (effects: readonly Effect[], input: Input, after: Connection) => readonly Effect[];
  /** The transceivers that it shows instead of those that it has. */
  readonly exposes?: (transceivers: readonly Transceiver[], connection: Connection) => readonly Transceiver[];
  /** What it takes a call for. */
  readonly calls?: (method: MethodCall, connection: Connection) => MethodCall;
  /** The error with which it refuses a call at once; null where it does not. */
  readonly refuses?: (method: MethodCall, connection: Connection) => string | null;
  /** Does it create an offer for that call outside of the operations chain? */
  readonly overtakes?: (method: MethodCall, connection: Connection) => boolean;
  readonly settlesOnClose?: boolean;
  readonly neverThrows?: boolean;
}

type Named = ConnectionFault & { readonly summary: string };

const isNegotiationNeeded = ({ type }: Effect) => type === "negotiationneeded";
const isTrack = ({ type }: Effect) => type === "track";
const isBusy = ({ progress }: Connection) => progress !== null;

function without(effects: readonly Effect[], is: (effect: Effect) => boolean): readonly Effect[] {
  return effects.filter((effect) => !is(effect));
}

function twice(effects: readonly Effect[], is: (effect: Effect) => boolean): readonly Effect[] {
  return effects.flatMap((effect) => (is(effect) ? [effect, effect] : [effect]));
}

function each(change: (transceiver: Transceiver, connection: Connection) => Partial<Transceiver>) {
  return (transceivers: readonly Transceiver[], connection: Connection): readonly Transceiver[] =>
    transceivers.map((transceiver) => ({ ...transceiver, ...change(transceiver, connection) }));
}

const wrongInOverlap = {
  "offer-created-outside-of-chain": {
    summary: "createOffer() does not wait for the calls before it.",
    overtakes: ({ method }, connection) => method === "createOffer" && isBusy(connection),
  },
  "legality-decided-when-called": {
    summary: "Whether an answer is legal is decided when it is passed, not when its turn has come.",
    refuses: ({ method, ...call }, { session: { signalingState } }) => {
      const { type } = ((call as { description?: unknown }).description ?? {}) as { type?: unknown };
      const isIllegal = method === "setRemoteDescription" && type === "answer" && signalingState === "stable";
      return isIllegal ? "InvalidStateError" : null;
    },
  },
  "calls-refused-while-busy": {
    summary: "A call is refused while another one is under way.",
    refuses: (_, connection) => (isBusy(connection) ? "InvalidStateError" : null),
  },
  "calls-under-way-settled-by-close": {
    summary: "close() settles the calls that are under way.",
    settlesOnClose: true,
  },
  "event-after-settlement": {
    summary: "signalingstatechange fires after the call is settled.",
    effects: (effects) => {
      const isState = ({ type }: Effect) => type === "signalingstatechange";
      const isSettled = effects.some(({ type }) => type === "resolve");
      return isSettled ? [...without(effects, isState), ...effects.filter(isState)] : effects;
    },
  },
} as const satisfies Readonly<Record<string, Named>>;

const wrongInNegotiation = {
  "negotiationneeded-twice": {
    summary: "negotiationneeded fires twice.",
    effects: (effects) => twice(effects, isNegotiationNeeded),
  },
  "negotiationneeded-never": {
    summary: "negotiationneeded never fires.",
    effects: (effects) => without(effects, isNegotiationNeeded),
  },
  "negotiationneeded-not-after-stable": {
    summary: "negotiationneeded does not fire once an exchange leaves something to negotiate.",
    effects: (effects, _, { session }) =>
      session.currentLocalDescription === null ? effects : without(effects, isNegotiationNeeded),
  },
  "negotiationneeded-while-busy": {
    summary: "negotiationneeded fires for a new transceiver while calls are under way.",
    effects: (effects, input, connection) =>
      input.type === "call" && input.method === "addTransceiver" && isBusy(connection)
        ? [...effects, { type: "negotiationneeded" }]
        : effects,
  },
  "restart-without-negotiation": {
    summary: "restartIce() does not ask for negotiation.",
    calls: (call, { session }) =>
      call.method === "restartIce" && session.signalingState !== "closed"
        ? { method: "setConfiguration", configuration: {} }
        : call,
  },
} as const satisfies Readonly<Record<string, Named>>;

const wrongInTracks = {
  "track-event-missing": {
    summary: "No track event fires.",
    effects: (effects) => without(effects, isTrack),
  },
  "track-event-twice": {
    summary: "A track event fires twice.",
    effects: (effects) => twice(effects, isTrack),
  },
  "track-event-before-state": {
    summary: "Track events fire before signalingstatechange.",
    effects: (effects) => [...effects.filter(isTrack), ...without(effects, isTrack)],
  },
  "track-event-without-streams": {
    summary: "A track event holds no streams.",
    effects: (effects) => effects.map((effect) => (effect.type === "track" ? { ...effect, streams: ["x"] } : effect)),
  },
  "track-never-reused": {
    summary: "addTrack() always creates a transceiver.",
    calls: (call) =>
      call.method === "addTrack"
        ? { method: "addTransceiver", trackOrKind: call.track, init: { streams: call.streams } }
        : call,
  },
  "direction-kept-by-remove-track": {
    summary: "removeTrack() leaves the direction as it is.",
    calls: (call) => (call.method === "removeTrack" ? { method: "setStreams", transceiver: call.transceiver } : call),
  },
} as const satisfies Readonly<Record<string, Named>>;

const wrongInTransceivers = {
  "direction-lost-by-rollback": {
    summary: "A rollback makes the direction inactive.",
    exposes: each((_, { session }) => {
      const { signalingState, currentLocalDescription, lastCreatedOffer } = session;
      const isRolledBack = signalingState === "stable" && currentLocalDescription === null && lastCreatedOffer !== "";
      return isRolledBack ? { direction: "inactive" } : {};
    }),
  },
  "mid-kept-by-rollback": {
    summary: "A transceiver keeps its mid after the offer that gave it was rolled back.",
    exposes: each(({ mid, sender, id }, { session, created }) => {
      const isRolledBack = session.signalingState === "stable" && mid === null && sender.transport === null;
      const offered = Object.entries(created.offeredTransceivers).find(([, transceiver]) => transceiver === id)?.[0];
      return isRolledBack && session.lastCreatedOffer !== "" && offered !== undefined ? { mid: offered.slice(1) } : {};
    }),
  },
  "mid-forgotten": {
    summary: "A transceiver has no mid in stable.",
    exposes: each((_, { session }) => (session.signalingState === "stable" ? { mid: null } : {})),
  },
  "current-direction-not-negotiated": {
    summary: "currentDirection is what was asked for, not what was negotiated.",
    exposes: each(({ direction, currentDirection }) => ({
      currentDirection: currentDirection === null ? null : direction,
    })),
  },
  "current-direction-set-by-offer": {
    summary: "currentDirection is set by an offer already.",
    exposes: each(({ direction, mid, currentDirection }) => ({
      currentDirection: mid === null ? currentDirection : (currentDirection ?? direction),
    })),
  },
  "transceivers-of-offer-missing": {
    summary: "Transceivers of a remote offer are seen once it is answered.",
    exposes: (transceivers, { session }) =>
      session.signalingState === "have-remote-offer"
        ? transceivers.filter(({ createdSinceStable }) => !createdSinceStable)
        : transceivers,
  },
  "stop-not-seen": {
    summary: "stop() leaves the direction as it is until it is negotiated.",
    exposes: each(({ stopping, stopped }) => (stopping && !stopped ? { stopping: false } : {})),
  },
  "closed-connection-takes-calls": {
    summary: "A closed connection does not throw.",
    neverThrows: true,
  },
} as const satisfies Readonly<Record<string, Named>>;

const all = { ...wrongInOverlap, ...wrongInNegotiation, ...wrongInTracks, ...wrongInTransceivers };

/** The name of a fault around the descriptions. */
export type ConnectionFaultName = keyof typeof all;

/** All of them, with what is broken in a sentence. */
export const connectionFaults = Object.entries(all).map(([name, { summary }]) => ({
  name: name as ConnectionFaultName,
  summary,
}));

/** The fault of that name; nothing is wrong without one. */
export function connectionFault(name: ConnectionFaultName | undefined): ConnectionFault {
  return name === undefined ? {} : all[name];
}
