// A deliberately dumb model of one peer connection's signaling, written from the prose of RFC 9429 and the algorithms
// of webrtc-pc, never from src/ (which only lends its types). It knows no table and stores no state: it remembers
// whose offer is outstanding, "only one offer can be outstanding for a given session" (RFC 9429 §3.2), and whether a
// provisional answer to it was set. The six states are names for that.
import type { Description, Effect, Profile, SdpType, Session, Side, SignalingState } from "../../src/entries/index.ts";

/** Where the specifications disagree: a profile without its name. */
export type Switches = Omit<Profile, "name">;

/** The built-in profiles as the specifications have them, transcribed a second time. */
export const builtInSwitches = {
  "webrtc-pc": { rollbackFromPranswer: false, implicitRollback: true, modificationCheck: "before-state" },
  rfc9429: { rollbackFromPranswer: true, implicitRollback: false, modificationCheck: "after-state" },
  legacy: { rollbackFromPranswer: false, implicitRollback: false, modificationCheck: "off" },
} as const satisfies Record<string, Switches>;

/** What Web IDL makes of an argument: null for undefined and null, "mistake" where conversion fails. */
export type Converted = { readonly type: SdpType | undefined; readonly sdp: string } | null | "mistake";

/** What a session remembers, its options left out. */
export type Remembered = Omit<Session, "options">;

/** What must come of a call. */
export interface Prediction {
  readonly kind: "applied" | "rejected" | "create";
  readonly error: string | null;
  readonly creates: "offer" | "answer" | null;
  readonly effects: readonly Effect[];
  /** What was remembered, and what was to be done, between the two halves of an implicit rollback. */
  readonly rolledBack: { readonly session: Remembered; readonly effects: readonly Effect[] } | null;
  /** What was set, with all that was left out filled in. */
  readonly description: { readonly type: SdpType; readonly sdp: string } | null;
}

const nothing: Prediction = {
  kind: "applied",
  error: null,
  creates: null,
  effects: [],
  rolledBack: null,
  description: null,
};

export class PeerConnectionModel {
  readonly switches: Switches;
  isClosed = false;
  /** The side whose offer waits for its final answer. */
  offerer: Side | null = null;
  answeredProvisionally = false;
  pending: Record<Side, Description | null> = { local: null, remote: null };
  current: Record<Side, Description | null> = { local: null, remote: null };
  lastCreated = { offer: "", answer: "" };

  constructor(switches: Switches) {
    this.switches = switches;
  }

  get signalingState(): SignalingState {
    if (this.isClosed) return "closed";
    if (this.offerer === null) return "stable";
    return this.answeredProvisionally ? `have-${otherThan(this.offerer)}-pranswer` : `have-${this.offerer}-offer`;
  }

  remembered(): Remembered {
    return {
      signalingState: this.signalingState,
      pendingLocalDescription: this.pending.local,
      currentLocalDescription: this.current.local,
      pendingRemoteDescription: this.pending.remote,
      currentRemoteDescription: this.current.remote,
      lastCreatedOffer: this.lastCreated.offer,
      lastCreatedAnswer: this.lastCreated.answer,
    };
  }

  /** RFC 9429 §5.5, §5.6 and §5.7, with webrtc-pc's word on provisional answers behind a switch. */
  allows(side: Side, type: SdpType): boolean {
    if (this.isClosed) return false;
    if (type === "offer") return this.offerer === null || (this.offerer === side && !this.answeredProvisionally);
    if (type === "rollback") {
      return this.offerer !== null && (!this.answeredProvisionally || this.switches.rollbackFromPranswer);
    }
    return this.offerer === otherThan(side);
  }

  /** The state that the description would lead to; null where it is not allowed. */
  stateAfter(side: Side, type: SdpType): SignalingState | null {
    if (!this.allows(side, type)) return null;
    const copy = new PeerConnectionModel(this.switches);
    copy.offerer = this.offerer;
    copy.answeredProvisionally = this.answeredProvisionally;
    copy.apply(side, type, "");
    return copy.signalingState;
  }

  setLocalDescription(argument: Converted): Prediction {
    if (argument === "mistake") return rejected("TypeError");
    if (this.isClosed) return rejected("InvalidStateError");
    const sdp = argument?.sdp ?? "";
    // Left out, it means what is this side's turn: an answer to the other side's offer, an offer otherwise.
    const type = argument?.type ?? (this.offerer === "remote" ? "answer" : "offer");
    if (type === "rollback") return this.set("local", type, "");
    const created = type === "offer" ? "offer" : "answer";
    const modified = sdp !== "" && sdp !== this.lastCreated[created];
    const check = this.switches.modificationCheck;
    if (modified && check === "before-state") return rejected("InvalidModificationError");
    if (sdp === "" && this.lastCreated[created] === "") {
      return this.canCreate(created) ? { ...nothing, kind: "create", creates: created } : rejected("InvalidStateError");
    }
    if (modified && check === "after-state" && this.allows("local", type)) return rejected("InvalidModificationError");
    return this.set("local", type, sdp === "" ? this.lastCreated[created] : sdp);
  }

  setRemoteDescription(argument: Converted): Prediction {
    if (argument === "mistake" || argument?.type === undefined) return rejected("TypeError");
    if (this.isClosed) return rejected("InvalidStateError");
    const { type, sdp } = argument;
    if (type !== "offer" || this.allows("remote", "offer") || !this.switches.implicitRollback) {
      return this.set("remote", type, sdp);
    }
    const first = this.set("local", "rollback", "");
    if (first.kind === "rejected") return first;
    const rolledBack = { session: this.remembered(), effects: first.effects };
    return { ...this.set("remote", "offer", sdp), rolledBack };
  }

  /** createOffer() or createAnswer() produced something; `null` stands for what is no string. */
  created(type: "offer" | "answer", sdp: string | null): Prediction {
    if (sdp === null) return rejected("TypeError");
    if (!this.canCreate(type)) return rejected("InvalidStateError");
    this.lastCreated[type] = sdp;
    return nothing;
  }

  operationFailed(): Prediction {
    return rejected("OperationError");
  }

  close(): Prediction {
    this.isClosed = true;
    return nothing;
  }

  // webrtc-pc's createOffer() and createAnswer() ask for the states in which the result could be set.
  private canCreate(type: "offer" | "answer"): boolean {
    return this.allows("local", type);
  }

  private set(side: Side, type: SdpType, sdp: string): Prediction {
    if (!this.allows(side, type)) return rejected("InvalidStateError");
    const before = this.signalingState;
    this.apply(side, type, sdp);
    const effects: Effect[] = [];
    if (side === "local" && type !== "rollback") effects.push({ type: "release-early-candidates" });
    const signalingState = this.signalingState;
    if (signalingState === "stable") effects.push({ type: "update-negotiation-needed" });
    if (signalingState !== before) effects.push({ type: "signalingstatechange", signalingState });
    return { ...nothing, effects, description: { type, sdp: type === "rollback" ? "" : sdp } };
  }

  private apply(side: Side, type: SdpType, sdp: string): void {
    if (type !== "rollback") this.pending[side] = { type, sdp };
    if (type === "offer") this.offerer = side;
    if (type === "pranswer") this.answeredProvisionally = true;
    if (type === "offer" || type === "pranswer") return;
    if (type === "answer") {
      this.current = this.pending;
      this.lastCreated = { offer: "", answer: "" };
    }
    this.pending = { local: null, remote: null };
    this.offerer = null;
    this.answeredProvisionally = false;
  }
}

function otherThan(side: Side): Side {
  return side === "local" ? "remote" : "local";
}

function rejected(error: string): Prediction {
  return { ...nothing, kind: "rejected", error };
}
