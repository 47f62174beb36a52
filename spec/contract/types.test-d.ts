import { describe, expectTypeOf, it } from "vitest";
import {
  type Applied,
  answerCreated,
  type Call,
  close,
  createSession,
  type Description,
  type LegalCall,
  legacyErrorName,
  legalCalls,
  localDescription,
  nextSignalingState,
  type Outcome,
  offerCreated,
  operationFailed,
  type Profile,
  type ProfileName,
  profiles,
  type Rejected,
  type Rejection,
  type RejectionCode,
  type ResolvedOptions,
  rejectionCodes,
  remoteDescription,
  restoreSession,
  type SdpType,
  type Session,
  type SessionOptions,
  type Side,
  type SignalingState,
  sdpTypes,
  setLocalDescription,
  setRemoteDescription,
  signalingStates,
  step,
  toException,
} from "../../src/entries/index.ts";

type State =
  | "stable"
  | "have-local-offer"
  | "have-remote-offer"
  | "have-local-pranswer"
  | "have-remote-pranswer"
  | "closed";

describe("contract, names", () => {
  it("are exact unions", () => {
    expectTypeOf<SignalingState>().toEqualTypeOf<State>();
    expectTypeOf<SdpType>().toEqualTypeOf<"offer" | "pranswer" | "answer" | "rollback">();
    expectTypeOf<Side>().toEqualTypeOf<"local" | "remote">();
    expectTypeOf<ProfileName>().toEqualTypeOf<"webrtc-pc" | "rfc9429" | "legacy">();
  });

  it("are listed in readonly arrays", () => {
    expectTypeOf(signalingStates).toEqualTypeOf<readonly State[]>();
    expectTypeOf(sdpTypes).toEqualTypeOf<readonly SdpType[]>();
    expectTypeOf(profiles).toExtend<Readonly<Record<ProfileName, Profile>>>();
  });

  it("of a profile's switches", () => {
    expectTypeOf<Profile>().toEqualTypeOf<{
      readonly name: string;
      readonly rollbackFromPranswer: boolean;
      readonly implicitRollback: boolean;
      readonly modificationCheck: "before-state" | "after-state" | "off";
    }>();
  });
});

describe("contract, nextSignalingState", () => {
  it("takes an optional profile, by name or as a value", () => {
    expectTypeOf(nextSignalingState).parameters.toEqualTypeOf<
      [state: State, side: Side, type: SdpType, profile?: ProfileName | Profile | undefined]
    >();
    expectTypeOf(nextSignalingState).returns.toEqualTypeOf<State | null>();
  });
});

describe("contract, Session", () => {
  it("has readonly members only", () => {
    expectTypeOf<Session>().toEqualTypeOf<{
      readonly signalingState: State;
      readonly pendingLocalDescription: Description | null;
      readonly currentLocalDescription: Description | null;
      readonly pendingRemoteDescription: Description | null;
      readonly currentRemoteDescription: Description | null;
      readonly lastCreatedOffer: string;
      readonly lastCreatedAnswer: string;
      readonly options: ResolvedOptions;
    }>();
    expectTypeOf<Description>().toEqualTypeOf<{
      readonly type: "offer" | "pranswer" | "answer";
      readonly sdp: string;
    }>();
  });

  it("has options that may be left out, and resolved ones that are all there", () => {
    expectTypeOf<{ profile: "rfc9429" }>().toExtend<SessionOptions>();
    expectTypeOf<Record<string, never>>().toExtend<SessionOptions>();
    expectTypeOf<ResolvedOptions>().toEqualTypeOf<{
      readonly profile: Profile;
      readonly sdp: "validate" | "validate-remote" | "opaque";
      readonly rtcpMuxPolicy: "require" | "negotiate";
      readonly maxSdpLength: number;
      readonly tolerate: readonly string[];
    }>();
  });
});

interface Reference {
  readonly spec: string;
  readonly section: string;
  readonly url: string;
}

describe("contract, the functions", () => {
  it("that make and read sessions", () => {
    expectTypeOf(createSession).parameters.toEqualTypeOf<[options?: SessionOptions | undefined]>();
    expectTypeOf(createSession).returns.toEqualTypeOf<Session>();
    expectTypeOf(restoreSession).toEqualTypeOf<(value: unknown) => Session | null>();
    expectTypeOf(localDescription).toEqualTypeOf<(session: Session) => Description | null>();
    expectTypeOf(remoteDescription).toEqualTypeOf<(session: Session) => Description | null>();
  });

  it("that give an outcome, some of them always the same kind", () => {
    expectTypeOf(setLocalDescription).toExtend<(session: Session, description?: unknown) => Outcome>();
    expectTypeOf(setRemoteDescription).toExtend<(session: Session, description?: unknown) => Applied | Rejected>();
    expectTypeOf(setRemoteDescription).returns.toEqualTypeOf<Applied | Rejected>();
    expectTypeOf(step).toEqualTypeOf<(session: Session, call: Call) => Outcome>();
    expectTypeOf(legalCalls).toEqualTypeOf<(session: Session) => readonly LegalCall[]>();
    expectTypeOf(offerCreated).toExtend<(session: Session, sdp: string) => Outcome>();
    expectTypeOf(answerCreated).toExtend<(session: Session, sdp: string) => Outcome>();
    expectTypeOf(close).toExtend<(session: Session) => Outcome>();
    expectTypeOf(operationFailed).toExtend<(session: Session, side: Side, type: SdpType, message: string) => Outcome>();
    expectTypeOf(setLocalDescription).returns.toEqualTypeOf<Outcome>();
    expectTypeOf(offerCreated).parameters.toEqualTypeOf<[session: Session, sdp: string]>();
    expectTypeOf(operationFailed).parameters.toEqualTypeOf<
      [session: Session, side: Side, type: SdpType, message: string]
    >();
  });

  it("that make an exception of a rejection", () => {
    expectTypeOf(toException).toEqualTypeOf<(rejection: Rejection) => Error>();
    expectTypeOf(legacyErrorName).toEqualTypeOf<(rejection: Rejection) => string>();
    expectTypeOf(rejectionCodes[0]).exclude<undefined>().toHaveProperty("code").toEqualTypeOf<RejectionCode>();
    expectTypeOf(rejectionCodes[0]).exclude<undefined>().toHaveProperty("error").toEqualTypeOf<Rejection["error"]>();
    expectTypeOf(rejectionCodes).toExtend<
      readonly { code: RejectionCode; error: Rejection["error"]; reference: Reference }[]
    >();
    expectTypeOf<"answer-in-wrong-state">().toExtend<RejectionCode>();
    expectTypeOf<"no-such-code">().not.toExtend<RejectionCode>();
  });
});
