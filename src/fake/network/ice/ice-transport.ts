import type { CandidateInit, LocalCandidate } from "../../../connection/candidate.ts";
import type { IceCredentials } from "../../../sdp/create/input.ts";
import type { Clock } from "../../world/clock.ts";
import type { Network } from "../network.ts";
import type { GatheringState, IceState } from "../transport-states.ts";

/** One ICE generation of a transport: its credentials, and what was gathered for it. */
export interface IceGeneration {
  readonly transport: IceTransport;
  readonly credentials: IceCredentials;
  /** The m= section for which its candidates are signaled. */
  readonly sdpMid: string;
  readonly sdpMLineIndex: number;
  /** The address and the candidate-attribute of its candidate; null before it was gathered, or where none may be. */
  address: string | null;
  candidate: string | null;
  complete: boolean;
  /** Is its address cut off? */
  cutOff: boolean;
}

/** What the transports of one connection share. */
export interface IceAgent {
  readonly clock: Clock;
  readonly network: Network<IceGeneration>;
  /** The IP address of its candidates. */
  readonly host: string;
  readonly isClosed: boolean;
  /** May host candidates be used? */
  readonly gathersHostCandidates: boolean;
  gathered(candidate: LocalCandidate): void;
  createIceCandidate(candidate: CandidateInit): object;
  createCandidatePair(local: object, remote: object): object;
  /** A transport has found its peer, and the peer has found it. */
  connected(transport: IceTransport): void;
  /** The task in which a transport has changed its gathering state. */
  gatheringStateChanged(transport: IceTransport): void;
  /** The task in which a transport has changed its selected candidate pair, its state, or both. */
  pairOrStateChanged(transport: IceTransport, pairChanged: boolean, stateChanged: boolean): void;
}

/** A pair of generations that reach each other. */
export interface Route {
  readonly local: IceGeneration;
  readonly remote: IceGeneration;
}

/**
 * What an RTCIceTransport holds, and what its ICE agent knows of it beyond that: `agentState` and `route` change at once,
 * the slots in queued tasks.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcicetransport
 */
export class IceTransport {
  readonly agent: IceAgent;
  /** The RTCIceTransport. */
  readonly object: object;
  role: "unknown" | "controlling" | "controlled" = "unknown";
  state: IceState = "new";
  gatheringState: GatheringState = "new";
  selectedCandidatePair: object | null = null;
  localParameters: IceCredentials | null = null;
  remoteParameters: IceCredentials | null = null;
  localCandidates: object[] = [];
  remoteCandidates: object[] = [];

  agentState: IceState = "new";
  route: Route | null = null;
  /** The generations that descriptions may still use, the latest last. */
  generations: IceGeneration[] = [];
  /** The candidate-attributes behind `remoteCandidates`. */
  readonly remoteAttributes = new Set<string>();
  /** The objects of candidates, by their attributes: also of one that was found by a check before it was signaled. */
  readonly #objects = new Map<string, object>();
  remoteCandidatesEnded = false;
  /** Has a check found its peer, and does it wait for the response? */
  isBeingChecked = false;
  /** Those whose checks have come here before this side had the credentials to answer them. */
  readonly checkedBy = new Set<IceTransport>();
  /** Takes back the timer after which checks, or consent, have failed. */
  cancelTimer: (() => void) | null = null;

  constructor(agent: IceAgent, object: object) {
    this.agent = agent;
    this.object = object;
  }

  /** The generation that is gathered last. */
  get latestGeneration(): IceGeneration | null {
    return this.generations.at(-1) ?? null;
  }

  /** The ICE agent indicates another state, another selected pair, or both: they change in a queued task. */
  indicate(state: IceState, route: Route | null = this.route): void {
    const isOtherPair = route?.local !== this.route?.local || route?.remote !== this.route?.remote;
    const isOtherState = state !== this.agentState;
    if (!isOtherPair && !isOtherState) return;
    this.agentState = state;
    this.route = route;
    this.agent.clock.queueTask(() => {
      if (this.agent.isClosed || this.state === "closed") return;
      if (isOtherPair) this.selectedCandidatePair = route === null ? null : this.#pairOf(route);
      const stateChanged = state !== this.state;
      this.state = state;
      this.agent.pairOrStateChanged(this, isOtherPair, stateChanged);
    }, "transport");
  }

  /** The object of a candidate, the same each time. */
  objectOf(candidate: CandidateInit): object {
    const known = this.#objects.get(candidate.candidate) ?? this.agent.createIceCandidate(candidate);
    this.#objects.set(candidate.candidate, known);
    return known;
  }

  /** A local candidate is surfaced as that object. */
  addLocalCandidate(candidate: string, object: object): void {
    this.#objects.set(candidate, object);
    this.localCandidates.push(object);
  }

  /** A remote candidate was signaled. */
  addRemoteCandidate(candidate: CandidateInit): void {
    if (this.remoteAttributes.has(candidate.candidate)) return;
    this.remoteAttributes.add(candidate.candidate);
    this.remoteCandidates.push(this.objectOf(candidate));
  }

  // A peer that a check has found stands for the candidate that it was gathered as.
  #pairOf({ local, remote }: Route): object {
    const place = { sdpMid: local.sdpMid, sdpMLineIndex: local.sdpMLineIndex };
    return this.agent.createCandidatePair(
      this.objectOf({ ...initOf(local), ...place }),
      this.objectOf({ ...initOf(remote), ...place }),
    );
  }
}

function initOf({ candidate, credentials, sdpMid, sdpMLineIndex }: IceGeneration): CandidateInit {
  return { candidate: candidate as string, sdpMid, sdpMLineIndex, usernameFragment: credentials.usernameFragment };
}

/** Whether these are the same credentials. */
export function haveSameCredentials(a: IceCredentials | null, b: IceCredentials | null): boolean {
  return a !== null && b !== null && a.usernameFragment === b.usernameFragment && a.password === b.password;
}
