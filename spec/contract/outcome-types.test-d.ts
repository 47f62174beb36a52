import { describe, expectTypeOf, it } from "vitest";
import { createActor } from "xstate";
import type {
  Effect,
  Outcome,
  Rejection,
  RejectionCode,
  SdpType,
  Session,
  Side,
  SignalingState,
} from "../../src/entries/index.ts";
import { type SignalingEvent, signalingMachine } from "../../src/entries/machine.ts";

interface Reference {
  readonly spec: string;
  readonly section: string;
  readonly url: string;
}

interface RolledBack {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

type Of<MediaKind extends Outcome["kind"]> = Extract<Outcome, { kind: MediaKind }>;

describe("contract, Outcome: a union discriminated by `kind`", () => {
  it("has three members", () => {
    expectTypeOf<Outcome["kind"]>().toEqualTypeOf<"applied" | "rejected" | "create">();
    expectTypeOf<Outcome["session"]>().toEqualTypeOf<Session>();
  });

  it("each with what it says", () => {
    expectTypeOf<Of<"applied">>().toEqualTypeOf<{
      readonly kind: "applied";
      readonly session: Session;
      readonly effects: readonly Effect[];
      readonly rolledBack: RolledBack | null;
      readonly description: { readonly type: SdpType; readonly sdp: string } | null;
    }>();
    expectTypeOf<Of<"rejected">>().toEqualTypeOf<{
      readonly kind: "rejected";
      readonly session: Session;
      readonly effects: readonly [];
      readonly rolledBack: RolledBack | null;
      readonly rejection: Rejection;
    }>();
    expectTypeOf<Of<"create">>().toEqualTypeOf<{
      readonly kind: "create";
      readonly session: Session;
      readonly effects: readonly [];
      readonly type: "offer" | "answer";
    }>();
  });

  it("and effects with the new state only where it changed", () => {
    expectTypeOf<Effect>().toEqualTypeOf<
      | { readonly type: "release-early-candidates" }
      | { readonly type: "update-negotiation-needed" }
      | { readonly type: "signalingstatechange"; readonly signalingState: SignalingState }
    >();
  });
});

interface Base {
  readonly code: RejectionCode;
  readonly message: string;
  readonly signalingState: SignalingState;
  readonly side: Side | null;
  readonly type: SdpType | null;
  readonly rule: string | null;
  readonly reference: Reference;
}

type PlainError = "TypeError" | "InvalidStateError" | "InvalidModificationError" | "OperationError";
type With<Name extends Rejection["error"]> = Extract<Rejection, { error: Name }>;

describe("contract, Rejection: a union discriminated by `error`", () => {
  it("of six errors", () => {
    expectTypeOf<Rejection["error"]>().toEqualTypeOf<PlainError | "RTCError" | "InvalidAccessError">();
  });

  it("each with what it says", () => {
    expectTypeOf<Extract<Rejection, { error: PlainError }>>().branded.toEqualTypeOf<
      Base & { readonly error: PlainError }
    >();
    expectTypeOf<With<"RTCError">>().branded.toEqualTypeOf<
      Base & {
        readonly error: "RTCError";
        readonly errorDetail: "sdp-syntax-error";
        readonly sdpLineNumber: number;
      }
    >();
    expectTypeOf<With<"InvalidAccessError">>().branded.toEqualTypeOf<
      Base & {
        readonly error: "InvalidAccessError";
        readonly mLineIndex: number | null;
        readonly mid: string | null;
        readonly sdpLineNumber: number | null;
      }
    >();
  });

  it("narrows", () => {
    const rejection = {} as Rejection;
    if (rejection.error === "RTCError") expectTypeOf(rejection.sdpLineNumber).toEqualTypeOf<number>();
    if (rejection.error === "InvalidAccessError") expectTypeOf(rejection.mLineIndex).toEqualTypeOf<number | null>();
    if (rejection.error === "TypeError") expectTypeOf(rejection).not.toHaveProperty("sdpLineNumber");
  });
});

describe("contract, signalingMachine", () => {
  const actor = createActor(signalingMachine, { input: { sdp: "opaque" } });
  const snapshot = actor.getSnapshot();

  it("has a snapshot of named types", () => {
    expectTypeOf(snapshot.value).toEqualTypeOf<SignalingState>();
    expectTypeOf(snapshot.context.session).toEqualTypeOf<Session>();
    expectTypeOf(snapshot.context.outcome).toEqualTypeOf<Outcome | null>();
  });

  it("takes the contract's events and no others", () => {
    expectTypeOf<SignalingEvent>().toEqualTypeOf<
      | { readonly type: "setLocalDescription"; readonly description?: unknown }
      | { readonly type: "setRemoteDescription"; readonly description?: unknown }
      | { readonly type: "offerCreated"; readonly sdp: string }
      | { readonly type: "answerCreated"; readonly sdp: string }
      | { readonly type: "close" }
    >();
    expectTypeOf(actor.send).parameter(0).toEqualTypeOf<SignalingEvent>();
    // @ts-expect-error the edges are the machine's own
    actor.send({ type: "setLocal(OFFER)" });
    // @ts-expect-error input is SessionOptions
    createActor(signalingMachine, { input: { profile: "chrome" } });
  });

  it("emits typed events", () => {
    actor.on("rejected", (event) => expectTypeOf(event.rejection).toEqualTypeOf<Rejection>());
    actor.on("create", (event) => expectTypeOf(event.descriptionType).toEqualTypeOf<"offer" | "answer">());
    actor.on("signalingstatechange", (event) => expectTypeOf(event.signalingState).toEqualTypeOf<SignalingState>());
    // @ts-expect-error nothing of that name is emitted
    actor.on("negotiationneeded", () => undefined);
  });
});
