import { describe, expectTypeOf, it } from "vitest";
import {
  createSession,
  type Description,
  type Rejection,
  type SdpType,
  type Session,
  type SessionOptions,
  type SignalingState,
  type SlotName,
} from "../../src/entries/index.ts";
import {
  matchers,
  type ObserveOptions,
  type Observer,
  observe,
  type PeerConnectionLike,
  type Summary,
} from "../../src/entries/observe.ts";
import {
  type AtFault,
  type CallName,
  type CallOutcome,
  createOracle,
  type Difference,
  type DifferenceCause,
  type DifferenceKind,
  type Followed,
  finish,
  follow,
  type Judged,
  judge,
  type KnownDeviation,
  type Observation,
  type ObservedError,
  type ObservedSlots,
  type Oracle,
  type OracleOptions,
  type Step,
  type TraceEvent,
  type Verdict,
} from "../../src/entries/oracle.ts";
import {
  type CheckFailure,
  type CheckOptions,
  type CheckReport,
  checkImplementation,
  type Deviation,
  type SurveyReport,
  surveyImplementation,
} from "../../src/entries/testing.ts";

describe("jsep-machine/oracle, names", () => {
  it("are exact unions", () => {
    expectTypeOf<CallName>().toEqualTypeOf<
      "createOffer" | "createAnswer" | "setLocalDescription" | "setRemoteDescription" | "close"
    >();
    expectTypeOf<CallOutcome>().toEqualTypeOf<"applied" | "rejected" | "unsettled">();
    expectTypeOf<SlotName>().toEqualTypeOf<
      "pendingLocalDescription" | "currentLocalDescription" | "pendingRemoteDescription" | "currentRemoteDescription"
    >();
    expectTypeOf<Verdict>().toEqualTypeOf<
      "conforms" | "illegal-call" | "divergence" | "known-deviation" | "unjudged"
    >();
    expectTypeOf<DifferenceKind>().toEqualTypeOf<
      | "applied"
      | "refused"
      | "unsettled"
      | "wrong-error"
      | "wrong-line"
      | "wrong-state"
      | "wrong-slot"
      | "changed-sdp"
      | "wrong-events"
      | "settled-after-close"
      | "wrong-order"
      | "wrong-value"
      | "wrong-transceivers"
      | "wrong-mid"
      | "wrong-direction"
      | "wrong-current-direction"
      | "wrong-streams"
      | "missing-event"
      | "unexpected-event"
    >();
  });
});

describe("jsep-machine/oracle, values", () => {
  it("an observation needs a call, an outcome and a state", () => {
    const least = { call: "close", outcome: "applied", signalingState: "closed" } as const;
    expectTypeOf(least).toExtend<Observation>();
    expectTypeOf<Pick<Observation, "call" | "outcome" | "signalingState">>().toEqualTypeOf<{
      readonly call: CallName;
      readonly outcome: CallOutcome;
      readonly signalingState: SignalingState;
    }>();
    expectTypeOf<Observation["description"]>().toBeUnknown();
    // @ts-expect-error without a state nothing can be judged
    judge(createOracle(), { call: "close", outcome: "applied" });
    // @ts-expect-error what became of it is said in three words
    judge(createOracle(), { ...least, outcome: "failed" });
    // @ts-expect-error the oracle follows five calls
    judge(createOracle(), { ...least, call: "addIceCandidate" });
  });

  it("takes exceptions and descriptions as platforms have them", () => {
    expectTypeOf<DOMException>().toExtend<ObservedError>();
    expectTypeOf<Error>().toExtend<ObservedError>();
    expectTypeOf<DOMException & { errorDetail: string; sdpLineNumber: number | null }>().toExtend<ObservedError>();
    expectTypeOf<{ pendingLocalDescription: Description | null }>().toExtend<ObservedSlots>();
    expectTypeOf<Record<never, never>>().toExtend<ObservedSlots>();
  });

  it("a judgement", () => {
    expectTypeOf(judge).toEqualTypeOf<(oracle: Oracle, observation: Observation) => Judged>();
    expectTypeOf<Judged>().toEqualTypeOf<{
      readonly oracle: Oracle;
      readonly conforms: boolean;
      readonly differences: readonly Difference[];
      readonly step: Step;
    }>();
    expectTypeOf<Difference>().toEqualTypeOf<{
      readonly kind: DifferenceKind;
      readonly provision: string;
      readonly code: string;
      readonly cause: DifferenceCause;
      readonly follows: number | null;
      readonly message: string;
      readonly expected: string;
      readonly observed: string;
      readonly rule: string | null;
      readonly reference: Rejection["reference"];
      readonly knownDeviation: string | null;
    }>();
    expectTypeOf<Step>().toExtend<{
      readonly call: CallName;
      readonly type: SdpType | null;
      readonly provision: string | null;
      readonly before: SignalingState;
      readonly verdict: Verdict;
      readonly fault: AtFault | null;
      readonly differences: readonly Difference[];
    }>();
  });

  it("an oracle, and what follows events", () => {
    expectTypeOf(createOracle).toEqualTypeOf<(options?: OracleOptions) => Oracle>();
    expectTypeOf<OracleOptions>().toExtend<SessionOptions>();
    expectTypeOf<SessionOptions>().toExtend<OracleOptions>();
    expectTypeOf<OracleOptions["knownDeviations"]>().toEqualTypeOf<readonly KnownDeviation[] | undefined>();
    expectTypeOf<KnownDeviation>().toEqualTypeOf<{ readonly code: string; readonly reason: string }>();
    expectTypeOf(follow).toEqualTypeOf<(oracle: Oracle, event: TraceEvent) => Followed>();
    expectTypeOf(finish).toEqualTypeOf<(oracle: Oracle) => readonly Step[]>();
    expectTypeOf<TraceEvent["kind"]>().toEqualTypeOf<"attached" | "call" | "settled" | "state">();
    // @ts-expect-error profiles have names
    createOracle({ profile: "chrome" });
    // @ts-expect-error every deviation has its reason
    createOracle({ knownDeviations: [{ code: "refused-implicit-rollback" }] });
  });

  it("an oracle is opaque but for its session and its known deviations", () => {
    expectTypeOf<keyof Oracle & string>().toEqualTypeOf<"session" | "knownDeviations">();
    expectTypeOf<Oracle["session"]>().toEqualTypeOf<Session>();
    expectTypeOf<Pick<Oracle, "session" | "knownDeviations">>().not.toExtend<Oracle>();
    expectTypeOf(structuredClone<Oracle>).returns.toEqualTypeOf<Oracle>();
  });

  it("options and observations take undefined for what is left out", () => {
    createOracle({ profile: undefined, knownDeviations: undefined });
    const least = { call: "close", outcome: "applied", signalingState: "closed" } as const;
    judge(createOracle(), { ...least, created: undefined, slots: undefined, events: undefined, time: undefined });
    observe({} as BrowserPeerConnection, { id: undefined, onStep: undefined });
  });

  it("is immutable", () => {
    const oracle = createOracle();
    // @ts-expect-error it is readonly
    oracle.session = createSession();
    const { differences } = judge(oracle, { call: "close", outcome: "applied", signalingState: "closed" });
    // @ts-expect-error it is readonly
    differences.push();
  });
});

// As lib.dom declares it, overloads and all.
interface BrowserDescription {
  readonly sdp: string;
  readonly type: SdpType;
  toJSON(): unknown;
}
interface BrowserPeerConnection {
  readonly signalingState: SignalingState;
  readonly pendingLocalDescription: BrowserDescription | null;
  onsignalingstatechange: ((this: BrowserPeerConnection, event: Event) => unknown) | null;
  createOffer(options?: { iceRestart?: boolean }): Promise<{ sdp?: string; type: SdpType }>;
  createOffer(success: (description: object) => void, failure: (error: DOMException) => void): Promise<void>;
  createAnswer(options?: object): Promise<{ sdp?: string; type: SdpType }>;
  setLocalDescription(description?: { sdp?: string; type?: SdpType }): Promise<void>;
  setLocalDescription(description: object, success: () => void, failure: (error: DOMException) => void): Promise<void>;
  setRemoteDescription(description: { sdp?: string; type: SdpType }): Promise<void>;
  close(): void;
  addEventListener(type: string, listener: (event: Event) => unknown, options?: boolean): void;
  removeEventListener(type: string, listener: (event: Event) => unknown, options?: boolean): void;
}
// As some stacks in JavaScript declare theirs.
interface LoosePeerConnection {
  signalingState: string;
  createOffer(): Promise<{ type: string; sdp: string }>;
  createAnswer(): Promise<{ type: string; sdp: string }>;
  setLocalDescription(description: { type: string; sdp: string }): Promise<unknown>;
  setRemoteDescription(description: { type: string; sdp: string }): Promise<void>;
  close(): Promise<void>;
}

describe("jsep-machine/testing", () => {
  it("takes the peer connections of browsers and of other stacks", () => {
    expectTypeOf<BrowserPeerConnection>().toExtend<PeerConnectionLike>();
    expectTypeOf<LoosePeerConnection>().toExtend<PeerConnectionLike>();
    expectTypeOf<Omit<LoosePeerConnection, "close">>().not.toExtend<PeerConnectionLike>();
    expectTypeOf<Omit<LoosePeerConnection, "signalingState">>().not.toExtend<PeerConnectionLike>();
    expectTypeOf<() => BrowserPeerConnection>().toExtend<Parameters<typeof checkImplementation>[0]>();
    expectTypeOf<() => Promise<LoosePeerConnection>>().toExtend<Parameters<typeof surveyImplementation>[0]>();
  });

  it("observes", () => {
    expectTypeOf(observe).toEqualTypeOf<(pc: PeerConnectionLike, options?: ObserveOptions) => Observer>();
    expectTypeOf<ObserveOptions>().toExtend<OracleOptions>();
    expectTypeOf<Observer>().toEqualTypeOf<{
      readonly steps: readonly Step[];
      readonly conforms: boolean;
      readonly summary: Summary;
      trace(): string;
      detach(): void;
    }>();
    observe({} as BrowserPeerConnection, { onStep: (step) => expectTypeOf(step).toEqualTypeOf<Step>() });
  });

  it("checks and surveys", () => {
    expectTypeOf(checkImplementation).returns.toEqualTypeOf<Promise<CheckReport>>();
    expectTypeOf(surveyImplementation).returns.toEqualTypeOf<Promise<SurveyReport>>();
    expectTypeOf(checkImplementation).parameter(1).toEqualTypeOf<CheckOptions | undefined>();
    expectTypeOf<CheckOptions>().toExtend<OracleOptions>();
    expectTypeOf<CheckReport["failure"]>().toEqualTypeOf<CheckFailure | null>();
    expectTypeOf<CheckReport["stoppedBy"]>().toEqualTypeOf<"failure" | "runs" | "time">();
    expectTypeOf<SurveyReport["stoppedBy"]>().toEqualTypeOf<"runs" | "time">();
    expectTypeOf<SurveyReport["deviations"]>().toEqualTypeOf<readonly Deviation[]>();
    // @ts-expect-error times are in ms
    checkImplementation(() => ({}) as BrowserPeerConnection, { timeLimit: "1 min" });
    // @ts-expect-error what is checked is a peer connection
    checkImplementation(() => ({}));
  });

  it("matches", () => {
    expectTypeOf(matchers.toConform).toEqualTypeOf<
      (received: unknown) => { readonly pass: boolean; readonly message: () => string }
    >();
  });
});
